// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/checks.h"

#include <array>

#include "base/number_format.h"
#include "figures/identity.h"

namespace reports {
namespace {

// What to do about an identity that does not hold; the first whose beginning fits.
struct Remedy {
    std::string_view identity;
    std::string_view text;
};

constexpr std::array remedies{
    Remedy{"members.none_missing",
           "mở danh sách của số liệu members.grade_missing, nhập mức xếp loại hoặc lý do chưa "
           "xếp loại cho từng người"},
    Remedy{"grassroots.none_missing",
           "mở danh sách của số liệu grassroots_organisations.grade_missing, nhập mức xếp "
           "loại hoặc lý do chưa xếp loại cho từng tổ chức"},
    Remedy{"members.all_in_grading",
           "xem đợt xếp loại của năm đã mở cho tổ chức này chưa, và có xếp loại người không "
           "còn sinh hoạt ngày 31/12 không"},
    Remedy{"grassroots.all_in_grading",
           "xem đợt xếp loại của năm đã mở cho tổ chức này chưa, và có xếp loại tổ chức "
           "đã kết thúc trước ngày 31/12 không"},
    Remedy{"members.flow", "xem lại ngày bắt đầu, ngày kết thúc sinh hoạt và hình thức tăng, giảm trong năm"},
    Remedy{"", "xem lại cây tổ chức và nơi sinh hoạt của đảng viên ngày 31/12"},
};

std::string_view remedy_of(std::string_view identity) {
    for (const auto& remedy : remedies)
        if (identity.starts_with(remedy.identity)) return remedy.text;
    return {};
}

std::string text_of(const figures::Identity& identity, const figures::Sides& sides) {
    const auto todo = ". Việc cần làm: " + std::string{remedy_of(identity.name)} + ".";
    if (identity.equals.sign == 0) {
        const auto* figure = figures::find(identity.terms().front().figure);
        return std::string{figure->label} + ": " + base::format_count(sides.sum) + " " +
               std::string{figures::label_of(figure->unit)} + todo;
    }
    return std::string{identity.label} + ": " + base::format_count(sides.sum) + " ≠ " +
           base::format_count(sides.equals) + todo;
}

}  // namespace

std::vector<Note> check_identities(Numbers& numbers) {
    std::vector<Note> notes;
    for (const auto& identity : figures::identities()) {
        const auto sides = figures::evaluate(identity, [&](const figures::Term& term) {
            const auto& answer = numbers.answer(term.figure, term.by);
            if (term.by.empty()) return answer.value;
            std::int64_t sum = 0;
            for (const auto& part : answer.by) sum += part.count;
            return sum;
        });
        if (sides.hold()) continue;
        notes.push_back({identity.name, identity.label, sides.sum, sides.equals, text_of(identity, sides)});
    }
    return notes;
}

}  // namespace reports
