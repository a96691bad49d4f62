// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace formats {

enum class TextEncoding : std::uint8_t { utf8, utf16_little, utf16_big, windows_1252 };

// Turns bytes that come in pieces into UTF-8. Bytes declared UTF-8 pass unchanged: check them first. Half a UTF-16 pair
// becomes U+FFFD.
class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding) : encoding_{encoding} {}
    void decode(std::string_view bytes, std::string& out);
    void finish(std::string& out);  // After the last piece.

private:
    void add_unit(std::uint32_t unit, std::string& out);

    TextEncoding encoding_;
    int held_byte_ = -1;           // First byte of a UTF-16 unit.
    std::uint32_t held_high_ = 0;  // First half of a surrogate pair.
};

// Whether bytes that come in pieces are UTF-8 (shortest forms, no surrogates, up to U+10FFFF).
class Utf8Check {
public:
    bool feed(std::string_view bytes);  // False from the first wrong byte on.
    bool finish() const { return needed_ == 0 && is_valid_; }

private:
    int needed_ = 0;                          // Continuation bytes to come.
    unsigned char low_ = 0x80, high_ = 0xBF;  // Range of the next one.
    bool is_valid_ = true;
};

bool is_utf8(std::string_view text);
// Wrong bytes become U+FFFD, and so do characters that XML cannot hold (control characters but tab, line feed, carriage
// return).
std::string valid_xml_text(std::string_view text);

}  // namespace formats
