// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/date.h"

// Giá trị giả: what stands in a field only so that something stands there. It counts as missing.
namespace quality {

// Nothing, marks without letters ("...", "-"), one character, one character again and again ("xxx"), or a way of saying
// that nothing is known ("không rõ", "chưa cập nhật", "n/a"), with or without tone marks; also dummy numbers.
bool is_dummy_text(std::string_view text);

// A dummy text, or a name that examples use: "Nguyễn Văn A".
bool is_dummy_name(std::string_view text);

// Digits all the same, or counting up or down: 000000000000, 123456789012. Blanks and points do not count.
bool is_dummy_number(std::string_view text);

// No date, or one that machines fill in: any of 1900 or before, any after 2999.
bool is_dummy_date(base::PartialDate date);

}  // namespace quality
