// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/figure.h"

#include <algorithm>

#include "checker/not_a_count.h"

namespace checker {
namespace {

using Kind = Figure::Kind;
using Approximation = Figure::Approximation;

struct Word {
    std::string_view phrase;
    Approximation means;
};
// Longer phrases first.
constexpr Word approximations[] = {
    {"chưa đến", Approximation::less},
    {"chưa tới", Approximation::less},
    {"chưa đầy", Approximation::less},
    {"không quá", Approximation::at_most},
    {"không dưới", Approximation::at_least},
    {"ít nhất", Approximation::at_least},
    {"tối thiểu", Approximation::at_least},
    {"nhiều nhất", Approximation::at_most},
    {"tối đa", Approximation::at_most},
    {"xấp xỉ", Approximation::about},
    {"ước đạt", Approximation::about},
    {"ước tính", Approximation::about},
    {"hơn", Approximation::more},
    {"trên", Approximation::more},
    {"quá", Approximation::more},
    {"gần", Approximation::less},
    {"ngót", Approximation::less},
    {"dưới", Approximation::less},
    {"khoảng", Approximation::about},
    {"chừng", Approximation::about},
    {"tầm", Approximation::about},
    {"ước", Approximation::about},
    {"từ", Approximation::exactly},
};

class Finder {
public:
    explicit Finder(const Text& text) : text_{text}, tokens_{text.tokens} {}

    std::vector<Figure> run() {
        for (std::size_t s = 0; s < text_.sentences.size(); ++s) {
            sentence_ = s;
            first_in_sentence_ = figures_.size();
            const Sentence& sentence = text_.sentences[s];
            for (std::size_t i = sentence.first; i < sentence.last;) i = tokens_[i].is_number() ? read(i) : i + 1;
        }
        return std::move(figures_);
    }

private:
    const Sentence& sentence() const { return text_.sentences[sentence_]; }
    bool has(std::size_t i) const { return i < sentence().last; }

    std::size_t read(std::size_t at) {
        if (const std::size_t end = end_of_other_number(text_, sentence(), at)) return end;
        Figure figure;
        figure.sentence = sentence_;
        figure.first = at;
        figure.last = at + 1;
        figure.depth = tokens_[at].depth;
        figure.begin = tokens_[at].begin;
        figure.end = tokens_[at].end;
        if (!read_kind(figure)) return figure.last;
        read_lead(figure);
        read_noun(figure);
        const std::size_t end = figure.last;
        if (figure.is_count() && join_slashed(figure)) return figure.last;
        figures_.push_back(std::move(figure));
        return end;
    }

    bool read_kind(Figure& figure) const {
        const std::size_t at = figure.first;
        const bool slashed = has(at + 2) && tokens_[at + 1].is("/") && tokens_[at + 2].is_number() &&
                             tokens_[at + 1].follows_blank == tokens_[at + 2].follows_blank;
        if (slashed) {
            const auto part = parse_number(tokens_[at].text, Before::count);
            const auto whole = parse_number(tokens_[at + 2].text, Before::count);
            figure.last = at + 3;
            if (!part || !whole || !part->is_whole() || !whole->is_whole() || whole->scaled == 0) return false;
            figure.kind = Kind::ratio;
            figure.value = *part, figure.whole = *whole;
            figure.end = tokens_[at + 2].end;
            return true;
        }
        std::size_t sign = 0;
        if (has(at + 1) && tokens_[at + 1].is("%")) sign = 1;
        if (has(at + 2) && !sign) sign = match(tokens_, at + 1, "phần trăm");
        if (sign) figure.kind = Kind::percent;
        if (const auto points = match(tokens_, at + 1, "điểm phần trăm")) figure.kind = Kind::points, sign = points;
        if (const auto points = match(tokens_, at + 1, "điểm %")) figure.kind = Kind::points, sign = points;
        figure.last = at + 1 + sign;
        const auto number = parse_number(tokens_[at].text, sign ? Before::percent : Before::count);
        if (!number || (!sign && !number->is_whole())) return false;
        figure.value = *number;
        return true;
    }

    // The words that lead to the figure: since the figure before it, or since a comma, semicolon or bracket.
    void read_lead(Figure& figure) const {
        std::size_t lead = sentence().first;
        if (figures_.size() > first_in_sentence_) lead = figures_.back().last + figures_.back().noun.tokens;
        for (std::size_t i = figure.first; i > lead; --i)
            if (tokens_[i - 1].is_any_of({",", ";", "(", ")", "…", "[", "]"}) || tokens_[i - 1].is_bullet) {
                lead = i;
                break;
            }
        figure.lead = lead;
        std::size_t end = figure.first;
        for (const auto& word : approximations) {
            const std::size_t count = match_before(tokens_, end, word.phrase);
            if (count == 0 || end - count < lead) continue;
            if (word.phrase == "hơn" && end - count > lead &&
                tokens_[end - count - 1].is_any_of({"cao", "thấp", "nhiều", "ít", "lớn", "nhỏ"}))
                break;
            if (word.phrase == "trên" && (follows_noun_of_last(end - count) || is_no_comparison(end - count, lead)))
                break;
            if (word.means == Approximation::exactly) break;
            figure.approximation = word.means;
            end -= count;
            break;
        }
        if (figure.approximation == Approximation::exactly && match_before(tokens_, end, "từ") && says_or_more(figure))
            figure.approximation = Approximation::at_least;
        read_role(figure, end);
    }

