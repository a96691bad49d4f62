// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/judgement.h"

#include <algorithm>
#include <span>

#include "base/number_format.h"
#include "checker/label.h"

namespace checker {
namespace {

using Verdict = Judgement::Verdict;
using Approximation = Figure::Approximation;

// Bases are looked for in this many paragraphs before the share.
constexpr std::size_t paragraphs_back = 3;
// And among this many figures; neighbours of a share among this many shares on either side.
constexpr std::size_t figures_back = 150;
constexpr std::size_t shares_beside = 30;

class Judge {
public:
    explicit Judge(const Reading& reading) : reading_{reading}, figures_{reading.figures} {}

    std::vector<Judgement> run() {
        std::vector<Judgement> judgements;
        for (const auto& share : reading_.shares) judgements.push_back(judge(share));
        for (auto& judgement : judgements)
            if (judgement.verdict == Verdict::unknown) ask_siblings(judgement, judgements);
        for (auto& judgement : judgements)
            if (judgement.verdict == Verdict::other_base && follows_custom(judgement, judgements))
                judgement.verdict = Verdict::agrees;
        for (auto& judgement : judgements)
            if (judgement.verdict == Verdict::disagrees) ask_for_cut(judgement, judgements);
        judge_implied_bases(reading_, judgements);
        return judgements;
    }

private:
    const Figure& part(const Share& share) const { return figures_[share.part]; }
    const Figure& percent(const Share& share) const { return figures_[share.percent]; }

    Judgement judge(const Share& share) {
        Judgement answer{.share = &share};
        const Figure& counted = part(share);
        if (!counted.is_exact() || counted.value.scaled == 0) return answer;
        bool certain = false;
        const auto given = given_bases(share, certain);
        answer.is_certain = certain;
        for (const Fit wanted : {Fit::rounded, Fit::padded, Fit::cut})
            for (const auto& base : given)
                if (fit(share, base) == wanted) {
                    answer.base = base;
                    answer.verdict = wanted == Fit::cut ? Verdict::cut : Verdict::agrees;
                    return answer;
                }
        const auto others = bases_around(share);
        const auto other = std::find_if(others.begin(), others.end(), [&](const Base& base) {
            return fit(share, base) == Fit::rounded || fit(share, base) == Fit::padded;
        });
        if (given.empty()) {
            if (other == others.end()) return answer;
            answer.base = *other;
            answer.is_from_context = true;
            answer.verdict = Verdict::agrees;
            return answer;
        }
        if (!certain && fits_named_base(share)) {
            answer.verdict = Verdict::agrees;
            return answer;
        }
        answer.base = given.front();
        if (!percent(share).is_exact()) {
            answer.verdict =
                other == others.end() && counted.value.scaled <= answer.base.value ? Verdict::beyond : Verdict::agrees;
            if (percent(share).approximation == Approximation::about) answer.is_certain = false;
            return answer;
        }
        answer.verdict = Verdict::disagrees;
        if (other != others.end()) answer.other = *other, answer.verdict = Verdict::other_base;
        // A base named in words, without its number, is another one than the whole before it.
        if (!share.is_of_target && names_base(percent(share)) && !share.base && !counted.is_ratio() &&
            !named_total(share)) {
            if (answer.other || !is_named_total(share, answer.base)) answer.is_certain = false;
            if (answer.other) answer.verdict = Verdict::agrees;
        }
        if (share.is_of_target && !counted.is_ratio() && !share.base &&
            figures_[answer.base.figure].role != Role::target)
            answer.verdict = Verdict::unknown;
        return answer;
    }

    static std::span<const Judgement> beside(const Judgement& answer, const std::vector<Judgement>& all) {
        const auto at = static_cast<std::size_t>(&answer - all.data());
        const std::size_t first = at > shares_beside ? at - shares_beside : 0;
        return std::span{all}.subspan(first, std::min(at + shares_beside, all.size()) - first);
    }

    // In a list whose shares are all of one total, those in brackets are of it too.
    bool follows_custom(const Judgement& answer, const std::vector<Judgement>& all) const {
        const auto near = beside(answer, all);
        return std::any_of(near.begin(), near.end(), [&](const Judgement& sibling) {
            return sibling.share != answer.share && sibling.verdict == Verdict::agrees &&
                   sibling.base.value == answer.other->value && sibling.is_from_context &&
                   part(*sibling.share).sentence == part(*answer.share).sentence;
        });
    }

    // The same where the share of the total was cut, not rounded.
    void ask_for_cut(Judgement& answer, const std::vector<Judgement>& all) const {
        for (const auto& sibling : beside(answer, all)) {
            if (sibling.verdict != Verdict::agrees || part(*sibling.share).sentence != part(*answer.share).sentence ||
                fit(*answer.share, sibling.base) != Fit::cut)
                continue;
            answer.base = sibling.base;
            answer.verdict = Verdict::cut;
            return;
        }
    }

