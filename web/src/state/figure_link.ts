// SPDX-License-Identifier: AGPL-3.0-or-later
// Where the records behind a figure are listed: members in the member list, organisations on the figure's own page.
import type { RouteLocationRaw } from "vue-router";

import { to } from "./place";

export interface FigurePart {
    figure: string;
    year?: number;
    by?: string;
    /** Of those of whom nothing is known: "". */
    key?: string;
    /** Code; the one in view, if absent. */
    organisation?: string;
}

const of_organisations = /^(?:organisations|grassroots_organisations|cells)\b/;

/** "members/sex=female", as reports name their numbers; nothing for a whole breakdown or a ratio. */
export function parse_number(name: string): FigurePart | undefined {
    const parts = /^([a-z_.]+)(?:\/([a-z_]+)=(.+))?$/.exec(name);
    if (!parts || parts[1]!.endsWith("_share")) return undefined;
    return { figure: parts[1]!, by: parts[2], key: parts[3] === "?" ? "" : parts[3] };
}

/** The list with the same number on top. A part by organisation is the figure there. */
export function link_to_figure({ figure, year, by, key, organisation }: FigurePart): RouteLocationRaw {
    const there = key && (by === "organisation" || by === "cell") ? { organisation: key } : organisation ? { organisation } : {};
    const part = by && key !== undefined && by !== "organisation" && by !== "cell" ? { by, key } : undefined;
    if (of_organisations.test(figure)) return to(`/figures/${figure}`, { ...there, year, ...part });
    if (figure === "members" && !year && (!part || part.key)) return to("/members", { ...there, ...(part ? { [part.by]: part.key } : {}) });
    return to("/members", { ...there, figure, year, ...part });
}
