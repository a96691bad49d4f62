// SPDX-License-Identifier: AGPL-3.0-or-later
// Days as the server writes them (2020-12-31, 2020-12, 2020) and as people do (31/12/2020, 12/2020, 2020). The same
// rules as src/base/date.h: day before month, four digits of the year, nothing guessed.
import type { IsoDate, IsoPartialDate } from "@/generated/records";

interface Parts {
    year: number;
    month: number;
    day: number;
}

function exists({ year, month, day }: Parts): boolean {
    if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (day > 0 && month === 0)) return false;
    return day === 0 || day <= days_in(year, month);
}

export function days_in(year: number, month: number): number {
    return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (n: number) => String(n).padStart(2, "0");

/** "3/2/1985", "3-2-1985", "3.2.1985", "03021985", "3/1985", "1985" → ISO; undefined when there is no such date. */
export function parse_partial_date(text: string): IsoPartialDate | undefined {
    const clean = text.trim();
    const run = /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
    const numbers = run ? run.slice(1) : clean.split(/\s*[/.-]\s*/);
    if (numbers.length > 3 || !numbers.every((n, i) => (i === numbers.length - 1 ? /^\d{4}$/ : /^\d{1,2}$/).test(n))) return undefined;
    const [year, month = 0, day = 0] = numbers.map(Number).reverse();
    if (numbers.length > 1 && month === 0) return undefined;
    if (numbers.length > 2 && day === 0) return undefined;
    if (!exists({ year, month, day })) return undefined;
    return String(year).padStart(4, "0") + (month ? `-${two(month)}` : "") + (day ? `-${two(day)}` : "");
}

/** As parse_partial_date, but all of the day must be there. */
export function parse_date(text: string): IsoDate | undefined {
    const date = parse_partial_date(text);
    return date?.length === 10 ? date : undefined;
}

export const is_iso_date = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && parse_date(text.split("-").reverse().join("/")) === text;

/** 1985-02-03 → 03/02/1985, 1985-02 → 02/1985 */
export const date_text = (iso: IsoPartialDate | undefined | null) => (iso ? iso.split("-").reverse().join("/") : "");

export const year_of = (iso: IsoPartialDate) => Number(iso.slice(0, 4));

/** Whole years from one day to another, as birthdays count them; the first possible day of a partial date. */
export function years_between(from: IsoPartialDate, to: IsoDate): number {
    const start = from.length === 10 ? from : `${from}${from.length === 7 ? "-01" : "-01-01"}`;
    return year_of(to) - year_of(start) - (to.slice(5) < start.slice(5) ? 1 : 0);
}

/** 2026-03-02T03:15:22.113Z → 02/03/2026 10:15, on the clock of the reader. */
export function moment_text(instant: string): string {
    const at = new Date(instant);
    return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
