// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the records behind a figure are listed: members in the member list, organisations in the tree.
import type { RouteLocationRaw } from "vue-router";

import { to } from "./place";

export interface FigurePart {
    figure: string;
    year?: number;
    by?: string;
    key?: string;
}

const of_organisations = /^(?:organisations|grassroots_organisations|cells)\b/;

/** The list with the same number on top. */
export function link_to_figure({ figure, year, by, key }: FigurePart): RouteLocationRaw {
    if (of_organisations.test(figure)) return to("/organisations");
    if (figure === "members" && by && key && !year) return to("/members", { [by]: key });
    if (figure === "members" && !by && !year) return to("/members");
    return to("/members", { figure, year, by, key });
}
