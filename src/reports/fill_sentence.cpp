// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/fill_sentence.h"

#include "base/check.h"

namespace reports {
namespace {

constexpr std::string_view previous_suffix = "@previous";

// What stands for a name in braces. A number that is nothing to speak of has the value 0, words have 1.
Piece fill_name(std::string_view name, const Issuer& issuer, Numbers& numbers) {
    const auto words = [](std::string text) { return Piece{.text = std::move(text), .value = 1}; };
    if (name == "year") return words(std::to_string(numbers.year()));
    if (name == "previous_year") return words(std::to_string(numbers.year() - 1));
    if (name == "last_day") return words(base::to_vietnamese(base::last_day_of_year(numbers.year())));
    if (name == "organisation") return words(issuer.name);
    if (const auto* ratio = figures::find_ratio(name)) {
        auto piece = numbers.percent(*ratio);
        if (piece.text.empty()) piece.text = "—";
        return piece;
    }
    const bool is_previous = name.ends_with(previous_suffix);
    const auto share = parse_share(is_previous ? name.substr(0, name.size() - previous_suffix.size()) : name);
    CHECK(share);
    return numbers.count(*share, {}, is_previous ? numbers.year() - 1 : numbers.year());
}

bool says_nothing(const Piece& piece) { return piece.value == 0 || (piece.denominator && *piece.denominator == 0); }

}  // namespace

std::vector<std::string_view> names_in(std::string_view text) {
    std::vector<std::string_view> names;
    for (auto begin = text.find('{'); begin != text.npos; begin = text.find('{', begin + 1))
        names.push_back(text.substr(begin + 1, text.find('}', begin) - begin - 1));
    return names;
}

std::vector<Piece> fill_text(std::string_view text, const Issuer& issuer, Numbers& numbers) {
    std::vector<Piece> pieces;
    std::size_t bracket = 0;  // Pieces before the bracket that is open.
    bool is_left_out = false;
    while (!text.empty()) {
        const auto end = text.find_first_of("{[]");
        if (end > 0) pieces.push_back({.text = std::string{text.substr(0, end)}});
        if (end == text.npos) break;
        const char sign = text[end];
        text.remove_prefix(end + 1);
        if (sign == '[') {
            bracket = pieces.size();
            is_left_out = false;
        } else if (sign == ']') {
            if (is_left_out) pieces.resize(bracket);
        } else {
            const auto close = text.find('}');
            CHECK(close != text.npos);
            auto piece = fill_name(text.substr(0, close), issuer, numbers);
            is_left_out = is_left_out || says_nothing(piece);
            pieces.push_back(std::move(piece));
            text.remove_prefix(close + 1);
        }
    }
    return pieces;
}

FilledSentence fill_sentence(const Sentence& sentence, const Issuer& issuer, Numbers& numbers) {
    const bool is_said = sentence.when.empty() || fill_name(sentence.when, issuer, numbers).value != 0;
    return {sentence.name, fill_text(is_said ? sentence.text : sentence.otherwise, issuer, numbers)};
}

}  // namespace reports
