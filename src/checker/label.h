// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "checker/relation.h"

// The kind of part that words give a figure: its grade, form of discipline, sex … Parts of one such list exclude each
// other, and of some lists it is known when they are complete.
namespace checker {

enum class Dimension : std::uint8_t {
    none,
    grade,        // mức xếp loại
    discipline,   // hình thức kỷ luật
    sex,          // nam, nữ
    membership,   // chính thức, dự bị
    base_form,    // đảng bộ cơ sở, chi bộ cơ sở: the two forms of a grassroots organisation
    deadline,     // đúng hạn, quá hạn
    level,        // cấp trung ương, tỉnh, huyện, xã
    badge,        // Huy hiệu 30, 40 … 80 năm tuổi Đảng: one gets one of them at a time
    overlapping,  // dân tộc, tôn giáo, tuổi, trình độ: one may be counted under several
};

// Levels are bits, so that "hoàn thành tốt trở lên" is two of them.
namespace level {
inline constexpr unsigned excellent = 1, good = 2, completed = 4, failed = 8, not_graded = 16;
// The scale before 2013: trong sạch vững mạnh, of which some "tiêu biểu"; the other levels as above.
inline constexpr unsigned strong = 32, strong_model = 64;
}  // namespace level

struct Label {
    Dimension dimension = Dimension::none;
    unsigned levels = 0;
};

// What the words behind the figure, else those before it, call it.
Label label_of(const Reading& reading, const Figure& figure);

// Whether these levels are all there are in the dimension.
bool is_complete(Dimension dimension, unsigned levels);

}  // namespace checker
