// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

using Verdict = Judgement::Verdict;

// A list of fewer shares does not tell which of them is wrong.
constexpr std::size_t list_min = 4;
constexpr std::int64_t base_max = 10'000'000;

// 100 · part / percent, rounded down.
std::int64_t base_below(std::int64_t part, const Number& percent) {
    std::int64_t whole = part * 100;
    for (int i = 0; i < percent.decimals; ++i) whole *= 10;
    return whole / percent.scaled;
}

// Within one unit of the last decimal: whoever rounds twice, or cuts, still agrees.
bool is_about(std::int64_t part, std::int64_t whole, const Number& percent) {
    const Number unit{1, percent.decimals};
    return whole >= part && compare_percent(part, whole, difference(percent, unit)) > 0 &&
           compare_percent(part, whole, sum(percent, unit)) < 0;
}

bool can_be_judged(std::int64_t part, const Number& percent) {
    return part > 0 && part <= base_max && percent.scaled > 0 && percent.decimals <= 4;
}

class Lists {
public:
    Lists(const Reading& reading, std::vector<Judgement>& judgements) : reading_{reading}, judgements_{judgements} {}

    void run() {
        for (std::size_t first = 0; first < judgements_.size();) {
            std::size_t last = first + 1;
            while (last < judgements_.size() && belongs(judgements_[first], judgements_[last])) ++last;
            if (is_listed(judgements_[first]) && last - first >= list_min) judge(first, last);
            first = last;
        }
    }

private:
    const Figure& part(const Judgement& judgement) const { return reading_.figures[judgement.share->part]; }
    const Figure& percent(const Judgement& judgement) const { return reading_.figures[judgement.share->percent]; }

    bool is_listed(const Judgement& judgement) const {
        const bool open = judgement.verdict == Verdict::unknown || judgement.verdict == Verdict::impossible ||
                          judgement.is_from_context;
        return open && part(judgement).is_count() && part(judgement).is_exact() && percent(judgement).is_exact() &&
               can_be_judged(part(judgement).value.scaled, percent(judgement).value) &&
               !judgement.share->is_of_target && !judgement.share->base;
    }
    bool belongs(const Judgement& first, const Judgement& next) const {
        return is_listed(next) && part(first).sentence == part(next).sentence &&
               part(first).depth == part(next).depth && percent(first).depth == percent(next).depth &&
               first.share->is_reached == next.share->is_reached;
    }

    // The one share that does not agree with a base of which all others are; none when there is none, or when another
    // base leaves another one.
    void judge(std::size_t first, std::size_t last) {
        std::optional<std::size_t> odd;
        std::int64_t base = 0;
        // The base of any two neighbours holds at least one share that is right.
        for (std::size_t seed = first; seed < first + 2; ++seed) {
            const auto value = part(judgements_[seed]).value.scaled;
            const Number& stated = percent(judgements_[seed]).value;
            const Number unit{1, stated.decimals};
            if (stated.scaled < 2) return;
            const std::int64_t low = base_below(value, sum(stated, unit));
            const std::int64_t high = base_below(value, difference(stated, unit)) + 1;
            if (high - low > bases_tried) return;
            for (std::int64_t whole = low; whole <= high; ++whole) {
                const auto [wrong, count] = disagreeing(first, last, whole);
                if (count == 0) return;
                if (count > 1) continue;
                if (odd && *odd != wrong) return;
                odd = wrong, base = whole;
            }
        }
        if (odd && !has_base_around(judgements_[*odd])) {
            judgements_[*odd].verdict = Verdict::odd;
            judgements_[*odd].base = {base, judgements_[*odd].share->part};
            judgements_[*odd].is_certain = true;
        }
    }

    std::pair<std::size_t, std::size_t> disagreeing(std::size_t first, std::size_t last, std::int64_t whole) const {
        std::size_t wrong = first, count = 0;
        for (std::size_t i = first; i < last && count < 2; ++i)
            if (!is_about(part(judgements_[i]).value.scaled, whole, percent(judgements_[i]).value)) wrong = i, ++count;
        return {wrong, count};
    }

    // A count near it of which it may be a share: "nữ 120 (30%), …, trong số nữ có 12 bí thư (10%)".
    bool has_base_around(const Judgement& judgement) const {
        const auto value = part(judgement).value.scaled;
        const std::size_t paragraph = reading_.paragraph_of(part(judgement));
        for (std::size_t f = judgement.share->percent; f-- > 0;) {
            const Figure& figure = reading_.figures[f];
            if (reading_.paragraph_of(figure) + 1 < paragraph) break;
            if (figure.counts() && is_about(value, figure.value.scaled, percent(judgement).value)) return true;
            if (figure.is_ratio() && is_about(value, figure.whole.scaled, percent(judgement).value)) return true;
        }
        return false;
    }

    static constexpr std::int64_t bases_tried = 4'000;

    const Reading& reading_;
    std::vector<Judgement>& judgements_;
};

// Persons, organisations and cases are whole; of what our list does not have it is not known.
bool counts_whole_things(const Figure& figure) { return figure.noun.is_known || figure.noun.name.empty(); }

}  // namespace

bool has_possible_base(std::int64_t part, const Number& percent) {
    if (!can_be_judged(part, percent)) return true;
    const std::int64_t whole = base_below(part, percent);
    return is_about(part, whole, percent) || is_about(part, whole + 1, percent) || compare(percent, {100, 0}) > 0;
}

std::string possible_percents(std::int64_t part, const Number& stated) {
    const std::int64_t below = std::max(part, base_below(part, stated));
    const auto text = [&](std::int64_t whole) {
        return join({expected_percent(part, whole, stated), " (", base::format_count(part), "/",
                     base::format_count(whole), ")"});
    };
    return join({text(below + 1), " hoặc ", text(below)});
}

void judge_implied_bases(const Reading& reading, std::vector<Judgement>& judgements) {
    for (auto& judgement : judgements) {
        const Figure& part = reading.figures[judgement.share->part];
        const Figure& percent = reading.figures[judgement.share->percent];
        // Whole percentages are rounded to fives and tens, too.
        const bool is_open =
            judgement.verdict == Verdict::unknown || (judgement.verdict == Verdict::disagrees && !judgement.is_certain);
        if (!is_open || !part.is_count() || !part.is_exact() || !percent.is_exact() || percent.value.decimals == 0 ||
            !counts_whole_things(part) || has_possible_base(part.value.scaled, percent.value))
            continue;
        judgement.verdict = Verdict::impossible;
        judgement.is_certain = true;
    }
    Lists{reading, judgements}.run();
}

}  // namespace checker
