// SPDX-License-Identifier: AGPL-3.0-or-later
// Files that the page itself writes.

/** A table as Excel opens it: UTF-8 with its mark, cells quoted, none of them a formula. */
export function csv_text(lines: string[][]): string {
    const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    return `\uFEFF${lines.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Offers a text as a download. */
export function save_file(name: string, text: string, type: string) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
