// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys that work everywhere: Ctrl K, ?, and g followed by the first letter of a page. Nothing fires while one types.
import { onBeforeUnmount, onMounted } from "vue";

const writes = (target: EventTarget | null) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `acts` by key: "ctrl+k", "?", "g m" (one after the other). */
export function use_shortcuts(acts: Record<string, () => void>) {
    let first = "";
    let forget: ReturnType<typeof setTimeout> | undefined;

    function pressed(event: KeyboardEvent) {
        if (event.defaultPrevented || event.isComposing || event.altKey) return;
        const key = event.key.toLowerCase();
        const name = event.ctrlKey || event.metaKey ? `ctrl+${key}` : first ? `${first} ${key}` : key;
        first = "";
        if (!name.startsWith("ctrl+") && writes(event.target)) return;
        const act = acts[name];
        if (act) {
            event.preventDefault();
            act();
        } else if (Object.keys(acts).some((known) => known.startsWith(`${name} `))) {
            first = name;
            clearTimeout(forget);
            forget = setTimeout(() => (first = ""), 1500);
        }
    }
    onMounted(() => window.addEventListener("keydown", pressed));
    onBeforeUnmount(() => window.removeEventListener("keydown", pressed));
}
