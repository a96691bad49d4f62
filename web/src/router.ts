// SPDX-License-Identifier: AGPL-3.0-or-later
// Carries out pages.ts; asks who we are before the first page. Links keep place and time by state/place.ts.
import { createRouter, createWebHistory } from "vue-router";

import { t } from "@/i18n";
import { pages } from "@/pages";
import { is_member_only, load_session, session } from "@/state/session";

export const router = createRouter({
    history: createWebHistory(),
    routes: pages.map(({ path, component, title, is_public, menu }) => ({ path, component, meta: { title, is_public, menu } })),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach(async (to) => {
    if (to.meta.is_public) return true;
    // The page is fetched while we ask who we are.
    for (const { components } of to.matched) if (typeof components?.default === "function") void (components.default as () => Promise<unknown>)().catch(() => undefined);
    if (!(await load_session())) return { path: "/sign-in", query: to.fullPath === "/" ? {} : { back: to.fullPath } };
    if (session.value?.must_change_password && to.path !== "/password") return { path: "/password", query: { back: to.fullPath } };
    if (is_member_only.value && to.path === "/") return "/own";
    return true;
});

router.afterEach((to) => {
    document.title = `${t(to.meta.title)} · Kiện Toàn`;
});
