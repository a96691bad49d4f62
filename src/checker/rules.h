// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <initializer_list>

#include "checker/judgement.h"

// The rules. Each says which figures of a reading cannot go together, and why; each is in its own file.
namespace checker {

using Findings = std::vector<Finding>;

// Cộng: the enumerated parts of a closed list add up to the whole.
void check_sum(const Reading& reading, Findings& findings);
// Cộng, mức xếp loại: figures by grade add up to those graded; "tốt trở lên" holds "xuất sắc".
void check_grades(const Reading& reading, Findings& findings);
// Cộng, còn lại: what is done and what remains are all there is.
void check_remainder(const Reading& reading, Findings& findings);
// Cộng, tổng cộng: "14 nghị quyết, 22 kế hoạch, 9 chỉ thị (tổng cộng 45 văn bản)".
void check_grand_total(const Reading& reading, Findings& findings);
// Cộng, liệt kê: "3 nhiệm vụ: (1) …; (2) …; (3) …; (4) …" has as many items as it says.
void check_list_length(const Reading& reading, Findings& findings);
// Tỷ lệ: a percentage is part / whole at its printed decimals, rounded half-up.
void check_share(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings);
// Mẫu số: a percentage of another base than the one it is said of.
void check_base(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings);
// So sánh: trên, gần, ít nhất; vượt and đạt beside a target.
void check_comparator(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings);
// Bộ phận: no part is larger than its whole.
void check_part(const Reading& reading, Findings& findings);
// Tăng giảm: before, after and the change between them.
void check_growth(const Reading& reading, Findings& findings);
// Nhắc lại: the same quantity twice with different values.
void check_repeat(const Reading& reading, Findings& findings);

// A finding about figures of the reading, in the order of the text; its sentence is that of the last one.
Finding make_finding(const Reading& reading, Severity severity, Rule rule, std::vector<std::size_t> figures);

// "5.907 đảng viên", "85,7%", "42/49".
std::string say(const Figure& figure);
// a + b + c, in one line.
std::string join(std::initializer_list<std::string_view> pieces);

}  // namespace checker
