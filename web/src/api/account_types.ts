// SPDX-License-Identifier: AGPL-3.0-or-later
// Accounts and what they may do where, as the server answers them.
import type { CodeAndName } from "@/api/types";
import type { Id, IsoDate, Role } from "@/generated/records";

export interface Grant {
    id: Id;
    account_id: Id;
    account: string;
    role: Role;
    role_label: string;
    organisation: CodeAndName;
    valid_from: IsoDate;
    valid_to?: IsoDate;
    delegated_by?: string;
}
export interface Account {
    id: Id;
    version: number;
    name: string;
    display_name: string;
    member_id?: Id;
    is_closed: boolean;
    must_change_password: boolean;
    totp: boolean;
    /** For a while, after wrong passwords. */
    is_locked: boolean;
    last_sign_in_at?: string;
    grants: Grant[];
}
