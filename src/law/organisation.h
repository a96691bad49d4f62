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

// Hệ thống tổ chức theo cấp: a lower level stands below a higher one.
inline constexpr Timeline levels_in_order{{
    Entry<bool>{date(2011, 1, 19), true, "Điều lệ Đảng (2011), Điều 10"},
}};

// Dưới chi bộ chỉ có tổ đảng, và tổ đảng chỉ ở dưới chi bộ. Before the first date the tree has the same shape, but no
// article is quoted.
inline constexpr Timeline only_groups_below_cell{{
    Entry<bool>{date(2025, 7, 1), true, "294-QĐ/TW, Điều 20.3.2"},
}};

// Đảng bộ bộ phận chỉ ở trong đảng bộ cơ sở.
inline constexpr Timeline section_party_in_grassroots_party{{
    Entry<bool>{date(2025, 7, 1), true, "294-QĐ/TW, Điều 20.3.3"},
}};

// Giải thể: đảng viên được chuyển đi trước, không ai còn lại trong chi bộ đã đóng.
inline constexpr Timeline members_leave_before_dissolving{{
    Entry<bool>{date(2025, 7, 1), true, "294-QĐ/TW, Điều 6.3.5"},
}};

// Giải thể: không còn tổ chức nào bên dưới.
inline constexpr Timeline nothing_below_when_dissolving{{
    Entry<bool>{date(2025, 7, 1), true, "294-QĐ/TW, Điều 10.5"},
}};

// Cấp huyện kết thúc hoạt động.
inline constexpr Timeline district_level_exists{{
    Entry<bool>{date(1930, 2, 3), true, "Điều lệ Đảng, Điều 10"},
    Entry<bool>{date(2025, 7, 1), false, "294-QĐ/TW, Điều 10"},
}};

}  // namespace law::organisation
