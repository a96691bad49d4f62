// SPDX-License-Identifier: AGPL-3.0-or-later
// Requests made from the description, lawful and spoilt: whatever comes, the program answers as it says, never with a
// fault, and says no with a code and a Vietnamese sentence. KIENTOAN_FUZZ: requests an operation (30), KIENTOAN_SEED.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { generateSync } from "json-schema-faker";

import { request_of, send } from "./interface.mjs";
import { Random, spoilt_text, spoilt_value, strange_texts } from "./spoil.mjs";
import { World } from "./world.mjs";

const per_operation = Number(process.env.KIENTOAN_FUZZ ?? 30);
const seed = Number(process.env.KIENTOAN_SEED ?? 20201231);
const at_once = 6;

let world, pool;
before(async () => {
    console.log(`seed ${seed}, ${per_operation} requests an operation`);
    world = await World.start();
    pool = await things();
});
after(() => world?.stop());

/** Values that are really there, by the name of the parameter or member, or by `operation tag.name`. */
async function things() {
    const done = await world.import_members({ with_fault: true, dry_run: true });
    const { items } = await world.done("bantochuc", "GET /api/members", { query: { organisation: "DH.05.01", limit: 5 } });
    const file = await world.done("bantochuc", "GET /api/members/{id}", { path: { id: items[0].id } });
    const spare = await world.newcomer("nguoi.thu", "member", "DH.05.01", items[1].id);
    const members = items.map((each) => each.id);
    return {
        "members.id": members,
        "records.id": [...members, file.records.person.id, ...file.records.memberships.map((each) => each.id), ...file.records.person_versions.map((each) => each.id)],
        "jobs.id": [done.id],
        "jobs.name": done.files.map((each) => each.name),
        "uploads.id": [world.upload],
        "accounts.id": [spare.account.id],
        "grants.id": [spare.grant.id],
        "proposals.id": [],
        "views.id": [],
        upload: [world.upload],
        account: [spare.account.id, "nguoi.thu"],
        account_id: [spare.account.id],
        person_id: [file.records.person.id],
        member_id: members,
        record_id: [file.records.person.id, ...members],
        record: members,
        organisation: ["DH.05.01", "DH.05.01", "DH.05.01", "DH.05", "DH.99"],
        superior: ["DH", "DH.05", "DH.99"],
        code: ["DH", "DH.05.01", "DH.99"],
        cell_id: file.records.memberships.map((each) => each.cell_id),
        figure: ["members", "admitted_members"],
        field: file.masked,
        version: [0, 1, 2],
        on: ["2020-12-31", "1930-02-03", "2015-06-30"],
        year: [2020, 2019, 1930],
        by: ["sex", "age_band", "unit"],
        key: ["female", "?"],
        q: ["nguyen thi", "chi bộ", "hoa"],
        columns: ["full_name,born_on", "sex"],
        file_name: ["sổ.xlsx"],
    };
}

const tag_of = (operation) => operation.said.tags[0];

/** A value for a parameter or member: one that is there, one that the schema allows, or something strange. */
function value_for(random, operation, name, schema, strangeness) {
    const known = pool[`${tag_of(operation)}.${name}`] ?? pool[name] ?? [];
    if (random.chance(strangeness)) return random.pick(strange_texts);
    if (known.length > 0 && random.chance(0.75)) return random.pick(known);
    const made = generateSync(schema, { seed: random.below(2 ** 31) });
    return typeof made === "object" && made !== null ? JSON.stringify(made) : String(made);
}

function path_of(random, operation) {
    return Object.fromEntries(
        operation.path_parameters.map(({ name, schema }) => {
            const text = String(value_for(random, operation, name, schema, 0.1));
            // Of points alone fetch() itself would make another path.
            return [name, /^\.*$/.test(text) ? "-" : text.toWellFormed()];
        }),
    );
}

function query_of(random, operation) {
    const pairs = [];
    const is_file = /\.(xlsx|docx|html)$/.test(operation.pattern);
    for (const { name, schema, required, explode } of operation.query_parameters) {
        // Without an organisation a file is of the whole city: lawful, and slow.
        if (!(required ? random.chance(0.9) : random.chance(is_file && name === "organisation" ? 0.97 : 0.3))) continue;
        if (explode) {
            pairs.push([random.pick(["id", "version", "person_id", "full_name", "valid_from", "born_on", "sex", "không"]), random.pick([...strange_texts, "2020-01-01..2020-12-31", "1..2", "female,male", ""])]);
            continue;
        }
        pairs.push([name, String(value_for(random, operation, name, schema, 0.15)).toWellFormed()]);
        if (random.chance(0.05)) pairs.push([...pairs.at(-1)]);
    }
    if (random.chance(0.05)) pairs.push([random.pick(["lạ", "__proto__", "limit[]", "on"]), random.pick(strange_texts)]);
    return pairs;
}

/** The JSON schema of the body; of a record, of the type that the path names. */
function body_schema(operation, path) {
    const { components } = world.description.document;
    const name = operation.body["application/json"].schema.$ref.split("/").at(-1);
    const schema = structuredClone(components.schemas[name]);
    if (name === "RecordOrder") {
        const of_type = components.schemas.NewRecord["x-record-types"][path.type];
        schema.properties.fields = of_type ? { $ref: of_type } : { type: "object" };
        schema.properties.decision = { $ref: "#/components/schemas/Decision" };
    }
    return { ...schema, components };
}

