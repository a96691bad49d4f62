// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportReport } from "@/api/import_types";
import { record_types } from "@/generated/records";

/** How many rows of what kind were written, or would be. */
export const written_rows = (report: ImportReport) =>
    Object.entries(report.written).flatMap(([type, rows]) => (rows > 0 ? [{ label: record_types.find(({ name }) => name === type)?.label ?? type, rows }] : []));