    bool says_or_more(const Figure& figure) const {
        for (std::size_t i = figure.last; i < figure.last + 5 && has(i); ++i)
            if (match(tokens_, i, "trở lên")) return true;
        return false;
    }

    // "chuyển cấp trên 2 đơn", "nêu trên 12 đồng chí"
    bool is_no_comparison(std::size_t at, std::size_t lead) const {
        return at > lead && tokens_[at - 1].is_any_of({"cấp", "tuyến", "nêu", "nói", "kể"});
    }

    // "42 chi bộ trên 49 chi bộ": no "more than".
    bool follows_noun_of_last(std::size_t at) const {
        return figures_.size() > first_in_sentence_ && figures_.back().is_count() && figures_.back().noun_last == at;
    }

    void read_role(Figure& figure, std::size_t end) const {
        const std::size_t lead = figure.lead;
        // Little words between tăng, giảm, vượt and the number.
        std::size_t i = end;
        while (i > lead && tokens_[i - 1].is_any_of({"thêm", "được", "bình", "quân", "tương", "ứng", "mỗi", "mạnh",
                                                     "nhẹ", "khoảng", "tới", "lần", "lượt", "đi"}))
            --i;
        const std::size_t compared = compared_before(lead, i);
        for (const std::size_t k : {i, compared}) {
            if (k <= lead) continue;
            const Token& word = tokens_[k - 1];
            if (word.is_any_of({"tăng", "giảm"})) figure.role = Role::change, figure.is_decrease = word.is("giảm");
            if (word.is("hơn") && k > lead + 1 && tokens_[k - 2].is_any_of({"cao", "thấp", "nhiều", "ít"}))
                figure.role = Role::change, figure.is_decrease = tokens_[k - 2].is_any_of({"thấp", "ít"});
            if (word.is("vượt")) figure.role = Role::excess;
            if (figure.role != Role::plain) return;
        }
        // (-18,42%), (+5,1%)
        if (end >= lead + 1 && tokens_[end - 1].is_any_of({"-", "+"}) && end >= 2 && tokens_[end - 2].is("(")) {
            figure.role = Role::change;
            figure.is_decrease = tokens_[end - 1].is("-");
        } else if (end > lead && tokens_[end - 1].is("từ")) {
            figure.role = Role::before;
        } else if (ends_with(lead, end, {"lên", "xuống", "lên đến", "lên tới", "lên thành", "xuống còn", "chỉ còn"})) {
            figure.role = Role::after;
        } else if (ends_with(lead, end, {"còn"})) {
            figure.role = last_role_is(Role::before) || says(lead, end, "giảm") ? Role::after : Role::remainder;
        } else if (last_role_is(Role::before) && ends_with(lead, end, {"đến", "thành", "tới"})) {
            figure.role = Role::after;
        } else if (says(lead, figure.last, "còn lại") || says_remaining_behind(figure)) {
            figure.role = Role::remainder;
        } else if (says(lead, end, "so với") || says(lead, end, "cùng kỳ") || says(lead, end, "năm trước")) {
            figure.role = Role::reference;
        } else if (is_target(lead, end)) {
            figure.role = Role::target;
        }
    }

    // "tăng so với cùng kỳ 12%", "vượt kế hoạch 5%": the verb stands before what it compares with.
    std::size_t compared_before(std::size_t lead, std::size_t end) const {
        for (std::size_t i = end; i > lead; --i) {
            if (!tokens_[i - 1].is_any_of({"tăng", "giảm", "vượt"})) continue;
            const bool compares =
                match(tokens_, i, "so với") || match(tokens_, i, "kế hoạch") || match(tokens_, i, "chỉ tiêu");
            for (std::size_t k = i; k < end; ++k)
                if (tokens_[k].is_any_of({"lên", "xuống", "còn", "từ", "là", "có", "đạt", "nạp"})) return 0;
            return compares && end - i <= 9 ? i : 0;
        }
        return 0;
    }

