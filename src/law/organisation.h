// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "law/timeline.h"

// Tổ chức đảng: figures.
namespace law::organisation {

using base::date;

// Số đảng viên chính thức tối thiểu để lập chi bộ.
inline constexpr Timeline cell_full_members_min{{
    Entry<int>{date(2011, 1, 19), 3, "Điều lệ Đảng (2011), Điều 21"},
    Entry<int>{date(2025, 7, 1), 3, "294-QĐ/TW, Điều 20.3"},
}};

// Số đảng viên từ đó lập đảng bộ cơ sở; ít hơn phải được cấp ủy cấp trên đồng ý.
inline constexpr Timeline grassroots_party_members_min{{
    Entry<int>{date(2011, 1, 19), 30, "Điều lệ Đảng (2011), Điều 21"},
    Entry<int>{date(2025, 7, 1), 30, "294-QĐ/TW, Điều 20.3.1"},
}};

// Số đảng viên mà chi bộ trực thuộc chỉ được vượt khi cấp ủy cấp trên đồng ý.
inline constexpr Timeline cell_members_max{{
    Entry<int>{date(2025, 7, 1), 30, "294-QĐ/TW, Điều 20.3.2"},
}};

// Cấp huyện kết thúc hoạt động.
inline constexpr Timeline district_level_exists{{
    Entry<bool>{date(1930, 2, 3), true, "Điều lệ Đảng, Điều 10"},
    Entry<bool>{date(2025, 7, 1), false, "294-QĐ/TW, Điều 10"},
}};

}  // namespace law::organisation
