// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/text.h"

#include <algorithm>
#include <array>

namespace checker {
namespace {

constexpr std::array<std::string_view, 20> abbreviations{"tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "cn",
                                                         "đ",  "đc", "q",  "p",  "h",   "x",   "st", "v",  "ô",  "tr"};

// Items longer than this many tokens are paragraphs, not parts of an enumeration.
constexpr std::size_t item_tokens_max = 45;
// Longer sentences are cut here, so that the work is bounded whatever the text.
constexpr std::size_t sentence_tokens_max = 400;
// A line shorter than this many bytes was not broken for lack of room.
constexpr std::size_t full_line_bytes = 60;

class Cutter {
public:
    explicit Cutter(std::string_view source) {
        text_.source = source;
        text_.tokens = tokenise(source);
    }

    Text run() {
        auto& tokens = text_.tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].begins_line) begin_line(i);
            if (ends_sentence(i) || i - first_ >= sentence_tokens_max) finish(i + 1);
        }
        finish(tokens.size());
        for (auto& sentence : text_.sentences) set_depths(sentence);
        return std::move(text_);
    }

private:
    const Token& token(std::size_t i) const { return text_.tokens[i]; }

    // - + • * at the beginning of a line, or "a)", "1.", "(2)".
    bool is_bullet(std::size_t i) const {
        const auto& tokens = text_.tokens;
        if (!token(i).begins_line) return false;
        if (token(i).kind == Token::Kind::sign)
            return token(i).is("-") || token(i).is("+") || token(i).is("*") || token(i).is("•") || token(i).is("·") ||
                   token(i).is("◦") || token(i).is("o") || static_cast<unsigned char>(token(i).text[0]) == 0xEF;
        if (i + 1 >= tokens.size() || tokens[i + 1].follows_blank || token(i).text.size() > 2) return false;
        return tokens[i + 1].is(")") || (tokens[i + 1].is(".") && token(i).is_number());
    }

    bool ends_with_colon(std::size_t i) const { return i > 0 && token(i - 1).is(":"); }

    void begin_line(std::size_t i) {
        const bool bullet = is_bullet(i);
        text_.tokens[i].is_bullet = bullet;
        if (bullet && (ends_with_colon(i) || continues_list(i))) {
            if (first_ == i && !text_.sentences.empty() && i - text_.sentences.back().first < sentence_tokens_max)
                reopen();
            in_list_ = true;
            item_ = i;
        } else if (breaks_paragraph(i)) {
            finish(i);
            in_list_ = false;
            ++paragraph_;
        }
        line_begin_ = token(i).begin;
    }

    // The item before was short and whole, so this one stands beside it.
    bool continues_list(std::size_t i) const {
        if (!in_list_ || i - item_ > item_tokens_max) return false;
        for (std::size_t k = item_ + 1; k + 1 < i; ++k)
            if (token(k).is(".") && !is_abbreviation(k) && token(k + 1).follows_blank && k > item_ + 1) return false;
        return true;
    }

    // An item that ended with a full stop closed the sentence; the next item opens it again.
    void reopen() {
        first_ = text_.sentences.back().first;
        text_.sentences.pop_back();
    }

    bool breaks_paragraph(std::size_t i) const {
        if (i == 0 || i == first_) return i != 0;
        if (token(i).follows_gap || token(i).is_bullet) return true;
        const bool full = token(i - 1).end - line_begin_ >= full_line_bytes;
        if (token(i - 1).is(",")) return false;
        if (token(i).is_word()) return token(i).is_capital;
        return !full || ends_with_colon(i);
    }

    bool is_abbreviation(std::size_t i) const {
        return i > 0 && token(i - 1).is_word() && !token(i).follows_blank &&
               std::find(abbreviations.begin(), abbreviations.end(), token(i - 1).key) != abbreviations.end();
    }

    // A tab or a run of blanks within a line: the cells of a table's row say nothing of each other.
    bool parts_cells(std::size_t begin, std::size_t end) const {
        const auto gap = text_.source.substr(begin, end - begin);
        if (gap.find('\n') != gap.npos) return false;
        return gap.find('\t') != gap.npos || gap.find("   ") != gap.npos;
    }

    bool ends_sentence(std::size_t i) const {
        const auto& tokens = text_.tokens;
        if (i + 1 < tokens.size() && parts_cells(token(i).end, tokens[i + 1].begin)) return true;
        if (token(i).is("!") || token(i).is("?")) return true;
        if (!token(i).is(".") && !token(i).is("…")) return false;
        if (i + 1 == tokens.size()) return true;
        if (i > first_ && token(i - 1).is_bullet) return false;
        const Token& next = tokens[i + 1];
        if (!next.follows_blank || is_abbreviation(i)) return false;
        if (token(i).is("…")) return next.begins_line || (next.is_word() && next.is_capital);
        return next.begins_line || !next.is_word() || next.is_capital;
    }

    void finish(std::size_t end) {
        if (end <= first_) return;
        text_.sentences.push_back({first_, end, token(first_).begin, token(end - 1).end, paragraph_});
        first_ = end;
    }

    void set_depths(const Sentence& sentence) {
        int depth = 0;
        std::string_view outer;  // The bullet of the first level.
        int level = 0;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            Token& token = text_.tokens[i];
            if (token.is_bullet) {
                if (outer.empty()) outer = token.key;
                level = outer == "-" && (token.is("+") || token.is("*") || token.is("•")) ? 1 : 0;
                depth = 0;
            }
            if (token.is("(") || token.is("[")) ++depth;
            token.depth = static_cast<std::uint8_t>(std::min(depth + level, 200));
            if ((token.is(")") || token.is("]")) && depth > 0) --depth;
        }
    }

    Text text_;
    std::size_t first_ = 0;  // Token with which the open sentence begins.
    std::size_t paragraph_ = 0;
    std::size_t line_begin_ = 0;
    std::size_t item_ = 0;  // Token with which the last list item began.
    bool in_list_ = false;
};

}  // namespace

Text cut_text(std::string_view source) { return Cutter{source}.run(); }

}  // namespace checker
