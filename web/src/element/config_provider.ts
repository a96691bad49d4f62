// SPDX-License-Identifier: AGPL-3.0-or-later
export { ElConfigProvider } from "element-plus/es/components/config-provider/index.mjs";
