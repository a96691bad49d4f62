// SPDX-License-Identifier: AGPL-3.0-or-later
// What the server answers, where it is more than a record. Records themselves and the codes of lists are generated:
// generated/records.ts. Optional here = may be absent.
import type {
    Decision,
    Departure,
    EducationHistory,
    Exemption,
    Grade,
    HonoraryTitle,
    Id,
    IsoDate,
    IsoPartialDate,
    Membership,
    MembershipKind,
    MembershipStatus,
    MilitaryService,
    NotGradedReason,
    OrganisationKind,
    OrganisationVersion,
    PaperOnFile,
    PartyMember,
    Person,
    PersonVersion,
    ReorganisationAct,
    Reward,
    Role,
    Sex,
    SocialMembership,
    Suspension,
    WorkHistory,
} from "@/generated/records";

/** An expected "no": which rule, what would make it possible. Its text is Vietnamese and comes from the server. */
export interface Refusal {
    code: string;
    message: string;
    /** The article that refuses. */
    source?: string;
    fields?: FieldRefusal[];
    /** Someone else wrote first (409). */
    differences?: FieldDifference[];
    /** Sign-in is locked for so long. */
    seconds?: number;
}
export interface FieldRefusal {
    field: string;
    code: string;
    message: string;
}
export interface FieldDifference {
    field: string;
    label: string;
    yours: unknown;
    theirs: unknown;
}

/** rules::Right */
export type Right =
    | "see"
    | "open_file"
    | "reveal"
    | "change"
    | "correct"
    | "reorganise"
    | "import"
    | "export_rows"
    | "sign_report"
    | "decide_proposal"
    | "manage_accounts"
    | "read_audit"
    | "configure";

export interface CodeAndName {
    code: string;
    name: string;
}

export interface Session {
    account: { id: Id; name: string; display_name: string };
    member_id: Id | null;
    roles: RoleHeld[];
    rights: Right[];
    /** The top of what this account may see. */
    home: CodeAndName | null;
    csrf: string;
    today: IsoDate;
    totp: boolean;
    must_change_password: boolean;
}
export interface RoleHeld {
    role: Role;
    label: string;
    organisation: CodeAndName;
    valid_from: IsoDate;
    valid_to?: IsoDate;
    delegated_by?: string;
}

export interface OrganisationMention {
    id: Id;
    code: string;
    name: string;
    kind: OrganisationKind;
    kind_label: string;
}
/** Counts are of the whole subtree; `children` is how many stand directly below. */
export interface OrganisationNode extends OrganisationMention {
    members: number;
    probationary: number;
    cells: number;
    children: number;
    valid_to?: IsoDate;
}
export interface OrganisationPage {
    organisation: OrganisationNode;
    path: OrganisationMention[];
    subordinates: OrganisationNode[];
    versions: OrganisationPast[];
    successions: { direction: "from" | "to"; organisation: OrganisationMention; act: ReorganisationAct; act_label: string; on: IsoDate }[];
    version: OrganisationVersion;
}
export interface OrganisationPast {
    id: Id;
    valid_from: IsoDate;
    valid_to?: IsoDate;
    name: string;
    kind: OrganisationKind;
    kind_label: string;
    superior?: OrganisationMention | null;
    decision?: DecisionMention;
}
export type DecisionMention = Pick<Decision, "id" | "number" | "issued_on"> & { subject?: string };

export interface Overview {
    organisation: OrganisationMention;
    on: IsoDate;
    figures: KeyFigure[];
    charts: Chart[];
    attention: Attention[];
}
export interface KeyFigure {
    figure: string;
    label: string;
    unit: string;
    value: number;
    previous?: number;
    year?: number;
}
export interface Chart {
    figure: string;
    label: string;
    by: string;
    by_label: string;
    year?: number;
    parts: { key: string; label: string; count: number }[];
}
export interface Attention {
    code: string;
    severity: "due" | "warning" | "note";
    text: string;
    count: number;
    link: string;
}

