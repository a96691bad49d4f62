// SPDX-License-Identifier: AGPL-3.0-or-later
// What a clerk of the organisation board does all day: finding someone, reading the file, correcting it, writing a
// change; and the clerk who comes second.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fits, phone, rows_opened, settled } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { product, as } = await set_stage();
const clerk = await product.caller("bantochuc");
const hoa = (await clerk.call("GET", "/members?q=nguyen+thi+hoa&limit=100")).items.filter(({ full_name }) => full_name === "Nguyễn Thị Hòa").map(({ id }) => id);
assert.ok(hoa.length >= 3);

const dialog = (page) => page.getByRole("dialog").filter({ has: page.getByRole("button", { name: "Bỏ qua" }) });

test("typing `nguyen thi hoa` finds Nguyễn Thị Hòa; a field is corrected and stands in the history; 961 of the report are 961 rows", async () => {
    const { page, close } = await as("bantochuc");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("nguyen thi hoa");
    await page.getByRole("option", { name: /^Nguyễn Thị Hòa / }).first().click();
    await page.getByRole("heading", { level: 1, name: "Nguyễn Thị Hòa" }).waitFor();

    await page.getByRole("button", { name: "Sửa sai Thông tin cá nhân" }).click();
    await dialog(page).getByLabel("Điện thoại").fill("0912 345 678");
    await dialog(page).getByRole("button", { name: "Lưu" }).click();
    await dialog(page).getByText("Hãy ghi lý do").waitFor();
    await dialog(page).getByLabel("Lý do").fill("Ghi nhầm số khi nhập sổ");
    await dialog(page).getByRole("button", { name: "Lưu" }).click();

    await page.getByText("Đã lưu Điện thoại.").waitFor();
    assert.ok(await page.getByRole("definition").filter({ hasText: "0912 345 678" }).isVisible());
    await page.getByRole("button", { name: "Xem lịch sử" }).click();
    const entry = page.getByRole("listitem").filter({ hasText: "Ghi nhầm số khi nhập sổ" });
    await entry.waitFor();
    assert.match(await entry.innerText(), /Cán bộ Ban Tổ chức/);
    assert.match(await entry.innerText(), /Điện thoại[\s\S]*0912 345 678/);
    assert.match(page.url(), /tab=history/);

    await page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Báo cáo", exact: true }).click();
    await page.getByLabel("Năm", { exact: true }).fill("2020");
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByRole("link", { name: "961", exact: true }).first().click();
    await page.waitForURL((url) => url.pathname === "/members");
    await page.getByRole("main").getByText("961 đảng viên").waitFor();
    const files = await rows_opened(page);
    assert.equal(files.length, 961);
    assert.equal(new Set(files).size, 961, "nobody twice");
    await close();
});

test("a change is true from its day: before it the file is as it was", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto(`/members/${hoa[1]}`);
    await page.getByRole("button", { name: "Ghi thay đổi" }).click();
    await dialog(page).getByLabel("Ngoại ngữ").fill("Tiếng Lào B");
    const on = dialog(page).getByLabel("Đúng từ ngày", { exact: false }).first();
    await on.fill("1.3.2024");
    await on.blur();
    assert.equal(await on.inputValue(), "01/03/2024");
    await dialog(page).getByLabel("Lý do").fill("Có chứng chỉ mới");
    await dialog(page).getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu Ngoại ngữ.").waitFor();
    await page.getByText("Tiếng Lào B").waitFor();

    await page.goto(`/members/${hoa[1]}?on=2024-02-29`);
    await page.getByText("Đang xem tại ngày 29/02/2024").waitFor();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await settled(page);
    assert.equal(await page.getByText("Tiếng Lào B").count(), 0);
    await page.getByRole("button", { name: "Về hôm nay" }).click();
    await page.getByText("Tiếng Lào B").waitFor();
    await close();
});

