// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

using Approximation = Figure::Approximation;

std::string_view word_of(Approximation approximation) {
    switch (approximation) {
        case Approximation::more: return "trên";
        case Approximation::less: return "dưới";
        case Approximation::at_least: return "ít nhất";
        case Approximation::at_most: return "nhiều nhất";
        case Approximation::about: return "khoảng";
        case Approximation::exactly: break;
    }
    return {};
}

// "trên 50%" of exactly 50%, "gần 90%" of 91,4%.
void check_shares(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings) {
    for (const auto& judgement : judgements) {
        if (judgement.verdict != Judgement::Verdict::beyond) continue;
        const Figure& part = reading.figures[judgement.share->part];
        const Figure& percent = reading.figures[judgement.share->percent];
        const std::int64_t value = part.value.scaled, whole = judgement.base.value;
        const int order = compare_percent(value, whole, percent.value);
        const bool more =
            percent.approximation == Approximation::more || percent.approximation == Approximation::at_least;
        // Far above "trên 50%" is strange but true.
        if (more ? order > 0 : percent.approximation != Approximation::about && order < 0) continue;
        const auto severity = judgement.is_certain && percent.approximation != Approximation::about
                                  ? Severity::contradiction
                                  : Severity::doubtful;
        auto finding = make_finding(reading, severity, Rule::comparator,
                                    {judgement.share->part, judgement.share->percent, judgement.base.figure});
        finding.expected = expected_percent(value, whole, {0, std::max(percent.value.decimals, 1)});
        finding.stated = join({word_of(percent.approximation), " ", say(percent)});
        finding.sentence = reading.text.text_of(reading.sentence_of(percent));
        finding.explanation = join({base::format_count(value), "/", base::format_count(whole), " là ",
                                    order == 0 ? "đúng " : "", finding.expected, ", không phải ", finding.stated, "."});
        findings.push_back(std::move(finding));
    }
}

// What is done by plan, so that the number behind the slash is the plan; of "925/962 thôn có chi bộ, vượt chỉ tiêu" it
// is all there are, and the plan may be a share of them.
bool is_done_by_plan(const Reading& reading, const Figure& figure) {
    const std::size_t first =
        std::max(reading.sentence_of(figure).first, figure.first > 8 ? figure.first - 8 : std::size_t{0});
    for (const std::string_view deed : {"kết nạp", "phát triển", "thành lập", "tổ chức", "mở", "bồi dưỡng", "đào tạo",
                                        "kiểm tra", "giám sát", "xây dựng", "trồng", "vận động", "giải quyết", "tạo"})
        if (says(reading.text, first, figure.first, deed)) return true;
    return false;
}

// "228/250 đảng viên, vượt chỉ tiêu"; "252/250, chưa đạt chỉ tiêu".
void check_targets(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_ratio() || figure.role != Role::plain || !is_done_by_plan(reading, figure)) continue;
        std::size_t last = reading.sentence_of(figure).last;
        for (std::size_t next = f + 1;
             next < reading.figures.size() && reading.figures[next].sentence == figure.sentence; ++next)
            if (!reading.figures[next].is_percent()) {
                last = reading.figures[next].lead;
                break;
            }
        last = std::min(last, figure.last + 22);
        const auto says_it = [&](std::string_view phrase) { return says(reading.text, figure.last, last, phrase); };
        if (has_token(reading.text, figure.last, last, ";")) continue;
        const bool exceeds = says_it("vượt chỉ tiêu") || says_it("vượt kế hoạch") || says_it("vượt mục tiêu");
        const bool fails = says_it("không đạt chỉ tiêu") || says_it("chưa đạt chỉ tiêu") ||
                           says_it("không đạt kế hoạch") || says_it("chưa đạt kế hoạch");
        const int order = compare(figure.value, figure.whole);
        if (!(exceeds && order <= 0 && !says_it("đạt và vượt") && !says_it("đạt vượt")) && !(fails && order >= 0))
            continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::comparator, {f});
        finding.expected = order < 0 ? "chưa đạt" : order == 0 ? "đạt" : "vượt";
        finding.stated = exceeds ? "vượt" : "chưa đạt";
        finding.explanation = join({to_text(figure.value), " so với ", to_text(figure.whole), " là ", finding.expected,
                                    ", không phải ", finding.stated, "."});
        findings.push_back(std::move(finding));
    }
}

struct Fraction {
    std::string_view phrase;
    std::int64_t part, whole;
    std::string_view name;
};
constexpr Fraction fractions[] = {{"hơn một nửa", 1, 2, "hơn một nửa"},
                                  {"quá nửa", 1, 2, "quá nửa"},
                                  {"hơn nửa", 1, 2, "hơn một nửa"},
                                  {"trên một nửa", 1, 2, "trên một nửa"},
                                  {"quá bán", 1, 2, "quá bán"},
                                  {"hơn 2 / 3", 2, 3, "hơn 2/3"},
                                  {"trên 2 / 3", 2, 3, "trên 2/3"},
                                  {"hơn 3 / 4", 3, 4, "hơn 3/4"},
                                  {"trên 3 / 4", 3, 4, "trên 3/4"},
                                  {"hơn hai phần ba", 2, 3, "hơn hai phần ba"},
                                  {"trên hai phần ba", 2, 3, "trên hai phần ba"}};

// "hơn một nửa số chi bộ (24/49)", "trên 2/3 số chi bộ (120/190)"
void check_fractions(const Reading& reading, Findings& findings) {
    for (std::size_t f = 0; f < reading.figures.size(); ++f) {
        const Figure& figure = reading.figures[f];
        if (!figure.is_ratio() || figure.depth == 0) continue;
        const std::size_t first =
            std::max(reading.sentence_of(figure).first, figure.first > 12 ? figure.first - 12 : 0);
        if (f > 0 && reading.figures[f - 1].last > first) continue;
        const auto* said = std::find_if(std::begin(fractions), std::end(fractions), [&](const Fraction& fraction) {
            return says(reading.text, first, figure.first, fraction.phrase);
        });
        if (said == std::end(fractions)) continue;
        if (figure.value.scaled * said->whole > figure.whole.scaled * said->part) continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::comparator, {f});
        finding.expected = base::format_percent(figure.value.scaled, figure.whole.scaled);
        finding.stated = said->name;
        finding.explanation = join({say(figure), " là ", finding.expected, ", không phải ", finding.stated, "."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace

void check_comparator(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings) {
    check_shares(reading, judgements, findings);
    check_targets(reading, findings);
    check_fractions(reading, findings);
}

}  // namespace checker
