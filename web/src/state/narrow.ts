// SPDX-License-Identifier: AGPL-3.0-or-later
import { ref } from "vue";

const phone = matchMedia("(max-width: 640px)");

/** A phone: tables become cards. The same width as in the style sheets. */
export const is_narrow = ref(phone.matches);
phone.addEventListener("change", () => (is_narrow.value = phone.matches));
