// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "actions/context.h"
#include "base/result.h"

namespace actions {

struct MemberList {
    std::size_t members = 0;
    std::string docx;
};

// Danh sách đảng viên: the home members of an organisation and all below it on a day, by cell and then by name, as a
// landscape table. Refusals: "organisation.unknown" {code}, "organisation.not_on_day" {code, day}.
base::Result<MemberList> make_member_list(Context& context, std::string_view organisation, base::Date on);

}  // namespace actions
