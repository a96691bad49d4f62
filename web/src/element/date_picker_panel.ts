// SPDX-License-Identifier: AGPL-3.0-or-later
import "element-plus/es/components/date-picker-panel/style/css.mjs";

export { ElDatePickerPanel } from "element-plus/es/components/date-picker-panel/index.mjs";
