// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text_letters.h"

namespace base {
namespace {

// The letter without its marks, by code point; '.' where there is none.
// clang-format off
constexpr std::string_view ascii_from_00C0 =
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"  // U+00C0
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkqlllllll"  // U+0100
    "lllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"  // U+0140
    "bbbb...ccdddd...effg..iikkl..nn.oo..pp.....ttttuu.vyyzz........."  // U+0180
    ".............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..oo"  // U+01C0
    "aaaaeeeeiiiioooorrrruuuusstt..hh.d..zzaaeeooooooooyylntj..acclts"  // U+0200
    "z..bu.eejj..rryy"; // U+0240
constexpr std::string_view ascii_from_1E00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"  // U+1E00
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"  // U+1E40
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasss..aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"  // U+1E80
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy..vvyy"; // U+1EC0
// clang-format on
static_assert(ascii_from_00C0.size() == 0x250 - 0xC0 && ascii_from_1E00.size() == 0x100);

constexpr std::uint8_t order_of(char ascii) {
    for (std::uint8_t i = 0; i < lower_letters.size(); ++i)
        if (lower_letters[i][0] == static_cast<char32_t>(ascii)) return i;
    return 0;
}

constexpr detail::LetterTable make_table() {
    detail::LetterTable table;
    const auto at = [&](char32_t c) -> Letter& { return c < 0x250 ? table.low[c] : table.high[c - 0x1E00]; };
    const auto put_foreign = [&](char32_t c, char ascii) {
        if (ascii != '.') at(c) = {ascii, order_of(ascii), foreign_mark, false};
    };
    for (char32_t i = 0; i < ascii_from_00C0.size(); ++i) put_foreign(0xC0 + i, ascii_from_00C0[i]);
    for (char32_t i = 0; i < ascii_from_1E00.size(); ++i) put_foreign(0x1E00 + i, ascii_from_1E00[i]);
    for (std::uint8_t order = 0; order < lower_letters.size(); ++order)
        for (std::uint8_t tone = 0; tone < lower_letters[order].size(); ++tone)
            for (const bool is_upper : {false, true}) {
                const char32_t c = (is_upper ? upper_letters : lower_letters)[order][tone];
                const char ascii = c < 0x80 ? static_cast<char>(c | 0x20) : at(c).ascii;
                at(c) = {ascii, order, static_cast<Tone>(tone), is_upper};
            }
    // Letters that look like Đ and are typed for it: eth, and the African D.
    const auto d_with_stroke = at(U'đ').order;
    for (const char32_t c : {U'\u00D0', U'\u00F0', U'\u0189'}) at(c) = {'d', d_with_stroke, ngang, c != 0xF0};
    return table;
}

}  // namespace

constexpr detail::LetterTable detail::letter_table = make_table();

std::string_view ligature_of(char32_t c) {
    switch (c) {
        case 0xDF:
        case 0x1E9E: return "ss";
        case 0xC6:
        case 0xE6: return "ae";
        case 0x152:
        case 0x153: return "oe";
        case 0xDE:
        case 0xFE: return "th";
        default: return {};
    }
}

}  // namespace base
