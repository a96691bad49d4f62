// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

// What a change is measured from and to; figures are indices.
struct Change {
    std::optional<std::size_t> before, after;  // Where the text says them.
    std::int64_t from = 0, to = 0;             // Of counts.
};

class Checker {
public:
    Checker(const Reading& reading, Findings& findings)
        : reading_{reading}, figures_{reading.figures}, findings_{findings} {}

    void run() {
        for (std::size_t f = 0; f < figures_.size(); ++f) {
            check_from_to(f);
            check_compared(f);
            check_excess(f);
        }
    }

private:
    bool beside(std::size_t f, std::size_t g) const {
        return g < figures_.size() && figures_[f].sentence == figures_[g].sentence;
    }
    bool says_between(std::size_t first, std::size_t last, std::string_view phrase) const {
        return says(reading_.text, first, last, phrase);
    }
    bool same_kind(const Figure& a, const Figure& b) const {
        const auto is_percentage = [](const Figure& f) { return f.is_percent() || f.kind == Figure::Kind::points; };
        if (is_percentage(a) || is_percentage(b)) return is_percentage(a) && is_percentage(b);
        return a.is_count() && b.is_count() && may_be_same(a.noun, b.noun);
    }

    // "giảm từ 14 phòng xuống còn 10 phòng (giảm 4 phòng, tương đương 28,6%)"
    void check_from_to(std::size_t f) {
        const Figure& before = figures_[f];
        if (before.role != Role::before || !beside(f, f + 1) || figures_[f + 1].role != Role::after) return;
        const Figure& after = figures_[f + 1];
        if (!same_kind(before, after) || !before.is_exact() || !after.is_exact()) return;
        const int order = compare(after.value, before.value);
        const Sentence& sentence = reading_.sentence_of(before);
        const std::size_t first = before.first > sentence.first + 12 ? before.first - 12 : sentence.first;
        const std::size_t lead = f > 0 && beside(f, f - 1) ? std::max(first, figures_[f - 1].last) : first;
        const bool up = says_between(lead, after.first, "tăng") || says_between(before.last, after.first, "lên");
        const bool down = says_between(lead, after.first, "giảm") || says_between(before.last, after.first, "xuống");
        if (up != down && ((up && order < 0) || (down && order > 0))) {
            auto& finding = report({f, f + 1}, order < 0 ? "giảm" : "tăng", up ? "tăng" : "giảm");
            finding.explanation = join({"Từ ", to_text(before.value), sign(before), " đến ", to_text(after.value),
                                        sign(after), " là ", finding.expected, ", không phải ", finding.stated, "."});
            return;
        }
        if (order == 0) return;
        check_change_before(f, f + 1);
        for (std::size_t g = f + 2; beside(f, g) && g <= f + 3; ++g) {
            const Figure& change = figures_[g];
            if (has_token(reading_.text, after.last, change.first, ";")) return;
            const bool is_change = change.role == Role::change || is_share_of_change(g);
            if (!is_change || compares_elsewhere(change) || names_subject(change)) return;
            if (!check_change(f, f + 1, g)) return;
        }
    }

    // "giảm 528 người, từ 1.340 người còn 812 người"
    void check_change_before(std::size_t before, std::size_t after) {
        if (before == 0 || !beside(before, before - 1)) return;
        const Figure& change = figures_[before - 1];
        if (change.role != Role::change || figures_[before].first > change.noun_last + 3) return;
        check_change(before, after, before - 1);
    }

    // False when the finding was made, or the change is of another kind of thing.
    bool check_change(std::size_t before, std::size_t after, std::size_t c) {
        const Figure& a = figures_[before];
        const Figure& b = figures_[after];
        const Figure& change = figures_[c];
        if (!change.is_exact()) return true;
        const bool fell = compare(b.value, a.value) < 0;
        const Number step = fell ? difference(a.value, b.value) : difference(b.value, a.value);
        if (same_kind(a, change)) {
            if (compare(step, change.value) == 0) {
                if (change.is_percent()) note_points({before, after, c}, step);
                return true;
            }
            if (a.is_percent() && change.is_percent() && is_relative(a, b, change)) return true;
            const std::string unit = a.is_percent() ? " điểm phần trăm" : "";
            auto& finding = report({before, after, c}, to_text(step) + unit, to_text(change.value) + unit);
            finding.explanation = join({fell ? to_text(a.value) : to_text(b.value), sign(a), " − ",
                                        fell ? to_text(b.value) : to_text(a.value), sign(a), " = ", finding.expected,
                                        ", không phải ", finding.stated, "."});
            return false;
        }
        if (change.is_percent() && a.is_count())
            return check_percent(step.scaled, a.value.scaled, b.value.scaled, {before, after, c}, c);
        return true;
    }

