// SPDX-License-Identifier: AGPL-3.0-or-later
// Dates, numbers and text as people type and read them.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { createServer } from "vite";

import { root } from "./support/product.mjs";

const vite = await createServer({ configFile: `${root}vite.config.ts`, server: { middlewareMode: true, hmr: false, ws: false }, appType: "custom", logLevel: "error", optimizeDeps: { noDiscovery: true } });
after(() => vite.close());
const { parse_date, parse_partial_date, date_text, years_between, is_iso_date } = await vite.ssrLoadModule("/src/base/dates.ts");
const { count_text, percent_text, change_text } = await vite.ssrLoadModule("/src/base/numbers.ts");
const { csv_text } = await vite.ssrLoadModule("/src/base/files.ts");
const { lines_of } = await vite.ssrLoadModule("/src/pages/check/marks.ts");
const { fold, initials, lower_first, matches } = await vite.ssrLoadModule("/src/base/text.ts");

test("a date is typed as 3/2/1985, 3/1985 or 1985", () => {
    const typed = { "3/2/1985": "1985-02-03", "03-02-1985": "1985-02-03", "3.2.1985": "1985-02-03", " 3 / 2 / 1985 ": "1985-02-03", "03021985": "1985-02-03", "3/1985": "1985-03", 1985: "1985", "29/2/2000": "2000-02-29" };
    for (const [text, iso] of Object.entries(typed)) assert.equal(parse_partial_date(text), iso, text);
});

test("what is no date is none", () => {
    for (const text of ["", "30/2/2001", "29/2/1900", "31/4/2020", "0/1/2020", "1/0/2020", "0/2020", "13/2020", "1/13/2020", "85", "3/2/85", "1/2/3/2020", "3//1985", "ba"])
        assert.equal(parse_partial_date(text), undefined, text);
});

test("a whole date wants its day", () => {
    assert.equal(parse_date("3/2/1985"), "1985-02-03");
    assert.equal(parse_date("2/1985"), undefined);
    assert.equal(parse_date("1985"), undefined);
});

test("dates are read as they are typed", () => {
    for (const iso of ["1985-02-03", "1985-02", "1985"]) assert.equal(parse_partial_date(date_text(iso)), iso);
    assert.equal(date_text("1985-02-03"), "03/02/1985");
    assert.equal(date_text(undefined), "");
});

test("the day of an address is a day", () => {
    assert.ok(is_iso_date("2020-12-31"));
    for (const text of ["2020-02-30", "2020-1-1", "2020", "31/12/2020"]) assert.ok(!is_iso_date(text), text);
});

test("years are counted by birthdays", () => {
    assert.equal(years_between("1985-02-03", "2020-02-02"), 34);
    assert.equal(years_between("1985-02-03", "2020-02-03"), 35);
    assert.equal(years_between("1985", "2020-12-31"), 35);
});

test("numbers are written as documents write them", () => {
    assert.equal(count_text(5907), "5.907");
    assert.equal(count_text(55700), "55.700");
    assert.equal(count_text(0), "0");
    assert.equal(percent_text(42, 49), "85,7%");
    assert.equal(percent_text(4706, 5907), "79,7%");
    assert.equal(percent_text(1, 0), "");
    assert.equal(change_text(-17), "−17");
    assert.equal(change_text(1024), "+1.024");
});

test("text is found without diacritics", () => {
    assert.equal(fold("Đặng  Thị Thuỷ-Ưng"), "dang thi thuy ung");
    assert.ok(matches("tong q", "Tổng quan"));
    assert.ok(!matches("quan x", "Tổng quan"));
    assert.equal(initials("Trần Thị Bích Ngọc"), "BN");
    assert.equal(initials("Cán bộ Ban Tổ chức (mẫu)"), "TC");
    assert.equal(lower_first("Đảng viên"), "đảng viên");
});

test("a table for Excel holds quotes, lines and no formula", () => {
    assert.equal(csv_text([["Họ và tên", "Chi bộ"], ['Lê "Ba"', "=1+1"]]), '\uFEFF"Họ và tên","Chi bộ"\r\n"Lê ""Ba""","\'=1+1"\r\n');
});

test("a checked text is cut where its figures stand, in bytes or not, and none of it is lost", () => {
    const text = "😀 Đảng bộ có 10 đảng viên, gồm 4 nữ\nvà 7 nam.\r\nHết.";
    const figure = (word) => {
        const start = Buffer.byteLength(text.slice(0, text.indexOf(word)));
        return { text: word, value: Number(word), unit: "", start, end: start + word.length };
    };
    const finding = (severity, sentence, ...words) => ({ severity, rule: "sum", sentence, figures: words.map(figure), expected: "", stated: "", explanation: "" });
    const report = {
        text,
        figures: ["10", "4", "7"].map(figure),
        findings: [finding("contradiction", "Đảng bộ có 10 đảng viên, gồm 4 nữ\nvà 7 nam.", "10", "4", "7"), finding("note", "chữ khác", "7")],
    };
    const lines = lines_of(report);
    assert.equal(lines.map((line) => line.map((piece) => piece.text).join("")).join("\n"), text);
    const pieces = lines.flat();
    assert.deepEqual(pieces.filter(({ is_figure }) => is_figure).map((piece) => [piece.text, piece.of, piece.numbers]), [["10", [0], []], ["4", [0], []], ["7", [0, 1], [1]]]);
    assert.deepEqual(pieces.filter(({ numbers }) => numbers.includes(0)).map((piece) => piece.text), [" nam."]);
    assert.deepEqual(pieces.filter(({ within }) => !within.includes(0)).map((piece) => piece.text), ["😀 ", "\r", "Hết."]);
    assert.deepEqual(pieces.filter(({ within }) => within.includes(1)).map((piece) => piece.text), ["7"]);
    assert.deepEqual(lines_of({ text: "", figures: [], findings: [] }), [[{ start: 0, end: 0, text: "", is_figure: false, of: [], within: [], numbers: [] }]]);
});
