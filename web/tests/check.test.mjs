// SPDX-License-Identifier: AGPL-3.0-or-later
// The report checker: a text is pasted or sent as a file, its figures are marked where they stand, what was found leads
// to its sentence and back.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { accessible, fits, keep_picture, phone, settled } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { as } = await set_stage();

const filling = Array.from({ length: 12 }, (_, i) => `${i + 1}. Cấp ủy các cấp tiếp tục quán triệt, triển khai thực hiện nghị quyết đại hội, giữ nền nếp sinh hoạt, nâng cao chất lượng tự phê bình và phê bình, chú trọng công tác cán bộ và bảo vệ chính trị nội bộ.`);
const shares = "Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 84,7%.";
const sum = "Trong năm, Đảng ủy ban hành 100 văn bản, gồm 20 nghị quyết, 30 kế hoạch và 40 công văn.";
const cut = "Toàn Đảng bộ có 193/226 đảng viên hoàn thành tốt nhiệm vụ, đạt 85,39%.";
const right = "Đảng bộ có 120 đảng viên, trong đó 48 nữ, chiếm 40%.";
const report = ["BÁO CÁO KẾT QUẢ NĂM 2021", right, ...filling, shares, ...filling, sum, ...filling, cut].join("\n");

const is_in_view = (locator) =>
    locator.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 48 && bottom <= innerHeight;
    });

test("a pasted text has three findings; one leads to its sentence, a figure back to its finding", async () => {
    const { page, close } = await as("bantochuc");
    await page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Soát báo cáo" }).click();
    await page.getByLabel("Văn bản cần soát").fill(report);
    await page.getByRole("button", { name: "Soát văn bản" }).click();
    const found = page.getByRole("region", { name: "Những điều tìm thấy" });
    await found.getByText("2 mâu thuẫn").waitFor();
    assert.match(await found.getByRole("status").innerText(), /1 ghi chú/);
    const findings = found.getByRole("listitem").getByRole("button");
    assert.equal(await findings.count(), 3);

    const text = page.getByRole("article", { name: "Văn bản đã soát" });
    assert.equal((await text.innerText()).replace(/\s+/g, " ").includes(right), true, "the whole text is there");
    await findings.filter({ hasText: /40/ }).filter({ hasText: "cộng" }).click();
    const figure = text.getByRole("link", { name: "100", exact: true });
    await figure.waitFor();
    assert.ok(await is_in_view(figure), "the sentence is scrolled to");
    const marked = await text.locator(".is-sentence").allInnerTexts();
    assert.equal(marked.join("").replace(/\s+/g, " ").trim(), sum);
    assert.equal(await text.locator(".is-chosen").count(), 4, "its four figures are outlined");
    await accessible(page, "a checked text");
    await keep_picture(page, "check-report-found-1440-light");

    await text.getByRole("link", { name: "84,7", exact: true }).press("Enter");
    const other = findings.filter({ hasText: "85,7%" });
    assert.equal(await other.getAttribute("aria-pressed"), "true");
    assert.ok(await other.evaluate((element) => element === document.activeElement));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.ok(await is_in_view(figure));
    assert.equal(await other.getAttribute("aria-pressed"), "false");

    await page.getByRole("button", { name: "Sửa văn bản" }).click();
    await page.getByLabel("Văn bản cần soát").fill(report.replace("84,7%", "85,7%").replace("40 công văn", "50 công văn").replace("85,39%", "85,4%"));
    await page.keyboard.press("Control+Enter");
    await found.getByText("Không thấy số liệu nào mâu thuẫn.").waitFor();
    await close();
});

test("a file is checked, against the registers too when asked", async () => {
    const { page, close } = await as("bantochuc");
    const path = join(tmpdir(), `soat-${process.pid}.txt`);
    await writeFile(path, "Năm 2020, Đảng bộ thành phố có 5.907 đảng viên được xếp loại, trong đó 962 đảng viên hoàn thành xuất sắc nhiệm vụ.");
    await page.goto("/check-report?year=2020");
    await page.getByRole("checkbox", { name: /^So cả với sổ bộ của Đảng bộ thành phố Đông Hà/ }).check();
    await page.getByLabel("Năm của sổ bộ").fill("2020");
    await page.getByLabel("Chọn tệp Word hoặc văn bản").setInputFiles(path);
    await page.getByText(`Tệp soat-${process.pid}.txt`).waitFor();
    const finding = page.getByRole("region", { name: "Những điều tìm thấy" }).getByRole("button").filter({ hasText: "sổ bộ" });
    await finding.first().waitFor();
    assert.match(await finding.first().innerText(), /961/);
    await close();
});

test("a member checks a text on a phone, in the dark; the findings stand below", async () => {
    const { page, close } = await as("dangvien", { size: phone, theme: "dark" });
    await page.goto("/check-report");
    await page.getByLabel("Văn bản cần soát").fill(report);
    await page.getByRole("button", { name: "Soát văn bản" }).click();
    const found = page.getByRole("region", { name: "Những điều tìm thấy" });
    await found.getByText("2 mâu thuẫn").waitFor();
    await fits(page, "a checked text");
    await accessible(page, "a checked text");
    const [text_box, found_box] = await Promise.all([page.getByRole("article").boundingBox(), found.boundingBox()]);
    assert.ok(found_box.y >= text_box.y + text_box.height);
    await found.getByRole("listitem").getByRole("button").first().click();
    await settled(page);
    assert.ok(await is_in_view(page.getByRole("article").getByRole("link", { name: "84,7", exact: true })));
    await keep_picture(page, "check-report-found-390-dark");
    await page.emulateMedia({ media: "print" });
    await fits(page, "a checked text, printed");
    await close();
});
