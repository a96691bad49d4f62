// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "actions/context.h"
#include "base/result.h"

namespace actions {

struct MemberForm {
    std::string full_name;
    std::string docx;
};

// Phiếu đảng viên (mẫu 2-HSĐV) of one member as it stands today: mục 1–9, 11–26; of mục 10 and 27–30 only which papers
// are on file. `member` is the profile number, the card number or the personal id. Opening a personal file is a read
// that is logged. Refused as "not_found" {label, number}.
base::Result<MemberForm> make_member_form(Context& context, std::string_view member);
base::Result<MemberForm> make_member_form(Context& context, const base::Uuid& member);  // By its id.

}  // namespace actions
