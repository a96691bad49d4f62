// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/relation.h"

namespace checker {
namespace {

using Link = Group::Link;

struct Opener {
    std::string_view phrase;
    Link link;
};
constexpr Opener openers[] = {
    {"bao gồm", Link::composed},      {"gồm có", Link::composed},        {"gồm", Link::composed},
    {"chia ra", Link::composed},      {"chia thành", Link::composed},    {"trong số đó", Link::of_which},
    {"trong số này", Link::of_which}, {"trong số trên", Link::of_which}, {"trong đó", Link::of_which},
    {"cụ thể", Link::colon},
};

class Finder {
public:
    Finder(const Text& text, const std::vector<Figure>& figures)
        : text_{text}, tokens_{text.tokens}, figures_{figures} {}

    std::vector<Group> run() {
        std::size_t first = 0;
        for (std::size_t s = 0; s < text_.sentences.size(); ++s) {
            std::size_t last = first;
            while (last < figures_.size() && figures_[last].sentence == s) ++last;
            if (last > first) read_sentence(text_.sentences[s], first, last);
            first = last;
        }
        return std::move(groups_);
    }

private:
    void read_sentence(const Sentence& sentence, std::size_t first, std::size_t last) {
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            if (const Opener* opener = opener_at(i)) {
                std::size_t behind = i + match(tokens_, i, opener->phrase);
                const bool colon = behind < sentence.last && tokens_[behind].is(":");
                add(sentence, first, last, i, behind, opener->link, colon);
                i = behind - 1;
            } else if (tokens_[i].is("(")) {
                if (i + 1 < sentence.last && !opener_at(i + 1)) add_bracket(sentence, first, last, i);
            } else if (tokens_[i].is(":")) {
                add(sentence, first, last, i, i + 1, Link::colon, true);
            }
        }
        for (std::size_t f = first; f < last; ++f) add_among(sentence, f, last);
    }

    const Opener* opener_at(std::size_t at) const {
        for (const auto& opener : openers)
            if (match(tokens_, at, opener.phrase)) return &opener;
        return nullptr;
    }

    static bool can_be_whole(const Figure& figure) {
        return figure.counts() && figure.role != Role::change && figure.role != Role::excess &&
               figure.role != Role::reference && figure.role != Role::before;
    }
    static bool can_be_part(const Figure& figure) {
        return figure.counts() && (figure.role == Role::plain || figure.role == Role::remainder);
    }

    // The last count before the opener that is not deeper in brackets; none across a semicolon.
    std::optional<std::size_t> whole_before(std::size_t first, std::size_t last, std::size_t opener,
                                            bool& certain) const {
        const std::size_t depth = tokens_[opener].depth;
        for (std::size_t f = last; f-- > first;) {
            const Figure& figure = figures_[f];
            if (figure.first >= opener || figure.depth > depth || !can_be_whole(figure)) continue;
            const std::size_t semicolon_end = opener > 0 && tokens_[opener - 1].is(";") ? opener - 1 : opener;
            if (has_token(text_, figure.last, semicolon_end, ";")) return std::nullopt;
            // "120 đảng viên, 45 đoàn viên, trong đó …": of the last, or of both?
            certain = f == first || !can_be_whole(figures_[f - 1]) || figures_[f - 1].depth != figure.depth ||
                      !may_be_part(figures_[f - 1].noun, figure.noun) || is_whole_of_last(text_, figures_, f) ||
                      has_token(text_, figures_[f - 1].last, figure.first, ";") ||
                      compare(figures_[f - 1].value, figure.value) > 0;
            if (is_whole_of_last(text_, figures_, f)) return f - 1;
            return f;
        }
        return std::nullopt;
    }

    // "Trong đó, …" that begins a sentence speaks of the sentence before, if that has one count only, or one only of
    // the things that are counted next.
    std::optional<std::size_t> whole_in_last_sentence(std::size_t first, std::size_t last, std::size_t opener,
                                                      bool& certain) const {
        if (first == 0) return std::nullopt;
        std::size_t part = first;
        while (part < last && (figures_[part].first < opener || !figures_[part].counts())) ++part;
        const std::size_t sentence = figures_[first - 1].sentence;
        if (part == last || sentence + 1 != figures_[first].sentence) return std::nullopt;
        std::optional<std::size_t> whole, same;
        int count = 0, same_count = 0;
        for (std::size_t f = first; f-- > 0 && figures_[f].sentence == sentence;) {
            if (!can_be_whole(figures_[f]) || figures_[f].role != Role::plain || figures_[f].depth > 0) continue;
            whole = f, ++count;
            if (figures_[f].noun.is_known && figures_[f].noun.name == figures_[part].noun.name) same = f, ++same_count;
        }
        certain = count == 1 || same_count == 1;
        return count == 1 ? whole : same_count == 1 ? same : std::nullopt;
    }

