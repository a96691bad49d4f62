// SPDX-License-Identifier: AGPL-3.0-or-later
// What the description says is what comes: every operation is called, every answer held against its schema, whoever asks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Caller } from "../../../web/tests/support/product.mjs";
import { accounts, one_time_code, World } from "./world.mjs";

let world;
before(async () => (world = await World.start()));
after(() => world?.stop());

/** Untruths found so far make the test fail in which they were found. */
function all_true() {
    const found = [...world.untruths];
    world.untruths.clear();
    assert.deepEqual(found, []);
}

// What later tests ask about.
const made = {};

test("the system and whoever is not signed in", async () => {
    const nobody = new Caller(world.url);
    for (const operation of world.description.operations) {
        if (operation.needs_session) continue;
        if (operation.method === "GET") await world.done(nobody, operation.name);
    }
    for (const operation of world.description.operations) {
        if (!operation.needs_session) continue;
        const path = Object.fromEntries(operation.path_parameters.map((each) => [each.name, "DH"]));
        assert.equal((await world.ask(nobody, operation.name, { path })).status, 401, operation.name);
    }
    assert.equal((await world.ask(nobody, "POST /api/session", { body: { name: "quantri", password: "sai" } })).status, 401);
    assert.equal((await world.ask(nobody, "POST /api/session", { body: { name: "quantri" } })).status, 400);
    assert.equal((await world.ask(nobody, "POST /api/session", { text: "{" })).status, 400);
    all_true();
});

test("an account from its making to its closing", async () => {
    const found = await world.done("bantochuc", "GET /api/members", { query: { organisation: "DH.05.01", limit: 1 } });
    const member = found.items[0].id;
    made.member = await world.newcomer("nguoi.moi", "member", "DH.05.01", member);
    made.member.id = member;
    const { caller, account, password } = made.member;

    const { secret } = await world.done(caller, "POST /api/session/totp");
    const { recovery_codes } = await world.done(caller, "PUT /api/session/totp", { body: { code: one_time_code(secret) } });
    const again = new Caller(world.url);
    const needs = await world.ask(again, "POST /api/session", { body: { name: account.name, password } });
    assert.equal(needs.json.code, "sign_in.code_needed");
    await world.done(again, "POST /api/session", { body: { name: account.name, password, code: recovery_codes[0] } });
    await world.done(caller, "DELETE /api/session/totp", { body: { password } });
    await world.done("quantri", "DELETE /api/accounts/{id}/totp", { path: { id: account.id } });

    const helper = await world.newcomer("nguoi.giup");
    const { accounts: lines } = await world.done("quantri", "GET /api/accounts");
    const line = lines.find((each) => each.id === helper.account.id);
    const today = await world.today();
    const own = (await world.done("capuy", "GET /api/session")).roles[0];
    const delegation = { account: "nguoi.giup", role: own.role, organisation: own.organisation.code, valid_from: today, valid_to: next_month(today) };
    made.delegated = await world.done("capuy", "POST /api/delegations", { body: delegation });
    assert.equal((await world.ask("capuy", "POST /api/delegations", { body: { ...delegation, role: "committee" } })).status, 422);
    await world.done(helper.caller, "GET /api/session");
    await world.done("quantri", "DELETE /api/grants/{id}", { path: { id: made.delegated.id } });
    await world.done(helper.caller, "DELETE /api/session");
    const closed = await world.done("quantri", "PATCH /api/accounts/{id}", { path: { id: line.id }, body: { version: line.version, is_closed: true } });
    assert.equal(closed.is_closed, true);
    const stale = await world.ask("quantri", "PATCH /api/accounts/{id}", { path: { id: line.id }, body: { version: line.version, is_closed: false } });
    assert.equal(stale.status, 409);
    all_true();
});

function next_month(day) {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + 30);
    return date.toISOString().slice(0, 10);
}

test("a register comes in, with faults and without, and goes out again", async () => {
    const faulty = await world.import_members({ with_fault: true, dry_run: true });
    assert.equal(faulty.result.error_count, 1);
    made.job = { id: faulty.id, name: faulty.files[0].name };
    const done = await world.import_members({ with_fault: false, dry_run: false });
    assert.equal(done.state, "done");
    assert.ok(done.result.applied);
    assert.equal((await world.ask("bantochuc", "DELETE /api/jobs/{id}", { path: { id: done.id } })).status, 422, "it has ended");
    await world.done("bantochuc", "GET /api/imports");
    made.batch = done.result.batch;
    made.upload = world.upload;
    all_true();
});

