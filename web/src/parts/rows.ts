// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of a long list, fetched a page at a time as they come into view; the exact total comes with the first page.
import { onScopeDispose, ref, shallowRef, triggerRef, watch } from "vue";

import { Fault } from "@/api/client";
import type { Refusal } from "@/api/types";

import type { LoadRows } from "./grid";

const page_size = 100;

export function use_rows<Row>(question: () => string, load: LoadRows<Row>) {
    const total = ref(0);
    const is_ready = ref(false);
    const is_loading = ref(false);
    const refusal = shallowRef<Refusal>();
    const fault = shallowRef<Fault>();
    const pages = shallowRef(new Map<number, Row[]>());
    let asked = new Map<number, AbortController>();

    async function fetch_page(page: number, is_first = false) {
        if (asked.has(page) || (pages.value.has(page) && !is_first)) return;
        const mine = new AbortController();
        const of_now = asked.set(page, mine);
        try {
            const answer = await load(page * page_size, page_size, mine.signal);
            if (of_now !== asked) return;
            fault.value = undefined;
            refusal.value = answer.ok ? undefined : answer.refusal;
            if (is_first) pages.value = new Map();
            if (answer.ok) pages.value.set(page, answer.value.items);
            total.value = answer.ok ? answer.value.total : 0;
            triggerRef(pages);
            is_ready.value = true;
            is_loading.value = false;
        } catch (error) {
            if (of_now !== asked || mine.signal.aborted) return;
            fault.value = error instanceof Fault ? error : new Fault(String(error));
            is_loading.value = false;
        }
        asked.delete(page);
    }

    /** Asks for the rows [first, last] that are not there yet, and lets go of those no longer in view. */
    function want(first: number, last: number) {
        if (is_loading.value || fault.value) return;
        const from = Math.floor(first / page_size);
        const to = Math.floor(last / page_size);
        for (const [page, request] of asked)
            if (page < from - 1 || page > to + 1) {
                request.abort();
                asked.delete(page);
            }
        for (let page = from; page <= to; ++page) void fetch_page(page);
    }

    /** Asks anew; the old rows stay until the first page of the new answer is there. */
    function start(first = 0) {
        for (const request of asked.values()) request.abort();
        asked = new Map();
        is_loading.value = true;
        fault.value = undefined;
        void fetch_page(Math.floor(first / page_size), true);
    }

    const row_at = (index: number): Row | undefined => pages.value.get(Math.floor(index / page_size))?.[index % page_size];

    watch(question, () => start());
    onScopeDispose(() => {
        for (const request of asked.values()) request.abort();
    });
    return { total, is_ready, is_loading, refusal, fault, row_at, want, start };
}