    void add(const Sentence& sentence, std::size_t first, std::size_t last, std::size_t opener, std::size_t behind,
             Link link, bool colon) {
        Group group{.link = link};
        auto whole = whole_before(first, last, opener, group.whole_is_certain);
        if (!whole && opener <= sentence.first + 1)
            whole = whole_in_last_sentence(first, last, opener, group.whole_is_certain);
        if (!whole) return;
        group.whole = *whole;
        // "hoàn thành tốt nhiệm vụ: 40" in a list: the colon parts a label from its own number.
        const bool before_number = link == Link::colon && behind < sentence.last && tokens_[behind].is_number();
        if (before_number && has_separator(figures_[*whole].last, opener)) return;
        // "63 đảng viên … : khiển trách 15": a colon far behind the count speaks of something else.
        if (link == Link::colon && opener > figures_[*whole].last + 25) return;
        if (link == Link::composed && opener > figures_[*whole].noun_last + 12) group.is_mixed = true;
        collect(group, sentence, last, behind, tokens_[opener].depth, colon);
        keep(std::move(group));
    }

    bool has_separator(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (tokens_[i].depth == tokens_[last].depth && (tokens_[i].is_any_of({",", ";"}) || tokens_[i].is_bullet))
                return true;
        return false;
    }

    void add_bracket(const Sentence& sentence, std::size_t first, std::size_t last, std::size_t bracket) {
        Group group{.link = Link::bracket};
        std::optional<std::size_t> whole;
        for (std::size_t f = last; f-- > first;)
            if (figures_[f].first < bracket && can_be_whole(figures_[f]) &&
                figures_[f].depth < tokens_[bracket].depth) {
                whole = f;
                break;
            }
        if (!whole || bracket > figures_[*whole].last + 15) return;
        // "8 người dân tộc thiểu số, chiếm 5,2% (4 người Hoa, …)": its share may stand between.
        std::size_t from = figures_[*whole].last;
        if (*whole + 1 < last && figures_[*whole + 1].is_percent() && figures_[*whole + 1].last == bracket)
            from = figures_[*whole + 1].last;
        if (has_token(text_, from, bracket, ",") || has_token(text_, from, bracket, ";")) return;
        group.whole = *whole;
        collect(group, sentence, last, bracket + 1, tokens_[bracket].depth, true);
        if (group.parts.size() >= 2) keep(std::move(group));
    }

    void collect(Group& group, const Sentence& sentence, std::size_t last, std::size_t behind, std::size_t depth,
                 bool colon) {
        const Figure& whole = figures_[group.whole];
        std::size_t end = behind;
        bool nested = false;
        for (std::size_t i = behind; i < sentence.last; end = ++i) {
            const Token& token = tokens_[i];
            if (token.depth < depth) break;
            if (token.depth > depth) continue;
            const bool semicolon = token.is(";") || token.is_bullet;
            if (semicolon && !colon && group.parts.size() >= (group.link == Link::composed ? 2u : 1u) &&
                !continues_list(whole, group, i, last)) {
                group.is_mixed = group.is_mixed || group.parts.size() == 1;
                break;
            }
            if (semicolon) nested = false;
            if (says_more(i)) group.is_open = true;
            if (i > behind && opener_at(i)) nested = true;
            if (token.is_number() && !take(group, whole, i, last, nested)) break;
        }
        if (end < sentence.last && tokens_[end].is("…")) group.is_open = true;
        group.is_open = group.is_open || begins_as_sample(behind);
    }

    // "trong đó 7.801 đảng viên được đánh giá, đạt 84,5%; 1.287 đảng viên miễn …": the next part comes at once.
    bool continues_list(const Figure& whole, const Group& group, std::size_t semicolon, std::size_t last) const {
        const std::size_t f = figure_at(semicolon + 1, last);
        if (f == figures_.size() || !figures_[f].is_count() || figures_[f].noun.name.empty()) return false;
        const auto& noun = figures_[f].noun.name;
        return noun == whole.noun.name || (!group.parts.empty() && noun == figures_[group.parts.front()].noun.name);
    }

