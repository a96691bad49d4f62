// SPDX-License-Identifier: AGPL-3.0-or-later
// What one looks for in a log, as the URL says it.
import { computed } from "vue";
import { useRoute, useRouter, type LocationQueryRaw } from "vue-router";

import { is_iso_date } from "@/base/dates";

const names = ["actor", "action", "type", "record", "from", "to"] as const;
export type LogFilterName = (typeof names)[number];

export function use_log_filter() {
    const route = useRoute();
    const router = useRouter();
    const filter = computed(() => {
        const found: Partial<Record<LogFilterName, string>> = {};
        for (const name of names) {
            const value = String(route.query[name] ?? "").trim();
            if (value && ((name !== "from" && name !== "to") || is_iso_date(value))) found[name] = value;
        }
        return found;
    });
    function set(changes: Partial<Record<LogFilterName, string | undefined>>) {
        const query: LocationQueryRaw = { ...route.query, ...changes };
        for (const name of Object.keys(query)) if (query[name] === undefined || query[name] === "") delete query[name];
        return router.replace({ path: route.path, query });
    }
    const clear = () => set(Object.fromEntries(names.map((name) => [name, undefined])));
    return { filter, set, clear };
}
