// SPDX-License-Identifier: AGPL-3.0-or-later
// Light or dark: as the system says, until someone chooses; kept in this browser.
import { ref } from "vue";

export type Appearance = "system" | "light" | "dark";

const kept = "kientoan.appearance";
const system = matchMedia("(prefers-color-scheme: dark)");

export const appearance = ref<Appearance>((localStorage.getItem(kept) as Appearance | null) ?? "system");

function apply() {
    const dark = appearance.value === "dark" || (appearance.value === "system" && system.matches);
    document.documentElement.classList.toggle("dark", dark);
}
export function use_appearance(chosen: Appearance) {
    appearance.value = chosen;
    localStorage.setItem(kept, chosen);
    apply();
}
system.addEventListener("change", apply);
apply();
