// SPDX-License-Identifier: AGPL-3.0-or-later
// The dictionary: every key that a page says is there in both languages with the same {names}, every key is said
// somewhere, and Vietnamese is written with its letters.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { root } from "./support/product.mjs";

const sources = join(root, "web/src");
const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:ts|vue)$/.test(name) && !name.startsWith("generated"));
const text_of = (name) => readFileSync(join(sources, name), "utf8");

const words = new Map();
for (const name of files.filter((each) => each.startsWith("i18n/") && each !== "i18n/index.ts"))
    for (const [, key, vietnamese, english] of text_of(name).matchAll(/^ {4}"?([\w.]+)"?: \["((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\],$/gm)) words.set(key, { vietnamese, english, name });

const code = files.filter((name) => !name.startsWith("i18n/")).map(text_of).join("\n");

test("the dictionary is read whole", () => {
    const lines = files.filter((name) => name.startsWith("i18n/") && name !== "i18n/index.ts").flatMap((name) => text_of(name).split("\n").filter((line) => /^ {4}"?[\w.]+"?: \[/.test(line)));
    assert.equal(words.size, lines.length);
    assert.ok(words.size > 200);
});

test("each key that is said is there", () => {
    const missing = [...code.matchAll(/\bt\(\s*(["'])(.+?)\1/g)].map(([, , key]) => key).filter((key) => !words.has(key));
    assert.deepEqual(missing, []);
});

test("each key is said somewhere", () => {
    const prefixes = [...code.matchAll(/\bt\(`([\w.]+)\$\{/g)].map(([, prefix]) => prefix);
    const unused = [...words.keys()].filter((key) => !code.includes(`"${key}"`) && !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    assert.deepEqual(unused, []);
});

test("both languages fill in the same names", () => {
    const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
    for (const [key, { vietnamese, english }] of words) {
        assert.equal(names(vietnamese), names(english), key);
        assert.ok(vietnamese.trim() && english.trim(), key);
    }
});

test("no page says Vietnamese past the dictionary", () => {
    const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
    // The names of the product and its documents, and lists that are the server's own.
    const theirs = ["Kiện Toàn", "12-QĐ/TU", "pages/members/columns.ts"];
    const found = [];
    for (const name of files.filter((each) => !each.startsWith("i18n/") && !theirs.includes(each)))
        text_of(name)
            .split("\n")
            .forEach((line, i) => {
                const said = theirs.reduce((text, each) => text.replaceAll(each, ""), line.replace(/\/\/.*|\/\*.*?\*\/|^\s*\*.*|<!--.*?-->/g, ""));
                if (letters.test(said) && !/[\u0300-\u036f]|\\u0300/.test(said) && !said.includes('"đ"')) found.push(`${name}:${i + 1}: ${line.trim()}`);
            });
    assert.deepEqual(found, []);
});
