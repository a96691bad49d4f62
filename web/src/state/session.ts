// SPDX-License-Identifier: AGPL-3.0-or-later
// Who works here, and what they may do; asked of the server once when the page loads. What a page hides for want of a
// right is convenience: the server refuses by itself.
import { computed, shallowRef } from "vue";

import { get, post, remove, use_csrf } from "@/api/client";
import type { Right, Session } from "@/api/types";
import { drop_all_drafts } from "@/records/draft";

export const session = shallowRef<Session | null>(null);

export function enter(entered: Session) {
    session.value = entered;
    use_csrf(entered.csrf);
}

/** Whether the server knows us; asks it only while that is not known. */
export async function load_session(): Promise<boolean> {
    if (!session.value) {
        const answer = await get<Session>("/session");
        if (answer.ok) enter(answer.value);
    }
    return session.value !== null;
}

export async function reload_session() {
    session.value = null;
    await load_session();
}

export async function sign_out() {
    await remove("/session");
    drop_all_drafts();
    leave();
}
export function leave() {
    session.value = null;
    use_csrf("");
}

export const change_password = (old: string, chosen: string) => post("/session/password", { old, new: chosen });

export const may = (right: Right) => session.value?.rights.includes(right) ?? false;

/** Whether a page for holders of one of the rights, or for everybody, stands in the menu. */
export const may_any = (rights: Right[]) => rights.length === 0 || rights.some(may);

/** Someone who sees only the own file. */
export const is_member_only = computed(() => session.value !== null && !may("see"));
