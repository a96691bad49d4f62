// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/label.h"
#include "checker/rules.h"

namespace checker {
namespace {

using namespace level;

struct Graded {
    std::size_t figure = 0;
    unsigned levels = 0;
    std::int64_t value = 0;
};

// One list of grades of one kind of thing: "42 … tốt trở lên, trong đó 9 … xuất sắc; 6 … hoàn thành".
struct Run {
    std::vector<Graded> items;
    unsigned levels = 0;
};

struct Total {
    std::size_t figure = 0;
    std::int64_t value = 0;
    bool is_certain = false;  // Said to be those graded.
};

// A new list begins when a level comes again, another thing is graded, or much is said between.
constexpr std::size_t sentences_apart = 1;

bool belongs(const Reading& reading, const Run& run, const Figure& figure, unsigned levels) {
    if (run.items.empty()) return true;
    const Figure& last = reading.figures[run.items.back().figure];
    if (reading.paragraph_of(last) != reading.paragraph_of(figure) || last.sentence + sentences_apart < figure.sentence)
        return false;
    if (!may_be_same(last.noun, figure.noun)) return false;
    if (last.is_ratio() && figure.is_ratio() && last.whole != figure.whole && last.sentence != figure.sentence)
        return false;
    return std::none_of(run.items.begin(), run.items.end(), [&](const Graded& item) { return item.levels == levels; });
}

std::vector<Run> find_runs(const Reading& reading) {
    std::vector<Run> runs(1);
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.counts() || !figure.is_exact() || (figure.role != Role::plain && figure.role != Role::remainder))
            continue;
        const Label label = label_of(reading, figure);
        if (label.dimension != Dimension::grade) continue;
        if (!belongs(reading, runs.back(), figure, label.levels)) runs.emplace_back();
        runs.back().items.push_back({f, label.levels, figure.value.scaled});
        runs.back().levels |= label.levels;
    }
    std::erase_if(runs, [](const Run& run) { return run.items.size() < 2; });
    return runs;
}

// Levels that lie within another of the run count no one anew: 9 excellent of the 42 good or better.
bool lies_within_another(const Run& run, const Graded& item) {
    return std::any_of(run.items.begin(), run.items.end(), [&](const Graded& other) {
        return other.levels != item.levels && (other.levels & item.levels) == item.levels;
    });
}

std::int64_t sum_of(const Run& run, bool exclusive) {
    std::int64_t sum = 0;
    for (const auto& item : run.items)
        if (!exclusive || !lies_within_another(run, item)) sum += item.value;
    return sum;
}
std::int64_t sum_without(const Run& run, unsigned levels) {
    std::int64_t sum = 0;
    for (const auto& item : run.items)
        if (item.levels != levels) sum += item.value;
    return sum;
}

bool is_in(const Run& run, std::size_t figure) {
    return std::any_of(run.items.begin(), run.items.end(), [&](const Graded& item) { return item.figure == figure; });
}

bool speaks_of_grading(const Reading& reading, const Figure& figure) {
    const std::size_t last = std::min(figure.noun_last + 8, reading.sentence_of(figure).last);
    for (const std::string_view word : {"đánh giá", "xếp loại", "kiểm điểm", "phân loại", "phân tích"})
        if (says(reading.text, figure.lead, last, word)) return true;
    return false;
}

