// SPDX-License-Identifier: AGPL-3.0-or-later
// Reports, figures and grades, as the server answers them.
import type { OrganisationMention } from "@/api/types";
import type { CodeAndName } from "@/api/types";
import type { Grade, Id, IsoDate } from "@/generated/records";

/** Something printed: words, or a number and which one. A percentage has a denominator, a count has none. */
export interface Piece {
    text: string;
    /** "members/sex=female", or the name of a ratio. */
    number?: string;
    /** Of a ratio: the number of its numerator. */
    opens?: string;
    organisation?: string;
    year?: number;
    value?: number;
    denominator?: number;
}
export interface SentenceBlock {
    kind: "sentence";
    name: string;
    pieces: Piece[];
}
export interface TableBlock {
    kind: "table";
    name: string;
    caption: string;
    columns: { name: string; header: string; has_numbers: boolean }[];
    rows: { style: "plain" | "total" | "part" | "heading"; cells: Piece[] }[];
}
export interface ReportSection {
    heading: string;
    blocks: (SentenceBlock | TableBlock)[];
}

/** A number that was signed as something else. */
export interface SignedDifference {
    number: string;
    organisation: string;
    year: number;
    label: string;
    reported: number;
    now: number;
}
export interface ReportSignature {
    signer: string;
    on: IsoDate;
    head: string;
    differences: SignedDifference[];
}
export interface Report {
    report: string;
    organisation: string;
    organisation_name: string;
    year: number;
    subject: string;
    checks: { identities: number; broken: BrokenIdentity[] };
    remarks: string[];
    signature: ReportSignature | null;
    sections: ReportSection[];
}
export interface BrokenIdentity {
    identity: string;
    label: string;
    sum: number;
    equals: number;
    text: string;
}

export interface FigureDescription {
    name: string;
    label: string;
    unit: string;
    needs_year: boolean;
    breakdowns: (string | CodeAndLabel)[];
}
export interface CodeAndLabel {
    name: string;
    label: string;
}
export interface FigureAnswer {
    figure: string;
    organisation: string;
    year?: number;
    on?: IsoDate;
    value: number;
    by?: Record<string, number>;
    labels?: Record<string, string>;
    unit: string;
    label: string;
    structure: IsoDate;
    list?: FigureItem[];
}
export interface FigureItem {
    id: Id;
    name: string;
    code: string;
    cell?: string;
    cell_name?: string;
}

export interface CellGrades {
    cell: CodeAndName;
    members: number;
    graded: number;
    grades: Partial<Record<Grade, number>>;
    not_graded: number;
    missing: number;
}
export interface GradesOfYear {
    organisation: OrganisationMention;
    year: number;
    cells: CellGrades[];
    organisations: { organisation: OrganisationMention; grade?: Grade; grade_label?: string; not_graded_reason?: string; reason_label?: string }[];
}
