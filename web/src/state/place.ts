// SPDX-License-Identifier: AGPL-3.0-or-later
// Where and when one looks: the organisation and the day chosen in the header. They are part of every URL
// (?organisation=DH.01&on=2020-12-31; what is usual is left out), hold for every page, survive reload and sharing.
import { computed, ref } from "vue";
import type { LocationQueryRaw, RouteLocationRaw } from "vue-router";

import { is_iso_date } from "@/base/dates";
import { router } from "@/router";
import { session } from "@/state/session";

const chosen = computed(() => String(router.currentRoute.value.query.organisation ?? ""));

export const home = computed(() => session.value?.home ?? null);
export const today = computed(() => session.value?.today ?? new Date().toISOString().slice(0, 10));

/** Code of the organisation in view. */
export const organisation = computed(() => chosen.value || (home.value?.code ?? ""));
/** The day on which one looks. */
export const on = computed(() => {
    const day = String(router.currentRoute.value.query.on ?? "");
    return is_iso_date(day) ? day : today.value;
});
export const is_today = computed(() => on.value === today.value);

/** What every request that depends on place and time carries. */
export const place = computed(() => ({
    organisation: organisation.value || undefined,
    on: is_today.value ? undefined : on.value,
}));

/** Names of organisations already seen, so that the header need not ask. */
export const known_names = ref<Record<string, string>>({});
export function remember_name(code: string, name: string) {
    if (known_names.value[code] !== name) known_names.value = { ...known_names.value, [code]: name };
}

/** The query of a link that stays at this place and time; `query` adds to it and may say otherwise. */
export function here(query: LocationQueryRaw = {}): LocationQueryRaw {
    const { organisation: code, on: day } = router.currentRoute.value.query;
    const whole: LocationQueryRaw = { organisation: code, on: day, ...query };
    for (const name of Object.keys(whole)) if (whole[name] === undefined || whole[name] === "") delete whole[name];
    return whole;
}
/** A link to a page at this place and time. */
export const to = (path: string, query: LocationQueryRaw = {}): RouteLocationRaw => ({ path, query: here(query) });

/** The same page elsewhere. Filters and sort stay, for they hold there as well. */
export function go_to_organisation(code: string) {
    const { query, path } = router.currentRoute.value;
    const next = { ...query, organisation: code === home.value?.code ? undefined : code };
    const at = path.startsWith("/organisations/") ? `/organisations/${encodeURIComponent(code)}` : path.startsWith("/members/") ? "/members" : path;
    return router.push({ path: at, query: next });
}
/** The same page on another day. */
export function go_to_day(day: string) {
    const { query, path } = router.currentRoute.value;
    return router.push({ path, query: { ...query, on: day === today.value ? undefined : day } });
}
