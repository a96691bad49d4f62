// SPDX-License-Identifier: AGPL-3.0-or-later
// Attacks the running program on this machine with three programs made for it, and prints a table of what was tried.
//   sqlmap      each value of each operation of the interface, signed in as the organisation board
//   wapiti      scripts, headers, cookies, files, redirects and requests to elsewhere, over every address that answers
//   testssl     the TLS of a server with a certificate of its own
// node tests/security/attack.mjs [sqlmap|wapiti|testssl] [PART OF AN OPERATION'S NAME]; the reports stay in
// build/attack. Exits 1 when something was found.
import { execFile, spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { generateSync } from "json-schema-faker";

import { root } from "../../web/tests/support/product.mjs";
import { World } from "../api/openapi/world.mjs";

const [wanted = "", part = ""] = process.argv.slice(2);
const folder = join(root, "build/attack");
const program = process.env.KIENTOAN ?? join(root, "build/release/kientoan");
const minutes = 60_000;

// What wapiti says of the server as it stands here, and why it is no fault.
const accepted = new Map([
    ["HTTP Secure Headers: GET / X-XSS-Protection is not set", "no browser of today reads it; the Content-Security-Policy does its work"],
    ["HTTP Secure Headers: GET / Strict-Transport-Security is not set", "wapiti asks without TLS, where browsers ignore it; over TLS it is sent (tests/api/doors_test.cpp)"],
]);

/** The output of a command; its exit code says nothing about what it found. */
async function output_of(command, args, limit_ms) {
    try {
        const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: limit_ms, maxBuffer: 64 << 20 });
        return stdout + stderr;
    } catch (error) {
        if (error.killed) throw new Error(`${command} did not end in ${limit_ms / minutes} minutes`);
        return `${error.stdout ?? ""}${error.stderr ?? ""}`;
    }
}

/** Values that are really there, so that the requests reach the store. */
async function things(world) {
    const { items } = await world.done("bantochuc", "GET /api/members", { query: { organisation: "DH.05.01", limit: 1 } });
    const views = await world.done("bantochuc", "POST /api/views", { body: { name: "thử", record_type: "person", definition: "{}" } });
    return {
        "members.id": items[0].id, "records.id": items[0].id, "views.id": views.id,
        id: "01a20157-b94d-7000-8000-64775cf53752", type: "party_member", code: "DH.05", name: "members", kind: "members", batch: "01a20157-b94d-7000-8000-64775cf53752",
        organisation: "DH.05.01", superior: "DH.05", on: "2020-12-31", from: "2020-01-01", to: "2020-12-31", year: "2020", by: "sex", key: "female", q: "nguyen", sort: "name",
        figure: "members", limit: "5", offset: "0", columns: "full_name", account: "bantochuc", actor: "bantochuc", record: items[0].id, record_type: "person", field: "personal_id",
    };
}

const sample = (known, operation, { name, schema }) => {
    if (operation.pattern.startsWith("/api/reports/{name}") && name === "name") return "year-end";
    return String(known[`${operation.said.tags[0]}.${name}`] ?? known[name] ?? generateSync(schema ?? { type: "string" }, { seed: 7 }));
};

/** Every text and number of a body, marked as a place to inject at. */
function marked(value) {
    if (typeof value === "string") return `${value}*`;
    if (Array.isArray(value)) return value.map(marked);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, marked(member)]));
    return value;
}

