// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in, the header that holds for every page, what each kind of account sees.
import assert from "node:assert/strict";
import { test } from "node:test";

import { settled, sign_in } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { product, open, as } = await set_stage();

test("who is not signed in is led to the sign-in page and back to where they wanted to go", async () => {
    const { page, close } = await open();
    await page.goto("/members?on=2020-12-31&sex=female");
    await page.getByLabel("Tên đăng nhập").fill("bantochuc");
    await page.getByLabel("Mật khẩu", { exact: true }).fill("sai mật khẩu");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Mật khẩu", { exact: true }).fill(product.password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByText("Giới tính: Nữ").waitFor();
    assert.match(page.url(), /\/members\?on=2020-12-31&sex=female$/);
    await close();
});

test("a password given by someone else must be changed first", async () => {
    const administrator = await product.caller("quantri");
    const { password: given, account } = await administrator.call("POST", "/accounts", { name: "thu.nghiem", display_name: "Lê Văn Thử" });
    await administrator.call("POST", "/grants", { account_id: account.id, role: "leader", organisation: "DH", valid_from: "2020-01-01" });
    const { page, close } = await open();
    await sign_in(page, "thu.nghiem", given);
    await page.getByText("Hãy đặt mật khẩu của riêng bạn").waitFor();
    await page.goto("/members");
    await page.getByText("Hãy đặt mật khẩu của riêng bạn").waitFor();
    await page.getByLabel("Mật khẩu hiện tại").fill(given);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("ngan");
    await page.getByLabel("Nhập lại mật khẩu mới").fill("ngan");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await page.getByText(/ít nhất/).waitFor();
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("Sân đình mái ngói 2");
    await page.getByLabel("Nhập lại mật khẩu mới").fill("Sân đình mái ngói 3");
    await page.getByText("Hai lần nhập không giống nhau.").waitFor();
    await page.getByLabel("Nhập lại mật khẩu mới").fill("Sân đình mái ngói 2");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await page.getByRole("heading", { level: 1, name: "Đảng viên" }).waitFor();
    await close();
});

test("organisation and day act on every page and survive reload", async () => {
    const { page, close } = await as("bantochuc");
    await page.getByRole("button", { name: "Tổ chức đang xem" }).click();
    await page.getByRole("searchbox", { name: "Tìm tổ chức trong cây" }).fill("benh vien da khoa");
    await page.getByRole("button", { name: /^Đảng bộ Bệnh viện Đa khoa Sông Hiếu/ }).click();
    await page.getByText("Đảng bộ Bệnh viện Đa khoa Sông Hiếu, tại ngày").waitFor();

    await page.getByRole("button", { name: /^Tại ngày/ }).click();
    await page.getByRole("textbox", { name: "Tại ngày" }).fill("31/12/2020");
    await page.keyboard.press("Enter");
    await page.getByText("Đang xem tại ngày 31/12/2020").waitFor();
    assert.match(page.url(), /organisation=DH\.28/);
    assert.match(page.url(), /on=2020-12-31/);

    await page.getByRole("link", { name: "Đảng viên", exact: true }).click();
    await page.getByText("Đảng bộ Bệnh viện Đa khoa Sông Hiếu, tại ngày 31/12/2020").waitFor();
    await page.getByText("146 đảng viên").waitFor();
    await page.reload();
    await page.getByText("146 đảng viên").waitFor();
    await page.getByText("Đang xem tại ngày 31/12/2020").waitFor();

    await page.getByRole("button", { name: "Về hôm nay" }).click();
    await settled(page);
    assert.equal(await page.getByText("Đang xem tại ngày").count(), 0);
    assert.match(page.url(), /organisation=DH\.28/);
    await close();
});

test("a key figure and a bar open the list with the same number on top", async () => {
    const { page, close } = await as("bantochuc");
    await page.getByRole("link", { name: /^Đảng viên nữ 2\.489/ }).click();
    await page.getByText("2.489 đảng viên").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: /^Hoàn thành xuất sắc nhiệm vụ 961/ }).click();
    await page.getByText("961 đảng viên").waitFor();
    await page.getByText("Đảng viên được xếp loại, năm 2020 · ").waitFor();
    await close();
});

test("the tree opens by keyboard and leads to an organisation", async () => {
    const { page, close } = await as("bantochuc");
    await page.goto("/organisations");
    await page.getByRole("treeitem", { name: /^Đảng bộ thành phố Đông Hà/ }).waitFor();
    await page.getByRole("treeitem").nth(3).waitFor();
    const tree = page.getByRole("tree");
    await tree.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("treeitem", { expanded: true }).nth(1).waitFor();
    await page.keyboard.press("ArrowRight");
    const active = page.locator(`[id="${await tree.getAttribute("aria-activedescendant")}"]`);
    assert.equal(await active.getAttribute("aria-level"), "3");
    const name = (await active.innerText()).split("\n")[0];
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await close();
});

test("a member sees the own file, who looked at it, and proposes a correction", async () => {
    const { page, close } = await as("dangvien");
    await page.getByRole("heading", { level: 1, name: "Hồ sơ của tôi" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Đảng viên", exact: true }).count(), 0);
    assert.equal(await page.getByRole("button", { name: /Sửa sai/ }).count(), 0);
    await page.getByRole("tab", { name: "Ai đã xem" }).click();
    await page.getByText("Mỗi lần mở hồ sơ").waitFor();
    await page.getByRole("tab", { name: "Lý lịch" }).click();
    await page.getByRole("button", { name: "Đề nghị sửa Thông tin cá nhân" }).click();
    await page.getByLabel("Điện thoại").fill("0977 111 222");
    await page.getByLabel("Lý do, giấy tờ kèm theo").fill("Đã đổi số");
    await page.getByRole("button", { name: "Gửi đề nghị" }).click();
    await page.getByText("Đã gửi đề nghị sửa Điện thoại.").waitFor();
    await page.getByRole("tab", { name: "Đề nghị sửa" }).click();
    const proposal = page.getByRole("listitem").filter({ hasText: "0977 111 222" });
    await proposal.getByText("Đang chờ").waitFor();
    await proposal.getByRole("button", { name: "Rút đề nghị" }).click();
    await proposal.getByText("Đã rút", { exact: true }).waitFor();
    await close();
});

test("the page speaks English on request, and light or dark stay chosen", async () => {
    const { page, close } = await as("bantochuc");
    await page.getByRole("button", { name: /Tài khoản/ }).click();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.getByLabel("Dark").check();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("class"), "dark");
    await close();
});

test("the keys: ? tells them, Ctrl K finds pages without accents, g v goes", async () => {
    const { page, close } = await as("bantochuc");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Phím tắt" }).getByText("Tìm người, tổ chức, trang").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("to chuc");
    await page.getByRole("option", { name: "Tổ chức", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("v");
    await page.getByRole("heading", { level: 1, name: "Đảng viên" }).waitFor();
    await close();
});

test("signing out ends the session", async () => {
    const { page, close } = await as("lanhdao");
    await page.getByRole("button", { name: /Tài khoản/ }).click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByLabel("Tên đăng nhập").waitFor();
    await page.goto("/members");
    await page.getByLabel("Tên đăng nhập").waitFor();
    await close();
});
