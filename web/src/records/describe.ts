// SPDX-License-Identifier: AGPL-3.0-or-later
// Looking things up in the generated descriptions of records.
import { record_types, type FieldDescription, type RecordDescription, type RecordTypes } from "@/generated/records";

export type TypeName = keyof RecordTypes;

const by_name = new Map<string, RecordDescription>(record_types.map((type) => [type.name, type]));

export function description_of(type: TypeName): RecordDescription {
    const found = by_name.get(type);
    if (!found) throw new Error(`no record type ${type}`);
    return found;
}
export const find_field = (type: string, field: string): FieldDescription | undefined => by_name.get(type)?.fields.find(({ name }) => name === field);

/** The field that says to whom a record of the type belongs. */
export const owner_of = (type: string): string | undefined => by_name.get(type)?.owner;

/** Fields that people see: no search keys, no reference to whom the record belongs, not the period. */
export function visible_fields(type: TypeName): FieldDescription[] {
    const { fields, owner, shape } = description_of(type);
    const period = shape === "dated" ? ["valid_from", "valid_to"] : [];
    return fields.filter(({ name, derived, show }) => !derived && show !== "nowhere" && name !== owner && !period.includes(name));
}
