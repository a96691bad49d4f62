// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Right } from "@/api/types";
import { record_types, type RecordDescription } from "@/generated/records";

// Read and written on pages of their own, or listed only with the record to which they belong.
const elsewhere = ["account", "credential", "session", "role_grant", "saved_view", "attachment"];
export const listed_types = record_types.filter(({ name }) => !elsewhere.includes(name)).toSorted((a, b) => a.label.localeCompare(b.label, "vi"));

export const type_named = (name: string): RecordDescription | undefined => record_types.find((type) => type.name === name);

/** What it takes to write a record of the type. */
export const right_to_write = (type: string): Right => (type === "setting" ? "configure" : "change");