    // False when another clause begins: "…, nâng tổng số lên 5.300 đảng viên".
    bool take(Group& group, const Figure& whole, std::size_t token, std::size_t last, bool nested) {
        const std::size_t f = figure_at(token, last);
        if (f == figures_.size()) {
            // "loại 3", "quận 1": perhaps a part that was taken for a name; "70 năm tuổi Đảng", "2021" are none.
            group.is_mixed = group.is_mixed || (!is_measure_at(tokens_, token + 1) && tokens_[token].text.size() < 4 &&
                                                !is_inside_figure(token, last));
            return true;
        }
        const Figure& figure = figures_[f];
        if (!group.parts.empty() && begins_clause(figure)) return false;
        if (!can_be_part(figure)) return true;
        if (!may_be_part(figure.noun, whole.noun)) {
            if (figure.noun.is_known || group.link != Link::composed) {
                group.is_mixed = true;
                return true;
            }
            group.has_strangers = true;
        }
        group.parts.push_back(f);
        const bool attached = figure.first > 0 && tokens_[figure.first - 1].is_any_of({"với", "cùng", "kèm"});
        if (nested || attached) group.doubtful.push_back(f);
        // A new clause with a verb of its own may have begun.
        const bool labelled = figure.first > 0 && tokens_[figure.first - 1].is(":");
        if (group.parts.size() > 1 && figure.first > figure.lead + 6 && !labelled) group.is_mixed = true;
        return true;
    }

    bool begins_clause(const Figure& figure) const {
        for (const std::string_view phrase : {"tổng số", "nâng", "đưa", "toàn", "hiện nay", "đến nay", "so với"})
            if (says(text_, figure.lead, figure.first, phrase)) return true;
        return false;
    }

    bool is_inside_figure(std::size_t token, std::size_t last) const {
        for (std::size_t f = last; f-- > 0 && figures_[f].last > token;)
            if (figures_[f].first <= token) return true;
        return false;
    }

    std::size_t figure_at(std::size_t token, std::size_t last) const {
        for (std::size_t f = last; f-- > 0;) {
            if (figures_[f].first == token) return f;
            if (figures_[f].last <= token) break;
        }
        return figures_.size();
    }

    bool says_more(std::size_t at) const {
        return tokens_[at].is("…") || match(tokens_, at, "v v") ||
               (tokens_[at].is("v") && at + 1 < tokens_.size() && tokens_[at + 1].is(".")) ||
               match(tokens_, at, "chủ yếu") || match(tokens_, at, "nhất là") || match(tokens_, at, "tiêu biểu là") ||
               match(tokens_, at, "như") || match(tokens_, at, "điển hình") || match(tokens_, at, "đáng chú ý") ||
               match(tokens_, at, "đặc biệt") || match(tokens_, at, "riêng") || match(tokens_, at, "ngoài ra");
    }
    bool begins_as_sample(std::size_t behind) const {
        for (std::size_t i = behind; i < behind + 3 && i < tokens_.size(); ++i)
            if (says_more(i)) return true;
        return false;
    }

    // trong tổng số 5.907 đảng viên được đánh giá có 4.706 …; 42 chi bộ trong tổng số 49 chi bộ
    void add_among(const Sentence& sentence, std::size_t f, std::size_t last) {
        const Figure& whole = figures_[f];
        if (!whole.is_count() || whole.role != Role::plain || !is_led_as_whole(text_, whole)) return;
        Group group{.link = Link::among, .whole = f};
        if (is_whole_of_last(text_, figures_, f)) {
            group.parts.push_back(f - 1);
        } else if (follows_count(f)) {
            return;
        } else {
            collect(group, sentence, last, whole.last, whole.depth, true);
            group.is_mixed = true;
        }
        keep(std::move(group));
    }

    // "28 đại biểu trúng cử trên tổng số 47 người ứng cử; nữ 9 …": what follows speaks of the 28.
    bool follows_count(std::size_t f) const {
        if (f == 0 || figures_[f - 1].sentence != figures_[f].sentence || !figures_[f - 1].counts()) return false;
        for (std::size_t i = figures_[f - 1].last; i < figures_[f].first; ++i)
            if (!tokens_[i].is_word()) return false;
        return true;
    }

    void keep(Group group) {
        if (!group.parts.empty()) groups_.push_back(std::move(group));
    }

    const Text& text_;
    const std::vector<Token>& tokens_;
    const std::vector<Figure>& figures_;
    std::vector<Group> groups_;
};

}  // namespace

std::vector<Group> find_groups(const Text& text, const std::vector<Figure>& figures) {
    return Finder{text, figures}.run();
}

}  // namespace checker
