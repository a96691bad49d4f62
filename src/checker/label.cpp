// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/label.h"

#include <algorithm>
#include <bit>

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
    {"chi bộ trực thuộc", Dimension::base_form, 4},
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
    // "trong sạch, vững mạnh": the comma cuts the region.
    if (has("vững mạnh") || has("tsvm")) return has("tiêu biểu") ? level::strong_model : level::strong;
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

// "Huy hiệu 45 năm, 40 năm và 30 năm tuổi Đảng", beginning with the number at `at`: a bit for each; those given after
// death are lists of their own.
unsigned badges_at(const Text& text, Region region, std::size_t at, std::size_t last) {
    const auto& tokens = text.tokens;
    unsigned levels = 0;
    bool says_party_age = says(text, region.first, at, "huy hiệu") || says(text, region.first, at, "tuổi đảng");
    while (at + 1 < last && tokens[at].is_number() && tokens[at].text.size() == 2 && tokens[at + 1].is("năm")) {
        const int years = (tokens[at].text[0] - '0') * 10 + (tokens[at].text[1] - '0');
        if (years < 30 || years > 95 || years % 5 != 0) return 0;
        levels |= 1u << (years / 5 - 6);
        at += 2;
        if (const auto count = match(tokens, at, "tuổi đảng")) says_party_age = true, at += count;
        if (at + 2 < last && (tokens[at].is(",") || tokens[at].is("và"))) ++at;
    }
    if (!says_party_age) return 0;
    const bool after_death = says(text, region.first, region.last, "truy tặng") &&
                             !says(text, region.first, region.last, "tặng và truy tặng");
    return after_death ? levels << 16 : levels;
}

// The first party age named in the region, or just behind it.
unsigned badge_in(const Reading& reading, const Figure& figure, Region region) {
    const auto& tokens = reading.text.tokens;
    const std::size_t last = reading.sentence_of(figure).last;
    for (std::size_t i = region.first; i < std::min(region.last + 1, last); ++i)
        if (tokens[i].is_number() && i != figure.first) return badges_at(reading.text, region, i, last);
    return 0;
}

Label label_in(const Reading& reading, const Figure& figure, Region region) {
    if (const unsigned badges = badge_in(reading, figure, region)) return {Dimension::badge, badges};
    if (const unsigned grade = grade_in(reading, region))
        return is_commendation(reading, figure, region) ? Label{} : Label{Dimension::grade, grade};
    for (const auto& word : words)
        if (says(reading.text, region.first, region.last, word.phrase)) return {word.dimension, word.level};
    // "68 đảng bộ và 31 chi bộ cơ sở", not "68 đảng bộ xã".
    if (figure.noun.name == "đảng bộ" && figure.noun_last == figure.last + figure.noun.tokens)
        return {Dimension::base_form, 1};
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
        case Dimension::deadline: return levels == 3;
        // Đảng bộ cơ sở and chi bộ cơ sở are all grassroots organisations, chi bộ cơ sở and trực thuộc all cells.
        case Dimension::base_form: return levels == 3 || levels == 6;
        case Dimension::discipline: return (levels & 1) != 0 && (levels & ~1u) != 0;
        // From the highest down to 30 years, which most have.
        case Dimension::badge: return (levels & 1) != 0 && std::popcount(levels) >= 3;
        default: return false;
    }
}

}  // namespace checker
