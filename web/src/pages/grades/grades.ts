// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CellGrades } from "@/api/report_types";
import { labels, type Grade } from "@/generated/records";

/** Best first, as the official list has them. */
export const grade_codes = Object.keys(labels.grade) as Grade[];

export interface GradeSums {
    members: number;
    graded: number;
    not_graded: number;
    missing: number;
    grades: Record<Grade, number>;
}

/** What the cells come to together. */
export function sum_of(cells: CellGrades[]): GradeSums {
    const sums: GradeSums = { members: 0, graded: 0, not_graded: 0, missing: 0, grades: Object.fromEntries(grade_codes.map((code) => [code, 0])) as Record<Grade, number> };
    for (const cell of cells) {
        sums.members += cell.members;
        sums.graded += cell.graded;
        sums.not_graded += cell.not_graded;
        sums.missing += cell.missing;
        for (const code of grade_codes) sums.grades[code] += cell.grades[code] ?? 0;
    }
    return sums;
}
