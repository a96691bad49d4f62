// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/token.h"

#include "base/text.h"

namespace checker {
namespace {

enum class Class : std::uint8_t { blank, line, letter, digit, sign, ignored };

struct Character {
    Class is = Class::sign;
    std::size_t size = 1;
    char32_t point = 0;
};

Class class_of(char32_t c) {
    if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) return Class::line;
    if (c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000) return Class::blank;
    if (c >= '0' && c <= '9') return Class::digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::letter;
    if (c < 0x80) return Class::sign;
    if ((c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD || (c >= 0x80 && c < 0xA0)) return Class::ignored;
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return Class::sign;
    if (c >= 0x2010 && c < 0x2C00) return Class::sign;  // Punctuation, arrows, bullets, symbols.
    if (c >= 0xE000 && c < 0xF900) return Class::sign;  // Bullets of Word's symbol fonts.
    return Class::letter;
}

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t left = text.size() - at;
    const unsigned char first = byte(0);
    std::size_t size = first < 0x80                    ? 1
                       : first >= 0xC2 && first < 0xE0 ? 2
                       : first >= 0xE0 && first < 0xF0 ? 3
                       : first >= 0xF0 && first < 0xF5 ? 4
                                                       : 0;
    if (size == 0 || size > left) return {Class::ignored, 1, 0};
    char32_t point = size == 1 ? first : first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {Class::ignored, 1, 0};
        point = point << 6 | (byte(i) & 0x3Fu);
    }
    return {class_of(point), size, point};
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

std::string key_of_sign(std::string_view text, char32_t c) {
    if (is_dash(c)) return "-";
    if (c == 0x2026) return "…";
    if (c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB) return "\"";
    return std::string{text};
}

std::string key_of_word(std::string_view text) {
    bool ascii = true;
    for (const char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) {
        std::string lower{text};
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return lower;
    }
    return base::canonical_tone(base::to_lower(base::to_nfc(text)));
}

class Tokeniser {
public:
    explicit Tokeniser(std::string_view text) : text_{text} {}

    std::vector<Token> run() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

private:
    void step() {
        const Character c = character_at(text_, at_);
        switch (c.is) {
            case Class::ignored: at_ += c.size; break;
            case Class::blank:
                blank_ = true;
                at_ += c.size;
                break;
            case Class::line:
                blank_ = true;
                lines_ += c.point != '\r';
                at_ += c.size;
                break;
            case Class::digit: add(Token::Kind::number, end_of_number()); break;
            case Class::letter: add(Token::Kind::word, end_of_word()); break;
            case Class::sign: add(Token::Kind::sign, end_of_sign(c)); break;
        }
    }

    // Digits, and single points or commas that have a digit on either side.
    std::size_t end_of_number() const {
        std::size_t end = at_;
        const auto digit = [&](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
        while (digit(end) || (end < text_.size() && (text_[end] == '.' || text_[end] == ',') && digit(end + 1))) ++end;
        return end;
    }
    std::size_t end_of_word() const {
        std::size_t end = at_;
        while (end < text_.size()) {
            const Character c = character_at(text_, end);
            if (c.is != Class::letter && c.is != Class::digit && c.is != Class::ignored) break;
            end += c.size;
        }
        return end;
    }
    std::size_t end_of_sign(const Character& c) const {
        std::size_t end = at_ + c.size;
        if (c.point == '.')
            while (end < text_.size() && text_[end] == '.') ++end;
        return end;
    }

    void add(Token::Kind kind, std::size_t end) {
        Token token{.kind = kind,
                    .follows_blank = blank_ || tokens_.empty(),
                    .begins_line = lines_ > 0 || tokens_.empty(),
                    .follows_gap = lines_ > 1,
                    .begin = at_,
                    .end = end,
                    .text = text_.substr(at_, end - at_)};
        if (kind == Token::Kind::word) {
            token.key = key_of_word(token.text);
            token.is_capital = !token.text.starts_with(token.key.substr(0, 1)) || is_marked_capital(token);
        } else if (kind == Token::Kind::sign && token.text.size() > 1 && token.text[0] == '.') {
            token.key = "…";
        } else if (kind == Token::Kind::sign) {
            token.key = key_of_sign(token.text, character_at(text_, at_).point);
        } else {
            token.key = token.text;
        }
        tokens_.push_back(std::move(token));
        at_ = end, blank_ = false, lines_ = 0;
    }

    // Đ, Ô …: the first letters of both spellings share their first byte but are not the same.
    static bool is_marked_capital(const Token& token) {
        if (static_cast<unsigned char>(token.text[0]) < 0x80) return false;
        const Character c = character_at(token.text, 0);
        const auto first = token.text.substr(0, c.size);
        return base::to_lower(first) != first;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool blank_ = false;
    int lines_ = 0;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text) { return Tokeniser{text}.run(); }

std::size_t match(const std::vector<Token>& tokens, std::size_t at, std::string_view phrase) {
    std::size_t count = 0;
    while (!phrase.empty()) {
        const auto blank = phrase.find(' ');
        if (at + count >= tokens.size() || tokens[at + count].key != phrase.substr(0, blank)) return 0;
        ++count;
        phrase = blank == std::string_view::npos ? std::string_view{} : phrase.substr(blank + 1);
    }
    return count;
}

std::size_t match_before(const std::vector<Token>& tokens, std::size_t end, std::string_view phrase) {
    std::size_t count = 1;
    for (const char c : phrase) count += c == ' ';
    return end >= count ? match(tokens, end - count, phrase) : 0;
}

}  // namespace checker
