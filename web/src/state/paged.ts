// SPDX-License-Identifier: AGPL-3.0-or-later
// An answer that comes in pages, each saying how to ask for the next: what is there so far, and more on request.
import { computed, ref, shallowRef, watch } from "vue";

import { get, type Query } from "@/api/client";
import { say_wrong } from "@/parts/say";

import { use_answer } from "./answer";

interface Paged {
    next?: string | number;
}

/** `items` takes the items out of a page; `after` is the parameter that asks for the page after. */
export function use_paged<Page extends Paged, Item>(question: () => { path: string; query: Query } | undefined, items: (page: Page) => Item[], after: string) {
    const asked = use_answer<Page>(question);
    const more = shallowRef<Item[]>([]);
    const next = ref<string | number>();
    const is_busy = ref(false);
    watch(asked.value, (page) => {
        more.value = [];
        next.value = page?.next;
    });

    async function ask_more() {
        const first = question();
        if (is_busy.value || !next.value || !first) return;
        is_busy.value = true;
        const of = asked.value.value;
        try {
            const answer = await get<Page>(first.path, { ...first.query, [after]: next.value });
            if (of !== asked.value.value) return;
            if (!answer.ok) return void say_wrong(answer.refusal.message);
            more.value = [...more.value, ...items(answer.value)];
            next.value = answer.value.next;
        } finally {
            is_busy.value = false;
        }
    }
    const all = computed<Item[]>(() => [...(asked.value.value ? items(asked.value.value) : []), ...more.value]);
    return { asked, all, has_more: computed(() => next.value !== undefined && next.value !== "" && next.value !== 0), ask_more, is_busy };
}
