// SPDX-License-Identifier: AGPL-3.0-or-later
// Vietnamese first, English second. Each text of the page is one line of a file beside this one:
// `"members.total": ["{n} đảng viên", "{n} members"]`. A key that is not there does not compile; one that nobody uses
// fails web/tests. Labels of records and messages of refusals come from the server and stay Vietnamese.
import { ref } from "vue";

import { accounts } from "./accounts";
import { administration } from "./administration";
import { check } from "./check";
import { frame } from "./frame";
import { imports } from "./imports";
import { members } from "./members";
import { organisations } from "./organisations";
import { parts } from "./parts";
import { reports } from "./reports";

const words = { ...accounts, ...administration, ...check, ...frame, ...imports, ...members, ...organisations, ...parts, ...reports };

export type Language = "vi" | "en";
export type Word = keyof typeof words;
export type Words = Record<string, readonly [vietnamese: string, english: string]>;

const kept = "kientoan.language";
export const language = ref<Language>(localStorage.getItem(kept) === "en" ? "en" : "vi");

export function use_language(chosen: Language) {
    language.value = chosen;
    localStorage.setItem(kept, chosen);
    document.documentElement.lang = chosen;
}

/** The text of a key in the reader's language, with its {names} filled in. */
export function t(word: Word, values: Record<string, string | number> = {}): string {
    const text = words[word][language.value === "vi" ? 0 : 1];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
