// SPDX-License-Identifier: AGPL-3.0-or-later
// The year of a page about a year (report, grades): ?year=2020, else the last one that has been graded, as the overview
// knows it, else the year that ended last.
import { computed } from "vue";

import { year_of } from "@/base/dates";
import { router } from "@/router";

import { use_overview } from "./overview";
import { is_today, on } from "./place";

export const year = computed(() => {
    const asked = Number(router.currentRoute.value.query.year);
    if (Number.isInteger(asked) && asked >= 1930 && asked <= 2200) return asked;
    if (!is_today.value) return year_of(on.value);
    const overview = use_overview().value.value;
    const known = [...(overview?.figures ?? []), ...(overview?.charts ?? [])].flatMap((each) => each.year ?? []);
    return known.length > 0 ? Math.max(...known) : year_of(on.value) - 1;
});

/** Whether the default is known yet. */
export const has_year = computed(
    () => router.currentRoute.value.query.year !== undefined || !is_today.value || !use_overview().loading.value,
);

/** The same page of another year. */
export function go_to_year(chosen: number) {
    const { path, query } = router.currentRoute.value;
    return router.push({ path, query: { ...query, year: chosen } });
}
