// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "law/timeline.h"

// Kết nạp đảng viên: figures.
namespace law::admission {

using base::date;

// Tuổi đời tối thiểu khi kết nạp, tính theo tháng (216 tháng = đủ 18 tuổi).
inline constexpr Timeline age_months_min{{
    Entry<int>{date(2011, 1, 19), 216, "Điều lệ Đảng (2011), Điều 1.2"},
    Entry<int>{date(2025, 7, 1), 216, "294-QĐ/TW, Điều 1.1.1"},
}};

// Thời gian dự bị, số tháng kể từ ngày tổ chức lễ kết nạp.
inline constexpr Timeline probation_months{{
    Entry<int>{date(2011, 1, 19), 12, "Điều lệ Đảng (2011), Điều 5.1"},
    Entry<int>{date(2025, 6, 9), 12, "06-HD/TW, mục 4.2"},
}};

}  // namespace law::admission
