// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "figures/ratio.h"

// Báo cáo as data: what it says, of whatever organisation and year. Filled by fill.h, printed by render_*.h.
namespace reports {

// How numbers are named, here, in templates and in JSON:
//   members                       a figure
//   members/sex=female            the part of it that has one code of a breakdown
//   members.good_share            a ratio
//   …@previous                    the same of the year before
// A sentence has them in {braces}. It may also say {year}, {previous_year}, {last_day} (31/12/2020) and {organisation}
// (its name). What stands in [brackets] is left out when a number in it is 0 or a ratio in it has no base.
struct Sentence {
    std::string_view name;  // Of its placeholder.
    std::string_view text;
    std::string_view when = {};       // Said only if this number is not 0 …
    std::string_view otherwise = {};  // … and this if it is; nothing by default.
};

// heading: words only, over the rows that follow. part: "trong đó", indented.
enum class Style : std::uint8_t { plain, total, part, heading };

// A line of a table. A breakdown without code, as members/sex, stands for a row for each code that counts anything.
struct Row {
    std::string_view label;  // Empty: the label of the code, or of the figure.
    std::string_view of;     // Name of the number.
    Style style = Style::plain;
    bool only_if_any = false;  // Left out when 0 in both years.
};

// Numbers of this year beside those of the year before: Chỉ tiêu | Năm 2020 | Tỷ lệ | Năm 2019 | % so với năm trước.
struct YearsTable {
    std::string_view name;
    std::string_view caption;
    std::span<const Row> rows;
    std::string_view share_of = {};  // The number of which the column Tỷ lệ shows shares; empty: no such column.
    std::string_view base = {};      // That number in words: "trên tổng số …".
    std::string_view when = {};      // Shown only if this number is not 0.
};

struct SubordinatesColumn {
    std::string_view name;
    std::string_view header;
    std::string_view of;  // Name of the number.
};

// A row for each organisation directly below and what lies in the issuer itself, then the sum; the last column is the
// grade of the organisation.
struct SubordinatesTable {
    std::string_view name;
    std::string_view caption;
    std::span<const SubordinatesColumn> columns;
    std::string_view grade_header;
};

using Block = std::variant<Sentence, YearsTable, SubordinatesTable>;

struct Section {
    std::string_view heading;
    std::span<const Block> blocks;
};

struct Report {
    std::string_view name;     // Of the command: year-end.
    std::string_view label;    // "Báo cáo cuối năm"
    std::string_view subject;  // Under the title; a sentence text.
    std::string_view sign;     // Ký hiệu of the kind of document: BC.
    std::span<const Section> sections;
    std::string_view remark;  // In small letters at the foot: on which form it rests, and whether that is confirmed.
};

// Which reports there are.
std::span<const Report* const> all_reports();
const Report* find_report(std::string_view name);

extern const Report year_end;  // Báo cáo cuối năm.

// The code of those of whom nothing is known: members/sex=?.
inline constexpr std::string_view unknown_code = "?";

std::string name_of(const figures::Share& share);
// Refers into `name`. Nothing when there is no such figure, breakdown or code.
std::optional<figures::Share> parse_share(std::string_view name);

// "Đảng viên được xếp loại: Hoàn thành tốt nhiệm vụ"
std::string label_of(const figures::Share& share);

}  // namespace reports
