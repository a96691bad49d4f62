// SPDX-License-Identifier: AGPL-3.0-or-later
// The year's report: what it prints opens the records that make it, it is signed, and what is corrected afterwards shows.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, keep_picture } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { as } = await set_stage();

test("a number of organisations opens as many of them", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/reports?year=2020");
    const row = page.getByRole("article").getByRole("row").filter({ hasText: "Phường" }).first();
    const printed = await row.getByRole("link").first().innerText();
    await row.getByRole("link").first().click();
    await page.waitForURL((url) => url.pathname === "/figures/grassroots_organisations");
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), String(Number(printed) + 1));
    await close();
});

test("signed, the report says by whom, and signing again says so first", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/reports?year=2020");
    await page.getByRole("button", { name: "Ký báo cáo" }).click();
    await page.getByLabel("Người ký").fill("Lê Thị Thu Hiền");
    await page.getByRole("button", { name: "Ký và chốt số liệu" }).click();
    await page.getByText("Đã ký: Lê Thị Thu Hiền", { exact: false }).first().waitFor();
    await page.getByText("Số liệu hiện tại giống số đã báo cáo.").waitFor();
    await accessible(page, "a signed report");
    await keep_picture(page, "report-signed");
    await page.reload();
    assert.match(await page.getByRole("region", { name: "Chữ ký" }).innerText(), /Lê Thị Thu Hiền/);
    await page.getByRole("button", { name: "Ký lại" }).click();
    await page.getByText("Báo cáo đã được Lê Thị Thu Hiền ký.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Bỏ qua" }).click();
    await close();
});

test("the report is taken away as Word, Excel and a page", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/reports?year=2020");
    for (const [name, ending] of [["Word", "docx"], ["Excel", "xlsx"], ["Trang web", "html"]]) {
        await page.getByRole("button", { name: "Tải về" }).click();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).click()]);
        assert.ok(download.suggestedFilename().endsWith(`.${ending}`), download.suggestedFilename());
    }
    await close();
});

test("the grades of a year, by cell, open the cell", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/grades?year=2020");
    await page.getByRole("link", { name: /^961/ }).waitFor();
    const row = page.getByRole("grid").getByRole("row").nth(1);
    const name = await row.getByRole("link").first().innerText();
    const members = await row.getByRole("gridcell").nth(1).innerText();
    await row.getByRole("link").first().click();
    await page.waitForURL((url) => url.pathname === "/members" && url.searchParams.get("on") === "2020-12-31");
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), String(Number(members) + 1), name);
    await close();
});
