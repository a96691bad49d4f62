// SPDX-License-Identifier: AGPL-3.0-or-later

/** For comparing what was typed with what is there: "Đặng Thị Thuỷ" → "dang thi thuy". */
export const fold = (text: string) =>
    text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

/** Whether each word typed begins a word of the text. */
export function matches(typed: string, text: string): boolean {
    const words = fold(text).split(" ");
    return fold(typed).split(" ").every((part) => words.some((word) => word.startsWith(part)));
}

/** As it stands within a sentence: "Quyết định" → "quyết định", "Ban Tổ chức" → "ban Tổ chức". */
export const lower_first = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Initials for the mark of an account: the last two words of a name; what stands in brackets is none. */
export const initials = (name: string) =>
    name.replace(/\(.*?\)/g, "").trim().split(/\s+/).slice(-2).map((word) => word[0]?.toUpperCase() ?? "").join("");
