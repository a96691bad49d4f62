// SPDX-License-Identifier: AGPL-3.0-or-later
// What the member list shows, as its URL says it: search, filters, the figure it opens, year, sort, columns. One place
// reads and writes it, so that a link, a saved view and a reload are the same list.
import { computed } from "vue";
import { useRoute, useRouter, type LocationQuery } from "vue-router";

import type { Query } from "@/api/client";
import { place } from "@/state/place";

import { filters, usual_columns } from "./columns";

const text = (query: LocationQuery, name: string) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? value : undefined;
};
const of_figure = ["figure", "year", "by", "key"] as const;

export function use_member_query() {
    const route = useRoute();
    const router = useRouter();

    const q = computed(() => text(route.query, "q") ?? "");
    const sort = computed(() => text(route.query, "sort") ?? "name");
    const year = computed(() => text(route.query, "year"));
    const shown = computed(() => text(route.query, "columns")?.split(",") ?? (year.value ? [...usual_columns, "grade"] : usual_columns));
    const chosen = computed(() => filters.flatMap(({ name }) => (text(route.query, name) ? [{ name, codes: text(route.query, name)! }] : [])));
    const figure = computed(() => text(route.query, "figure"));

    /** What the server is asked; the same for rows and files. */
    const asked = computed<Query>(() => ({
        ...place.value,
        q: q.value || undefined,
        sort: sort.value === "name" ? undefined : sort.value,
        ...Object.fromEntries(chosen.value.map(({ name, codes }) => [name, codes])),
        ...Object.fromEntries(of_figure.map((name) => [name, name === "key" && figure.value && "key" in route.query ? String(route.query.key ?? "") : text(route.query, name)])),
    }));

    function set(changes: Record<string, string | undefined>) {
        const query = { ...route.query, ...changes };
        for (const name of Object.keys(query)) if (query[name] === undefined || query[name] === "") delete query[name];
        return router.replace({ path: route.path, query });
    }
    const clear = () => set({ q: undefined, ...Object.fromEntries([...filters.map(({ name }) => name), ...of_figure].map((name) => [name, undefined])) });
    return { q, sort, year, shown, chosen, figure, asked, set, clear, query: computed(() => route.query) };
}
