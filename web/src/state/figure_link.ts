// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the records behind a figure are listed: members in the member list, organisations on the figure's own page.
import type { RouteLocationRaw } from "vue-router";

import { to } from "./place";

export interface FigurePart {
    figure: string;
    year?: number;
    by?: string;
    /** Of those of whom nothing is known: nothing. */
    key?: string;
    /** Code; the one in view, if absent. */
    organisation?: string;
}

const of_organisations = /^(?:organisations|grassroots_organisations|cells)\b/;

/** "members/sex=female", as reports name their numbers; nothing for a whole breakdown or a ratio. */
export function parse_number(name: string): FigurePart | undefined {
    const parts = /^([a-z_.]+)(?:\/([a-z_]+)=(.+))?$/.exec(name);
    if (!parts || parts[1]!.endsWith("_share")) return undefined;
    return { figure: parts[1]!, by: parts[2], key: parts[3] === "?" ? undefined : parts[3] };
}

/** The list with the same number on top. */
export function link_to_figure({ figure, year, by, key, organisation }: FigurePart): RouteLocationRaw {
    const elsewhere = organisation ? { organisation } : {};
    if (of_organisations.test(figure)) return to(`/figures/${figure}`, { ...elsewhere, year, by, key });
    if (figure === "members" && by && key && !year) return to("/members", { ...elsewhere, [by]: key });
    if (figure === "members" && !by && !year) return to("/members", elsewhere);
    return to("/members", { ...elsewhere, figure, year, by, key });
}