/** Ids and codes that are really there, in place of made ones. */
function with_known(random, operation, value) {
    if (!value || typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, pool[key]?.length > 0 && random.chance(0.8) ? random.pick(pool[key]) : with_known(random, operation, member)]),
    );
}

function request_for(random, operation) {
    const path = path_of(random, operation);
    const parts = { path, query: query_of(random, operation) };
    if (operation.body?.["application/octet-stream"]) {
        parts.text = Buffer.from(Array.from({ length: random.below(400) }, () => random.below(256)));
        parts.type = "application/octet-stream";
    } else if (operation.body) {
        const made = with_known(random, operation, generateSync(body_schema(operation, path), { seed: random.below(2 ** 31), maxDefaultItems: 4 }));
        const text = JSON.stringify(random.chance(0.6) ? spoilt_value(random, made) : made);
        parts.text = random.chance(0.15) ? spoilt_text(random, text) : text;
    } else if (random.chance(0.1) && operation.method !== "GET") {
        parts.text = random.pick(["{}", "null", "\0"]);
    }
    const request = request_of(operation, parts);
    if (random.chance(0.05)) request.address += (request.address.includes("?") ? "&" : "?") + random.pick(["on=%ff", "q=%", "&&&", "limit=%zz", "=", "organisation=DH&organisation=DH.05"]);
    return request;
}

const is_vietnamese = (text) => /[à-ỹđ]/iu.test(text);

function wrong_with(operation, answer) {
    if (answer.status >= 500) return `fault ${answer.bytes}`;
    if (answer.status >= 400) {
        if (!answer.json?.code || !answer.json.message) return `no code and message: ${answer.type} ${answer.bytes.subarray(0, 200)}`;
        if (!is_vietnamese(answer.json.message)) return `not in Vietnamese: ${answer.json.code}: ${answer.json.message}`;
        // Places of arguments that nobody filled. What is typed may hold braces too: {7} and {8} (spoil.mjs).
        if (/\{[0-6]\}/.test(answer.json.message)) return `not filled in: ${answer.json.code}: ${answer.json.message}`;
    }
    return world.description.untrue(operation, answer);
}

async function run(cases) {
    const found = new Map();
    const statuses = {};
    let next = 0;
    const work = async () => {
        while (next < cases.length) {
            const { operation, request, caller } = cases[next++];
            let answer;
            try {
                answer = await send(world.url, world.callers[caller], request);
            } catch (error) {
                found.set(`${operation.name}: no answer`, `${request.address}: ${error.cause ?? error}`);
                continue;
            }
            statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
            const wrong = wrong_with(operation, answer);
            const key = wrong && `${operation.name} (${answer.status}): ${wrong.slice(0, 60)}`;
            if (wrong && !found.has(key)) found.set(key, `${request.method} ${request.address.slice(0, 400)} ${String(request.body ?? "").slice(0, 600)} → ${answer.status} ${wrong.slice(0, 600)}`);
        }
    };
    await Promise.all(Array.from({ length: at_once }, work));
    return { found: [...found.values()], statuses };
}

// Whoever signs out or in too often can no longer ask the rest.
const about_sessions = (operation) => operation.pattern.startsWith("/api/session");

test("no request breaks the program", async () => {
    const random = new Random(seed);
    const cases = [];
    for (const operation of world.description.operations) {
        if (about_sessions(operation)) continue;
        const count = /\.(xlsx|docx|html)$/.test(operation.pattern) ? Math.ceil(per_operation / 3) : per_operation;
        for (let i = 0; i < count; ++i) cases.push({ operation, request: request_for(random, operation), caller: random.pick(["bantochuc", "bantochuc", "bantochuc", "quantri", "bithu"]) });
    }
    const { found, statuses } = await run(random.shuffled(cases));
    console.log(`${cases.length} requests: ${JSON.stringify(statuses)}`);
    assert.ok(statuses[200] > cases.length / 10, "the requests are too wild to reach anything");
    assert.deepEqual(found, []);
    await world.done("bantochuc", "GET /api/overview");
});

test("nor do requests about sessions", async () => {
    const random = new Random(seed + 1);
    world.callers.spare = (await world.newcomer("nguoi.phien")).caller;
    const cases = world.description.operations.filter(about_sessions).flatMap((operation) =>
        Array.from({ length: Math.ceil(per_operation / 3) }, () => ({ operation, request: request_for(random, operation), caller: "spare" })),
    );
    // Signing out comes last: after it nobody is asked anything.
    const { found, statuses } = await run(cases.sort((a, b) => Number(a.operation.name === "DELETE /api/session") - Number(b.operation.name === "DELETE /api/session")));
    console.log(`${cases.length} requests: ${JSON.stringify(statuses)}`);
    assert.deepEqual(found, []);
    assert.equal((await fetch(new URL("/healthz", world.url))).status, 200);
});

test("a body beyond the limit is refused as such", async () => {
    const operation = world.description.operation("POST /api/views");
    const answer = await send(world.url, world.callers.bantochuc, request_of(operation, { body: { name: "a".repeat(1_500_000), record_type: "person", definition: "{}" } }));
    assert.equal(answer.status, 413);
    assert.equal(wrong_with(operation, answer), undefined);
});