    // From 40% to 44% may be said to be an increase by 10%.
    static bool is_relative(const Figure& a, const Figure& b, const Figure& change) {
        const int decimals = std::max(a.value.decimals, b.value.decimals);
        const Number zero{0, decimals};
        const auto from = sum(a.value, zero).scaled, to = sum(b.value, zero).scaled;
        return fit_percent(to > from ? to - from : from - to, from, change.value) != Fit::none;
    }

    bool check_percent(std::int64_t step, std::int64_t from, std::int64_t to, std::vector<std::size_t> figures,
                       std::size_t c) {
        const Number& stated = figures_[c].value;
        if (from <= 0 || fit_percent(step, from, stated) != Fit::none) return true;
        auto& finding = report(std::move(figures), expected_percent(step, from, stated), to_text(stated) + "%");
        finding.explanation = join({base::format_count(step), "/", base::format_count(from), " là ", finding.expected,
                                    ", không phải ", finding.stated, "."});
        if (fit_percent(step, to, stated) != Fit::none)
            finding.explanation += join({" ", finding.stated, " là tính trên ", base::format_count(to), "."});
        return false;
    }

    // tương đương 28,6% behind the count that changed
    bool is_share_of_change(std::size_t p) const {
        const Figure& percent = figures_[p];
        if (!percent.is_percent() || p == 0 || !beside(p, p - 1)) return false;
        // "(giảm 18,42%)", "(-18,42%)" as well as "(18,42%)"
        const auto& tokens = reading_.text.tokens;
        const bool repeats = percent.role == Role::change && percent.first > percent.lead &&
                             percent.first == percent.lead + 1 && tokens[percent.lead - 1].is("(");
        if (percent.role != Role::plain && !repeats) return false;
        const Figure& change = figures_[p - 1];
        if (change.role != Role::change || !change.is_count() || percent.first > change.noun_last + 6) return false;
        for (const std::string_view phrase :
             {"tương đương", "tương ứng", "bằng", "tỷ lệ", "tỉ lệ", "giảm", "tăng", "("})
            if (says_between(change.last, percent.first, phrase)) return true;
        return false;
    }

    // "…, số đảng viên tăng 9,4%": of something else than what went before.
    bool names_subject(const Figure& change) const {
        for (std::size_t i = change.lead; i < change.first; ++i)
            if (known_noun_at(reading_.text.tokens, i, change.first).tokens > 0) return true;
        return false;
    }

    // "tăng 12% so với năm 2019" behind two figures of other years.
    bool compares_elsewhere(const Figure& change) const {
        const std::size_t last = std::min(change.noun_last + 6, reading_.sentence_of(change).last);
        return says_between(change.last, last, "so với") || says_between(change.last, last, "kế hoạch") ||
               says_between(change.last, last, "chỉ tiêu") || says_between(change.last, last, "cùng kỳ");
    }

    // "142 đảng viên, tăng 18 đảng viên so với cùng kỳ (124 đảng viên)"
    void check_compared(std::size_t c) {
        const Figure& change = figures_[c];
        if (change.role != Role::change || !change.is_exact()) return;
        const auto n = now_before(c);
        if (!n) return check_alone(c);
        const Figure& now = figures_[*n];
        const auto before = reference_behind(c, now);
        if (change.is_count()) {
            const auto from =
                before ? figures_[*before].value.scaled
                       : now.value.scaled - (change.is_decrease ? -change.value.scaled : change.value.scaled);
            if (before && !check_step(*before, *n, c)) return;
            if (beside(c, c + 1) && is_share_of_change(c + 1) && figures_[c + 1].is_exact())
                check_percent(change.value.scaled, from, now.value.scaled, {*n, c, c + 1}, c + 1);
            return;
        }
        if (!before) return;
        const auto from = figures_[*before].value.scaled, to = now.value.scaled;
        if (!has_right_direction(*before, *n, c)) return;
        check_percent(to > from ? to - from : from - to, from, to, {*before, *n, c}, c);
    }

