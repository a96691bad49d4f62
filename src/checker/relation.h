// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "checker/figure.h"

// What the words between figures make of them: wholes and their parts, counts and their shares.
namespace checker {

// A whole and the figures that the text puts under it. Indices are those of Reading::figures.
struct Group {
    enum class Link : std::uint8_t {
        composed,  // gồm, bao gồm, chia ra: the parts are all there is.
        of_which,  // trong đó, trong số đó: some or all.
        among,     // trong tổng số M …, có …
        bracket,   // 63 đảng viên (khiển trách 15, cảnh cáo 20 …)
        colon,     // 63 đảng viên: khiển trách 15 …
    };
    Link link = Link::of_which;
    std::size_t whole = 0;
    std::vector<std::size_t> parts;  // Comparable with the whole, in the order of the text.
    std::vector<std::size_t>
        doubtful;           // Those of `parts` that may lie under another part ("với 1.251 chi bộ trực thuộc").
    bool is_open = false;   // "…", "v.v.", như, chủ yếu, nhất là: the text says that there are more.
    bool is_mixed = false;  // Other things are counted among the parts, or where they end is not clear.
    bool has_strangers = false;    // Nouns that our list does not have are among the parts.
    bool whole_is_certain = true;  // False when another figure may be meant by "trong đó".
};

// A percentage said of a count.
struct Share {
    std::size_t percent = 0;
    std::size_t part = 0;
    std::optional<std::size_t> base;  // Said outright: "chiếm 16,3% tổng số 5.907 đảng viên", "42 trong tổng số 49".
    bool is_of_target = false;  // … kế hoạch, chỉ tiêu, nghị quyết
    bool is_reached = false;    // đạt: may be of a target that is not said.
};

// A text that was read: everything the rules look at.
struct Reading {
    Text text;
    std::vector<Figure> figures;
    std::vector<Group> groups;
    std::vector<Share> shares;
    std::vector<std::vector<std::size_t>> groups_of;  // By figure: the groups of which it is a part.
    std::vector<bool> is_shared, is_share;  // By figure: a percentage is said of it; it is one said of a count.

    const Sentence& sentence_of(const Figure& figure) const { return text.sentences[figure.sentence]; }
    std::size_t paragraph_of(const Figure& figure) const { return sentence_of(figure).paragraph; }
};

Reading read(std::string_view source);

// Whether the phrase begins at one of the tokens [first, last).
bool says(const Text& text, std::size_t first, std::size_t last, std::string_view phrase);
// Whether a token [first, last) is this sign or word.
bool has_token(const Text& text, std::size_t first, std::size_t last, std::string_view key);

std::vector<Group> find_groups(const Text& text, const std::vector<Figure>& figures);
std::vector<Share> find_shares(const Text& text, const std::vector<Figure>& figures);

// Whether figures[at] is a whole of which the figure before it is a part: "42 chi bộ trong tổng số 49 chi bộ".
bool is_whole_of_last(const Text& text, const std::vector<Figure>& figures, std::size_t at);
// Whether figures[at] is led by trong tổng số, trên tổng số, trong số, tổng số.
bool is_led_as_whole(const Text& text, const Figure& figure);

}  // namespace checker
