// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selection } from "@/parts/grid";

/** A selection as the server reads it: only these, or all but these. */
export function selected_ids({ is_all, keys }: Selection): Record<string, string | undefined> {
    const ids = [...keys].join(",") || undefined;
    return is_all ? { except: ids } : { ids };
}