    // The count of which the change is said; what stands in brackets between is passed over: "1.536 đơn (tồn 40 đơn,
    // mới 1.496 đơn), so với cùng kỳ tăng 131 đơn".
    std::optional<std::size_t> now_before(std::size_t c) const {
        const Figure& change = figures_[c];
        std::size_t n = c;
        do {
            if (n == 0 || !beside(c, n - 1)) return std::nullopt;
            --n;
        } while (figures_[n].depth > change.depth);
        const Figure& now = figures_[n];
        if (now.role != Role::plain || !now.is_count() || !now.is_exact()) return std::nullopt;
        if (change.is_count() ? !may_be_same(now.noun, change.noun) || change.depth > now.depth + 1
                              : !change.is_percent())
            return std::nullopt;
        const bool compares = change.is_count() && now.noun.is_known && now.noun.name == change.noun.name &&
                              says_between(change.lead, change.first, "so với");
        const std::size_t far = compares ? 24 : 8;
        if (change.first > std::max(now.noun_last, figures_[c - 1].noun_last) + far) return std::nullopt;
        return has_token(reading_.text, now.last, change.first, ";") ? std::nullopt : std::optional{n};
    }

    // "giảm 14 vụ (-18,42%)" where it is not said from how many: 14 must be that share of some number.
    void check_alone(std::size_t c) {
        const Figure& change = figures_[c];
        if (!change.is_count() || !change.noun.is_known || !beside(c, c + 1) || !is_share_of_change(c + 1)) return;
        const Figure& percent = figures_[c + 1];
        if (!percent.is_exact() || percent.value.decimals == 0 || has_possible_base(change.value.scaled, percent.value))
            return;
        auto& finding = report({c, c + 1}, possible_percents(change.value.scaled, percent.value), say(percent));
        finding.explanation = join({to_text(change.value), " không thể là ", say(percent),
                                    " của một số nguyên nào; gần nhất là ", finding.expected, "."});
    }

    // The count with which the change compares: "(124 đảng viên)", "so với 124 đảng viên", "(năm 2021: 124)".
    std::optional<std::size_t> reference_behind(std::size_t c, const Figure& now) const {
        for (std::size_t g = c + 1; beside(c, g) && g <= c + 2; ++g) {
            const Figure& figure = figures_[g];
            if (figure.is_percent()) continue;
            if (!figure.is_count() || !figure.is_exact() || !may_be_same(figure.noun, now.noun)) return std::nullopt;
            const std::size_t first = figures_[c].last;
            if (figure.first > first + 24 || has_token(reading_.text, first, figure.first, ";")) return std::nullopt;
            bool compares = false;
            const bool in_bracket = figure.depth == figures_[c].depth + 1;
            const std::size_t from = in_bracket ? figures_[c].lead : first;
            for (const std::string_view phrase : {"so với", "cùng kỳ", "năm trước", "năm ngoái", "đầu nhiệm kỳ"})
                compares = compares || says_between(from, figure.first, phrase);
            if (!compares) return std::nullopt;
            const bool follows = figure.role == Role::reference;
            if (!in_bracket && !follows) return std::nullopt;
            // In the bracket stands the count alone, with its year.
            return figure.first <= figure.lead + 9 && figure.role != Role::change ? std::optional{g} : std::nullopt;
        }
        return before_in_years(c, now);
    }

    // "Năm 2021 kết nạp 58 đảng viên, năm 2022 kết nạp 67 đảng viên, tăng 11 đảng viên"
    std::optional<std::size_t> before_in_years(std::size_t c, const Figure& now) const {
        if (c < 2 || !beside(c, c - 2)) return std::nullopt;
        const Figure& before = figures_[c - 2];
        const bool plain = before.role == Role::plain && before.is_count() && before.is_exact();
        const std::size_t first = reading_.sentence_of(now).first;
        if (!plain || before.noun.name != now.noun.name || (c > 2 && figures_[c - 3].sentence == now.sentence))
            return std::nullopt;
        const bool years = says_between(first, before.first, "năm") && says_between(before.last, now.first, "năm");
        return years && before.depth == now.depth ? std::optional{c - 2} : std::nullopt;
    }

    bool has_right_direction(std::size_t before, std::size_t now, std::size_t c) {
        const int order = compare(figures_[now].value, figures_[before].value);
        const bool fell = figures_[c].is_decrease;
        if (order == 0 || (fell ? order < 0 : order > 0)) return true;
        auto& finding = report({before, now, c}, order < 0 ? "giảm" : "tăng", fell ? "giảm" : "tăng");
        finding.explanation = join({"Từ ", say(figures_[before]), " đến ", say(figures_[now]), " là ", finding.expected,
                                    ", không phải ", finding.stated, "."});
        return false;
    }

