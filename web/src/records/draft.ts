// SPDX-License-Identifier: AGPL-3.0-or-later
// Unsaved work, kept in this tab until it is saved, discarded or one signs out.
const prefix = "kientoan.draft.";

export interface Draft {
    fields: Record<string, unknown>;
    extra: Record<string, unknown>;
}

export function kept_draft(key: string): Draft | undefined {
    const text = sessionStorage.getItem(prefix + key);
    try {
        return text ? (JSON.parse(text) as Draft) : undefined;
    } catch {
        return undefined;
    }
}
export function keep_draft(key: string, draft: Draft) {
    sessionStorage.setItem(prefix + key, JSON.stringify(draft));
}
export const drop_draft = (key: string) => sessionStorage.removeItem(prefix + key);

export function drop_all_drafts() {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
