// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace actions {

// What an action is called where people read the audit and the access log: "import_members" is "Nhập sổ đảng viên". The
// name itself when it has no label.
std::string action_label(std::string_view action);

}  // namespace actions
