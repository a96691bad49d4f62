// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Grant } from "@/api/account_types";
import type { IsoDate } from "@/generated/records";

export type AccountState = "closed" | "locked" | "new" | "open";

/** Closed for good, locked for a while, never entered with an own password, or in use. */
export const state_of = (account: Account): AccountState =>
    account.is_closed ? "closed" : account.is_locked ? "locked" : account.must_change_password ? "new" : "open";

export const is_in_force = ({ valid_from, valid_to }: Grant, day: IsoDate) => valid_from <= day && (!valid_to || day < valid_to);
export const has_ended = ({ valid_to }: Grant, day: IsoDate) => valid_to !== undefined && valid_to <= day;
export const grants_in_force = ({ grants }: Account, day: IsoDate) => grants.filter((grant) => is_in_force(grant, day));
