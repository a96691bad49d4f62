// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text.h"

#include <algorithm>
#include <array>

#include "base/text_letters.h"

namespace base {
namespace {

// The bytes of a key, lowest first. A word is its letters and numbers, then its tones; so whatever ends a word is lower
// than a tone, and a tone lower than a further letter: "An Bình" < "Àn" < "Anh".
constexpr char end_of_given_name = 0x20;
constexpr char end_of_word = 0x21;
constexpr char tone_base = 0x21;    // huyền 0x22 … nặng 0x26, a mark that is no Vietnamese tone 0x27.
constexpr char number_base = 0x27;  // + count of digits, 1 to 24; the digits follow.
constexpr std::size_t digits_max = 24;
constexpr char letter_base = 0x41;   // + place in the alphabet, 0 to 32.
constexpr char other_script = 0x7E;  // Four bytes of the code point follow.

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Letters of other scripts; the rest beyond Latin is punctuation and signs.
constexpr bool is_other_letter(char32_t c) {
    return c >= 0x370 && !(c >= 0x1E00 && c < 0x1F00) && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x2E00 && c < 0x2E80) &&
           !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFE00 && c < 0xFE70) && c != 0xFEFF && c < 0xFFF0;
}

constexpr bool is_ignored(char32_t c) { return is_combining(c) || is_invisible(c) || c == 0xAD; }

// The most bytes a key may have per byte of text: a Greek letter has 2, its key 5.
constexpr std::size_t growth_max = 3;

// Writes the key of one text to `at`, where there is room for it.
class KeyWriter {
public:
    explicit KeyWriter(char*& at) : at_{at} {}

    void letter(Letter letter) {
        begin();
        *at_++ = static_cast<char>(letter_base + letter.order);
        if (letter.tone != ngang && tone_count_ < tones_.size())
            tones_[tone_count_++] = static_cast<char>(tone_base + letter.tone);
    }
    // By value: leading zeros do not count, and the longer number is the greater.
    void number(std::string_view digits) {
        begin();
        while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
        while (!digits.empty()) {
            const auto part = digits.substr(0, digits_max);
            *at_++ = static_cast<char>(number_base + static_cast<char>(part.size()));
            at_ = std::copy(part.begin(), part.end(), at_);
            digits.remove_prefix(part.size());
        }
    }
    void other(char32_t c) {
        begin();
        *at_++ = other_script;
        for (int shift = 18; shift >= 0; shift -= 6) *at_++ = static_cast<char>(0x30 + (c >> shift & 63));
    }
    void word_ends() {
        at_ = std::copy_n(tones_.begin(), tone_count_, at_);
        tone_count_ = 0;
        between_words_ = true;
    }

private:
    void begin() {
        if (between_words_ && has_words_) *at_++ = end_of_word;
        between_words_ = false;
        has_words_ = true;
    }

    char*& at_;
    std::array<char, 16> tones_;
    std::size_t tone_count_ = 0;
    bool between_words_ = false;
    bool has_words_ = false;
};

// Writes the key of `text`, which is NFC, and moves `to` behind it.
void write_key(char*& to, std::string_view text) {
    KeyWriter writer{to};
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const start = at;
        const char32_t c = next_code_point(at, end);
        if (const auto letter = letter_of(c); letter.ascii) {
            writer.letter(letter);
        } else if (is_digit(c)) {
            while (at != end && is_digit(static_cast<std::uint8_t>(*at))) ++at;
            writer.number({start, static_cast<std::size_t>(at - start)});
        } else if (c == ' ') {
            writer.word_ends();
        } else if (const auto letters = ligature_of(c); !letters.empty()) {
            for (const char ascii : letters) writer.letter(letter_of(static_cast<char32_t>(ascii)));
        } else if (is_other_letter(c)) {
            writer.other(c);
        } else if (!is_ignored(c)) {
            writer.word_ends();
        }
    }
    writer.word_ends();
}

// The key that `write` writes of `size` bytes of text; one allocation of just its length for all but very long texts.
template <class Write>
std::string key_of(std::size_t size, Write write) {
    std::array<char, 512> room;
    std::string long_room;
    char* start = room.data();
    if (size * growth_max > room.size()) {
        long_room.resize(size * growth_max);
        start = long_room.data();
    }
    char* to = start;
    write(to);
    return {start, to};
}

// The text itself if all its bytes are of characters below U+0300 or of U+1E80–U+1EFF, which are all composed; else its
// NFC, kept in `room`.
std::string_view composed(std::string_view text, std::string& room) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if (byte < 0xCC) continue;
        const auto next = i + 1 < text.size() ? static_cast<std::uint8_t>(text[i + 1]) : 0;
        if (byte != 0xE1 || (next != 0xBA && next != 0xBB)) return room = to_nfc(text);
    }
    return text;
}

struct NameParts {
    std::string_view given, rest;
};

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

NameParts parts_of(std::string_view name) {
    name = trimmed(name);
    const auto blank = name.find_last_of(" \t\n\v\f\r");
    if (blank == std::string_view::npos) return {name, {}};
    return {name.substr(blank + 1), trimmed(name.substr(0, blank))};
}

}  // namespace

std::string sort_key(std::string_view text) {
    std::string room;
    text = composed(text, room);
    return key_of(text.size(), [&](char*& to) { write_key(to, text); });
}

PersonName split_name(std::string_view full_name) {
    const auto name = clean_text(full_name);
    const auto parts = parts_of(name);
    return {std::string{parts.given}, std::string{parts.rest}};
}

std::string name_sort_key(std::string_view given, std::string_view rest) {
    std::string given_room, rest_room;
    given = composed(given, given_room);
    rest = composed(rest, rest_room);
    return key_of(given.size() + rest.size() + 1, [&](char*& to) {
        write_key(to, given);
        *to++ = end_of_given_name;
        write_key(to, rest);
    });
}

std::string name_sort_key(std::string_view full_name) {
    // A no-break space in a name is a blank too; such names are rare enough to be cleaned in full.
    if (full_name.find("\xC2\xA0") != std::string_view::npos) {
        const auto name = split_name(full_name);
        return name_sort_key(name.given, name.rest);
    }
    const auto parts = parts_of(full_name);
    return name_sort_key(parts.given, parts.rest);
}

}  // namespace base