test("any record is made, changed, corrected and compared", async () => {
    const file = await world.done("bantochuc", "GET /api/members/{id}", { path: { id: made.member.id } });
    const version = file.records.person_versions.at(-1);
    const path = { type: "person_version", id: version.id };
    const change = { mode: "correct", version: version.version, fields: { phone: "0901234567" }, reason: "Ghi nhầm số" };
    await world.done("bantochuc", "PATCH /api/records/{type}/{id}", { path, body: change });
    const stale = await world.ask("bantochuc", "PATCH /api/records/{type}/{id}", { path, body: { ...change, fields: { phone: "0907654321" } } });
    assert.equal(stale.status, 409);
    assert.ok(stale.json.differences.length > 0);
    const wrong = await world.ask("bantochuc", "PATCH /api/records/{type}/{id}", { path, body: { mode: "correct", version: version.version + 1, fields: { religion: "không có" } } });
    assert.equal(wrong.status, 422);
    assert.ok(wrong.json.fields.length > 1);
    const fields = { person_id: file.records.person.id, began_on: "2001-09", ended_on: "2005-06", job: "Sinh viên Trường Đại học Khoa học Huế" };
    const record = await world.done("bantochuc", "POST /api/records/{type}", { path: { type: "work_history" }, body: { fields, reason: "Bổ sung theo lý lịch" } });
    assert.equal(world.description.wrong("ShownWorkHistory", record), undefined);
    await world.done("bantochuc", "POST /api/members/{id}/reveal", { path: { id: made.member.id }, body: { field: file.masked[0] } });
    all_true();
});

test("a member proposes, a clerk decides", async () => {
    const id = made.member.id;
    const file = await world.done(made.member.caller, "GET /api/members/{id}", { path: { id } });
    assert.equal(file.can.propose, true);
    const version = file.records.person_versions.at(-1);
    const propose = (phone) =>
        world.done(made.member.caller, "POST /api/members/{id}/proposals", {
            path: { id },
            body: { record_type: "person_version", record_id: version.id, fields: { phone }, reason: "Đổi số điện thoại" },
        });
    const first = await propose("0900000001");
    await world.done(made.member.caller, "DELETE /api/proposals/{id}", { path: { id: first.id } });
    const second = await propose("0900000002");
    await world.done("bantochuc", "GET /api/proposals", { query: { state: "open" } });
    const decided = await world.done("bantochuc", "POST /api/proposals/{id}/decision", { path: { id: second.id }, body: { accept: ["phone"], remark: "Đúng" } });
    assert.equal(decided.state, "decided");
    const third = await propose("0900000003");
    await world.done("bantochuc", "POST /api/proposals/{id}/decision", { path: { id: third.id }, body: { accept: [] } });
    all_true();
});

test("a text is checked, and held against the registers of whom one sees", async () => {
    const check = (caller, text, query) => world.ask(caller, "POST /api/check-report", { query, text, type: "application/octet-stream" });
    const text = "Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 84,7%. Năm 2020, toàn đảng bộ có 99.999 đảng viên.";
    const { json } = await check(made.member.caller, text);
    assert.equal(json.text, text);
    assert.deepEqual(json.findings.map((each) => each.rule), ["share"]);
    assert.deepEqual(json.figures.map((each) => each.text), ["42", "49", "84,7", "99.999"]);
    const bytes = Buffer.from(text);
    for (const each of json.figures) assert.equal(bytes.subarray(each.start, each.end).toString(), each.text);
    const compared = await check("bantochuc", text, { organisation: "DH", year: 2020 });
    assert.deepEqual(compared.json.findings.map((each) => each.rule), ["share", "registers"]);
    assert.equal((await check(made.member.caller, text, { organisation: "DH", year: 2020 })).status, 404);
    assert.equal((await check("bantochuc", text, { organisation: "DH" })).status, 400);
    assert.equal((await check("bantochuc", text, { kind: "docx" })).status, 422);
    assert.equal((await check("bantochuc", Buffer.alloc((2 << 20) + 1, "a"))).status, 413);
    all_true();
});

test("a report is signed, a list remembered", async () => {
    const { reports } = await world.done("bantochuc", "GET /api/reports");
    const year = Number((await world.today()).slice(0, 4)) - 1;
    const { home } = await world.done("bantochuc", "GET /api/session");
    const order = { organisation: home.code, year, signer: "Nguyễn Văn Minh" };
    made.report = reports[0].name;
    made.year = 2020;
    for (const each of [year, 2020]) {
        const signed = await world.ask("bantochuc", "POST /api/reports/{name}/sign", { path: { name: made.report }, body: { ...order, year: each } });
        if (each === 2020) assert.equal(signed.status, 201, String(signed.bytes));
    }
    made.view = await world.done("bantochuc", "POST /api/views", { body: { name: "Đảng viên nữ", record_type: "party_member", definition: JSON.stringify({ sex: "female" }) } });
    all_true();
});

