// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

namespace quality {

// May the three first digits of a số định danh cá nhân be these? The 63 provinces in which births were registered keep
// their codes after the mergers of 2025; people born abroad have the code of the country, 101 and above. Source:
// Thông tư 07/2016/TT-BCA, Điều 7 and phụ lục I, II.
bool is_birth_place_code(std::string_view digits);

}  // namespace quality
