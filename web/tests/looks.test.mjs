// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page of pages.ts, wide and on a phone, light and dark: nothing wider than the window, nothing serious found by
// axe, nothing that the Content-Security-Policy forbids. Leaves its pictures in build/screenshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { accessible, fits, keep_picture, phone, settled, wide } from "./support/browser.mjs";
import { root } from "./support/product.mjs";
import { set_stage } from "./support/stage.mjs";

const paths = [...readFileSync(join(root, "web/src/pages.ts"), "utf8").matchAll(/^ {4}\{ path: "([^"]+)"/gm)].map(([, path]) => path);

const { product, open } = await set_stage();
const callers = {};
for (const name of ["bantochuc", "quantri", "dangvien"]) callers[name] = await product.caller(name);
const { bantochuc: clerk, quantri: administrator } = callers;
const member = (await clerk.call("GET", "/members?q=nguyen+thi+hoa&limit=1")).items[0].id;
const account = (await administrator.call("GET", "/session")).account.id;
const campaign = (await clerk.call("GET", "/records/grading_campaign")).items[0].id;
// By path: who looks, and at what addresses; a path of pages.ts that is not here fails below.
const visits = {
    "/": ["bantochuc", "/", "/?on=1950-01-01"],
    "/organisations": ["bantochuc", "/organisations"],
    "/organisations/:code": ["bantochuc", "/organisations/DH.28", "/organisations/KHONG-CO"],
    "/members": ["bantochuc", "/members", "/members?on=2020-12-31&sex=female&figure=members.graded&year=2020", "/members?on=1950-01-01"],
    "/members/:id": ["bantochuc", ...["", "?tab=timeline", "?tab=documents", "?tab=history", "?tab=readers", "?tab=proposals"].map((tab) => `/members/${member}${tab}`)],
    "/grades": ["bantochuc", "/grades?year=2020"],
    "/reports": ["bantochuc", "/reports?year=2020"],
    "/reports/:name": ["bantochuc", "/reports/year-end?year=2020"],
    "/check-report": ["dangvien", "/check-report"],
    "/figures/:name": ["bantochuc", "/figures/cells"],
    "/imports": ["bantochuc", "/imports"],
    "/proposals": ["bantochuc", "/proposals"],
    "/accounts": ["quantri", "/accounts"],
    "/accounts/:id": ["quantri", `/accounts/${account}`],
    "/account": ["quantri", "/account"],
    "/audit": ["quantri", "/audit"],
    "/accesses": ["quantri", "/accesses"],
    "/settings": ["quantri", "/settings"],
    "/records": ["bantochuc", "/records"],
    "/records/:type": ["bantochuc", "/records/decision"],
    "/records/:type/:id": ["bantochuc", `/records/grading_campaign/${campaign}`],
    "/own": ["dangvien", "/own"],
    "/password": ["bantochuc", "/password"],
    "/sign-in": [undefined, "/sign-in"],
    "/:rest(.*)*": ["bantochuc", "/khong/co/trang/nay"],
};

test("each page of pages.ts is looked at", () => {
    assert.ok(paths.length >= 10);
    for (const path of paths) assert.ok(visits[path], `${path} is not in the list above`);
});

for (const path of paths)
    test(`${path} fits, is accessible and keeps the policy`, async () => {
        const [account, ...addresses] = visits[path];
        for (const [size, theme] of [
            [wide, "light"],
            [wide, "dark"],
            [phone, "light"],
            [phone, "dark"],
        ]) {
            const { page, close } = await open({ size, theme, caller: callers[account] });
            for (const [i, address] of addresses.entries()) {
                const what = `${address} ${size.width} ${theme}`;
                await page.goto(address);
                await page.getByRole("heading", { level: 1 }).first().waitFor();
                await settled(page);
                await fits(page, what);
                await accessible(page, what);
                const name = path.replace(/\W+/g, "_").replace(/^_|_$/g, "") || "overview";
                await keep_picture(page, `${name}${i || ""}-${size.width}-${theme}`);
                if (size !== wide || theme !== "light") continue;
                await page.emulateMedia({ media: "print" });
                await fits(page, `${what}, printed`);
                assert.equal(await page.getByRole("navigation", { name: "Trang" }).count(), 0, `${what}, printed`);
                await page.emulateMedia({ media: "screen" });
            }
            await close();
        }
    });

test("windows over the page are accessible too", async () => {
    const { page, close } = await open({ caller: callers.bantochuc });
    await page.goto(visits["/members/:id"][1]);
    await page.getByRole("button", { name: "Ghi thay đổi" }).click();
    await page.getByLabel("Ngoại ngữ").waitFor();
    await accessible(page, "form");
    await page.goto("/");
    for (const [open, shown] of [
        [() => page.keyboard.press("Control+k"), "Tìm nhanh"],
        [() => page.keyboard.press("?"), "Phím tắt"],
        [() => page.getByRole("button", { name: "Tổ chức đang xem" }).click(), "Chọn tổ chức"],
        [() => page.getByRole("button", { name: /^Tại ngày/ }).click(), "Chọn ngày"],
        [() => page.getByRole("button", { name: /Tài khoản/ }).click(), undefined],
    ]) {
        await page.reload();
        await page.getByRole("heading", { level: 1 }).waitFor();
        await open();
        if (shown) await page.getByRole("dialog", { name: shown }).waitFor();
        await settled(page);
        await accessible(page, shown ?? "account");
    }
    await close();
});
