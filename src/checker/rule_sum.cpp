// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/label.h"
#include "checker/rules.h"

namespace checker {
namespace {

using Link = Group::Link;

// What the labels of all parts have in common.
struct Labels {
    Dimension dimension = Dimension::none;  // Of all of them; none when they differ.
    unsigned levels = 0;
    bool overlap = false;        // Some parts may count the same persons.
    bool several_kinds = false;  // They surely may: women, and members of a minority.
};

Labels labels_of(const Reading& reading, const Group& group) {
    Labels labels;
    bool first = true;
    unsigned kinds = 0;  // Attributes of which one person may have several: sex, age, schooling …
    for (const auto part : group.parts) {
        const Label label = label_of(reading, reading.figures[part]);
        if (label.dimension == Dimension::overlapping) kinds |= label.levels;
        labels.overlap = labels.overlap || label.dimension == Dimension::overlapping;
        if (first) labels.dimension = label.dimension;
        if (label.dimension != labels.dimension) {
            labels.overlap = labels.overlap || label.dimension == Dimension::sex || labels.dimension == Dimension::sex;
            labels.dimension = Dimension::none;
        }
        if ((labels.levels & label.levels) != 0) labels.dimension = Dimension::none;  // One level twice.
        labels.levels |= label.levels;
        first = false;
    }
    labels.several_kinds = (kinds & (kinds - 1)) != 0 || (labels.overlap && kinds == 0);
    return labels;
}

class Sums {
public:
    Sums(const Reading& reading, const Group& group) : reading_{reading}, group_{group} {}

    std::int64_t value(std::size_t part) const { return reading_.figures[part].value.scaled; }
    std::int64_t whole() const { return reading_.figures[group_.whole].value.scaled; }
    std::int64_t all() const {
        std::int64_t total = 0;
        for (const auto part : group_.parts) total += value(part);
        return total;
    }

    // Whether the list closes in any sensible reading: all parts, the first few of them, or without those that may lie
    // under another part.
    bool closes() const {
        const auto is_whole = [&](std::int64_t total) {
            const Figure& whole = reading_.figures[group_.whole];
            return total == whole.value.scaled || (whole.is_ratio() && total == whole.whole.scaled);
        };
        std::int64_t total = 0, plain = 0;
        for (std::size_t i = 0; i < group_.parts.size(); ++i) {
            const auto part = group_.parts[i];
            total += value(part);
            const bool doubtful =
                std::find(group_.doubtful.begin(), group_.doubtful.end(), part) != group_.doubtful.end();
            if (!doubtful) plain += value(part);
            if (i > 0 && (is_whole(total) || is_whole(plain))) return true;
        }
        return std::any_of(group_.doubtful.begin(), group_.doubtful.end(),
                           [&](std::size_t part) { return is_whole(total - value(part)); });
    }

    std::string text() const {
        std::string sum;
        for (const auto part : group_.parts) {
            if (!sum.empty()) sum += " + ";
            sum += base::format_count(value(part));
        }
        return sum;
    }

private:
    const Reading& reading_;
    const Group& group_;
};

bool all_exact(const Reading& reading, const Group& group) {
    return reading.figures[group.whole].is_exact() &&
           std::all_of(group.parts.begin(), group.parts.end(),
                       [&](std::size_t part) { return reading.figures[part].is_exact(); });
}

// A part that is a ratio is a part of its own whole.
bool has_other_whole(const Reading& reading, const Group& group) {
    const auto& whole = reading.figures[group.whole];
    return std::any_of(group.parts.begin(), group.parts.end(), [&](std::size_t part) {
        const Figure& figure = reading.figures[part];
        return figure.is_ratio() && figure.whole != whole.value && !(whole.is_ratio() && figure.whole == whole.whole);
    });
}

bool has_remainder(const Reading& reading, const Group& group) {
    return reading.figures[group.parts.back()].role == Role::remainder;
}

bool follows_colon(const Reading& reading, const Group& group) {
    const Figure& first = reading.figures[group.parts.front()];
    return has_token(reading.text, reading.figures[group.whole].last, first.first, ":");
}

// How sure it is that the parts are meant to be all there is; nothing = they are not.
std::optional<Severity> severity_of(const Reading& reading, const Group& group, const Labels& labels, std::int64_t sum,
                                    std::int64_t whole) {
    const bool composed = group.link == Link::composed && !group.is_mixed && !labels.several_kinds;
    // "gồm 3 khu nhà, 12 phòng học" are no parts of the one school; what nearly adds up is meant to.
    const std::int64_t distance = sum > whole ? sum - whole : whole - sum;
    if (group.has_strangers && distance * 4 > whole) return std::nullopt;
    const bool exclusive = labels.dimension != Dimension::none && labels.dimension != Dimension::overlapping;
    if (group.is_open) return composed ? std::optional{Severity::doubtful} : std::nullopt;
    if (composed) return Severity::contradiction;
    if (!group.whole_is_certain) return std::nullopt;
    if (exclusive && is_complete(labels.dimension, labels.levels)) {
        const bool listed = group.link != Link::of_which || labels.dimension != Dimension::discipline;
        return listed || sum > whole || (labels.levels & 8) ? Severity::contradiction : Severity::doubtful;
    }
    if (exclusive && sum > whole && labels.dimension == Dimension::level && group.parts.size() >= 3)
        return Severity::contradiction;
    if (group.is_mixed || labels.overlap) return std::nullopt;
    if (has_remainder(reading, group)) return Severity::contradiction;
    // A list of several that misses its whole by little was meant to be whole; too long it cannot be.
    const bool near = distance * (group.parts.size() >= 3 ? 20 : 50) <= whole;
    if (!near || (group.parts.size() < 3 && group.link != Link::colon && !follows_colon(reading, group)))
        return std::nullopt;
    if (group.parts.size() >= 3 && group.link == Link::bracket) return Severity::contradiction;
    return sum > whole ? Severity::contradiction : Severity::doubtful;
}

}  // namespace

void check_sum(const Reading& reading, Findings& findings) {
    for (const auto& group : reading.groups) {
        if (group.parts.size() < 2 || group.link == Link::among || !all_exact(reading, group)) continue;
        if (has_other_whole(reading, group)) continue;
        const Labels labels = labels_of(reading, group);
        if (labels.dimension == Dimension::grade) continue;  // check_grades
        const Sums sums{reading, group};
        if (sums.closes()) continue;
        const auto severity = severity_of(reading, group, labels, sums.all(), sums.whole());
        if (!severity) continue;
        auto figures = group.parts;
        figures.push_back(group.whole);
        auto finding = make_finding(reading, *severity, Rule::sum, figures);
        finding.expected = base::format_count(sums.all());
        finding.stated = base::format_count(sums.whole());
        const auto gap = sums.all() - sums.whole();
        finding.explanation = join({sums.text(), " = ", finding.expected, ", không phải ", finding.stated,
                                    gap > 0 ? " (thừa " : " (thiếu ", base::format_count(gap > 0 ? gap : -gap), ")."});
        if (group.is_open) finding.explanation += " Danh sách để ngỏ nên có thể còn phần chưa nêu.";
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
