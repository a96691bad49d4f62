// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page asked of the server, as it stands: on its way, there, refused or failed. Asks again when what it depends
// on changes, and drops the answer to a question that is no longer asked.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";

import { Fault, get, type Query } from "@/api/client";
import type { Refusal } from "@/api/types";

export interface Asked<T> {
    value: ShallowRef<T | undefined>;
    refusal: ShallowRef<Refusal | undefined>;
    fault: ShallowRef<Fault | undefined>;
    loading: Ref<boolean>;
    ask: () => Promise<void>;
}

/**
 * `question` gives path and query; the old value stays until the new one is there. While it gives nothing, there is
 * nothing.
 */
export function use_answer<T>(question: () => { path: string; query?: Query } | undefined): Asked<T> {
    const value = shallowRef<T>();
    const refusal = shallowRef<Refusal>();
    const fault = shallowRef<Fault>();
    const loading = ref(false);
    let current: AbortController | undefined;

    async function ask() {
        current?.abort();
        const asked = question();
        if (!asked) {
            value.value = refusal.value = fault.value = undefined;
            loading.value = false;
            return;
        }
        const mine = (current = new AbortController());
        loading.value = true;
        try {
            const answer = await get<T>(asked.path, asked.query, mine.signal);
            if (mine.signal.aborted) return;
            fault.value = undefined;
            refusal.value = answer.ok ? undefined : answer.refusal;
            value.value = answer.ok ? answer.value : undefined;
        } catch (error) {
            if (mine.signal.aborted) return;
            fault.value = error instanceof Fault ? error : new Fault(String(error));
        }
        loading.value = false;
    }
    watch(() => JSON.stringify(question() ?? null), ask, { immediate: true });
    onScopeDispose(() => current?.abort());
    return { value, refusal, fault, loading, ask };
}