/** Paths and queries with which everybody asks each GET operation; without an entry: once, without a query. */
async function questions() {
    const { document } = world.description;
    const types = world.description.resolve(document.components.parameters.path_type).schema.enum;
    const figures = document.components.parameters.path_figures_name.schema.enum;
    const { figures: described } = await world.done("bantochuc", "GET /api/figures");
    const { registers } = await world.done("bantochuc", "GET /api/registers");
    assert.deepEqual(document.components.parameters.path_kind.schema.enum, registers.map((each) => each.kind));
    assert.deepEqual(figures, described.map((each) => each.name));

    const member = { id: made.member.id };
    let asked_figures = 0;
    const files = {};
    for (const type of types) {
        const page = await world.ask("bantochuc", "GET /api/records/{type}", { path: { type }, query: { limit: 3 } });
        files[type] = page.json.items?.[0];
    }
    const of_records = types.filter((type) => files[type]).map((type) => ({ path: { type, id: files[type].id } }));
    const filters = { organisation: "DH", on: "2020-12-31", limit: 2 };
    const report = ({ year }) => ({ path: { name: made.report }, query: { organisation: "DH", year } });
    const reports = [2020, 2019].map((year) => report({ year }));
    const kinds = registers.map(({ kind }) => kind);
    return {
        "GET /api/overview": [{}, { query: { on: "2020-12-31" } }, { query: { organisation: "DH.05", on: "2019-12-31" } }, { query: { organisation: "KHÔNG" } }, { query: { on: "2020-02-30" } }],
        "GET /api/organisations": [{}, { query: { superior: "DH" } }, { query: { superior: "DH.05.01", on: "2020-12-31" } }],
        "GET /api/organisations/{code}": ["DH", "DH.05", "DH.05.01", "KHÔNG"].flatMap((code) => [{ path: { code } }, { path: { code }, query: { on: "2015-01-01" } }]),
        "GET /api/search": [{ query: { q: "nguyen thi hoa" } }, { query: { q: "chi bo", limit: 100 } }, { query: { q: "" } }, { query: { q: "a", limit: 101 } }],
        "GET /api/members": [
            {},
            { query: { ...filters, limit: 500 } },
            { query: { year: 2020, grade: "good", limit: 50, sort: "-party_age" } },
            { query: { year: 2020, limit: 200 } },
            { query: { kind: "guest" } },
            { query: { sex: "female", minority: "yes", on: "2020-12-31" } },
            { query: { figure: "members", on: "2020-12-31", by: "sex", key: "female" } },
            { query: { figure: "không", on: "2020-12-31" } },
            { query: { sort: "không" } },
        ],
        "GET /api/members.xlsx": [{ query: { organisation: "DH.05.01" } }],
        "GET /api/member-list.docx": [{ query: { organisation: "DH.05.01" } }],
        "GET /api/members/{id}": [{ path: member }, { path: member, query: { on: "2012-01-01" } }, { path: { id: "không" } }],
        "GET /api/members/{id}/history": [{ path: member }, { path: member, query: { limit: 1 } }],
        "GET /api/members/{id}/readers": [{ path: member }],
        "GET /api/members/{id}/form.docx": [{ path: member }],
        "GET /api/members/{id}/proposals": [{ path: member }, { path: member, query: { state: "decided", limit: 1 } }],
        "GET /api/proposals": [{}, { query: { organisation: "DH.05.01", limit: 1 } }, { query: { state: "không" } }],
        "GET /api/figures/{name}": described.flatMap(({ name, needs_year, breakdowns }) => {
            const path = { name };
            const query = needs_year ? { organisation: "DH.05", year: 2020 } : { organisation: "DH.05", on: "2020-12-31" };
            const by = breakdowns[(asked_figures += 1) % breakdowns.length] ?? "";
            return [{ path, query: { ...query, list: "true" } }, { path, query: { ...query, by } }, { path }];
        }),
        "GET /api/grades": [{}, { query: { organisation: "DH.05", year: 2020 } }],
        "GET /api/debt": [{}, { query: { organisation: "DH", on: "2020-12-31" } }, { query: { check: "party_member.probation_overdue", limit: 5 } }, { query: { severity: "debt,error", days: 30, offset: 10 } }, { query: { check: "không" } }],
        "GET /api/debt/summary": [{}, { query: { organisation: "DH.05", on: "2020-12-31" } }, { query: { organisation: "DH.05.01" } }],
        "GET /api/debt.xlsx": [{ query: { organisation: "DH.05" } }],
        "GET /api/reports/{name}": reports,
        "GET /api/reports/{name}.docx": reports.slice(1),
        "GET /api/reports/{name}.xlsx": reports.slice(1),
        "GET /api/reports/{name}.html": reports.slice(1),
        "GET /api/templates/{kind}.xlsx": kinds.map((kind) => ({ path: { kind } })),
        "GET /api/exports/{kind}.xlsx": kinds.map((kind) => ({ path: { kind }, query: { organisation: "DH.05.01", year: 2020 } })),
        "GET /api/uploads/{id}/mapping": [{ path: { id: made.upload }, query: { kind: "members" } }, { path: { id: made.upload }, query: { kind: "grades" } }, { path: { id: made.upload } }],
        "GET /api/jobs/{id}": [{ path: made.job }],
        "GET /api/jobs/{id}/events": [{ path: made.job }],
        "GET /api/jobs/{id}/files/{name}": [{ path: made.job }],
        "GET /api/records/{type}": types.flatMap((type) => [{ path: { type }, query: { limit: 20 } }, { path: { type }, query: { ...filters, sort: "-id" } }, { path: { type }, query: { id: files[type]?.id ?? "" } }]),
        "GET /api/records/{type}/{id}": of_records,
        "GET /api/records/{type}/{id}/history": of_records,
        "GET /api/grants": [{}, { query: { account: made.member.account.id } }],
        "GET /api/audit": [{}, { query: { type: "person_version", limit: 5 } }, { query: { actor: "bantochuc", from: "2020-01-01", to: "2100-01-01" } }, { query: { record: made.member.id } }],
        "GET /api/accesses": [{}, { query: { record: made.member.id, limit: 2 } }, { query: { before: "không" } }],
        "GET /api/views": [{}, { query: { record_type: "party_member" } }],
    };
}

