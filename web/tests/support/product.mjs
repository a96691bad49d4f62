// SPDX-License-Identifier: AGPL-3.0-or-later
// The built program on the demo city, in a folder of its own and on a free port, with an account for each kind of work.
// KIENTOAN names the program if it is not build/release/kientoan; the page is the one in build/web.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const web_folder = join(root, "build/web");
const program = process.env.KIENTOAN ?? join(root, "build/release/kientoan");

const first_password = "Cây đa bến nước 1";
export const password = "Sân đình mái ngói 2";

/** A signed-in caller of the interface, without a browser. */
export class Caller {
    constructor(url) {
        this.url = url;
        this.cookie = "";
        this.csrf = "";
    }
    async call(method, path, body) {
        const response = await fetch(new URL(`/api${path}`, this.url), {
            method,
            headers: { "Content-Type": "application/json", Cookie: this.cookie, "X-CSRF-Token": this.csrf },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        const cookie = response.headers.getSetCookie()[0];
        if (cookie) this.cookie = cookie.split(";")[0];
        const text = await response.text();
        const value = text ? JSON.parse(text) : {};
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        if (value.csrf) this.csrf = value.csrf;
        return value;
    }
    /** Signs in and, where the password was given by someone else, chooses another. */
    async enter(name, given, chosen) {
        await this.call("POST", "/session", { name, password: given });
        if (chosen) {
            await this.call("POST", "/session/password", { old: given, new: chosen });
            await this.call("POST", "/session", { name, password: chosen });
        }
        return this;
    }
}

async function start(folder) {
    const child = spawn(program, ["serve", "--data", join(folder, "data"), "--web", web_folder, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    const said = {};
    const lines = createInterface({ input: child.stdout });
    const ended = new Promise((_, reject) => child.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${errors}`))));
    ended.catch(() => undefined);
    const running = (async () => {
        for await (const line of lines) {
            said.name ??= /quản trị đầu tiên: (\S+)/.exec(line)?.[1];
            said.given ??= /^Mật khẩu.*: (\S+)$/.exec(line)?.[1];
            said.url ??= /(https?:\/\/\S+)/.exec(line)?.[1];
            if (said.url) return said;
        }
        throw new Error("serve said no address");
    })();
    return { child, ...(await Promise.race([running, ended])) };
}

/** { url, stop(), administrator: Caller, new_account(role, …), find(name) } */
export async function start_product() {
    if (!existsSync(program)) throw new Error(`${program} is not built`);
    if (!existsSync(join(web_folder, "index.html"))) throw new Error("build/web is not built: npm run build");
    const folder = await mkdtemp(join(tmpdir(), "kientoan-web-"));
    await promisify(execFile)(program, ["demo", "--data", join(folder, "data")]);
    const { child, url, name, given } = await start(folder);
    const administrator = await new Caller(url).enter(name, given, first_password);

    async function new_account(account_name, display_name, role, organisation, member_id) {
        const made = await administrator.call("POST", "/accounts", { name: account_name, display_name, ...(member_id ? { member_id } : {}) });
        if (role) await administrator.call("POST", "/grants", { account_id: made.account.id, role, organisation, valid_from: "2020-01-01" });
        return { name: account_name, given: made.password };
    }
    /** An account that has already chosen its password. */
    async function ready_account(account_name, ...rest) {
        const { given: one } = await new_account(account_name, ...rest);
        const caller = await new Caller(url).enter(account_name, one, password);
        return { name: account_name, password, caller };
    }
    async function stop() {
        child.removeAllListeners("exit");
        const gone = new Promise((done) => child.once("exit", done));
        child.kill("SIGTERM");
        await gone;
        await rm(folder, { recursive: true, force: true });
    }
    return { url, stop, administrator, new_account, ready_account };
}
