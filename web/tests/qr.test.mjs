// SPDX-License-Identifier: AGPL-3.0-or-later
// QR codes are read back by a reader written from the standard's other side: format found by search, modules walked by
// the data path, errors looked for by the syndromes of Reed and Solomon.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { createServer } from "vite";

import { root } from "./support/product.mjs";

const vite = await createServer({ configFile: `${root}vite.config.ts`, server: { middlewareMode: true, hmr: false, ws: false }, appType: "custom", logLevel: "error", optimizeDeps: { noDiscovery: true } });
after(() => vite.close());
const { qr_code } = await vite.ssrLoadModule("/src/base/qr.ts");

// The fifteen format bits of level M and masks 0–7, as the standard prints them.
const formats = ["101010000010010", "101000100100101", "101111001111100", "101101101001011", "100010111111001", "100000011001110", "100111110010111", "100101010100000"];
const flips = [
    (r, c) => (r + c) % 2 === 0,
    (r) => r % 2 === 0,
    (_, c) => c % 3 === 0,
    (r, c) => (r + c) % 3 === 0,
    (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
    (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
    (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
    (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

function mask_of(code) {
    const bits = [...[0, 1, 2, 3, 4, 5, 7, 8].map((c) => code[8][c]), ...[7, 5, 4, 3, 2, 1, 0].map((r) => code[r][8])].map(Number).join("");
    return formats.indexOf(bits);
}

/** The codewords of a code of version 1–3, which have one block and at most one alignment pattern. */
function words_of(code) {
    const size = code.length;
    const centre = size - 7;
    const is_pattern = (r, c) =>
        r === 6 || c === 6 || (r < 9 && c < 9) || (r < 9 && c >= size - 8) || (r >= size - 8 && c < 9) || (size > 21 && Math.abs(r - centre) <= 2 && Math.abs(c - centre) <= 2);
    const flip = flips[mask_of(code)];
    let bits = "";
    let up = true;
    for (let right = size - 1; right > 0; right -= 2, up = !up) {
        if (right === 6) --right;
        for (let i = 0; i < size; ++i)
            for (const c of [right, right - 1]) {
                const r = up ? size - 1 - i : i;
                if (!is_pattern(r, c)) bits += Number(code[r][c] !== flip(r, c));
            }
    }
    return bits.match(/.{8}/g).map((word) => parseInt(word, 2));
}

const powers = [1];
while (powers.length < 255) powers.push((powers.at(-1) << 1) ^ (powers.at(-1) & 128 ? 0x11d : 0));
const times = (a, b) => (a && b ? powers[(powers.indexOf(a) + powers.indexOf(b)) % 255] : 0);

const corrections = { 21: 10, 25: 16, 29: 26 };

test("what is written is read back, without an error", () => {
    for (const text of ["A", "Kiện Toàn", "otpauth://totp/x?secret=ABCDEFGH", "0".repeat(42)]) {
        const code = qr_code(text);
        const words = words_of(code);
        for (let root_power = 0; root_power < corrections[code.length]; ++root_power)
            assert.equal(words.reduce((sum, word) => times(sum, powers[root_power]) ^ word, 0), 0, `syndrome ${root_power} of ${text}`);
        const bits = words.map((word) => word.toString(2).padStart(8, "0")).join("");
        assert.equal(bits.slice(0, 4), "0100");
        const length = parseInt(bits.slice(4, 12), 2);
        const bytes = Buffer.from(bits.slice(12, 12 + length * 8).match(/.{8}/g).map((byte) => parseInt(byte, 2)));
        assert.equal(bytes.toString("utf8"), text);
    }
});

test("the code is as large as its text needs, and no larger", () => {
    for (const [bytes, version] of [[14, 1], [15, 2], [26, 2], [27, 3], [42, 3], [43, 4], [106, 6], [107, 7], [152, 8], [180, 9], [181, 10], [213, 10]])
        assert.equal(qr_code("a".repeat(bytes)).length, 17 + 4 * version, `${bytes} bytes`);
    assert.equal(qr_code("a".repeat(214)), undefined);
});

test("finders, timing and the version stand where readers look", () => {
    const code = qr_code("a".repeat(120));
    const size = code.length;
    assert.equal(size, 45);
    const row = (r, from, to) => code[r].slice(from, to).map(Number).join("");
    for (const [r, c] of [[0, 0], [0, size - 7], [size - 7, 0]])
        ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"].forEach((pattern, i) => assert.equal(row(r + i, c, c + 7), pattern));
    assert.equal(row(6, 8, 16), "10101010");
    // Version 7 is 000111110010010100, lowest bit first in columns of three.
    let version = "";
    for (let i = 17; i >= 0; --i) version += Number(code[Math.floor(i / 3)][size - 11 + (i % 3)]);
    assert.equal(version, "000111110010010100");
    assert.ok(mask_of(code) >= 0);
});