    bool says(std::size_t first, std::size_t last, std::string_view phrase) const {
        for (std::size_t i = first; i < last; ++i)
            if (match(tokens_, i, phrase)) return true;
        return false;
    }
    bool ends_with(std::size_t first, std::size_t end, std::initializer_list<std::string_view> phrases) const {
        for (const auto phrase : phrases)
            if (const auto count = match_before(tokens_, end, phrase); count && end - count >= first) return true;
        return false;
    }
    bool last_role_is(Role role) const { return figures_.size() > first_in_sentence_ && figures_.back().role == role; }
    // 14 vụ còn lại
    bool says_remaining_behind(const Figure& figure) const {
        for (std::size_t i = figure.last; i < figure.last + 5 && has(i); ++i) {
            if (match(tokens_, i, "còn lại")) return true;
            if (!tokens_[i].is_word()) return false;
        }
        return false;
    }
    bool is_target(std::size_t lead, std::size_t end) const {
        for (std::size_t i = lead; i < end; ++i) {
            const bool named = match(tokens_, i, "kế hoạch") || match(tokens_, i, "chỉ tiêu") ||
                               match(tokens_, i, "mục tiêu") || match(tokens_, i, "được giao") ||
                               match(tokens_, i, "phấn đấu") || match(tokens_, i, "dự kiến");
            if (!named) continue;
            for (std::size_t k = i; k < end; ++k)
                if (tokens_[k].is_any_of({"đã", "đạt", "thực"})) return false;
            return true;
        }
        return false;
    }

    void read_noun(Figure& figure) const {
        figure.noun_last = figure.last;
        const std::size_t end = sentence().last;
        figure.noun = noun_at(tokens_, figure.last, end);
        std::size_t i = figure.last + figure.noun.tokens;
        if (figure.noun.tokens > 0)
            while (i < end && i < figure.last + 10 && !ends_noun_phrase(tokens_[i]) && !tokens_[i].is_number()) ++i;
        figure.noun_last = i;
        if (figure.is_percent() || figure.kind == Kind::points) {
            figure.noun = {};
            return;
        }
        if (figure.noun.tokens == 0) figure.noun = noun_in_lead(figure);
    }

    // "Tổng số đảng viên: 5.907": the noun stands before.
    Noun noun_in_lead(const Figure& figure) const {
        const std::size_t first = figure.first > figure.lead + 9 ? figure.first - 9 : figure.lead;
        Noun best;
        for (std::size_t i = first; i < figure.first; ++i) {
            const Noun noun = known_noun_at(tokens_, i, figure.first);
            if (noun.tokens == 0) continue;
            // "chỉ tiêu 120": the target is no unit of its own.
            if (figure.role == Role::target && (noun.of == NounClass::document || noun.name == "chỉ tiêu")) continue;
            const bool is_of = i > figure.lead && tokens_[i - 1].is_any_of({"của", "ở", "tại", "trong", "toàn"});
            if (best.tokens == 0 || !is_of) best = noun;
            if (i > figure.lead && tokens_[i - 1].is("số")) break;
            i += noun.tokens - 1;
        }
        best.tokens = 0;
        return best;
    }

    // 42 chi bộ/49 chi bộ is a ratio when both nouns are the same.
    bool join_slashed(const Figure& figure) {
        if (figures_.size() == first_in_sentence_) return false;
        Figure& part = figures_.back();
        if (!part.is_count() || part.noun_last + 1 != figure.first || !tokens_[part.noun_last].is("/")) return false;
        if (part.noun.name != figure.noun.name || figure.value.scaled == 0) return false;
        part.kind = Kind::ratio;
        part.whole = figure.value;
        part.last = figure.last;
        part.noun_last = figure.noun_last;
        part.end = figure.end;
        return true;
    }

    const Text& text_;
    const std::vector<Token>& tokens_;
    std::vector<Figure> figures_;
    std::size_t sentence_ = 0;
    std::size_t first_in_sentence_ = 0;
};

FoundFigure found_number(const Text& text, const Number& value, std::string_view unit, std::size_t begin,
                         std::size_t end) {
    return {std::string{text.source.substr(begin, end - begin)}, value, std::string{unit}, begin, end};
}

}  // namespace

std::vector<Figure> find_figures(const Text& text) { return Finder{text}.run(); }

FoundFigure found(const Text& text, const Figure& figure) {
    const std::string_view unit = figure.is_percent()           ? std::string_view{"%"}
                                  : figure.kind == Kind::points ? std::string_view{"điểm phần trăm"}
                                                                : std::string_view{figure.noun.name};
    return found_number(text, figure.value, unit, figure.begin, text.tokens[figure.first].end);
}

void append_found(std::vector<FoundFigure>& out, const Text& text, const Figure& figure) {
    const auto add = [&](FoundFigure item) {
        if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(std::move(item));
    };
    add(found(text, figure));
    if (!figure.is_ratio()) return;
    std::size_t whole = figure.first + 1;
    while (whole < figure.last && !text.tokens[whole].is_number()) ++whole;
    add(found_number(text, figure.whole, figure.noun.name, text.tokens[whole].begin, text.tokens[whole].end));
}

}  // namespace checker
