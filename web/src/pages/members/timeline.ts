// SPDX-License-Identifier: AGPL-3.0-or-later
// A member's life as the file tells it: what happened when, newest first. Each step names the record it comes from.
import type { MemberFile } from "@/api/types";
import { label_of } from "@/fields/lists";
import { t } from "@/i18n";
import type { TypeName } from "@/records/describe";

export interface Step {
    on: string;
    until?: string;
    text: string;
    more?: string;
    type: TypeName;
    record: object;
}

const join = (...texts: (string | undefined | null)[]) => texts.filter(Boolean).join(" · ");

export function timeline_of({ records }: MemberFile): Step[] {
    const { party_member: member, person } = records;
    const steps: Step[] = [
        { on: member.ceremony_on, text: t("member.joined_event"), more: join(member.admission_decision_number, member.admitting_cell), type: "party_member", record: member },
        ...(member.recognised_on ? [{ on: member.recognised_on, text: t("member.recognised_event"), more: member.recognition_decision_number, type: "party_member" as const, record: member }] : []),
        ...records.memberships.map((each) => ({
            on: each.valid_from,
            until: each.valid_to,
            text: t("member.in_cell", { cell: each.cell.name }),
            more: join(label_of("membership_status", each.status), label_of("entry", each.entry), each.kind === "guest" ? label_of("membership_kind", each.kind) : "", each.decision_number),
            type: "membership" as const,
            record: each,
        })),
        ...records.exemptions.map((each) => ({ on: each.valid_from, until: each.valid_to, text: t("member.exempt"), more: join(label_of("exemption_ground", each.ground), each.decision_number), type: "exemption" as const, record: each })),
        ...records.suspensions.map((each) => ({ on: each.valid_from, until: each.valid_to, text: t("member.suspended"), more: each.decision_number, type: "suspension" as const, record: each })),
        ...records.departures.map((each) => ({ on: each.departed_on, text: label_of("departure_kind", each.kind), more: each.decision_number, type: "departure" as const, record: each })),
        ...records.grades.map((each) => ({
            on: `${each.year}-12-31`,
            text: t("member.grade_of", { year: each.year }),
            more: join(each.grade_label ?? each.reason_label, each.cell?.name),
            type: "member_grade" as const,
            record: each,
        })),
        ...records.work_histories.map((each) => ({ on: each.began_on, until: each.ended_on, text: each.job, more: each.post, type: "work_history" as const, record: each })),
        ...records.education_histories.map((each) => ({ on: each.began_on, until: each.ended_on, text: join(each.school, each.subject), more: join(each.certificate, each.mode), type: "education_history" as const, record: each })),
        ...records.military_services.map((each) => ({ on: each.began_on, until: each.ended_on, text: t("member.military"), more: each.highest_rank, type: "military_service" as const, record: each })),
        ...records.social_memberships.map((each) => ({ on: each.began_on, until: each.ended_on, text: each.organisation_name, type: "social_membership" as const, record: each })),
        ...records.rewards.map((each) => ({ on: each.awarded_on, text: each.form, more: join(each.authority, each.decision_number), type: "reward" as const, record: each })),
        ...records.honorary_titles.map((each) => ({ on: each.awarded_on ?? "", text: each.title, type: "honorary_title" as const, record: each })),
        { on: person.born_on, text: t("member.born_event"), more: person.birth_place, type: "person", record: person },
    ];
    return steps.sort((a, b) => b.on.localeCompare(a.on));
}

/** What a clerk may add to a file by hand. */
export const addable: { type: TypeName; owner: "person" | "party_member" }[] = [
    { type: "work_history", owner: "person" },
    { type: "education_history", owner: "person" },
    { type: "reward", owner: "person" },
    { type: "honorary_title", owner: "person" },
    { type: "social_membership", owner: "person" },
    { type: "military_service", owner: "person" },
    { type: "exemption", owner: "party_member" },
    { type: "suspension", owner: "party_member" },
];
