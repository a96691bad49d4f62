// SPDX-License-Identifier: AGPL-3.0-or-later
// Which column of a file is which of ours: as the server guessed, as someone said, and as it was said the last time for
// a header of the same wording. Kept in this browser by kind of register.
import type { ImportSheet, Mapping } from "@/api/import_types";
import { fold } from "@/base/text";

type Said = Record<string, string>;
const kept_at = (kind: string) => `kientoan.import.${kind}`;

function said_before(kind: string): Said {
    try {
        return JSON.parse(localStorage.getItem(kept_at(kind)) ?? "{}") as Said;
    } catch {
        return {};
    }
}
const header_key = (sheet: ImportSheet, header: string) => `${sheet.register}|${fold(header)}`;

/** The guess, with what was said before about the same headers. Our column stays with one of the file's. */
export function first_mapping(kind: string, sheets: ImportSheet[]): Mapping {
    const said = said_before(kind);
    const mapping: Mapping = {};
    for (const sheet of sheets) {
        const chosen: Record<string, string> = {};
        const was_said = ({ column }: { column: string }) => header_key(sheet, column) in said;
        for (const column of [...sheet.columns.filter(was_said), ...sheet.columns.filter((each) => !was_said(each))]) {
            const label = said[header_key(sheet, column.column)] ?? column.label;
            chosen[column.letter] = Object.values(chosen).includes(label) ? "" : label;
        }
        mapping[sheet.name] = chosen;
    }
    return mapping;
}

/** Remembers only what differs from the guess, for the guess may become better. */
export function remember_mapping(kind: string, sheets: ImportSheet[], mapping: Mapping) {
    const said = said_before(kind);
    for (const sheet of sheets)
        for (const { letter, column, label } of sheet.columns) {
            const chosen = mapping[sheet.name]?.[letter] ?? label;
            if (chosen === label) delete said[header_key(sheet, column)];
            else said[header_key(sheet, column)] = chosen;
        }
    localStorage.setItem(kept_at(kind), JSON.stringify(said));
}

/** Whether anything was said otherwise than guessed. */
export const differs = (sheets: ImportSheet[], mapping: Mapping) =>
    sheets.some(({ name, columns }) => columns.some(({ letter, label }) => (mapping[name]?.[letter] ?? label) !== label));
