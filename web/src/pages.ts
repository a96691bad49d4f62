// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page: path → component, in one table. Paths are the nouns of the API (/members?organisation=DH&on=2020-12-31).
import type { Component } from "vue";

import type { Right } from "@/api/types";
import type { Word } from "@/i18n";
import type { IconName } from "@/parts/icons";

export interface Page {
    path: string;
    title: Word;
    component: () => Promise<Component>;
    /** Reachable before signing in. */
    is_public?: true;
    /** Stands in the menu, for those who hold one of the rights; without rights, for everybody. */
    menu?: { icon: IconName; rights: Right[]; on_phone?: true };
}

declare module "vue-router" {
    interface RouteMeta {
        title: Word;
        is_public?: true;
        menu?: Page["menu"];
    }
}

export const pages: Page[] = [
    { path: "/",                     title: "page.overview",      component: () => import("@/pages/Overview.vue"),              menu: { icon: "overview", rights: ["see"], on_phone: true } },
    { path: "/organisations",        title: "page.organisations", component: () => import("@/pages/organisations/Tree.vue"),    menu: { icon: "tree", rights: ["see"], on_phone: true } },
    { path: "/organisations/:code",  title: "page.organisation",  component: () => import("@/pages/organisations/Organisation.vue") },
    { path: "/members",              title: "page.members",       component: () => import("@/pages/members/List.vue"),          menu: { icon: "people", rights: ["see"], on_phone: true } },
    { path: "/members/:id",          title: "page.member",        component: () => import("@/pages/members/Member.vue") },
    { path: "/grades",               title: "page.grades",        component: () => import("@/pages/grades/Grades.vue"),         menu: { icon: "grade", rights: ["see"], on_phone: true } },
    { path: "/reports",              title: "page.reports",       component: () => import("@/pages/reports/Report.vue"),        menu: { icon: "report", rights: ["see"] } },
    { path: "/reports/:name",        title: "page.reports",       component: () => import("@/pages/reports/Report.vue") },
    { path: "/check-report",         title: "page.check",         component: () => import("@/pages/check/CheckReport.vue"),     menu: { icon: "proof", rights: [], on_phone: true } },
    { path: "/figures/:name",        title: "page.figure",        component: () => import("@/pages/figures/Figure.vue") },
    { path: "/imports",              title: "page.imports",       component: () => import("@/pages/imports/Import.vue"),        menu: { icon: "import", rights: ["import"] } },
    { path: "/proposals",            title: "page.proposals",     component: () => import("@/pages/proposals/Proposals.vue"),   menu: { icon: "pencil", rights: ["decide_proposal"] } },
    { path: "/accounts",             title: "page.accounts",      component: () => import("@/pages/accounts/Accounts.vue"),     menu: { icon: "key", rights: ["manage_accounts"] } },
    { path: "/accounts/:id",         title: "page.accounts",      component: () => import("@/pages/accounts/Account.vue") },
    { path: "/account",              title: "page.account",       component: () => import("@/pages/accounts/OwnAccount.vue") },
    { path: "/audit",                title: "page.audit",         component: () => import("@/pages/audit/Audit.vue"),           menu: { icon: "audit", rights: ["read_audit"] } },
    { path: "/accesses",             title: "page.audit",         component: () => import("@/pages/audit/Accesses.vue") },
    { path: "/settings",             title: "page.settings",      component: () => import("@/pages/records/Settings.vue"),      menu: { icon: "settings", rights: ["configure"] } },
    { path: "/records",              title: "page.records",       component: () => import("@/pages/records/Records.vue") },
    { path: "/records/:type",        title: "page.records",       component: () => import("@/pages/records/Records.vue") },
    { path: "/records/:type/:id",    title: "page.records",       component: () => import("@/pages/records/Record.vue") },
    { path: "/own",                  title: "page.own",           component: () => import("@/pages/members/Own.vue") },
    { path: "/password",             title: "page.password",      component: () => import("@/pages/Password.vue") },
    { path: "/sign-in",              title: "page.sign_in",       component: () => import("@/pages/SignIn.vue"),                is_public: true },
    { path: "/:rest(.*)*",           title: "page.nowhere",       component: () => import("@/pages/Nowhere.vue") },
];
