// SPDX-License-Identifier: AGPL-3.0-or-later
// A passing word at the top of the page, read out by screen readers: what was done, or why not.
import { h } from "vue";

import { ElMessage } from "@/element/message";

/** `link` offers where to look next. */
export function say(text: string, link?: { text: string; act: () => unknown }) {
    const shown = ElMessage({
        message: link
            ? () => h("span", { class: "said" }, [text, " ", h("button", { class: "link", type: "button", onClick: () => (shown.close(), link.act()) }, link.text)])
            : text,
        type: "success",
        duration: link ? 8000 : 4000,
        showClose: true,
        grouping: !link,
    });
}
export const say_wrong = (text: string) => ElMessage({ message: text, type: "error", duration: 8000, showClose: true });