    // Whether part / whole is what the percentage says, with its "hơn", "gần", "khoảng".
    Fit fit(const Share& share, const Base& base) const {
        const Figure& stated = percent(share);
        const std::int64_t value = part(share).value.scaled;
        if (!is_sensible(share, base)) return Fit::none;
        const int order = compare_percent(value, base.value, stated.value);
        switch (stated.approximation) {
            case Approximation::exactly: return fit_percent(value, base.value, stated.value);
            case Approximation::more:
                return order > 0 && is_near(value, base.value, stated.value) ? Fit::rounded : Fit::none;
            case Approximation::less:
                return order < 0 && is_near(value, base.value, stated.value) ? Fit::rounded : Fit::none;
            case Approximation::at_least: return order >= 0 ? Fit::rounded : Fit::none;
            case Approximation::at_most: return order <= 0 ? Fit::rounded : Fit::none;
            case Approximation::about: return is_near(value, base.value, stated.value) ? Fit::rounded : Fit::none;
        }
        return Fit::none;
    }

    // Within five per cent points, which is what "gần" and "hơn" stretch to.
    static bool is_near(std::int64_t value, std::int64_t whole, const Number& stated) {
        const Number margin{5, 0};
        return compare_percent(value, whole, difference(stated, margin)) > 0 &&
               compare_percent(value, whole, sum(stated, margin)) < 0;
    }

    bool is_sensible(const Share& share, const Base& base) const {
        const bool is_target = share.is_of_target || figures_[base.figure].role == Role::target;
        return base.value > 0 && (base.value >= part(share).value.scaled || is_target || part(share).is_ratio());
    }

    // The bases that the words give the share, the nearest first: its own ratio, the base said outright, the wholes of
    // which the count is a part, the target before it.
    std::vector<Base> given_bases(const Share& share, bool& certain) const {
        std::vector<Base> bases;
        const Figure& counted = part(share);
        if (share.base) {
            certain = figures_[*share.base].is_exact();
            if (certain) bases.push_back({figures_[*share.base].value.scaled, *share.base});
            if (!counted.is_ratio()) return bases;
        }
        if (counted.is_ratio()) {
            certain = true;
            bases.push_back({counted.whole.scaled, share.part, true});
            return bases;
        }
        if (share.is_of_target || share.is_reached) {
            if (const auto target = target_before(share)) {
                certain = share.is_of_target;
                bases.push_back(*target);
            }
            if (share.is_of_target) return bases;
        }
        if (const auto total = named_total(share)) {
            certain = true;
            return {*total};
        }
        add_wholes(share.part, bases, certain, 0);
        return bases;
    }

    void add_wholes(std::size_t part, std::vector<Base>& bases, bool& certain, int level) const {
        if (level > 3) return;
        for (const auto g : reading_.groups_of[part]) {
            const Group& group = reading_.groups[g];
            const Figure& whole = figures_[group.whole];
            if (!whole.is_exact() || !may_be_part(figures_[part].noun, whole.noun)) {
                certain = false;
                continue;
            }
            if (level == 0)
                certain = (bases.empty() || certain) && group.whole_is_certain && group.link != Group::Link::colon;
            const auto add = [&](Base base) {
                if (std::none_of(bases.begin(), bases.end(), [&](const Base& old) { return old.value == base.value; }))
                    bases.push_back(base);
            };
            add({whole.value.scaled, group.whole});
            if (whole.is_ratio()) add({whole.whole.scaled, group.whole, true});
            add_wholes(group.whole, bases, certain, level + 1);
        }
    }

    std::optional<Base> target_before(const Share& share) const {
        for (std::size_t f = share.part; f-- > 0;) {
            const Figure& figure = figures_[f];
            if (figure.sentence + 1 < part(share).sentence) return std::nullopt;
            if (figure.role == Role::target && figure.is_count() && figure.is_exact() &&
                may_be_same(figure.noun, part(share).noun))
                return Base{figure.value.scaled, f};
        }
        return std::nullopt;
    }

    // Every count that could be the base: in the same sentence, and in the text before.
    std::vector<Base> bases_around(const Share& share) const {
        std::vector<Base> bases;
        const Figure& counted = part(share);
        const std::size_t paragraph = reading_.paragraph_of(counted);
        for (std::size_t f = end_of_sentence(share.percent), back = 0; f-- > 0 && back < figures_back; ++back) {
            const Figure& figure = figures_[f];
            if (!figure.counts() || f == share.part || figure.sentence > counted.sentence) continue;
            if (reading_.paragraph_of(figure) + paragraphs_back < paragraph) break;
            if (!figure.is_exact() || !may_be_listed_with(counted.noun, figure.noun)) continue;
            // "gần 60%" fits much: only what stands near.
            if (!percent(share).is_exact() && reading_.paragraph_of(figure) != paragraph) continue;
            bases.push_back({figure.value.scaled, f});
            if (figure.is_ratio()) bases.push_back({figure.whole.scaled, f, true});
        }
        return bases;
    }

