// SPDX-License-Identifier: AGPL-3.0-or-later
// A register with faults, from the file an office made to the undo of what came in.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { accessible, fits, keep_picture, phone } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";
import { mend_xlsx, write_xlsx } from "./support/xlsx.mjs";

const { as } = await set_stage();
const folder = await mkdtemp(join(tmpdir(), "kientoan-import-"));
after(() => rm(folder, { recursive: true, force: true }));

const header = ["Số lý lịch", "Họ và tên khai sinh", "Giới tính", "Ngày sinh", "Dân tộc", "Ngày vào Đảng", "Mã chi bộ", "Ghi chú riêng"];
const rows = [
    ["990001QT", "Lê Thị Mai Hương", "Nữ", "12/03/1985", "Kinh", "19/05/2010", "DH.05.01", ""],
    ["990002QT", "Nguyễn Văn Đức", "Nam", "31/02/1980", "Kinh", "03/02/2005", "DH.05.01", "xem lại"],
    ["990003QT", "Trần Quốc Bảo", "Nam", "20/11/1990", "Kinh", "19/05/2015", "DH.05.01", ""],
];

/** Chooses the register of members and the file, and goes on to what a try says. */
async function try_file(page, path) {
    await page.getByRole("radio", { name: "Đảng viên" }).check();
    await page.getByLabel("Chọn tệp Excel").setInputFiles(path);
    await page.getByRole("button", { name: "Kiểm tra thử" }).click();
    await page.getByText("Dòng đã đọc").waitFor();
}

test("a faulty file is mended by its error file, imported and undone", async () => {
    const { page, close } = await as("bantochuc");
    const path = join(folder, "dang-vien-moi.xlsx");
    await write_xlsx(path, [header, ...rows]);
    // In the session of the page: what it has written it sees at once.
    const count = async () => (await (await page.request.get("/api/members?organisation=DH.05.01&limit=1")).json()).total;
    const before_import = await count();
    await page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Nhập từ Excel" }).click();
    await try_file(page, path);
    const found = page.getByRole("grid", { name: "Các lỗi tìm thấy" });
    await found.getByText("31/02/1980").first().waitFor();
    assert.equal(await found.getAttribute("aria-rowcount"), "2");
    assert.match(await found.innerText(), /Ngày sinh/);
    assert.match(await page.getByRole("main").innerText(), /Ghi chú riêng/, "what is not read is said");
    assert.equal(await page.getByRole("button", { name: /^Nhập \d/ }).count(), 0);
    await accessible(page, "errors of an import");
    await keep_picture(page, "import-errors-1440-light");

    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải tệp ghi lỗi" }).click()]);
    const mended = join(folder, "da-sua.xlsx");
    await download.saveAs(mended);
    assert.equal(await mend_xlsx(mended, "31/02/1980", "28/02/1980"), 1);
    await page.getByRole("button", { name: "Chọn tệp đã sửa" }).click();
    await try_file(page, mended);
    await page.getByText("Không có lỗi.", { exact: false }).waitFor();
    const lines = Number(/^Nhập (\d+) dòng$/.exec(await page.getByRole("button", { name: /^Nhập \d/ }).innerText())[1]);
    assert.ok(lines >= 1);
    assert.equal(await count(), before_import, "a try writes nothing");
    await page.getByRole("button", { name: /^Nhập \d/ }).click();
    await page.getByText(/Đã nhập \d+ dòng/).waitFor();
    assert.equal(await count(), before_import + lines);
    await keep_picture(page, "import-done-1440-light");

    await page.getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("Đã hoàn tác", { exact: false }).first().waitFor();
    assert.equal(await count(), before_import);
    await close();
});

test("a header nobody knows is named by hand, and remembered", async () => {
    const { page, close } = await as("bantochuc");
    const path = join(folder, "tieu-de-la.xlsx");
    await write_xlsx(path, [header.map((name) => (name === "Mã chi bộ" ? "Nơi ấy" : name)), rows[0]]);
    await page.goto("/imports");
    await page.getByRole("radio", { name: "Đảng viên" }).check();
    await page.getByLabel("Chọn tệp Excel").setInputFiles(path);
    await page.getByText("Còn thiếu cột bắt buộc: “Mã chi bộ”.").waitFor();
    assert.ok(await page.getByRole("button", { name: "Kiểm tra thử" }).isDisabled());
    await accessible(page, "columns of an import");
    await keep_picture(page, "import-columns");
    await page.getByLabel("Cột “Nơi ấy” nhập vào").selectOption("Mã chi bộ");
    await page.getByRole("button", { name: "Kiểm tra thử" }).click();
    await page.getByText("Không có lỗi.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Nhập 1 dòng" }).click();
    await page.getByText(/Đã nhập 1 dòng/).waitFor();
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("Đã hoàn tác", { exact: false }).first().waitFor();

    await page.reload();
    await page.getByRole("radio", { name: "Đảng viên" }).check();
    await page.getByLabel("Chọn tệp Excel").setInputFiles(path);
    await page.getByLabel("Cột “Nơi ấy” nhập vào").waitFor();
    assert.equal(await page.getByLabel("Cột “Nơi ấy” nhập vào").inputValue(), "Mã chi bộ");
    await close();
});

test("on a phone, dark", async () => {
    const { page, close } = await as("bantochuc", { size: phone, theme: "dark" });
    const path = join(folder, "tren-dien-thoai.xlsx");
    await write_xlsx(path, [header, ...rows]);
    await page.goto("/imports");
    await page.getByText("Nhập sổ nào?").waitFor();
    await fits(page, "imports");
    await accessible(page, "imports");
    await keep_picture(page, "imports-390-dark");
    await try_file(page, path);
    await fits(page, "errors of an import");
    await accessible(page, "errors of an import");
    await keep_picture(page, "import-errors-390-dark");
    await close();
});
