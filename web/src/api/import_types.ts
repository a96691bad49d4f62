// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers in Excel: what there is to import, what was read, what was wrong, what was written.
import type { Id, ImportState } from "@/generated/records";

export interface Register {
    /** organisations, members, memberships or grades. */
    kind: string;
    label: string;
    sheets: RegisterSheet[];
}
export interface RegisterSheet {
    name: string;
    label: string;
    columns: RegisterColumn[];
}
export interface RegisterColumn {
    label: string;
    required: boolean;
    help?: string;
    example?: string;
}

export interface Upload {
    id: Id;
    file_name: string;
    size: number;
}

/** A sheet of the file that was read as a register. */
export interface ImportSheet {
    name: string;
    register: string;
    label: string;
    header_row: number;
    rows_read?: number;
    rows_valid?: number;
    columns: ImportColumn[];
}
/** A sheet before it is imported: as headers were recognised, or as they were named by hand the last time. */
export interface MappedSheet extends ImportSheet {
    choices: RegisterColumn[];
    /** Rows name members, but no column says by which number. */
    lacks_member: boolean;
}
export interface ImportColumn {
    /** The header as written. */
    column: string;
    letter: string;
    recognised: boolean;
    /** Ours; empty = not read. */
    label: string;
}
/** SHEET → LETTER → the label of our column, or nothing for a column not to be read. */
export type Mapping = Record<string, Record<string, string>>;

export interface ImportError {
    sheet: string;
    row: number;
    column: string;
    letter: string;
    code: string;
    value: string;
    message: string;
}
export interface ImportReport {
    kind: string;
    file: string;
    dry_run: boolean;
    applied: boolean;
    batch: string;
    rows_read: number;
    rows_valid: number;
    sheets: ImportSheet[];
    notes: { code: string; message: string }[];
    /** Rows by record type. */
    written: Record<string, number>;
    error_count: number;
    errors: ImportError[];
}

export interface Batch {
    batch: Id;
    kind: string;
    file_name: string;
    imported_by: string;
    row_count: number;
    imported_at: string;
    /** Absent where only what stands is listed. */
    state?: ImportState;
}
export interface UndoReport {
    batch: Id;
    kind: string;
    file: string;
    rows_removed: number;
    rows_restored: number;
}
