// SPDX-License-Identifier: AGPL-3.0-or-later
// Workbooks as an office would write and mend them, by Debian's openpyxl.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const python = (script, ...args) => promisify(execFile)("/usr/bin/python3", ["-c", script, ...args]);

/** One sheet; `rows` of texts, the first the header. */
export const write_xlsx = (path, rows) =>
    python("import json, openpyxl, sys\nbook = openpyxl.Workbook()\nfor row in json.loads(sys.argv[2]): book.active.append(row)\nbook.save(sys.argv[1])", path, JSON.stringify(rows));

/** Every cell that shows `wrong` shows `right` instead; says how many there were. */
export async function mend_xlsx(path, wrong, right) {
    const { stdout } = await python(
        [
            "import openpyxl, sys",
            "book = openpyxl.load_workbook(sys.argv[1])",
            "cells = [cell for sheet in book for row in sheet for cell in row if str(cell.value).strip() == sys.argv[2]]",
            "for cell in cells: cell.value = sys.argv[3]",
            "book.save(sys.argv[1])",
            "print(len(cells))",
        ].join("\n"),
        path,
        wrong,
        right,
    );
    return Number(stdout);
}