    std::size_t end_of_sentence(std::size_t f) const {
        const std::size_t sentence = figures_[f].sentence;
        while (f < figures_.size() && figures_[f].sentence == sentence) ++f;
        return f;
    }

    // chiếm 16,3% tổng số đảng viên: words behind the sign of per cent that name a base.
    bool names_base(const Figure& stated) const {
        const auto& tokens = reading_.text.tokens;
        const std::size_t last = reading_.sentence_of(stated).last;
        const std::size_t end = std::min(stated.last + 8, last);
        std::size_t i = stated.last;
        while (i < end && tokens[i].is_word()) ++i;
        return says(reading_.text, stated.last, i, "số") || says(reading_.text, stated.last, i, "so với") ||
               says(reading_.text, stated.last, i, "trên") || says(reading_.text, stated.last, i, "trong") ||
               known_noun_at(tokens, stated.last, end).tokens > 0;
    }
    // The words after "tổng số" are the noun of the base.
    bool is_named_total(const Share& share, const Base& base) const {
        const auto& tokens = reading_.text.tokens;
        const Figure& stated = percent(share);
        const std::size_t last = reading_.sentence_of(stated).last;
        for (std::size_t i = stated.last; i < stated.last + 6 && i < last; ++i)
            if (const Noun noun = known_noun_at(tokens, i, last); noun.tokens > 0)
                return may_be_same(noun, figures_[base.figure].noun);
        return false;
    }

    // "52 phiếu (chiếm 98,11% tổng số đại biểu)" far behind "53 đại biểu": a count of the things named, which fits.
    bool fits_named_base(const Share& share) const {
        const auto& tokens = reading_.text.tokens;
        const Figure& stated = percent(share);
        const std::size_t last = reading_.sentence_of(stated).last;
        const auto count = match(tokens, stated.last, "tổng số");
        const Noun noun = count ? known_noun_at(tokens, stated.last + count, last) : Noun{};
        if (noun.tokens == 0) return false;
        for (std::size_t f = share.part, back = 0; f-- > 0 && back < figures_back; ++back) {
            const Figure& figure = figures_[f];
            if (!figure.counts() || figure.noun.name != noun.name) continue;
            if (fit(share, {figure.value.scaled, f}) != Fit::none) return true;
            if (figure.is_ratio() && fit(share, {figure.whole.scaled, f, true}) != Fit::none) return true;
        }
        return false;
    }

    // "chiếm 24,8% so với tổng số hội viên." after "tổng số hội viên … 206.391": the total of that name.
    std::optional<Base> named_total(const Share& share) const {
        const auto& tokens = reading_.text.tokens;
        const Figure& stated = percent(share);
        const std::size_t last = reading_.sentence_of(stated).last;
        std::size_t i = stated.last;
        while (i < stated.last + 4 && i < last && !match(tokens, i, "tổng số")) ++i;
        if (!match(tokens, i, "tổng số")) return std::nullopt;
        const Noun noun = known_noun_at(tokens, i + 2, last);
        const std::size_t end = i + 2 + noun.tokens;
        if (noun.tokens == 0 ||
            (end < last && tokens[end].is_word() && !tokens[end].is("toàn") && !tokens[end].is("của")))
            return std::nullopt;
        for (std::size_t f = share.part; f-- > 0;) {
            const Figure& figure = figures_[f];
            if (figure.sentence + 3 < stated.sentence) return std::nullopt;
            if (!figure.counts() || !figure.is_exact() || figure.value.scaled <= part(share).value.scaled) continue;
            if (!says(reading_.text, figure.lead, figure.first, "tổng số") || !may_be_same(figure.noun, noun)) continue;
            return Base{figure.value.scaled, f};
        }
        return std::nullopt;
    }

    // A share without a base of its own is of the base that its neighbours have: in a list of shares of 1.587 delegates
    // one that fits nothing is wrong.
    void ask_siblings(Judgement& answer, const std::vector<Judgement>& all) const {
        const Share& share = *answer.share;
        const Figure& counted = part(share);
        if (!counted.is_exact() || !percent(share).is_exact() || share.is_of_target) return;
        const bool named = names_base(percent(share));
        const auto total = total_before(share);
        for (const auto& sibling : beside(answer, all)) {
            if (!is_sibling(answer, sibling) || (named && !is_named_total(share, sibling.base))) continue;
            const bool telling = percent(*sibling.share).is_exact() && percent(*sibling.share).value.decimals > 0;
            if (!telling && !(total && total->value == sibling.base.value)) continue;
            settle(answer, sibling.base, true);
            return;
        }
        // A lone share of the only total there is: "709 tổ chức … 439 tổ chức …, chiếm 62,6%" may be of those graded.
        if (!total || named) return;
        if (!share.is_reached)
            settle(answer, *total, describes_total(share, *total));
        else if (repeats_total(share, *total))
            settle(answer, *total, true);
    }

