// SPDX-License-Identifier: AGPL-3.0-or-later
// Accounts as an administrator and their owners see them; the logs and the settings beside them.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";

import { accessible, keep_picture, settled, sign_in } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { product, open, as } = await set_stage();

/** The six digits of a secret at this moment (RFC 6238). */
function one_time_code(secret) {
    const bits = [...secret.replaceAll(" ", "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const digest = createHmac("sha1", key).update(step).digest();
    const number = (digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff) % 1_000_000;
    return String(number).padStart(6, "0");
}

test("a new account signs in, must change its password, and sees what its role allows", async () => {
    const first = await as("quantri");
    await first.page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Tài khoản" }).click();
    await first.page.getByRole("button", { name: "Tạo tài khoản" }).click();
    const dialog = first.page.getByRole("dialog", { name: "Tạo tài khoản" });
    await dialog.getByLabel("Tên đăng nhập").fill("bi.thu.p5");
    await dialog.getByLabel("Họ và tên").fill("Võ Thị Kim Liên");
    await dialog.getByRole("button", { name: "Tạo", exact: true }).click();
    await dialog.getByText("Mật khẩu lần đầu").waitFor();
    const given = await dialog.getByRole("status").innerText();
    assert.ok(given.length >= 10, "a password long enough");
    await accessible(first.page, "a password shown once");
    await keep_picture(first.page, "account-made");
    await dialog.getByRole("button", { name: "Cấp vai trò" }).click();

    await first.page.getByRole("heading", { name: "Võ Thị Kim Liên" }).waitFor();
    await first.page.getByRole("button", { name: "Cấp vai trò" }).click();
    const grant = first.page.getByRole("dialog", { name: /^Cấp vai trò/ });
    await grant.getByRole("combobox", { name: /^Vai trò/ }).selectOption({ label: "Bí thư chi bộ" });
    await grant.getByRole("combobox", { name: /^Tổ chức/ }).fill("chi bo co quan phuong 5");
    await first.page.getByRole("option", { name: /Chi bộ Cơ quan phường 5/ }).click();
    await grant.getByRole("button", { name: "Cấp vai trò" }).click();
    await first.page.getByText("Chi bộ Cơ quan phường 5").first().waitFor();
    assert.equal(await first.page.getByText(given).count(), 0, "the password is not shown again");
    await first.close();

    const second = await open();
    await sign_in(second.page, "bi.thu.p5", given);
    await second.page.getByText("Hãy đặt mật khẩu của riêng bạn", { exact: false }).waitFor();
    await second.page.goto("/members");
    await second.page.getByText("Hãy đặt mật khẩu của riêng bạn", { exact: false }).waitFor();
    await second.page.getByLabel("Mật khẩu hiện tại").fill(given);
    await second.page.getByLabel("Mật khẩu mới", { exact: true }).fill("Gốc đa giếng nước 3");
    await second.page.getByLabel("Nhập lại mật khẩu mới").fill("Gốc đa giếng nước 3");
    await second.page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await second.page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Đảng viên" }).waitFor();
    assert.equal(await second.page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Tài khoản" }).count(), 0);
    await second.close();
});

test("two factors: enabled by a code, asked at sign-in, removed by the administrator", async () => {
    const first = await as("lanhdao");
    await first.page.goto("/account");
    await first.page.getByRole("button", { name: "Bật xác thực hai lớp" }).click();
    await first.page.getByRole("img", { name: "Mã QR của khóa xác thực" }).waitFor();
    await accessible(first.page, "the secret");
    await keep_picture(first.page, "account-totp");
    const secret = await first.page.getByRole("dialog").getByRole("status").innerText();
    await first.page.getByLabel("Mã 6 chữ số ứng dụng đang hiện").fill(one_time_code(secret));
    await first.page.getByRole("button", { name: "Xác nhận" }).click();
    await first.page.getByText("Mã khôi phục").waitFor();
    const recovery = (await first.page.getByRole("dialog").getByRole("status").innerText()).trim().split(/\s+/);
    assert.ok(recovery.length >= 8);
    await first.page.getByRole("button", { name: "Tôi đã cất giữ" }).click();
    await first.page.getByText("Đang bật:", { exact: false }).waitFor();
    await first.close();

    const second = await open();
    await second.page.goto("/sign-in");
    await second.page.getByLabel("Tên đăng nhập").fill("lanhdao");
    await second.page.getByLabel("Mật khẩu", { exact: true }).fill(product.password);
    await second.page.getByRole("button", { name: "Đăng nhập" }).click();
    await second.page.getByLabel("Mã xác thực").fill(recovery[0]);
    await second.page.getByRole("button", { name: "Đăng nhập" }).click();
    await second.page.getByRole("navigation", { name: "Trang" }).waitFor();
    await second.close();

    const third = await as("quantri");
    await third.page.goto("/accounts");
    await third.page.getByRole("row").filter({ hasText: "lanhdao" }).getByRole("link").click();
    await third.page.getByRole("button", { name: "Bỏ xác thực hai lớp" }).click();
    await third.page.getByRole("dialog").getByRole("button", { name: "Bỏ xác thực hai lớp" }).click();
    await third.page.getByText("chưa bật").waitFor();
    await third.page.getByRole("button", { name: "Khóa tài khoản" }).click();
    await third.page.getByRole("dialog").getByRole("button", { name: "Khóa tài khoản" }).click();
    await third.page.getByRole("button", { name: "Mở lại tài khoản" }).waitFor();
    await third.close();
});

test("the log is searched by who, and the search is in the address", async () => {
    const { page, close } = await as("quantri");
    await page.goto("/audit");
    await page.getByLabel("Ai", { exact: true }).fill("quantri");
    await page.getByLabel("Ai", { exact: true }).press("Enter");
    await page.waitForURL((url) => url.searchParams.get("actor") === "quantri");
    await settled(page);
    const entries = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("time") });
    assert.ok((await entries.count()) > 0);
    assert.equal(await entries.count(), await entries.filter({ hasText: "Quản trị hệ thống" }).count());
    await page.reload();
    assert.equal(await page.getByLabel("Ai", { exact: true }).inputValue(), "quantri");
    await page.getByRole("button", { name: "Bỏ mọi bộ lọc" }).click();
    await page.waitForURL((url) => !url.searchParams.has("actor"));
    await close();
});

test("a setting holds from a day, under a document, and its history says why it was written", async () => {
    const { page, close } = await as("quantri");
    await page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Thiết lập" }).click();
    await page.getByText("Chưa có thiết lập nào", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Thêm thiết lập" }).click();
    const dialog = page.getByRole("dialog", { name: "Thêm thiết lập" });
    await dialog.getByText("Áp dụng cho Đảng bộ thành phố Đông Hà và mọi tổ chức cấp dưới", { exact: false }).waitFor();
    await dialog.getByRole("textbox", { name: /^Thiết lập/ }).fill("Tỷ lệ hoàn thành xuất sắc tối đa");
    await dialog.getByRole("textbox", { name: /^Giá trị/ }).fill("20%");
    await dialog.getByRole("textbox", { name: /^Văn bản căn cứ/ }).fill("08-HD/TU");
    await dialog.getByRole("textbox", { name: /^Từ ngày/ }).fill("1/1/2025");
    await dialog.getByLabel("Lý do (bắt buộc)").fill("Hướng dẫn mới của Tỉnh ủy");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    const row = page.getByRole("row").filter({ hasText: "Tỷ lệ hoàn thành xuất sắc tối đa" });
    await row.getByText("01/01/2025").waitFor();
    await row.getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "Tỷ lệ hoàn thành xuất sắc tối đa" }).waitFor();
    await page.getByText("Hướng dẫn mới của Tỉnh ủy", { exact: false }).waitFor();
    await close();
});
