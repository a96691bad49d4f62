// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/numbers.h"

#include <algorithm>

#include "base/check.h"
#include "base/number_format.h"

namespace reports {

const figures::Answer& Numbers::answer(std::string_view figure, std::string_view by, std::string_view organisation,
                                       int year) {
    const auto* found = figures::find(figure);
    CHECK(found);
    Question question{found, by, std::string{organisation.empty() ? organisation_ : organisation}, year ? year : year_};
    const auto known = answers_.find(question);
    if (known != answers_.end()) return known->second;
    auto answered = ask_(question);
    return answers_.emplace(std::move(question), std::move(answered)).first->second;
}

std::int64_t Numbers::value(const figures::Share& share, std::string_view organisation, int year) {
    const auto& answered = answer(share.figure, share.by, organisation, year);
    if (share.code.empty()) return answered.value;
    const auto key = share.code == unknown_code ? std::string_view{} : share.code;
    const auto part = std::find_if(answered.by.begin(), answered.by.end(),
                                   [&](const figures::Part& candidate) { return candidate.key == key; });
    return part == answered.by.end() ? 0 : part->count;
}

Piece Numbers::count(const figures::Share& share, std::string_view organisation, int year) {
    Piece piece;
    piece.value = value(share, organisation, year);
    piece.text = base::format_count(piece.value);
    piece.number = name_of(share);
    piece.organisation = organisation.empty() ? organisation_ : organisation;
    piece.year = year ? year : year_;
    keep(share, piece.organisation, piece.year, piece.value);
    return piece;
}

Piece Numbers::percent(const figures::Ratio& ratio) {
    Piece piece;
    piece.value = count(ratio.numerator).value;
    piece.denominator = count(ratio.denominator).value;
    piece.text = figures::to_text(ratio, piece.value, *piece.denominator);
    piece.number = ratio.name;
    piece.organisation = organisation_;
    piece.year = year_;
    return piece;
}

void Numbers::keep(const figures::Share& share, const std::string& organisation, int year, std::int64_t value) {
    auto name = name_of(share);
    if (!kept_names_.emplace(name, organisation, year).second) return;
    kept_.push_back({std::move(name), label_of(share), organisation, year, value});
}

}  // namespace reports
