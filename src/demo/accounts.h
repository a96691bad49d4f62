// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"

namespace demo {

// The password of all made-up accounts. It is printed wherever they are offered: nobody may keep real data beside them.
inline constexpr std::string_view demo_password = "dong-ha-mau-2020";

struct DemoAccount {
    std::string name, display_name;
    records::Role role{};
    std::string organisation;  // Code; empty = has the role by delegation alone.
    std::string member;        // Profile number; of accounts that are a member's.
};

// One account for each role: quantri, bantochuc and lanhdao over the whole city, capuy over the grassroots organisation
// with the most cells, bithu over the first of its cells, dangvien for a member of that cell; and phobithu, to whom
// bithu has delegated the role for thirty days from today. Made in a store that build_demo has filled; once.
base::Result<std::vector<DemoAccount>> make_demo_accounts(actions::Context& context);

}  // namespace demo
