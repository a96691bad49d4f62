// SPDX-License-Identifier: AGPL-3.0-or-later
// The web page: sources in web/, built into build/web, which `kientoan serve` reads. `npm run dev` serves the sources
// and passes /api on to a server at 127.0.0.1:8080.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import vue from "@vitejs/plugin-vue";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = join(here, "build/web");

const of_page = /web\/src\/.*\.(?:ts|vue)$/;
const of_forms = /web\/src\/(?:fields\/(?!lists)|records\/RecordForm|element\/(?:select|dialog)|parts\/(?:Confirm|Dialog|Difference|FindSelect|OnceShown|OrganisationField)\.)/;

// Beside each file that shrinks, its .gz and .br, so that the server only has to send them.
function compress(): Plugin {
    let folder = out;
    const shrinks = /\.(?:js|css|html|svg|json|txt)$/;
    return {
        name: "compress",
        apply: "build",
        configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
        closeBundle() {
            for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
                const path = join(folder, name);
                if (!shrinks.test(name) || statSync(path).size < 512) continue;
                const content = readFileSync(path);
                writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
                writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
            }
        },
    };
}

export default defineConfig({
    root: join(here, "web"),
    resolve: { alias: { "@": join(here, "web/src") } },
    plugins: [vue(), compress()],
    server: { port: 5173, proxy: { "/api": "http://127.0.0.1:8080" } },
    build: {
        outDir: out,
        emptyOutDir: true,
        target: "es2022",
        // No polyfill and no inlined files: nothing that a strict Content-Security-Policy would refuse.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        cssMinify: true,
        chunkSizeWarningLimit: 400,
        // Few files rather than many: what several pages share comes with the first, but for forms and windows, which
        // no page shows at once.
        rolldownOptions: {
            output: {
                codeSplitting: {
                    groups: [
                        { name: "vue", test: /node_modules[\\/](?:@vue|vue|vue-router)[\\/]/, priority: 2 },
                        { name: "common", minShareCount: 3, priority: 1, test: (id) => of_page.test(id) && !of_forms.test(id) },
                        { name: "forms", minShareCount: 2, test: of_forms },
                    ],
                },
            },
        },
        // Which files the first page needs; read by the test of their size.
        manifest: "manifest.json",
    },
});
