// SPDX-License-Identifier: AGPL-3.0-or-later
// Debian's Chromium on the pages. Whatever the page must never do fails the test in which it happens: a violation of
// the Content-Security-Policy, an error of a script, a request to another machine, a page wider than its window.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { root } from "./product.mjs";

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
const shots = join(root, "build/screenshots");

export const open_browser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A window of its own, signed in as a caller (product.mjs) if there is one; `wrongs` collects what the page must not do. */
export async function open_window(browser, url, { size = wide, theme = "light", caller } = {}) {
    const context = await browser.newContext({ viewport: size, colorScheme: theme, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", baseURL: url, acceptDownloads: true });
    if (caller) {
        const [name, value] = caller.cookie.split("=");
        await context.addCookies([{ name, value, url }]);
    }
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    const wrongs = [];
    await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)));
    page.on("console", (message) => {
        // What the browser itself says of a 4xx answer is no fault of the page.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) wrongs.push(message.text());
    });
    page.on("pageerror", (error) => wrongs.push(String(error.stack)));
    page.on("request", (request) => {
        const target = new URL(request.url());
        if (!["data:", "blob:"].includes(target.protocol) && target.origin !== new URL(url).origin) wrongs.push(`request to ${request.url()}`);
    });
    page.on("response", (response) => {
        if (response.status() >= 500) wrongs.push(`${response.status()} ${response.url()}`);
    });
    return {
        page,
        wrongs,
        async close() {
            await context.close();
            assert.deepEqual(wrongs, []);
        },
    };
}

export async function sign_in(page, name, password) {
    await page.goto("/sign-in");
    await page.getByLabel("Tên đăng nhập").fill(name);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.waitForURL((at) => at.pathname !== "/sign-in");
}

const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Waits until nothing more is fetched and drawn. */
export async function settled(page) {
    await page.waitForLoadState("networkidle");
    await drawn(page);
}

/** Scrolls a list from its first row to its last and reads what each row opens, as someone counting by hand would. */
export async function rows_opened(page) {
    const grid = page.getByRole("grid");
    const opened = new Map();
    await grid.evaluate((list) => list.scrollTo({ top: 0 }));
    for (;;) {
        await page.waitForFunction(() => document.querySelector('[role="gridcell"]') && !document.querySelector(".grid-waiting"));
        const seen = await grid.getByRole("row").filter({ has: page.getByRole("link") }).evaluateAll((rows) => rows.map((row) => [row.getAttribute("aria-rowindex"), row.querySelector("a").href]));
        for (const [row, address] of seen) opened.set(row, address);
        if (await grid.evaluate((list) => list.scrollTop + list.clientHeight >= list.scrollHeight - 1)) return [...opened.values()];
        await grid.evaluate((list) => list.scrollBy({ top: list.clientHeight }));
        await drawn(page);
    }
}

export async function fits(page, what) {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${what} is ${over} px wider than its window`);
}

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** Serious and critical findings of axe. Its script comes through the debugger, so the policy stays as it is. */
export async function accessible(page, what) {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
        return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
    });
    assert.deepEqual(found, [], what);
}

export async function keep_picture(page, name) {
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`) });
}
