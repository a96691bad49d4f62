// SPDX-License-Identifier: AGPL-3.0-or-later
// The built program on the demo city, in a folder of its own and on a free port.
// KIENTOAN names the program if it is not build/release/kientoan, KIENTOAN_WEB the built page if it is not build/web.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const web_folder = process.env.KIENTOAN_WEB ?? join(root, "build/web");
const program = process.env.KIENTOAN ?? join(root, "build/release/kientoan");

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
    async enter(name, password) {
        await this.call("POST", "/session", { name, password });
        return this;
    }
}

async function start(folder) {
    const child = spawn(program, ["serve", "--data", join(folder, "data"), "--web", web_folder, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    const lines = createInterface({ input: child.stdout });
    const ended = new Promise((_, reject) => child.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${errors}`))));
    ended.catch(() => undefined);
    const running = (async () => {
        for await (const line of lines) {
            const url = /https?:\/\/\S+/.exec(line)?.[0];
            if (url) return url;
        }
        throw new Error("serve said no address");
    })();
    return { child, url: await Promise.race([running, ended]) };
}

/**
 * url; password: of the demo accounts quantri, bantochuc, capuy, bithu, lanhdao, dangvien; caller(name): one of them
 * without a browser; stop().
 */
export async function start_product() {
    if (!existsSync(program)) throw new Error(`${program} is not built`);
    if (!existsSync(join(web_folder, "index.html"))) throw new Error("build/web is not built: npm run build");
    const folder = await mkdtemp(join(tmpdir(), "kientoan-web-"));
    await promisify(execFile)(program, ["demo", "--data", join(folder, "data")]);
    const password = (await readFile(join(folder, "data/mat-khau-mau.txt"), "utf8")).trim();
    const { child, url } = await start(folder);

    const caller = (name) => new Caller(url).enter(name, password);
    async function stop() {
        child.removeAllListeners("exit");
        const gone = new Promise((done) => child.once("exit", done));
        child.kill("SIGTERM");
        await gone;
        await rm(folder, { recursive: true, force: true });
    }
    return { url, password, caller, stop };
}
