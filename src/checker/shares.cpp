// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/relation.h"

namespace checker {
namespace {

class Finder {
public:
    Finder(const Text& text, const std::vector<Figure>& figures)
        : text_{text}, tokens_{text.tokens}, figures_{figures} {}

    std::vector<Share> run() {
        std::vector<Share> shares;
        for (std::size_t p = 0; p < figures_.size(); ++p) {
            const Figure& percent = figures_[p];
            if (!percent.is_percent() || percent.role != Role::plain || is_comparison(percent)) continue;
            Share share{.percent = p};
            const auto part = part_in_bracket(p) ? part_in_bracket(p) : part_before(p, share);
            if (!part) continue;
            share.part = *part;
            if (is_whole_of_last(text_, figures_, *part)) share.base = *part, share.part = *part - 1;
            if (const auto base = base_behind(p)) share.base = base;
            share.is_of_target = is_of_target(percent);
            shares.push_back(share);
        }
        return shares;
    }

private:
    std::size_t sentence_last(const Figure& figure) const { return text_.sentences[figure.sentence].last; }

    // Behind the sign of per cent: up to the next sign or number.
    std::size_t tail_end(const Figure& percent) const {
        std::size_t i = percent.last;
        while (i < sentence_last(percent) && tokens_[i].is_word() && i < percent.last + 8) ++i;
        return i;
    }
    bool is_comparison(const Figure& percent) const {
        const std::size_t end = tail_end(percent);
        if (match(tokens_, percent.last, "so với") || match(tokens_, percent.last, "cùng kỳ"))
            return !says(text_, percent.last, end, "tổng số") && !says(text_, percent.last, end, "kế hoạch") &&
                   !says(text_, percent.last, end, "chỉ tiêu");
        return says(text_, percent.last, end, "cùng kỳ") || match(tokens_, percent.last, "mỗi năm") ||
               match(tokens_, percent.last, "trở lên");
    }
    bool is_of_target(const Figure& percent) const {
        const std::size_t end = tail_end(percent);
        for (const std::string_view word :
             {"kế hoạch", "chỉ tiêu", "nghị quyết", "dự toán", "mục tiêu", "kh", "nq", "ct", "yêu cầu", "nhu cầu"})
            if (says(text_, percent.last, end, word)) return true;
        return false;
    }

    // 85,7% (42/49 tổ chức …), 16,3% (961 đảng viên)
    std::optional<std::size_t> part_in_bracket(std::size_t p) const {
        const Figure& percent = figures_[p];
        if (p + 1 >= figures_.size()) return std::nullopt;
        const Figure& next = figures_[p + 1];
        if (next.sentence != percent.sentence || !next.counts() || next.role != Role::plain) return std::nullopt;
        if (next.depth != percent.depth + 1 || next.first > percent.last + 12) return std::nullopt;
        const std::size_t end = tail_end(percent);
        if (end >= next.first || !tokens_[end].is("(")) return std::nullopt;
        if (next.first > end + 3 || is_of_target(percent)) return next.is_ratio() ? std::optional{p + 1} : std::nullopt;
        // "chiếm 20% (tăng 3 đồng chí)" is none; "(khiển trách 15, cảnh cáo 20)" is a list.
        if (next.is_ratio()) return p + 1;
        const bool alone = tokens_[next.noun_last].is(")") && next.first <= end + 2;
        // When a count stands before, it is the part: "961 đảng viên, chiếm 16,3% (120 nữ)".
        Share share;
        return alone && !part_before(p, share) ? std::optional{p + 1} : std::nullopt;
    }

    std::optional<std::size_t> part_before(std::size_t p, Share& share) const {
        const Figure& percent = figures_[p];
        std::size_t q = p;
        while (q-- > 0) {
            const Figure& figure = figures_[q];
            if (figure.sentence != percent.sentence) return std::nullopt;
            const bool aside = figure.depth > percent.depth;
            if (aside || (figure.role == Role::change && !figure.counts())) continue;
            if (!figure.counts()) return std::nullopt;
            if (figure.role == Role::change || figure.role == Role::excess || figure.role == Role::before ||
                figure.role == Role::reference)
                return std::nullopt;
            if (figure.depth + 1 < percent.depth) return std::nullopt;
            if (!is_linked(figure, percent, share) || is_pairwise(q, p)) return std::nullopt;
            return q;
        }
        return std::nullopt;
    }

