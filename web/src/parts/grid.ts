// SPDX-License-Identifier: AGPL-3.0-or-later
// What a DataGrid is told: its columns, how to fetch rows, what is selected.
import type { Answer } from "@/api/client";

export interface GridColumn {
    name: string;
    label: string;
    /** A track of CSS grid: "120px", "minmax(200px, 2fr)". */
    width: string;
    /** Right-aligned. */
    is_number?: true;
    /** The word by which the server sorts by this column; none = cannot. */
    sort?: string;
    /** Always shown. */
    is_fixed?: true;
}

export interface RowPage<Row> {
    total: number;
    items: Row[];
}
export type LoadRows<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<Answer<RowPage<Row>>>;

/** All but `keys`, or only `keys`. So 55,700 rows can be selected without having been fetched. */
export interface Selection {
    is_all: boolean;
    keys: ReadonlySet<string>;
}
export const nothing_selected: Selection = { is_all: false, keys: new Set() };
export const everything_selected: Selection = { is_all: true, keys: new Set() };

export const is_selected = (selection: Selection, key: string) => selection.keys.has(key) !== selection.is_all;
export const selected_count = (selection: Selection, total: number) =>
    selection.is_all ? total - selection.keys.size : selection.keys.size;

export function toggled(selection: Selection, key: string): Selection {
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    return { is_all: selection.is_all, keys };
}
