// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed } from "vue";
import type { LocationQuery } from "vue-router";

import { t } from "@/i18n";
import { use_answer } from "@/state/answer";
import { known_names } from "@/state/place";

import { filter_named } from "./columns";

interface FigureList {
    figures: { name: string; label: string; breakdowns: { name: string; label: string }[] }[];
}

/** What the list opens, in words: "Đảng viên được xếp loại, năm 2020 · Mức xếp loại: Hoàn thành tốt nhiệm vụ". */
export function use_figure_label(query: () => LocationQuery) {
    const { value } = use_answer<FigureList>(() => (query().figure ? { path: "/figures" } : undefined));
    return computed(() => {
        const { figure, year, by, key } = query();
        const found = value.value?.figures.find(({ name }) => name === figure);
        const label = found?.label ?? String(figure ?? "");
        const named = year ? t("members.figure_of_year", { label, year: String(year) }) : label;
        if (!by || key === undefined) return named;
        const filter = filter_named(String(by));
        const by_label = found?.breakdowns.find(({ name }) => name === by)?.label ?? (filter ? t(filter.label) : String(by));
        const codes = filter?.codes() ?? {};
        return `${named} · ${by_label}: ${codes[String(key)] ?? known_names.value[String(key)] ?? (key ? String(key) : t("chip.not_known"))}`;
    });
}
