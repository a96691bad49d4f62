// SPDX-License-Identifier: AGPL-3.0-or-later
// The served description is a lawful OpenAPI 3.1 document.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { root, start_product } from "../../../web/tests/support/product.mjs";

let product, folder;
before(async () => {
    folder = await mkdtemp(join(tmpdir(), "kientoan-lint-"));
    product = await start_product();
});
after(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
});

test("redocly finds nothing wrong", async () => {
    const path = join(folder, "openapi.json");
    await writeFile(path, await (await fetch(new URL("/api/openapi.json", product.url))).text());
    const config = fileURLToPath(new URL("redocly.yaml", import.meta.url));
    const text = await new Promise((done) =>
        execFile(
            process.execPath,
            [join(root, "node_modules/@redocly/cli/bin/cli.js"), "lint", path, "--config", config, "--format", "json"],
            // Nothing is asked of, or told to, the network.
            { env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
            (_, stdout) => done(stdout),
        ),
    );
    const { totals, problems } = JSON.parse(text);
    assert.deepEqual(
        problems.map(({ ruleId, severity, message, location }) => ({ ruleId, severity, message, at: location[0]?.pointer })),
        [],
    );
    assert.equal(totals.errors + totals.warnings, 0, text);
});
