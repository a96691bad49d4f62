// SPDX-License-Identifier: AGPL-3.0-or-later
import { date_text } from "@/base/dates";
import { count_text } from "@/base/numbers";
import type { FieldDescription } from "@/generated/records";
import { t } from "@/i18n";

import { label_in } from "./lists";

/** A value as one line of text, for histories and comparisons; empty when there is none. */
export function value_text(field: FieldDescription | undefined, value: unknown): string {
    if (value === undefined || value === null || value === "") return "";
    switch (field?.kind) {
        case "boolean":
            return value ? t("yes") : t("no");
        case "integer":
            return field.max !== undefined && field.max < 10_000 ? String(value) : count_text(Number(value));
        case "date":
        case "partial_date":
            return date_text(String(value));
        case "code":
            return label_in(field, value);
        default:
            return String(value);
    }
}