    // The words after the last comma or bracket between both say that a share follows.
    bool is_linked(const Figure& part, const Figure& percent, Share& share) const {
        if (has_token(text_, part.last, percent.first, ";") || has_token(text_, part.last, percent.first, "…"))
            return false;
        std::size_t separator = part.last;
        bool separated = false, bracketed = false;
        for (std::size_t i = part.last; i < percent.first; ++i) {
            if (tokens_[i].is_bullet) return false;
            if (tokens_[i].is(")") && tokens_[i].depth > percent.depth) continue;
            const bool bracket = tokens_[i].is("(") && tokens_[i].depth == percent.depth;
            if (!bracket && !(tokens_[i].is(",") && tokens_[i].depth == percent.depth) && !tokens_[i].is("-") &&
                !tokens_[i].is(":"))
                continue;
            separator = i + 1, separated = true, bracketed = bracket;
        }
        // Too much is said between: "…, góp phần nâng tỷ lệ lên …" belongs to something else.
        if (percent.first > separator + 8 || separator > part.last + 30) return false;
        share.is_reached = has_token(text_, separator, percent.first, "đạt");
        const auto says_it = [&](std::string_view phrase) { return says(text_, separator, percent.first, phrase); };
        for (const std::string_view verb : {"nâng", "đưa", "tăng", "giảm", "phấn đấu", "vượt", "cao hơn", "thấp hơn",
                                            "so với", "trung bình", "bình quân", "trong khi"})
            if (says_it(verb)) return false;
        const bool says_share = says_it("chiếm") || says_it("đạt") || says_it("tỷ lệ") || says_it("tỉ lệ") ||
                                says_it("bằng") || says_it("tương đương") || says_it("tương ứng") || says_it("=") ||
                                says_it("tỷ trọng");
        // "nữ chiếm 30%", "tỷ lệ nữ đạt 30%": of another subject than the count, named after the comma.
        if (says_share && separated) {
            const Token& first = tokens_[separator];
            return first.is_any_of({"chiếm", "đạt", "tỷ", "tỉ", "bằng", "tương", "=", "với", "và", "là", "đã", "khoảng",
                                    "được", "gần", "hơn", "trên", "có", "ước"}) &&
                   !names_subject(separator, percent.first);
        }
        if (says_share) return true;
        // "120 15 80,0%" is a row of a table.
        if (!separated) return percent.first == part.noun_last && (part.noun.tokens > 0 || part.is_ratio());
        // "6 đảng bộ giảm trên 15%: Đồng Tháp (25,31%)": the bracket belongs to a name.
        if (bracketed && names_another(part.last, separator - 1)) return false;
        // Nothing but "hơn", "gần" between the bracket or comma and the number.
        return percent.lead <= separator + 1 && percent.first <= separator + 2 &&
               (bracketed || percent.first == separator || !percent.is_exact());
    }

    bool names_another(std::size_t first, std::size_t bracket) const {
        if (has_token(text_, first, bracket, ":")) return true;
        return has_token(text_, first, bracket, ",") && bracket > first && tokens_[bracket - 1].is_capital;
    }

    // "tỷ lệ đảng viên nữ đạt 30%" after the comma: the share is of what is named there.
    bool names_subject(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (known_noun_at(tokens_, i, last).tokens > 0 && !tokens_[i].is("là")) return true;
        return false;
    }

    // "120 nữ và 45 trẻ, chiếm 12% và 4,5%", "lần lượt": not one to one with the nearest.
    bool is_pairwise(std::size_t q, std::size_t p) const {
        const Figure& percent = figures_[p];
        if (says(text_, figures_[q].last, percent.last, "lần lượt")) return true;
        if (p + 1 >= figures_.size() || figures_[p + 1].sentence != percent.sentence) return false;
        const Figure& next = figures_[p + 1];
        if (!next.is_percent() || next.role != Role::plain) return false;
        const bool both = next.first == percent.last + 1 && tokens_[percent.last].is_any_of({"và", ","});
        return both && q > 0 && figures_[q - 1].sentence == percent.sentence && figures_[q - 1].counts();
    }

    // chiếm 16,3% (so với, trong, trên) tổng số 5.907 đảng viên
    std::optional<std::size_t> base_behind(std::size_t p) const {
        if (p + 1 >= figures_.size()) return std::nullopt;
        const Figure& percent = figures_[p];
        const Figure& base = figures_[p + 1];
        if (base.sentence != percent.sentence || !base.is_count() || base.first > percent.last + 10)
            return std::nullopt;
        int brackets = 0;
        for (std::size_t i = percent.last; i < base.first; ++i) {
            brackets += tokens_[i].is("(");
            if (!tokens_[i].is_word() && !(tokens_[i].is("(") && brackets == 1)) return std::nullopt;
        }
        const auto behind = [&](std::string_view phrase) { return says(text_, percent.last, base.first, phrase); };
        const bool is_base = behind("tổng số") || behind("trong số") || behind("chỉ tiêu") || behind("kế hoạch") ||
                             behind("trên số") || match(tokens_, percent.last, "của") ||
                             match(tokens_, percent.last, "trên") ||
                             (match(tokens_, percent.last, "số") && tokens_[base.first - 1].is("("));
        return is_base && !behind("có") ? std::optional{p + 1} : std::nullopt;
    }

    const Text& text_;
    const std::vector<Token>& tokens_;
    const std::vector<Figure>& figures_;
};

}  // namespace

std::vector<Share> find_shares(const Text& text, const std::vector<Figure>& figures) {
    return Finder{text, figures}.run();
}

}  // namespace checker
