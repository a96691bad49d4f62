// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

// A count of 252/250 may be a target surpassed; of these deeds there cannot be more than there are things.
constexpr std::string_view bounded_deeds[] = {
    "kiểm điểm", "đánh giá", "xếp loại", "hoàn thành", "tham gia",  "tham dự", "yêu cầu", "bỏ phiếu",
    "sinh hoạt", "học tập",  "có mặt",   "đạt loại",   "đạt chuẩn", "tổ chức", "bố trí",  "thực hiện tốt"};
constexpr std::string_view target_words[] = {"kế hoạch", "chỉ tiêu", "vượt",       "nghị quyết", "mục tiêu",
                                             "giao",     "kết nạp",  "phát triển", "đề ra"};

bool says_any(const Reading& reading, std::size_t first, std::size_t last, const auto& phrases) {
    return std::any_of(std::begin(phrases), std::end(phrases),
                       [&](std::string_view phrase) { return says(reading.text, first, last, phrase); });
}

// With "trong đó" the whole is nearest; a larger count before it in the sentence may be meant all the same.
bool another_whole_fits(const Reading& reading, const Group& group, std::size_t part) {
    const Figure& figure = reading.figures[part];
    for (std::size_t f = part; f-- > 0;) {
        const Figure& before = reading.figures[f];
        if (before.sentence + 1 < figure.sentence) return false;
        if (f == group.whole || !before.counts() || !may_be_part(figure.noun, before.noun)) continue;
        if (before.sentence != figure.sentence && group.whole_is_certain) return false;
        if (compare(before.value, figure.value) >= 0) return true;
        if (before.is_ratio() && compare(before.whole, figure.value) >= 0) return true;
    }
    return false;
}

void check_groups(const Reading& reading, Findings& findings) {
    for (const auto& group : reading.groups) {
        const Figure& whole = reading.figures[group.whole];
        if (!whole.is_exact() || group.link == Group::Link::colon) continue;
        for (const auto part : group.parts) {
            const Figure& figure = reading.figures[part];
            if (!figure.is_exact() || compare(figure.value, whole.value) <= 0) continue;
            // "52 trong tổng số 49 chi bộ" needs no noun of its own.
            const bool named =
                !figure.noun.name.empty() ||
                (part + 1 == group.whole && is_whole_of_last(reading.text, reading.figures, group.whole));
            if (!named || !may_be_same(figure.noun, whole.noun)) continue;
            if (whole.is_ratio() && compare(figure.value, whole.whole) <= 0) continue;
            // Far in the list another clause may have begun.
            const bool near = part == group.parts.front() && figure.first < whole.last + 30;
            if (!near || figure.first > figure.lead + 8) break;
            const bool certain = group.link != Group::Link::bracket && !another_whole_fits(reading, group, part) &&
                                 std::find(group.doubtful.begin(), group.doubtful.end(), part) == group.doubtful.end();
            if (!certain) continue;
            auto finding = make_finding(reading, Severity::contradiction, Rule::part, {group.whole, part});
            finding.expected = "≤ " + to_text(whole.value);
            finding.stated = say(figure);
            finding.explanation = join({say(figure), " được nêu là một phần của ", say(whole), " nhưng lại lớn hơn."});
            findings.push_back(std::move(finding));
        }
    }
}

void check_ratios(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_ratio() || compare(figure.value, figure.whole) <= 0 || figure.role != Role::plain) continue;
        const Sentence& sentence = reading.sentence_of(figure);
        const std::size_t last = std::min(figure.noun_last + 10, sentence.last);
        const std::size_t first = figure.first > sentence.first + 8 ? figure.first - 8 : sentence.first;
        if (says_any(reading, first, std::min(last + 8, sentence.last), target_words)) continue;
        if (!says_any(reading, figure.lead, last, bounded_deeds)) continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::part, {f});
        finding.expected = "≤ " + to_text(figure.whole);
        finding.stated = to_text(figure.value);
        finding.explanation = join(
            {"Trong ", to_text(figure.whole), " ", figure.noun.name, " không thể có tới ", to_text(figure.value), "."});
        findings.push_back(std::move(finding));
    }
}

// chiếm 105%
void check_percentages(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_percent() || figure.role != Role::plain || compare(figure.value, {100, 0}) <= 0) continue;
        const std::size_t first = figure.first > figure.lead + 4 ? figure.first - 4 : figure.lead;
        if (!says(reading.text, first, figure.first, "chiếm")) continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::part, {f});
        finding.expected = "≤ 100%";
        finding.stated = say(figure);
        finding.explanation = join({"Một phần không thể chiếm ", say(figure), " của toàn bộ."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_part(const Reading& reading, Findings& findings) {
    check_groups(reading, findings);
    check_ratios(reading, findings);
    check_percentages(reading, findings);
}

}  // namespace checker
