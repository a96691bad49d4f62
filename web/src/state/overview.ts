// SPDX-License-Identifier: AGPL-3.0-or-later
// The overview of where one looks: asked once for the header's count of tasks and the first page.
import { computed, effectScope } from "vue";

import type { Overview } from "@/api/types";

import { use_answer, type Asked } from "./answer";
import { place, remember_name } from "./place";
import { may, session } from "./session";

let asked: Asked<Overview> | undefined;

export function use_overview(): Asked<Overview> {
    asked ??= effectScope(true).run(() =>
        use_answer<Overview>(() => (session.value && may("see") ? { path: "/overview", query: place.value } : undefined)),
    )!;
    return asked;
}

/** How many kinds of things are due or wrong. */
export const tasks = computed(() => {
    const overview = use_overview().value.value;
    if (overview) remember_name(overview.organisation.code, overview.organisation.name);
    return overview?.attention.filter(({ severity }) => severity !== "note").length ?? 0;
});