test("the second of two clerks gets a comparison and chooses", async () => {
    const first = await as("bantochuc");
    const second = await as("capuy");
    const found = await (await product.caller("capuy")).call("GET", "/members?limit=1");
    const path = `/members/${found.items[0].id}`;
    for (const { page } of [first, second]) {
        await page.goto(path);
        await page.getByRole("button", { name: "Sửa sai Thông tin cá nhân" }).click();
    }
    for (const [{ page }, number] of [
        [first, "0900 000 001"],
        [second, "0900 000 002"],
    ]) {
        await dialog(page).getByLabel("Điện thoại").fill(number);
        await dialog(page).getByLabel("Lý do").fill("Số mới");
        await dialog(page).getByRole("button", { name: "Lưu" }).click();
        if (page === first.page) await page.getByText("Đã lưu Điện thoại.").waitFor();
    }
    const { page } = second;
    await page.getByRole("heading", { name: "Người khác đã sửa hồ sơ này trước bạn" }).waitFor();
    const phones = page.getByRole("group", { name: "Điện thoại" });
    assert.match(await phones.innerText(), /Của bạn\s*0900 000 002[\s\S]*Hiện đang có\s*0900 000 001/);
    await page.getByRole("button", { name: "Lưu theo lựa chọn" }).click();
    await page.getByText("Đã lưu Điện thoại.").waitFor();
    await page.getByText("0900 000 002").first().waitFor();
    await first.close();
    await second.close();
});

test("unsaved work is still there after leaving the form", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto(`/members/${hoa[2]}`);
    await page.getByRole("button", { name: "Sửa sai Nhân thân" }).click();
    await dialog(page).getByLabel("Cơ quan tuyển dụng").fill("Phòng Tài chính");
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByRole("button", { name: "Sửa sai Nhân thân" }).click();
    await dialog(page).getByText("Đã khôi phục phần đang sửa dở.").waitFor();
    assert.equal(await dialog(page).getByLabel("Cơ quan tuyển dụng").inputValue(), "Phòng Tài chính");
    await dialog(page).getByRole("button", { name: "Bỏ phần sửa dở" }).click();
    assert.equal(await dialog(page).getByLabel("Cơ quan tuyển dụng").inputValue(), "");
    await close();
});

test("a partial date is typed as it is known, and what is none is said beside the field", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto(`/members/${hoa[2]}`);
    await page.getByRole("button", { name: "Sửa sai Nhân thân" }).click();
    const field = dialog(page).getByLabel("Ngày vào Đoàn", { exact: true });
    await field.pressSequentially("3-19x65");
    await field.blur();
    assert.equal(await field.inputValue(), "03/1965");
    await field.fill("30/2/1965");
    await field.blur();
    await dialog(page).getByText("“30/2/1965” không phải là một ngày có thật").waitFor();
    await field.fill("1965");
    await field.blur();
    await dialog(page).getByLabel("Lý do").fill("Theo sổ đoàn");
    await dialog(page).getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu Ngày vào Đoàn.").waitFor();
    await close();
});

test("an identifier is shown in full on request, and the look is recorded", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto(`/members/${hoa[2]}`);
    const number = page.getByRole("definition").filter({ has: page.getByRole("button", { name: "Xem đủ Số định danh cá nhân" }) });
    assert.match(await number.innerText(), /^•+\d+/);
    await page.getByRole("button", { name: "Xem đủ Số định danh cá nhân" }).click();
    await page.getByText("Lần xem này đã được ghi vào nhật ký.").waitFor();
    assert.ok(await page.getByText(/^\d{12}$/).isVisible());
    // Looks are written down in groups, a fifth of a second late.
    await page.waitForTimeout(500);
    await page.getByRole("tab", { name: "Ai đã xem" }).click();
    await page.getByRole("listitem").filter({ hasText: "Xem đủ: " }).first().waitFor();
    await close();
});

