// SPDX-License-Identifier: AGPL-3.0-or-later
// What the first page costs, and that nothing in it would break a strict Content-Security-Policy.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import { web_folder } from "./support/product.mjs";

const manifest = JSON.parse(readFileSync(join(web_folder, "manifest.json"), "utf8"));

/** The chunk and all that it imports at once; what is lazy is not counted. */
function needed(entry, found = new Set()) {
    if (found.has(entry)) return found;
    found.add(entry);
    for (const next of manifest[entry].imports ?? []) needed(next, found);
    return found;
}
const packed_size = (file) => statSync(join(web_folder, file.endsWith(".js") && statSync(join(web_folder, file)).size >= 512 ? `${file}.gz` : file)).size;

test("the first page loads at most 250 KB of script, gzipped", () => {
    const size = [...needed("index.html")].reduce((sum, entry) => sum + packed_size(manifest[entry].file), 0);
    assert.ok(size <= 250 * 1024, `${Math.ceil(size / 1024)} KB`);
});

test("the list of members adds at most 50 KB", () => {
    const before = needed("index.html");
    const added = [...needed("src/pages/members/List.vue")].filter((entry) => !before.has(entry));
    assert.ok(added.length > 0);
    assert.ok(added.reduce((sum, entry) => sum + packed_size(manifest[entry].file), 0) <= 50 * 1024);
});

test("index.html has neither inline script nor inline style, and names no other machine", () => {
    const html = readFileSync(join(web_folder, "index.html"), "utf8");
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|style=/);
    assert.doesNotMatch(html, /https?:\/\//);
});

test("what was packed unpacks to the file beside it", () => {
    const packed = readdirSync(web_folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".gz"));
    assert.ok(packed.length > 5);
    for (const name of packed) assert.deepEqual(gunzipSync(readFileSync(join(web_folder, name))), readFileSync(join(web_folder, name.slice(0, -3))), name);
});
