// SPDX-License-Identifier: AGPL-3.0-or-later
import { createApp } from "vue";

import App from "@/App.vue";
import { when_signed_out } from "@/api/client";
import { language, use_language } from "@/i18n";
import { router } from "@/router";
import "@/state/appearance";
import { leave } from "@/state/session";
import "@/styles/theme.css";
import "@/styles/base.css";
import "@/styles/shapes.css";

use_language(language.value);

when_signed_out(() => {
    leave();
    const { path, fullPath } = router.currentRoute.value;
    if (path !== "/sign-in") void router.push({ path: "/sign-in", query: { back: fullPath } });
});

createApp(App).use(router).mount("#app");
