// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from "@/i18n";
import { to } from "@/state/place";

/** What was written, and what was read. */
export const log_tabs = () => [
    { name: "audit", label: t("log.tab.audit"), to: to("/audit") },
    { name: "accesses", label: t("log.tab.accesses"), to: to("/accesses") },
];
