// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/relation.h"

#include <array>

namespace checker {

bool says(const Text& text, std::size_t first, std::size_t last, std::string_view phrase) {
    for (std::size_t i = first; i < last; ++i)
        if (const auto count = match(text.tokens, i, phrase); count && i + count <= last) return true;
    return false;
}

bool has_token(const Text& text, std::size_t first, std::size_t last, std::string_view key) {
    for (std::size_t i = first; i < last; ++i)
        if (text.tokens[i].is(key)) return true;
    return false;
}

bool is_led_as_whole(const Text& text, const Figure& figure) {
    const std::size_t first = figure.first > figure.lead + 5 ? figure.first - 5 : figure.lead;
    for (const std::string_view phrase : {"tổng số", "trong số", "trên số", "trong tổng", "trên tổng"})
        if (says(text, first, figure.first, phrase)) return true;
    return match_before(text.tokens, figure.first, "trong") > 0 && figure.first > figure.lead;
}

bool is_whole_of_last(const Text& text, const std::vector<Figure>& figures, std::size_t at) {
    if (at == 0) return false;
    const Figure& part = figures[at - 1];
    const Figure& whole = figures[at];
    if (part.sentence != whole.sentence || !part.is_count() || !whole.is_count() || part.depth != whole.depth)
        return false;
    // A noun that stands before the number ("Ban Chấp hành Đảng bộ có 13 trong tổng số 40 ủy viên") may be any.
    if (part.noun.tokens > 0 && !may_be_same(part.noun, whole.noun)) return false;
    // Between: the noun of the part, perhaps what it did, then trong (tổng) số or trên (tổng số), and the whole.
    std::size_t i = part.noun_last;
    const std::size_t far = part.noun_last + 10;
    while (i < whole.first && i < far && text.tokens[i].is_word() && !match(text.tokens, i, "tổng số")) ++i;
    if (match(text.tokens, i, "tổng số") && (text.tokens[i - 1].is("trên") || text.tokens[i - 1].is("trong")))
        return i + 2 == whole.first;
    if (compare(part.value, whole.value) > 0) return false;
    i = part.noun_last;
    for (const std::string_view phrase : {"trong số", "trên số", "trong", "trên", "của tổng số"})
        if (const auto count = match(text.tokens, i, phrase)) {
            i += count;
            for (const std::string_view more : {"của", "là", "số"}) i += match(text.tokens, i, more);
            return i == whole.first;
        }
    return false;
}

Reading read(std::string_view source) {
    Reading reading;
    reading.text = cut_text(source);
    reading.figures = find_figures(reading.text);
    reading.groups = find_groups(reading.text, reading.figures);
    reading.shares = find_shares(reading.text, reading.figures);
    reading.groups_of.resize(reading.figures.size());
    for (std::size_t g = 0; g < reading.groups.size(); ++g)
        for (const auto part : reading.groups[g].parts) reading.groups_of[part].push_back(g);
    reading.is_shared.resize(reading.figures.size());
    reading.is_share.resize(reading.figures.size());
    for (const auto& share : reading.shares) reading.is_shared[share.part] = reading.is_share[share.percent] = true;
    return reading;
}

}  // namespace checker
