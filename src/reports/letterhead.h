// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace reports {

// What stands around the text of a Party document (thể thức văn bản): the same in every format. Dots are left for the
// office to fill.
struct Letterhead {
    std::string superior;  // "ĐẢNG BỘ TỈNH QUẢNG TRỊ"; empty for a root.
    std::string issuer;    // "THÀNH ỦY ĐÔNG HÀ"
    std::string number;    // "Số ……-BC/TU"
    std::string date;      // "Đông Hà, ngày 05 tháng 01 năm 2021"
    std::string title;     // "BÁO CÁO"
    std::string subject;
    std::string recipients;    // Lines: "- Tỉnh ủy Quảng Trị,\n…"
    std::string on_behalf_of;  // "T/M BAN THƯỜNG VỤ"
    std::string signer;
};
Letterhead letterhead(const Document& document);

// "ngày 05 tháng 01 năm 2021": days below 10, January and February with a 0 before. Source: 36-HD/VPTW.
std::string date_in_words(base::Date date);

inline constexpr std::string_view party_name = "ĐẢNG CỘNG SẢN VIỆT NAM";

}  // namespace reports