test("the list says its total at once, is filtered in the record's words, sorted, and is in the address", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/members");
    const total = page.getByRole("status").filter({ hasText: "đảng viên" });
    await total.filter({ hasText: "6.000 đảng viên" }).waitFor();
    assert.ok((await page.getByRole("row").count()) < 100, "only what is in view is drawn");

    await page.getByRole("button", { name: "Lọc", exact: true }).click();
    await page.getByRole("dialog", { name: "Lọc theo" }).getByText("Giới tính", { exact: true }).click();
    await page.getByLabel("Nữ", { exact: true }).check();
    await page.getByText("Giới tính: Nữ").waitFor();
    await total.filter({ hasText: "2.489 đảng viên" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("columnheader", { name: "Ngày sinh" }).getByRole("button").click();
    await page.getByRole("row").nth(1).getByText("/1").first().waitFor();
    assert.match(page.url(), /sex=female/);
    assert.match(page.url(), /sort=born_on/);

    await page.reload();
    await total.filter({ hasText: "2.489 đảng viên" }).waitFor();
    assert.equal(await page.getByRole("columnheader", { name: "Ngày sinh" }).getAttribute("aria-sort"), "ascending");
    await page.getByRole("button", { name: "Bỏ lọc Giới tính: Nữ" }).click();
    await total.filter({ hasText: "6.000 đảng viên" }).waitFor();
    await close();
});

test("the list is worked by the keyboard: to the end, select, open", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/members");
    await page.getByRole("row").nth(5).waitFor();
    const grid = page.getByRole("grid");
    await grid.focus();
    await page.keyboard.press("End");
    const last = page.locator('[aria-rowindex="6001"]');
    await last.getByRole("link").waitFor();
    const name = await last.getByRole("link").innerText();
    await page.keyboard.press("Space");
    await page.getByText("Đã chọn 1", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Chọn tất cả 6.000" }).click();
    await page.getByText("Đã chọn 6.000", { exact: true }).waitFor();
    await grid.focus();
    await page.keyboard.press("Space");
    await page.getByText("Đã chọn 5.999", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.goBack();
    await last.getByRole("link", { name }).waitFor();
    await close();
});

test("what the list shows is exported with its filter", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/members?sex=female&columns=name,cell");
    await page.getByRole("row").nth(3).waitFor();
    await page.getByRole("button", { name: "Xuất danh sách" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Excel/ }).click()]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    assert.match(download.url(), /sex=female/);
    assert.match(download.url(), /columns=full_name%2Ccell_name/);
    await close();
});

test("what is chosen in the list is exported and copied, and nothing else", async () => {
    const { page, close } = await as("bantochuc");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/members?columns=name,born_on");
    const boxes = page.getByRole("checkbox", { name: /^Chọn (?!tất cả)/ });
    await boxes.nth(2).check();
    await boxes.nth(4).check();
    const names = await page.getByRole("row", { selected: true }).getByRole("link").allInnerTexts();
    assert.equal(names.length, 2);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Xuất 2 dòng đã chọn" }).click()]);
    const lines = readFileSync(await download.path(), "utf8").trimEnd().split("\r\n");
    assert.equal(lines[0], '\uFEFF"Họ và tên","Ngày sinh"');
    assert.deepEqual(lines.slice(1).map((line) => line.split('"')[1]), names);
    await page.getByRole("button", { name: "Chép 2 dòng" }).click();
    await page.getByText("Đã chép 2 dòng", { exact: false }).waitFor();
    assert.deepEqual((await page.evaluate(() => navigator.clipboard.readText())).split("\n").slice(1).map((line) => line.split("\t")[0]), names);
    await page.getByRole("button", { name: "Chọn tất cả 6.000" }).click();
    const [document] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Danh sách đảng viên của cấp ủy (.docx)" }).click()]);
    assert.match(document.suggestedFilename(), /\.docx$/);
    await close();
});