    bool check_step(std::size_t before, std::size_t now, std::size_t c) {
        if (!has_right_direction(before, now, c)) return false;
        const auto from = figures_[before].value.scaled, to = figures_[now].value.scaled;
        const auto step = to > from ? to - from : from - to;
        if (step == figures_[c].value.scaled) return true;
        auto& finding = report({before, now, c}, base::format_count(step), to_text(figures_[c].value));
        finding.explanation =
            join({base::format_count(std::max(from, to)), " − ", base::format_count(std::min(from, to)), " = ",
                  finding.expected, ", không phải ", finding.stated, "."});
        return false;
    }

    // "252/250, vượt 0,8%"; "1.102 đảng viên, vượt 10,2% chỉ tiêu (1.000 đảng viên)"; "đạt 103,3%, vượt 3,3%"
    void check_excess(std::size_t c) {
        const Figure& excess = figures_[c];
        if (excess.role != Role::excess || !excess.is_exact() || c == 0 || !beside(c, c - 1)) return;
        std::size_t n = c - 1;
        if (figures_[n].is_percent() && excess.is_percent() && excess.first <= figures_[n].last + 8 &&
            figures_[n].role == Role::plain && figures_[n].is_exact() && compare(figures_[n].value, {100, 0}) > 0) {
            const Number over = difference(figures_[n].value, {100, 0});
            if (compare(over, excess.value) != 0 && over.decimals == excess.value.decimals) {
                auto& finding = report({n, c}, to_text(over) + "%", say(excess));
                finding.explanation = join(
                    {"Đạt ", say(figures_[n]), " là vượt ", finding.expected, ", không phải ", finding.stated, "."});
            }
            return;
        }
        const Figure& reached = figures_[n];
        if (reached.role != Role::plain || !reached.counts() || !reached.is_exact() ||
            excess.first > reached.noun_last + 8)
            return;
        std::vector<std::size_t> figures{n, c};
        std::int64_t target = reached.whole.scaled;
        if (reached.is_count()) {
            const auto g = target_behind(c, reached);
            if (!g) return;
            figures.push_back(*g);
            target = figures_[*g].value.scaled;
        }
        const std::int64_t over = reached.value.scaled - target;
        if (over <= 0) return;
        if (excess.is_percent()) {
            check_percent(over, target, reached.value.scaled, figures, c);
        } else if (excess.is_count() && may_be_same(excess.noun, reached.noun) && over != excess.value.scaled) {
            auto& finding = report(figures, base::format_count(over), to_text(excess.value));
            finding.explanation = join({to_text(reached.value), " − ", base::format_count(target), " = ",
                                        finding.expected, ", không phải ", finding.stated, "."});
        }
    }

    std::optional<std::size_t> target_behind(std::size_t c, const Figure& reached) const {
        if (!beside(c, c + 1)) return std::nullopt;
        const Figure& target = figures_[c + 1];
        if (!target.is_count() || !target.is_exact() || !may_be_same(target.noun, reached.noun)) return std::nullopt;
        const std::size_t first = figures_[c].last;
        const bool named =
            says_between(first, target.first, "chỉ tiêu") || says_between(first, target.first, "kế hoạch") ||
            says_between(first, target.first, "mục tiêu") || says_between(first, target.first, "nghị quyết");
        return named && target.first <= first + 20 && !has_token(reading_.text, first, target.first, ";")
                   ? std::optional{c + 1}
                   : std::nullopt;
    }

    static std::string_view sign(const Figure& figure) { return figure.is_percent() ? "%" : ""; }

    void note_points(std::vector<std::size_t> figures, const Number& step) {
        auto finding = make_finding(reading_, Severity::note, Rule::growth, std::move(figures));
        finding.expected = to_text(step) + " điểm phần trăm";
        finding.stated = to_text(step) + "%";
        finding.explanation =
            join({"Chênh lệch giữa hai tỷ lệ nên ghi là ", finding.expected, ", không phải ", finding.stated, "."});
        findings_.push_back(std::move(finding));
    }

    Finding& report(std::vector<std::size_t> figures, std::string expected, std::string stated) {
        findings_.push_back(make_finding(reading_, Severity::contradiction, Rule::growth, std::move(figures)));
        findings_.back().expected = std::move(expected);
        findings_.back().stated = std::move(stated);
        return findings_.back();
    }

    const Reading& reading_;
    const std::vector<Figure>& figures_;
    Findings& findings_;
};

}  // namespace

void check_growth(const Reading& reading, Findings& findings) { Checker{reading, findings}.run(); }

}  // namespace checker