export interface MemberRow {
    id: Id;
    full_name: string;
    born_on: IsoPartialDate;
    sex: Sex;
    /** Of the day; of an event, absent where nobody was a member. */
    status?: MembershipStatus;
    cell?: CodeAndName;
    profile_number?: string;
    card_number?: string;
    ceremony_on?: IsoDate;
    recognised_on?: IsoDate;
    ethnicity?: string;
    occupation?: string;
    professional_education?: string;
    political_theory?: string;
    kind?: MembershipKind;
    /** Of the year asked for: a grade, or why there is none. */
    grade?: Grade | NotGradedReason;
}
export interface MemberList {
    total: number;
    offset: number;
    items: MemberRow[];
    organisation: OrganisationMention;
    on: IsoDate;
}

export interface MemberFile {
    id: Id;
    full_name: string;
    /** Of the day: absent before birth or joining, after leaving. */
    age?: number;
    party_age_years?: number;
    cell: CodeAndName | null;
    status?: MembershipStatus;
    kind?: MembershipKind;
    /** Fields of which only the last characters are shown until revealed. */
    masked: string[];
    records: MemberRecords;
    can: { change: boolean; correct: boolean; reveal: boolean; propose: boolean; decide: boolean };
}
export interface MemberRecords {
    party_member: PartyMember;
    person: Person;
    /** What is true of the person on the day. */
    person_version?: PersonVersion;
    person_versions: PersonVersion[];
    memberships: (Membership & { cell: CodeAndName })[];
    exemptions: Exemption[];
    suspensions: Suspension[];
    departures: Departure[];
    social_memberships: SocialMembership[];
    military_services: MilitaryService[];
    work_histories: WorkHistory[];
    education_histories: EducationHistory[];
    rewards: Reward[];
    honorary_titles: HonoraryTitle[];
    papers: PaperOnFile[];
    grades: YearGrade[];
    attachments: { id: Id; file_name: string; media_type?: string; size?: number }[];
}
export interface YearGrade {
    id: Id;
    version: number;
    year: number;
    grade?: Grade;
    grade_label?: string;
    not_graded_reason?: NotGradedReason;
    reason_label?: string;
    cell: CodeAndName;
}

/** One entry of the audit chain. */
export interface Entry {
    sequence: number;
    /** UTC with milliseconds. */
    at: string;
    actor: string;
    actor_name: string;
    action: string;
    action_label: string;
    reason?: string;
    article?: string;
    decision?: { id: Id; number: string; issued_on?: IsoDate };
    changes: EntryChange[];
}
export interface EntryChange {
    type: string;
    type_label: string;
    id?: Id;
    op: string;
    op_label: string;
    /** In words: labels of codes, Vietnamese dates; empty where there was nothing. */
    fields: { field: string; label: string; before: string; after: string }[];
    /** Of a batch. */
    rows?: number;
}
export interface Reading {
    at: string;
    actor: string;
    actor_name: string;
    action: string;
    action_label: string;
}

export interface Found {
    persons: { id: Id; full_name: string; born_on: IsoPartialDate; profile_number?: string; cell: CodeAndName | null }[];
    organisations: (OrganisationMention & { path: string })[];
}

export interface Proposal {
    id: Id;
    member: { id: Id; full_name: string; cell: CodeAndName | null };
    record_type: string;
    record_type_label?: string;
    record_id: Id;
    proposed_at: string;
    proposed_by: string;
    reason?: string;
    state: "open" | "decided" | "withdrawn";
    fields: ProposedField[];
    decided_by?: string;
    decided_by_name?: string;
    decided_at?: string;
    remark?: string;
}
export interface ProposedField {
    field: string;
    label: string;
    before: unknown;
    proposed: unknown;
    now: unknown;
    /** The same in words. */
    before_text?: string;
    proposed_text?: string;
    now_text?: string;
    decision?: "accepted" | "refused";
}

/** A list that someone saved under a name; `definition` is the query of its URL. */
export interface View {
    id: Id;
    name: string;
    record_type: string;
    definition: string;
}

export interface Job {
    id: Id;
    kind: string;
    label: string;
    state: "waiting" | "running" | "done" | "failed" | "cancelled";
    done: number;
    total: number;
    text: string;
    started_at: string;
    finished_at?: string;
    result?: unknown;
    refusal?: Refusal;
    files: { name: string; label: string; url: string }[];
}
