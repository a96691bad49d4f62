// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/admission_age.h"

#include "law/admission.h"

namespace rules {

std::optional<TooYoung> too_young_to_admit(base::PartialDate born_on, base::Date admitted_on) {
    using law::admission::age_months_min;
    // DEVIATION: ngày kết nạp trước 19/01/2011 được xét theo Điều lệ 2011, vì các Điều lệ trước cũng quy định 18 tuổi
    // nhưng chưa có văn bản trong nguồn đã đọc. See docs/decisions/0004-old-cases-without-a-text.md.
    const auto day = std::max(admitted_on, age_months_min.entries().front().from);
    const auto& min = age_months_min.at(day);

    // Điều 1: đủ 18 tuổi đời, tính theo tháng.
    const int age = base::months_between(born_on.first_day(), admitted_on);
    if (age >= min.value) return {};
    return TooYoung{age, min.value, min.source};
}

}  // namespace rules
