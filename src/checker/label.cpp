// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/label.h"

#include <algorithm>

namespace checker {
namespace {

struct Region {
    std::size_t first, last;
};

struct Word {
    std::string_view phrase;
    Dimension dimension;
    unsigned level;
};
// clang-format off
constexpr Word words[] = {
    {"khiển trách",    Dimension::discipline,  1}, {"cảnh cáo",      Dimension::discipline, 2},
    {"cách chức",      Dimension::discipline,  4}, {"khai trừ",      Dimension::discipline, 8},
    {"giải tán",       Dimension::discipline, 16}, {"chính thức",    Dimension::membership, 1},
    {"dự bị",          Dimension::membership,  2}, {"đảng bộ cơ sở", Dimension::base_form,  1},
    {"chi bộ cơ sở",   Dimension::base_form,   2}, {"đúng hạn",      Dimension::deadline,   1},
    {"trước hạn",      Dimension::deadline,    1}, {"quá hạn",       Dimension::deadline,   2},
    {"trễ hạn",        Dimension::deadline,    2}, {"cấp tỉnh",      Dimension::level,      1},
    {"cấp huyện",      Dimension::level,       2}, {"cấp xã",        Dimension::level,      4},
    {"cấp cơ sở",      Dimension::level,       8}, {"cấp trung ương", Dimension::level,    16},
    {"nữ",             Dimension::sex,         2}, {"nam",           Dimension::sex,        1},
    {"dân tộc",        Dimension::overlapping, 1}, {"tôn giáo",      Dimension::overlapping, 2},
    {"có đạo",         Dimension::overlapping, 2}, {"tuổi",          Dimension::overlapping, 4},
    {"trẻ",            Dimension::overlapping, 4}, {"trình độ",      Dimension::overlapping, 8},
    {"đại học",        Dimension::overlapping, 8}, {"thạc sĩ",       Dimension::overlapping, 8},
    {"đoàn viên",      Dimension::overlapping, 16}, {"học sinh",     Dimension::overlapping, 32},
    {"sinh viên",      Dimension::overlapping, 32}, {"doanh nghiệp", Dimension::overlapping, 64},
    {"tái cử",         Dimension::overlapping, 128}, {"giáo viên",   Dimension::overlapping, 32},
    {"công nhân",      Dimension::overlapping, 32}, {"nông thôn",    Dimension::overlapping, 64},
};
// clang-format on

Region behind(const Reading& reading, const Figure& figure) {
    const auto& tokens = reading.text.tokens;
    std::size_t i = figure.last;
    const std::size_t last = reading.sentence_of(figure).last;
    while (i < last && !tokens[i].is_number() && !tokens[i].is_bullet &&
           (tokens[i].is_word() || tokens[i].is("\"") || tokens[i].is("'")))
        ++i;
    return {figure.last, i};
}

Region before(const Figure& figure) { return {figure.lead, figure.first}; }

// A commendation, not a grading: "hoàn thành xuất sắc nhiệm vụ 5 năm liền", "tặng bằng khen cho 8 đảng viên …".
bool is_commendation(const Reading& reading, const Figure& figure, Region region) {
    const std::size_t last = std::min(region.last + 4, reading.sentence_of(figure).last);
    for (const std::string_view phrase : {"năm liền", "năm liên tục", "năm liên tiếp", "liền"})
        if (says(reading.text, region.last, last, phrase)) return true;
    for (const std::string_view phrase : {"tặng", "khen", "biểu dương", "đề nghị"})
        if (says(reading.text, figure.lead, figure.first, phrase)) return true;
    return false;
}

unsigned grade_in(const Reading& reading, Region region) {
    const auto has = [&](std::string_view phrase) { return says(reading.text, region.first, region.last, phrase); };
    const bool up = has("trở lên");
    if (has("không hoàn thành") || has("chưa hoàn thành") || has("yếu kém") || has("vi phạm tư cách"))
        return level::failed;
    if (has("không xếp loại") || has("chưa xếp loại") || has("chưa đánh giá") || has("không đánh giá"))
        return level::not_graded;
    if (has("trong sạch vững mạnh") || has("tsvm")) return has("tiêu biểu") ? level::strong_model : level::strong;
    const bool excellent = has("hoàn thành xuất sắc") || has("htxsnv") || has("loại xuất sắc") || has("mức xuất sắc");
    const bool good = has("hoàn thành tốt") || has("httnv") || (excellent && has("và tốt")) || has("loại tốt") ||
                      has("mức tốt") || (excellent && has("hoặc tốt"));
    if (excellent && good) return level::excellent | level::good;
    if (excellent) return level::excellent;
    if (good) return up ? level::excellent | level::good : level::good;
    if (has("hoàn thành nhiệm vụ") || has("htnv"))
        return up ? level::excellent | level::good | level::completed : level::completed;
    return 0;
}

Label label_in(const Reading& reading, const Figure& figure, Region region) {
    if (const unsigned grade = grade_in(reading, region))
        return is_commendation(reading, figure, region) ? Label{} : Label{Dimension::grade, grade};
    for (const auto& word : words)
        if (says(reading.text, region.first, region.last, word.phrase)) return {word.dimension, word.level};
    return {};
}

}  // namespace

Label label_of(const Reading& reading, const Figure& figure) {
    const Label label = label_in(reading, figure, behind(reading, figure));
    return label.dimension != Dimension::none ? label : label_in(reading, figure, before(figure));
}

bool is_complete(Dimension dimension, unsigned levels) {
    switch (dimension) {
        case Dimension::sex:
        case Dimension::membership:
        case Dimension::base_form:
        case Dimension::deadline: return levels == 3;
        case Dimension::discipline: return (levels & 1) != 0 && (levels & ~1u) != 0;
        default: return false;
    }
}

}  // namespace checker