// Those graded, the surest first: the whole of the ratios, the whole to which the list belongs, a count before it.
std::vector<Total> totals_of(const Reading& reading, const Run& run) {
    std::vector<Total> totals;
    for (const auto& item : run.items)
        if (const Figure& figure = reading.figures[item.figure]; figure.is_ratio())
            totals.push_back({item.figure, figure.whole.scaled, true});
    const std::size_t first = run.items.front().figure;
    for (const auto g : reading.groups_of[first]) {
        const Group& group = reading.groups[g];
        if (is_in(run, group.whole) || !reading.figures[group.whole].is_exact()) continue;
        const Figure& whole = reading.figures[group.whole];
        if (!may_be_same(whole.noun, reading.figures[first].noun)) continue;
        totals.push_back({group.whole, whole.value.scaled, group.link != Group::Link::bracket});
    }
    const Figure& begin = reading.figures[first];
    for (std::size_t f = first; f-- > 0;) {
        const Figure& figure = reading.figures[f];
        if (figure.sentence + 2 < begin.sentence || reading.paragraph_of(figure) + 1 < reading.paragraph_of(begin))
            break;
        if (!figure.counts() || !figure.is_exact() || figure.role != Role::plain || figure.noun.name != begin.noun.name)
            continue;
        if (begin.noun.name.empty() || label_of(reading, figure).dimension == Dimension::grade) continue;
        totals.push_back({f, figure.value.scaled, speaks_of_grading(reading, figure) && f + 1 == first});
        if (figure.is_ratio()) totals.push_back({f, figure.whole.scaled, false});
    }
    return totals;
}

std::string sum_text(const Run& run, bool exclusive) {
    std::string text;
    for (const auto& item : run.items) {
        if (exclusive && lies_within_another(run, item)) continue;
        if (!text.empty()) text += " + ";
        text += base::format_count(item.value);
    }
    return text;
}

// The count said to be of "tốt trở lên" is of "tốt" alone, when the list closes with it so.
std::string other_reading(const Run& run, const Total& total) {
    if (sum_of(run, true) == total.value || sum_of(run, false) != total.value) return {};
    for (const auto& item : run.items) {
        if (item.levels != (excellent | good) && item.levels != (excellent | good | completed)) continue;
        const std::string_view alone = item.levels == (excellent | good) ? "hoàn thành tốt" : "hoàn thành nhiệm vụ";
        const std::string_view upward =
            item.levels == (excellent | good) ? "tốt trở lên" : "hoàn thành nhiệm vụ trở lên";
        return join({sum_text(run, false), " = ", base::format_count(total.value), ": ", base::format_count(item.value),
                     " là số '", alone, "', không phải '", upward, "'."});
    }
    return {};
}

class Checker {
public:
    Checker(const Reading& reading, Findings& findings) : reading_{reading}, findings_{findings} {}

    void check(const Run& run) {
        const auto totals = totals_of(reading_, run);
        if (totals.empty() || closes(run, totals)) return;
        const Total& total =
            *std::find_if(totals.begin(), totals.end() - 1, [](const Total& t) { return t.is_certain; });
        const std::int64_t sum = sum_of(run, true);
        const bool whole_scale =
            (run.levels & failed) != 0 && (run.levels & good) != 0 && (run.levels & completed) != 0;
        const bool down_to_completed = (run.levels & completed) != 0 && (run.levels & (good | strong)) != 0;
        if (!down_to_completed) return;
        // Without those who failed the list may be short of them, but never too long.
        const bool too_many = std::all_of(totals.begin(), totals.end(), [&](const Total& t) { return sum > t.value; });
        const bool wrong = total.is_certain ? whole_scale || (sum > total.value && !says_more(run))
                                            : too_many && run.items.size() >= 3 && !is_generic(run);
        const bool doubtful = total.is_certain || whole_scale || sum > total.value;
        if (!wrong && !doubtful) return;
        report(run, total, wrong ? Severity::contradiction : Severity::doubtful);
    }

private:
    bool closes(const Run& run, const std::vector<Total>& totals) const {
        return std::any_of(totals.begin(), totals.end(), [&](const Total& total) {
            if (sum_of(run, true) == total.value) return true;
            if (sum_without(run, not_graded) == total.value && (run.levels & not_graded)) return true;
            // In the old scale "tiêu biểu" are some of the "trong sạch vững mạnh", or beside them.
            if ((run.levels & strong_model) && sum_without(run, strong_model) == total.value) return true;
            return is_nested(run) && sum_without(run, excellent) == total.value;
        });
    }