test("a list is saved under a name, renamed, opened again and removed", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/members?sex=female&sort=born_on");
    const views = () => page.getByRole("button", { name: "Danh sách đã lưu" });
    const shown = page.getByRole("dialog", { name: "Danh sách đã lưu" });
    await views().click();
    await shown.getByLabel("Tên danh sách").fill("Nữ theo tuổi");
    await shown.getByRole("button", { name: "Lưu" }).click();
    await shown.getByRole("button", { name: "Đổi tên danh sách Nữ theo tuổi" }).click();
    await shown.getByLabel("Tên mới của danh sách Nữ theo tuổi").fill("Đảng viên nữ, lớn tuổi trước");
    await page.keyboard.press("Enter");
    await page.getByText("Đã đổi tên thành “Đảng viên nữ, lớn tuổi trước”.").waitFor();
    await page.goto("/members");
    await views().click();
    assert.equal(await shown.getByRole("button", { name: "Nữ theo tuổi", exact: true }).count(), 0);
    await shown.getByRole("button", { name: "Đảng viên nữ, lớn tuổi trước", exact: true }).click();
    await page.getByText("Giới tính: Nữ").waitFor();
    assert.match(page.url(), /sort=born_on/);
    await views().click();
    await shown.getByRole("button", { name: "Xóa danh sách Đảng viên nữ, lớn tuổi trước" }).click();
    await page.getByText("Đã xóa “Đảng viên nữ, lớn tuổi trước”.").waitFor();
    await close();
});

test("what is added to a file says on what it rests: a reason, or the decision that it needs", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto(`/members/${hoa[1]}`);
    const add = async (name) => {
        await page.getByRole("button", { name: "Thêm vào hồ sơ" }).click();
        await page.getByRole("button", { name, exact: true }).click();
    };
    await add("Danh hiệu được phong");
    await dialog(page).getByText("Lý do (bắt buộc)").waitFor();
    await dialog(page).getByRole("textbox", { name: /^Danh hiệu/ }).fill("Nhà giáo ưu tú");
    await dialog(page).getByRole("button", { name: "Lưu" }).click();
    await dialog(page).getByText("Hãy ghi lý do").waitFor();
    await dialog(page).getByLabel("Theo quyết định số").fill("15-QĐ/TU");
    await dialog(page).getByText("Lý do", { exact: true }).waitFor();
    await page.keyboard.press("Escape");

    await add("Miễn công tác và sinh hoạt đảng");
    await dialog(page).getByText("Lý do", { exact: true }).waitFor();
    await dialog(page).getByLabel("Theo quyết định số (bắt buộc)").fill("16-QĐ/TU");
    await dialog(page).getByRole("textbox", { name: "Ngày ban hành (bắt buộc)" }).fill("1/3/2024");
    await dialog(page).getByLabel("Cơ quan ban hành").fill("Thành ủy Đông Hà");
    await dialog(page).getByRole("textbox", { name: /^Miễn từ ngày/ }).fill("15/3/2024");
    await dialog(page).getByRole("combobox", { name: /^Lý do miễn/ }).selectOption({ index: 1 });
    await dialog(page).getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu", { exact: false }).waitFor();
    await page.getByRole("tab", { name: "Quá trình" }).click();
    const step = page.getByRole("listitem").filter({ hasText: "Được miễn sinh hoạt" });
    assert.match(await step.innerText(), /16-QĐ\/TU/);
    await close();
});

test("on a phone the rows are cards and nothing scrolls sideways", async () => {
    const { page, close } = await as("bantochuc", { size: phone });
    await page.goto("/members");
    await page.getByText("6.000 đảng viên").waitFor();
    await page.getByRole("row").nth(3).waitFor();
    assert.equal(await page.getByRole("columnheader").count(), 0);
    await fits(page, "/members");
    await page.getByRole("row").nth(2).getByRole("link").click();
    await page.getByRole("tab", { name: "Lý lịch" }).waitFor();
    await fits(page, "/members/:id");
    await close();
});
