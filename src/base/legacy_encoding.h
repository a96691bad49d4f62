// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// Vietnamese typed in the fonts of the time before Unicode (bảng mã cũ). A spreadsheet typed so holds Western letters
// that only look Vietnamese in those fonts: "NguyÔn V¨n An" in .VnTime, "Nguyeãn Vaên An" in VNI-Times. All code points
// are U+00A1–U+00FE; text is UTF-8. Take the text as it was read, before clean_text.
namespace base {

enum class LegacyEncoding : std::uint8_t {
    none,   // Unicode, or nothing to tell from.
    tcvn3,  // TCVN 5712:1993 VN3, the "ABC" fonts .VnTime and .VnArial: one code per letter.
    vni,    // VNI-Windows: a letter, and mostly its marks as a second code.
};

// In which encoding a column or sheet was typed. Looks at distinct words: those that are Vietnamese syllables only
// after conversion speak for an encoding, those that are not after it speak against, four times as much. So proper
// Vietnamese, plain ASCII and names such as Müller, Éric or José are `none`, and so is a column typed half in one way
// and half in another: ask cell by cell then. About 2 µs per cell with marks, 0.05 µs without.
LegacyEncoding recognise_legacy(std::span<const std::string> samples);
// The same of one text. A single short word may be too little to go by ("Bïi"): then `none`.
LegacyEncoding recognise_legacy(std::string_view text);

// The text in Unicode (NFC). Words that cannot have been typed in that encoding stay as they are; so does all of a text
// that has words in proper Vietnamese, such as a cell typed later: "Lê Hải" is not converted, though ê alone is a code
// of TCVN3. TCVN3 has no capitals with tones: capital fonts (.VnTimeH) show the codes of small letters. So a text typed
// in capitals but for those codes ("NGUYÔN V¡N AN") becomes capitals throughout; "nguyÔn v¨n an" in a capital font
// becomes small letters, for the font is not known here.
std::string from_legacy(LegacyEncoding encoding, std::string_view text);

}  // namespace base