/** The request as sqlmap reads it: `*` behind each value that it shall change. */
function request_text(world, known, operation, caller) {
    const path = operation.path_parameters.map((each) => [each.name, sample(known, operation, each)]);
    const query = operation.query_parameters.filter(({ explode }) => !explode).map((each) => [each.name, sample(known, operation, each)]);
    let address = operation.pattern;
    for (const [name, value] of path) address = address.replace(`{${name}}`, `${encodeURIComponent(value)}*`);
    if (query.length > 0) address += `?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}*`).join("&")}`;
    let body = "", places = path.length + query.length;
    const schema = operation.body?.["application/json"]?.schema;
    if (schema) {
        const { components } = world.description.document;
        body = JSON.stringify(marked(generateSync({ ...structuredClone(components.schemas[schema.$ref.split("/").at(-1)]), components }, { seed: 7, alwaysFakeOptionals: true, maxDefaultItems: 1 })));
        places += body.split("*").length - 1;
    }
    const head = [`${operation.method} ${address} HTTP/1.1`, `Host: ${new URL(world.url).host}`, `Cookie: ${caller.cookie}`, `X-CSRF-Token: ${caller.csrf}`];
    if (body) head.push("Content-Type: application/json");
    return { text: `${head.join("\r\n")}\r\n\r\n${body}`, places };
}

// Signing in too often locks the account, and who signs out asks no more; events of a job never end.
const left_out = (operation) => operation.pattern.startsWith("/api/session") || operation.pattern.endsWith("/events") || !operation.needs_session;

async function sqlmap(world) {
    const known = await things(world);
    const caller = world.callers.bantochuc;
    const found = [];
    let requests = 0, places = 0, tried = 0;
    for (const operation of world.description.operations) {
        if (left_out(operation) || !operation.name.includes(part)) continue;
        const request = request_text(world, known, operation, caller);
        if (request.places === 0) continue;
        const file = join(folder, "request.txt");
        await writeFile(file, request.text);
        const out = await output_of(
            "sqlmap",
            ["-r", file, "--batch", "--ignore-stdin", "--flush-session", "--level=1", "--risk=1", "--technique=BEUS", "--dbms=SQLite", "--threads=2", "--timeout=10", "--retries=0", "--skip-waf", "--disable-coloring", "--output-dir", join(folder, "sqlmap")],
            10 * minutes,
        );
        await writeFile(join(folder, `sqlmap-${operation.method}${operation.pattern.replaceAll(/\W+/g, "-")}.log`), out);
        const is_found = /is vulnerable|identified the following injection/.test(out);
        const ended = /do not appear to be injectable|does not seem to be injectable|all tested parameters/.test(out);
        if (is_found || !ended) found.push(`${operation.name}: ${is_found ? "chèn được SQL" : "không thử được: " + (/\[(?:CRITICAL|ERROR)\] (.*)/.exec(out)?.[1] ?? "?")}`);
        tried += 1;
        places += request.places;
        requests += Number(/performed (\d+) queries/.exec(out)?.[1] ?? 0);
        console.error(`  ${operation.name}: ${is_found ? "CHÈN ĐƯỢC" : ended ? "không" : "?"}`);
    }
    return { what: "sqlmap: chèn SQL", tried: `${tried} thao tác, ${places} chỗ nhập`, found };
}

async function wapiti(world) {
    const known = await things(world);
    const caller = world.callers.bantochuc;
    const starts = world.description.operations
        .filter((operation) => operation.method === "GET" && !left_out(operation))
        .map((operation) => request_text(world, known, operation, caller).text.split(" ")[1].replaceAll("*", ""));
    const report = join(folder, "wapiti.json");
    await rm(report, { force: true });
    // Without ssrf and xxe, which ask a machine on the Internet whether it was called. (Option -x ends Debian's wapiti with an error.)
    const modules = "backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss";
    const out = await output_of(
        "wapiti",
        ["-u", world.url, ...starts.flatMap((start) => ["-s", new URL(start, world.url).href]), "-H", `Cookie: ${caller.cookie}`, "--scope", "domain", "-m", modules, "--flush-session", "--max-scan-time", "300", "--max-attack-time", "120", "--no-bugreport", "-f", "json", "-o", report, "-v", "0"],
        40 * minutes,
    );
    const text = await readFile(report, "utf8").catch(() => {
        throw new Error(`wapiti left no report: ${out.slice(-2000)}`);
    });
    const { vulnerabilities, anomalies, infos } = JSON.parse(text);
    const lines = (group) => Object.entries(group ?? {}).flatMap(([name, list]) => list.map((each) => `${name}: ${each.method} ${each.path} ${each.info}`));
    const said = [...lines(vulnerabilities), ...lines(anomalies)];
    const found = said.filter((line) => !accepted.has(line));
    const tried = `${infos.crawled_pages_nbr ?? starts.length} địa chỉ, ${said.length - found.length} điều đã biết là vô hại`;
    return { what: `wapiti: ${modules.split(",").length} phép thử`, tried, found };
}

async function testssl() {
    const key = join(folder, "tls.key"), certificate = join(folder, "tls.crt"), report = join(folder, "testssl.json");
    await rm(report, { force: true });
    await output_of("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate], minutes);
    const child = spawn(program, ["serve", "--data", join(folder, "data"), "--port", "0", "--tls-cert", certificate, "--tls-key", key], { stdio: ["ignore", "pipe", "inherit"] });
    try {
        const url = await new Promise((done, failed) => {
            let text = "";
            child.stdout.on("data", (some) => {
                text += some;
                const address = /https:\/\/([\d.]+:\d+)/.exec(text)?.[1];
                if (address) done(address);
            });
            child.on("exit", (code) => failed(new Error(`serve ended with ${code}`)));
        });
        await output_of("testssl", ["--quiet", "--color", "0", "--warnings", "off", "--jsonfile", report, url], 15 * minutes);
    } finally {
        child.kill("SIGTERM");
    }
    const lines = JSON.parse(await readFile(report, "utf8"));
    // A certificate that the test has made itself is trusted by nobody, and nobody can revoke it.
    const of_the_certificate = /^(cert_|OCSP|DNS_CAArecord|cert)|trust|overall_grade|grade_cap|final_score|HSTS/i;
    const found = lines.filter(({ severity, id }) => ["LOW", "MEDIUM", "HIGH", "CRITICAL"].includes(severity) && !of_the_certificate.test(id));
    return { what: "testssl: TLS", tried: `${lines.length} phép thử`, found: found.map(({ id, severity, finding }) => `${id} (${severity}): ${finding}`) };
}

await mkdir(folder, { recursive: true });
const results = [];
const world = wanted === "testssl" ? undefined : await World.start();
try {
    for (const [name, attack] of Object.entries({ sqlmap, wapiti, testssl })) {
        if (wanted && wanted !== name) continue;
        console.error(`▸ ${name}…`);
        results.push(await attack(world));
        if (world && (await fetch(new URL("/healthz", world.url))).status !== 200) results.at(-1).found.push("máy chủ không còn trả lời");
    }
} finally {
    await world?.stop();
}
for (const { what, tried, found } of results) {
    console.log(`${what} · ${tried} · ${found.length === 0 ? "không tìm thấy gì" : `${found.length} điều`}`);
    for (const line of found) console.log(`    ${line}`);
}
process.exitCode = results.some(({ found }) => found.length > 0) ? 1 : 0;
