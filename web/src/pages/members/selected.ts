// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fault, get, type Query } from "@/api/client";
import type { MemberList, MemberRow } from "@/api/types";
import { is_selected, type Selection } from "@/parts/grid";

const page_size = 200;

/** The rows selected: those seen, or, of "all but these", fetched. */
export async function selected_rows(selection: Selection, seen: ReadonlyMap<string, MemberRow>, asked: Query): Promise<MemberRow[]> {
    if (!selection.is_all) return [...selection.keys].flatMap((key) => seen.get(key) ?? []);
    const rows: MemberRow[] = [];
    for (let offset = 0, total = 1; offset < total; offset += page_size) {
        const answer = await get<MemberList>("/members", { ...asked, offset, limit: page_size });
        if (!answer.ok) throw new Fault(answer.refusal.message);
        total = answer.value.total;
        rows.push(...answer.value.items.filter(({ id }) => is_selected(selection, id)));
    }
    return rows;
}
