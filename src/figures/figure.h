// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.h"
#include "figures/subject.h"

namespace figures {

// Đơn vị tính: what one of the count is.
enum class Unit : std::uint8_t { person, turn, organisation };
std::string_view label_of(Unit unit);  // "đảng viên", "lượt", "tổ chức"

// Which rows of the subject, in time. A period is a year, or the one day of a figure "on" a day.
enum class When : std::uint8_t {
    at_end,    // Rows that hold on the last day of the period.
    at_start,  // Rows that hold on the day before the period.
    during,    // Events of the period.
    campaign,  // Rows of the grading of the year.
};

enum class Op : std::uint8_t { none, is, is_given, is_absent };

// `column is one of these codes`, or is given, or is absent.
struct Condition {
    std::string_view column = {};
    Op op = Op::none;
    std::array<std::string_view, 5> codes = {};

    bool operator==(const Condition&) const = default;
};

// All of them hold. Written from the front; the rest is empty.
using Filter = std::array<Condition, 3>;

// Số liệu: a number that reports are made of, declared once and computed in two ways (SQL, memory columns). The same
// filter gives the rows behind it.
struct Figure {
    std::string_view name;
    std::string_view label;
    Unit unit{};
    const Subject* subject = nullptr;
    When when{};
    Filter filter = {};

    std::span<const Condition> conditions() const;
    // Years are needed by all but figures at the end of the period, which can also be asked for a day.
    bool needs_year() const { return when != When::at_end; }
};

// All figures, in the order of the reports.
std::span<const Figure> all();
const Figure* find(std::string_view name);

// Phân tổ: what a figure may be broken down by: `organisation` (those directly below; the organisation itself where
// rows lie in it), `cell` (of members), and the columns of its subject that its filter leaves open.
std::vector<std::string_view> breakdowns(const Figure& figure);
inline constexpr std::string_view by_organisation = "organisation";
inline constexpr std::string_view by_cell = "cell";

// The label of a key of a breakdown by column; the key "" is "Chưa có thông tin".
std::string_view label_of_key(const Figure& figure, std::string_view by, std::string_view key);

// One part of a figure that was broken down.
struct Part {
    std::string key;  // A code of the list or of an organisation; "" where none is given.
    std::int64_t count = 0;

    bool operator==(const Part&) const = default;
};

// One of those counted, and the code of the organisation in which its row lies.
struct Item {
    base::Uuid id;
    std::string place;

    auto operator<=>(const Item&) const = default;
};

// What a figure is for one organisation and time. The parts add up to the value. Codes come in the order of their list,
// all of them, then "" if it counts anything; organisations in the order of their codes. The list holds the ids of
// members or organisations, one for each of the count.
struct Answer {
    std::int64_t value = 0;
    std::vector<Part> by;
    std::vector<Item> list;

    bool operator==(const Answer&) const = default;
};

}  // namespace figures
