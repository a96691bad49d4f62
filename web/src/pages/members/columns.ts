// SPDX-License-Identifier: AGPL-3.0-or-later
// Columns and filters of the member list. Filters are the words of the server (figures::member_columns), their codes
// those of the official lists.
import type { MemberRow } from "@/api/types";
import { date_text, years_between } from "@/base/dates";
import { codes_of, label_of, type List } from "@/fields/lists";
import { t, type Word } from "@/i18n";
import type { GridColumn } from "@/parts/grid";

interface Column extends Omit<GridColumn, "label"> {
    label: Word;
    text: (row: MemberRow, on: string) => string;
    /** Only where a year is chosen. */
    needs_year?: true;
    /** What the workbook calls it; none = not in the workbook. */
    exported?: string;
}

const coded = (list: List, name: keyof MemberRow) => (row: MemberRow) => label_of(list, row[name] as string | undefined);

/** A grade, or why there is none. */
export const grade_text = (code: string | undefined) => (code && code in codes_of("grade") ? label_of("grade", code) : label_of("not_graded_reason", code));

export const columns: Column[] = [
    { name: "name", label: "column.name", width: "minmax(200px, 2fr)", sort: "name", is_fixed: true, exported: "full_name", text: (row) => row.full_name },
    { name: "born_on", label: "column.born_on", width: "100px", sort: "born_on", exported: "born_on", text: (row) => date_text(row.born_on) },
    { name: "sex", label: "column.sex", width: "80px", exported: "sex", text: coded("sex", "sex") },
    { name: "cell", label: "column.cell", width: "minmax(180px, 2fr)", sort: "cell", exported: "cell_name", text: (row) => row.cell?.name ?? "" },
    { name: "profile_number", label: "column.profile_number", width: "112px", sort: "profile_number", exported: "profile_number", text: (row) => row.profile_number ?? "" },
    { name: "card_number", label: "column.card_number", width: "120px", exported: "card_number", text: (row) => row.card_number ?? "" },
    { name: "ceremony_on", label: "column.ceremony_on", width: "120px", sort: "ceremony_on", exported: "ceremony_on", text: (row) => date_text(row.ceremony_on) },
    { name: "party_age", label: "column.party_age", width: "88px", is_number: true, sort: "party_age", text: (row, on) => (row.ceremony_on ? String(years_between(row.ceremony_on, on)) : "") },
    { name: "recognised_on", label: "column.recognised_on", width: "128px", sort: "recognised_on", exported: "recognised_on", text: (row) => date_text(row.recognised_on) },
    { name: "status", label: "column.status", width: "108px", exported: "status", text: coded("membership_status", "status") },
    { name: "kind", label: "column.kind", width: "160px", text: coded("membership_kind", "kind") },
    { name: "ethnicity", label: "column.ethnicity", width: "112px", exported: "ethnicity", text: coded("ethnic_group", "ethnicity") },
    { name: "occupation", label: "column.occupation", width: "minmax(160px, 1fr)", exported: "occupation", text: coded("occupation", "occupation") },
    { name: "professional_education", label: "column.professional_education", width: "120px", exported: "professional_education", text: coded("professional_education", "professional_education") },
    { name: "political_theory", label: "column.political_theory", width: "140px", exported: "political_theory", text: coded("political_theory", "political_theory") },
    { name: "grade", label: "column.grade", width: "minmax(160px, 1fr)", exported: "grade", text: (row) => grade_text(row.grade), needs_year: true },
];
export const usual_columns = ["name", "born_on", "sex", "cell", "profile_number", "ceremony_on", "status"];

export interface Filter {
    name: string;
    label: Word;
    /** Label by code. */
    codes: () => Record<string, string>;
    needs_year?: true;
}

// Age bands and yes/no are lists of figures, not of records (src/figures/age_band.cpp).
const age_bands = {
    "18_30": "18 - 30 tuổi",
    "31_35": "31 - 35 tuổi",
    "36_40": "36 - 40 tuổi",
    "41_45": "41 - 45 tuổi",
    "46_50": "46 - 50 tuổi",
    "51_55": "51 - 55 tuổi",
    "56_60": "56 - 60 tuổi",
    over_60: "Trên 60 tuổi",
};
const yes_no = () => ({ yes: t("yes"), no: t("no") });
const of = (list: List) => () => codes_of(list);

export const filters: Filter[] = [
    { name: "status", label: "column.status", codes: of("membership_status") },
    { name: "sex", label: "column.sex", codes: of("sex") },
    { name: "age_band", label: "filter.age_band", codes: () => age_bands },
    { name: "grade", label: "column.grade", codes: () => ({ ...codes_of("grade"), not_graded: t("filter.not_graded"), missing: t("filter.grade_missing") }), needs_year: true },
    { name: "occupation", label: "column.occupation", codes: of("occupation") },
    { name: "professional_education", label: "column.professional_education", codes: of("professional_education") },
    { name: "political_theory", label: "column.political_theory", codes: of("political_theory") },
    { name: "minority", label: "filter.minority", codes: yes_no },
    { name: "ethnicity", label: "column.ethnicity", codes: of("ethnic_group") },
    { name: "religion", label: "filter.religion", codes: of("religion") },
    { name: "general_education", label: "filter.general_education", codes: of("general_education") },
    { name: "academic_title", label: "filter.academic_title", codes: of("academic_title") },
    { name: "kind", label: "column.kind", codes: of("membership_kind") },
    { name: "exempt", label: "filter.exempt", codes: yes_no },
    { name: "suspended", label: "filter.suspended", codes: yes_no },
];
export const filter_named = (name: string) => filters.find((filter) => filter.name === name);

/** "Giới tính: Nữ" */
export function filter_text(name: string, codes: string): string {
    const filter = filter_named(name);
    if (!filter) return `${name}: ${codes}`;
    const labels = filter.codes();
    return `${t(filter.label)}: ${codes.split(",").map((code) => labels[code] ?? t("chip.not_known")).join(", ")}`;
}
