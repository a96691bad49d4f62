// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/text_decoder.h"

#include "formats/xlsx_strings.h"

namespace formats {
namespace {

constexpr char32_t replacement = 0xFFFD;

// 0x80–0x9F of Windows-1252; the five bytes without a character stand for the control character of the same number.
constexpr char32_t windows_1252_high[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                            0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                            0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void TextDecoder::decode(std::string_view bytes, std::string& out) {
    switch (encoding_) {
        case TextEncoding::utf8: out += bytes; return;
        case TextEncoding::windows_1252:
            for (const char c : bytes) {
                const auto byte = static_cast<unsigned char>(c);
                append_utf8(out, byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : char32_t{byte});
            }
            return;
        case TextEncoding::utf16_little:
        case TextEncoding::utf16_big:
            for (const char c : bytes) {
                const int byte = static_cast<unsigned char>(c);
                if (held_byte_ < 0) {
                    held_byte_ = byte;
                    continue;
                }
                const int unit =
                    encoding_ == TextEncoding::utf16_little ? byte << 8 | held_byte_ : held_byte_ << 8 | byte;
                held_byte_ = -1;
                add_unit(static_cast<std::uint32_t>(unit), out);
            }
    }
}

void TextDecoder::add_unit(std::uint32_t unit, std::string& out) {
    if (held_high_) {
        const auto high = std::exchange(held_high_, 0);
        if (is_low_surrogate(unit)) return append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
        append_utf8(out, replacement);
    }
    if (is_high_surrogate(unit)) {
        held_high_ = unit;
    } else {
        append_utf8(out, is_low_surrogate(unit) ? replacement : char32_t{unit});
    }
}

void TextDecoder::finish(std::string& out) {
    if (held_high_ || held_byte_ >= 0) append_utf8(out, replacement);
    held_high_ = 0;
    held_byte_ = -1;
}

bool Utf8Check::feed(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size() && is_valid_; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (needed_ > 0) {
            is_valid_ = byte >= low_ && byte <= high_;
            low_ = 0x80;
            high_ = 0xBF;
            --needed_;
        } else if (byte >= 0x80) {
            is_valid_ = byte >= 0xC2 && byte <= 0xF4;
            needed_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
            if (byte == 0xE0) low_ = 0xA0;
            if (byte == 0xED) high_ = 0x9F;
            if (byte == 0xF0) low_ = 0x90;
            if (byte == 0xF4) high_ = 0x8F;
        }
    }
    return is_valid_;
}

bool is_utf8(std::string_view text) {
    Utf8Check check;
    return check.feed(text) && check.finish();
}

std::string valid_xml_text(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const auto character = text.substr(i, length);
        const bool is_control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
        const bool is_no_character = character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
        const bool is_good = character.size() == length && !is_control && !is_no_character && is_utf8(character);
        if (is_good) {
            result += character;
        } else {
            append_utf8(result, replacement);
        }
        i += is_good ? length : 1;
    }
    return result;
}

}  // namespace formats
