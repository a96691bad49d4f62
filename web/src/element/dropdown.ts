// SPDX-License-Identifier: AGPL-3.0-or-later
import "element-plus/es/components/dropdown/style/css.mjs";
import "element-plus/es/components/dropdown-item/style/css.mjs";
import "element-plus/es/components/dropdown-menu/style/css.mjs";

export { ElDropdown, ElDropdownItem, ElDropdownMenu } from "element-plus/es/components/dropdown/index.mjs";
