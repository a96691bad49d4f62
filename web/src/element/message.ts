// SPDX-License-Identifier: AGPL-3.0-or-later
import "element-plus/es/components/message/style/css.mjs";

export { ElMessage } from "element-plus/es/components/message/index.mjs";
