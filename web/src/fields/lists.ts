// SPDX-License-Identifier: AGPL-3.0-or-later
// The official lists (danh mục) and the codes in them.
import { labels, type FieldDescription } from "@/generated/records";

export type List = keyof typeof labels;

/** Labels by code, in the order of the list. */
export const codes_of = (list: List): Record<string, string> => labels[list];
export const label_of = (list: List, code: string | undefined | null): string => (code ? (codes_of(list)[code] ?? code) : "");
export const label_in = (field: FieldDescription, code: unknown) => (field.list && typeof code === "string" ? label_of(field.list, code) : String(code ?? ""));
