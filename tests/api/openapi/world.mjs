// SPDX-License-Identifier: AGPL-3.0-or-later
// The demo city with something of every kind in it, found and made through the interface itself.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Caller, start_product } from "../../../web/tests/support/product.mjs";
import { write_xlsx } from "../../../web/tests/support/xlsx.mjs";
import { Description, request_of, send } from "./interface.mjs";

export const accounts = ["quantri", "bantochuc", "capuy", "bithu", "lanhdao", "dangvien"];

export class World {
    /** `operation name` → how often it was answered as it is described, with success. */
    answered = new Map();
    /** What was answered otherwise than described. */
    untruths = new Set();

    static async start() {
        const world = new World();
        world.product = await start_product();
        world.url = world.product.url;
        world.description = await Description.of(world.url);
        world.callers = Object.fromEntries(await Promise.all(accounts.map(async (name) => [name, await world.product.caller(name)])));
        return world;
    }
    stop = () => this.product?.stop();

    /** Calls an operation and holds the answer against the description. */
    async ask(caller, name, parts = {}) {
        const operation = this.description.operation(name);
        const who = typeof caller === "string" ? this.callers[caller] : caller;
        const request = request_of(operation, parts);
        const answer = await send(this.url, who, request);
        const untrue = this.description.untrue(operation, answer) ?? (answer.status >= 500 ? `fault: ${answer.bytes}` : undefined);
        if (untrue) this.untruths.add(`${name} (${answer.status}): ${untrue}`);
        else if (answer.status < 300) this.answered.set(name, (this.answered.get(name) ?? 0) + 1);
        answer.request = request;
        return answer;
    }

    /** The same, where anything but success is a mistake of the test or of the program. */
    async done(caller, name, parts) {
        const answer = await this.ask(caller, name, parts);
        assert.ok(answer.status < 300, `${answer.request.method} ${answer.request.address} ${answer.request.body ?? ""}: ${answer.status} ${answer.bytes}`);
        return answer.json;
    }

    /** Somebody new, signed in with a password of the own: of the role, on the organisation, of that member. */
    async newcomer(name, role, organisation, member_id) {
        const made = await this.done("quantri", "POST /api/accounts", { body: { name, display_name: `Người ${name}`, member_id } });
        const grant = role && (await this.done("quantri", "POST /api/grants", { body: { account_id: made.account.id, role, organisation, valid_from: await this.today() } }));
        const reset = await this.done("quantri", "POST /api/accounts/{id}/password", { path: { id: made.account.id } });
        const caller = await new Caller(this.url).enter(name, reset.password);
        const refused = await this.ask(caller, "GET /api/members");
        assert.equal(refused.status, 403, "a password that others know is changed first");
        const password = "mat khau rieng 2026";
        await this.done(caller, "POST /api/session/password", { body: { old: reset.password, new: password } });
        return { caller, account: made.account, grant, password };
    }

    async today() {
        return (await this.done("quantri", "GET /api/session")).today;
    }

    /** A register of members as an office would send it, one good row and, if told, one with a fault; → the finished job. */
    async import_members({ with_fault, dry_run }) {
        const folder = await mkdtemp(join(tmpdir(), "kientoan-openapi-"));
        const path = join(folder, "dang-vien.xlsx");
        const header = ["Số lý lịch", "Họ và tên khai sinh", "Giới tính", "Ngày sinh", "Dân tộc", "Ngày vào Đảng", "Mã chi bộ"];
        const rows = [["990001QT", "Lê Thị Mai Hương", "Nữ", "12/03/1985", "Kinh", "19/05/2010", "DH.05.01"]];
        if (with_fault) rows.push(["990002QT", "Nguyễn Văn Đức", "Nam", "31/02/1980", "Kinh", "03/02/2005", "DH.05.01"]);
        await write_xlsx(path, [header, ...rows]);
        const sent = await this.done("bantochuc", "POST /api/uploads", { query: { file_name: "đảng viên mới.xlsx" }, text: await readFile(path), type: "application/octet-stream" });
        await rm(folder, { recursive: true });
        this.upload = sent.id;
        const order = { upload: sent.id, kind: "members", dry_run };
        const { job } = await this.done("bantochuc", "POST /api/imports", { body: order });
        const events = await this.ask("bantochuc", "GET /api/jobs/{id}/events", { path: { id: job } });
        for (const line of events.bytes.toString().split("\n").filter((each) => each.startsWith("data: "))) {
            const wrong = this.description.wrong("Job", JSON.parse(line.slice(6)));
            if (wrong) this.untruths.add(`an event of a job: ${wrong}`);
        }
        return this.done("bantochuc", "GET /api/jobs/{id}", { path: { id: job } });
    }
}

/** The six digits of now (RFC 6238), of a secret in Base32. */
export function one_time_code(secret, now = Date.now()) {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const bits = [...secret.replace(/=+$/, "")].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
    const hash = createHmac("sha1", key).update(counter).digest();
    const at = hash[19] & 15;
    return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