    // "kết nạp 534 đảng viên; nữ 231 đồng chí (43,3%)": an attribute of those counted in the same sentence.
    bool describes_total(const Share& share, const Base& total) const {
        if (figures_[total.figure].sentence != part(share).sentence) return false;
        const auto dimension = label_of(reading_, part(share)).dimension;
        return dimension == Dimension::sex || dimension == Dimension::overlapping;
    }

    // "Tổng số cử tri … là 751.103 người; số cử tri đi bỏ phiếu là 750.296 người, đạt 99,9%": no target, but those of
    // the total who did it, when the share comes near.
    bool repeats_total(const Share& share, const Base& total) const {
        const Figure& whole = figures_[total.figure];
        const Figure& counted = part(share);
        const auto& tokens = reading_.text.tokens;
        const std::size_t last = whole.first;
        for (std::size_t i = whole.lead; i + 2 < last; ++i) {
            if (!match(tokens, i, "tổng số")) continue;
            const Noun noun = known_noun_at(tokens, i + 2, last);
            return noun.tokens > 0 && says(reading_.text, counted.lead, counted.first, noun.name) &&
                   is_near(counted.value.scaled, total.value, percent(share).value);
        }
        return false;
    }

    bool is_sibling(const Judgement& answer, const Judgement& sibling) const {
        const Figure& counted = part(*answer.share);
        if (sibling.verdict != Verdict::agrees || !sibling.is_from_context || sibling.share == answer.share)
            return false;
        const Figure& beside = part(*sibling.share);
        if (reading_.paragraph_of(beside) != reading_.paragraph_of(counted)) return false;
        if (beside.sentence + 2 < counted.sentence || counted.sentence + 2 < beside.sentence) return false;
        if (sibling.base.figure == answer.share->part || sibling.base.figure > answer.share->part) return false;
        if (sibling.base.value <= counted.value.scaled || sibling.share->is_of_target || beside.is_ratio())
            return false;
        // "nữ 60 (30,0%), trẻ 36 (18,0%), trong số nữ có 9 bí thư (15,0%)": what is a share itself is no base of all.
        if (has_share(sibling.base.figure)) return false;
        if (sibling.base.value == beside.value.scaled || !may_be_listed_with(counted.noun, beside.noun)) return false;
        return answer.share->is_reached == sibling.share->is_reached && counted.depth == beside.depth;
    }

    void settle(Judgement& answer, const Base& base, bool certain) const {
        answer.base = base;
        answer.verdict = fit(*answer.share, base) == Fit::cut ? Verdict::cut : Verdict::disagrees;
        answer.is_certain = certain;
        // What is only guessed to be the base is no ground for a note on rounding.
        if (!certain && answer.verdict == Verdict::cut) answer.verdict = Verdict::unknown;
    }

    bool has_share(std::size_t figure) const { return reading_.is_shared[figure]; }

    // The one count of the same things that stands before the share in its paragraph, and is larger.
    std::optional<Base> total_before(const Share& share) const {
        const Figure& counted = part(share);
        std::optional<Base> total;
        for (std::size_t f = share.part; f-- > 0;) {
            const Figure& figure = figures_[f];
            if (reading_.paragraph_of(figure) != reading_.paragraph_of(counted) ||
                figure.sentence + 3 < counted.sentence)
                break;
            if (!figure.counts() || has_share(f) || counted.noun.name.empty()) continue;
            const bool beside = figure.sentence == counted.sentence;
            if (beside ? !may_be_same(figure.noun, counted.noun) : figure.noun.name != counted.noun.name) continue;
            if (figure.role == Role::change || (beside && figure.value.scaled <= counted.value.scaled)) continue;
            if (!figure.is_exact() || figure.is_ratio() || figure.role != Role::plain) return std::nullopt;
            if (figure.value.scaled <= counted.value.scaled) continue;
            if (total && total->value != figure.value.scaled) return std::nullopt;
            total = Base{figure.value.scaled, f};
        }
        return total;
    }

    const Reading& reading_;
    const std::vector<Figure>& figures_;
};

}  // namespace

std::vector<Judgement> judge_shares(const Reading& reading) { return Judge{reading}.run(); }

std::string expected_percent(std::int64_t part, std::int64_t whole, const Number& stated) {
    return base::format_percent(part, whole, stated.decimals > 9 ? 9 : stated.decimals);
}

}  // namespace checker
