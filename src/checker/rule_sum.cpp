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

bool names_one_noun(const Reading& reading, const Group& group) {
    const auto& name = reading.figures[group.whole].noun.name;
    return !name.empty() && std::all_of(group.parts.begin(), group.parts.end(), [&](std::size_t part) {
        return reading.figures[part].noun.name == name && reading.figures[part].noun.tokens > 0;
    });
}

bool is_of_things(const Reading& reading, const Group& group) {
    const Noun& noun = reading.figures[group.whole].noun;
    return noun.is_known && noun.of != NounClass::person && noun.of != NounClass::other;
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
    // Some badges left out would be the rarest.
    if (labels.dimension == Dimension::badge && group.parts.size() >= 3 && (sum > whole || distance * 5 <= whole))
        return Severity::contradiction;
    if (group.link == Link::among) return std::nullopt;
    if (group.is_mixed || labels.overlap) return std::nullopt;
    if (has_remainder(reading, group)) return Severity::contradiction;
    // "1.536 đơn (tồn đầu kỳ 40 đơn, tiếp nhận mới 1.496 đơn)": of two in brackets nothing else is left to say; but of
    // persons one may be both.
    if (group.parts.size() == 2 && group.link == Link::bracket && distance * (sum > whole ? 8 : 16) <= whole)
        return is_of_things(reading, group) ? Severity::contradiction : Severity::doubtful;
    // "8 người dân tộc thiểu số (4 người Hoa, 3 người Sán Dìu, 1 người Tày)"
    if (group.parts.size() >= 3 && group.link == Link::bracket && distance * 4 <= whole &&
        names_one_noun(reading, group))
        return sum > whole ? Severity::contradiction : Severity::doubtful;
    // A list of several that misses its whole by little was meant to be whole; too long it cannot be.
    const bool near = distance * (group.parts.size() >= 3 ? 20 : 50) <= whole;
    if (!near || (group.parts.size() < 3 && group.link != Link::colon && !follows_colon(reading, group)))
        return std::nullopt;
    if (group.parts.size() >= 3 && group.link == Link::bracket) return Severity::contradiction;
    return sum > whole ? Severity::contradiction : Severity::doubtful;
}

// Without the parts that may lie under another one: "149 đảng bộ cơ sở, với 1.251 chi bộ trực thuộc, và 285 chi bộ cơ
// sở".
Group without_doubtful(Group group) {
    std::erase_if(group.parts, [&](std::size_t part) {
        return std::find(group.doubtful.begin(), group.doubtful.end(), part) != group.doubtful.end();
    });
    return group;
}

// Two forms of one thing leave no doubt what the others belong to.
Group as_meant(const Reading& reading, const Group& group) {
    if (group.doubtful.empty()) return group;
    auto plain = without_doubtful(group);
    if (plain.parts.size() < 2) return group;
    const Labels labels = labels_of(reading, plain);
    return labels.dimension == Dimension::base_form && is_complete(labels.dimension, labels.levels) ? plain : group;
}

}  // namespace

void check_sum(const Reading& reading, Findings& findings) {
    for (const auto& each : reading.groups) {
        const Group group = as_meant(reading, each);
        if (group.parts.size() < 2 || !all_exact(reading, group)) continue;
        if (has_other_whole(reading, group)) continue;
        const Labels labels = labels_of(reading, group);
        if (labels.dimension == Dimension::grade) continue;  // check_grades
        const Sums sums{reading, group};
        if (sums.closes() || Sums{reading, each}.closes()) continue;
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