    // "604 hoàn thành tốt, trong đó 144 hoàn thành xuất sắc": the good are meant to hold the excellent.
    bool is_nested(const Run& run) const {
        for (const auto& item : run.items)
            for (const auto g : reading_.groups_of[item.figure]) {
                const Group& group = reading_.groups[g];
                if (group.link != Group::Link::of_which && group.link != Group::Link::bracket) continue;
                if (item.levels == excellent && !group.parts.empty() && group.parts.front() == item.figure &&
                    is_in(run, group.whole) && label_of(reading_, reading_.figures[group.whole]).levels == good)
                    return true;
            }
        return false;
    }

    bool is_generic(const Run& run) const {
        const Noun& noun = reading_.figures[run.items.front().figure].noun;
        return noun.is_generic || !noun.is_known;
    }

    bool says_more(const Run& run) const {
        const Figure& last = reading_.figures[run.items.back().figure];
        return has_token(reading_.text, last.last, reading_.sentence_of(last).last, "…");
    }

    void report(const Run& run, const Total& total, Severity severity) {
        std::vector<std::size_t> figures{total.figure};
        for (const auto& item : run.items) figures.push_back(item.figure);
        auto finding = make_finding(reading_, severity, Rule::sum, figures);
        const std::int64_t sum = sum_of(run, true), gap = sum - total.value;
        finding.expected = base::format_count(sum);
        finding.stated = base::format_count(total.value);
        finding.explanation = join({sum_text(run, true), " = ", finding.expected, ", không phải ", finding.stated});
        const auto other = other_reading(run, total);
        if (!other.empty())
            finding.explanation += join({". ", other});
        else if (gap < 0)
            finding.explanation += join({": còn ", base::format_count(-gap), " chưa thấy nêu mức xếp loại."});
        else
            finding.explanation += join({": thừa ", base::format_count(gap), "."});
        findings_.push_back(std::move(finding));
    }

    const Reading& reading_;
    Findings& findings_;
};

// Percentages alone: 14,8% + 74,9% + 9,7% + 0,6% = 100%.
void check_percentages(const Reading& reading, Findings& findings) {
    std::vector<Run> runs(1);
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_percent() || figure.role != Role::plain || figure.depth > 0) continue;
        const Label label = label_of(reading, figure);
        if (label.dimension != Dimension::grade) continue;
        if (!belongs(reading, runs.back(), figure, label.levels)) runs.emplace_back();
        if (!figure.is_exact() || reading.is_share[f]) continue;
        runs.back().items.push_back({f, label.levels, 0});
        runs.back().levels |= label.levels;
    }
    for (const auto& run : runs) {
        const unsigned best = run.levels & strong ? strong : excellent;
        const unsigned scale = best | good | completed | failed;
        if ((run.levels & scale) != scale) continue;
        Number sum_of_all, units;  // Each may be off by half a unit of its last decimal.
        std::vector<std::size_t> figures;
        std::string text;
        for (const auto& item : run.items) {
            if (lies_within_another(run, item) || item.levels == strong_model) continue;
            const Figure& figure = reading.figures[item.figure];
            sum_of_all = sum(sum_of_all, figure.value);
            units = sum(units, {1, figure.value.decimals});
            figures.push_back(item.figure);
            text += join({text.empty() ? "" : " + ", say(figure)});
        }
        const Number whole{100, 0};
        const Number gap =
            compare(sum_of_all, whole) > 0 ? difference(sum_of_all, whole) : difference(whole, sum_of_all);
        if (compare(sum(gap, gap), units) <= 0) continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::sum, figures);
        finding.expected = "100%";
        finding.stated = to_text(sum_of_all) + "%";
        finding.explanation = join({text, " = ", finding.stated, ", trong khi các mức xếp loại phải cộng thành 100%."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_grades(const Reading& reading, Findings& findings) {
    Checker checker{reading, findings};
    for (const auto& run : find_runs(reading)) checker.check(run);
    check_percentages(reading, findings);
}

}  // namespace checker
