// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Right } from "@/api/types";
import { record_types, type RecordDescription } from "@/generated/records";

export const type_named = (name: string): RecordDescription | undefined => record_types.find((type) => type.name === name);

/** What it takes to write a record of the type. */
export const right_to_write = (type: string): Right => (type === "setting" ? "configure" : "change");