test("everybody asks everything", async () => {
    const asked = await questions();
    const gets = world.description.operations.filter((operation) => operation.method === "GET" && operation.needs_session);
    const types = world.description.document.components.schemas.Record["x-record-types"];
    // The record of a type is that type's, not any.
    const own_shape = (name, { path }, answer) => {
        if (answer.status !== 200 || !/^GET \/api\/records\/\{type\}(\/\{id\})?$/.test(name)) return;
        for (const record of answer.json.items ?? [answer.json]) {
            const wrong = world.description.wrong(types[path.type].split("/").at(-1), record);
            if (wrong) world.untruths.add(`${name} of ${path.type}: ${wrong}`);
        }
    };
    const ask_as = async (caller) => {
        for (const { name } of gets)
            for (const parts of asked[name] ?? [{}]) {
                const answer = await world.ask(caller, name, parts);
                own_shape(name, parts, answer);
                const next = answer.status === 200 && parts.query?.limit && answer.json?.next;
                if (!next) continue;
                const key = name.includes("records/{type}") && !name.includes("history") ? "cursor" : "before";
                own_shape(name, parts, await world.done(caller, name, { ...parts, query: { ...parts.query, [key]: next } }).then((json) => ({ status: 200, json })));
            }
    };
    await Promise.all([...accounts, made.member.caller].map(ask_as));
    all_true();
});

test("what was made is taken back", async () => {
    await world.done("bantochuc", "DELETE /api/views/{id}", { path: { id: made.view.id } });
    await world.done("bantochuc", "POST /api/imports/{batch}/undo", { path: { batch: made.batch } });
    // A job is stopped while it waits: several are ordered at once, one works at a time.
    const exported = await world.ask("bantochuc", "GET /api/exports/{kind}.xlsx", { path: { kind: "members" }, query: { organisation: "DH" } });
    const sent = await world.done("bantochuc", "POST /api/uploads", { query: { file_name: "toan-bo.xlsx" }, text: exported.bytes, type: "application/octet-stream" });
    const jobs = [];
    for (let i = 0; i < 2; ++i) jobs.push((await world.done("bantochuc", "POST /api/imports", { body: { upload: sent.id, kind: "members", dry_run: true } })).job);
    await world.done("bantochuc", "DELETE /api/jobs/{id}", { path: { id: jobs[1] } });
    await world.done("bantochuc", "GET /api/jobs");
    all_true();
});

test("no operation went without an answer as described", () => {
    const missing = world.description.operations.map((each) => each.name).filter((name) => !world.answered.has(name));
    assert.deepEqual(missing, []);
});
