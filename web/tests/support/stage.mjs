// SPDX-License-Identifier: AGPL-3.0-or-later
// What every browser test stands on: the program on the demo city and a browser, both gone when the file's tests are.
import { after } from "node:test";

import { open_browser, open_window, sign_in } from "./browser.mjs";
import { start_product } from "./product.mjs";

/**
 * product (product.mjs); open(options): a window, nobody signed in, unless options name a caller (browser.mjs);
 * as(name, options): a window in which a demo account has signed in by the page.
 */
export async function set_stage() {
    const product = await start_product();
    after(() => product.stop());
    const browser = await open_browser();
    after(() => browser.close());

    const open = (options) => open_window(browser, product.url, options);
    async function as(name, options) {
        const window = await open(options);
        await sign_in(window.page, name, product.password);
        return window;
    }
    return { product, open, as };
}
