// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers as Vietnamese documents write them, by integer arithmetic, as src/base/number_format.h does.

/** 5907 → "5.907" */
export const count_text = (count: number) => String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ".");

/** 42 of 49 → "85,7%"; empty when there is nothing of which it could be a share. */
export function percent_text(numerator: number, denominator: number): string {
    if (denominator === 0) return "";
    const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
    return `${count_text(Math.trunc(tenths / 10))},${tenths % 10}%`;
}

/** +12, −3, 0 */
export const change_text = (change: number) => (change > 0 ? "+" : change < 0 ? "−" : "") + count_text(Math.abs(change));
