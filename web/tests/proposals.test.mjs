// SPDX-License-Identifier: AGPL-3.0-or-later
// A member asks for corrections of the own file; the clerk answers field by field.
import assert from "node:assert/strict";
import { test } from "node:test";

import { accessible, keep_picture } from "./support/browser.mjs";
import { set_stage } from "./support/stage.mjs";

const { product, as } = await set_stage();

test("one field is accepted, the other not, and the file says so", async () => {
    const member = await product.caller("dangvien");
    const { member_id } = await member.call("GET", "/session");
    const { records, full_name } = await member.call("GET", `/members/${member_id}`);
    const { id, phone, professional_field } = records.person_version;
    await member.call("POST", `/members/${member_id}/proposals`, { record_type: "person_version", record_id: id, fields: { phone: "0987 654 321", professional_field: "Luật" }, reason: "Đổi số điện thoại" });

    const { page, close } = await as("bantochuc");
    await page.getByRole("navigation", { name: "Trang" }).getByRole("link", { name: "Đề nghị sửa" }).click();
    const proposal = page.getByRole("article").filter({ hasText: full_name });
    await proposal.getByText("0987 654 321").waitFor();
    await proposal.getByText(phone).first().waitFor();
    await accessible(page, "a proposal");
    await keep_picture(page, "proposal-open");
    await proposal.getByRole("checkbox", { name: "Đồng ý sửa Chuyên ngành" }).uncheck();
    await proposal.getByLabel("Ý kiến trả lời").fill("Chuyên ngành: chưa có văn bằng kèm theo");
    await proposal.getByRole("button", { name: "Duyệt 1 trên 2 trường" }).click();
    await page.getByText("Không có đề nghị nào đang chờ.").waitFor();

    const now = (await member.call("GET", `/members/${member_id}`)).records.person_version;
    assert.equal(now.phone.replaceAll(" ", ""), "0987654321");
    assert.equal(now.professional_field, professional_field);
    await page.getByRole("link", { name: "Đã trả lời" }).click();
    const answered = page.getByRole("article").filter({ hasText: full_name });
    await answered.getByText("Không đồng ý").waitFor();
    await answered.getByText("chưa có văn bằng kèm theo", { exact: false }).waitFor();
    await accessible(page, "an answered proposal");
    await close();
});
