// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {
namespace {

using Verdict = Judgement::Verdict;

std::string ratio(std::int64_t part, std::int64_t whole) {
    return base::format_count(part) + "/" + base::format_count(whole);
}

void report_impossible(const Reading& reading, const Judgement& judgement, Findings& findings) {
    const Figure& part = reading.figures[judgement.share->part];
    const Figure& percent = reading.figures[judgement.share->percent];
    auto finding =
        make_finding(reading, Severity::contradiction, Rule::share, {judgement.share->part, judgement.share->percent});
    finding.expected = possible_percents(part.value.scaled, percent.value);
    finding.stated = say(percent);
    finding.explanation = join({to_text(part.value), " không thể là ", say(percent),
                                " của một số nguyên nào; gần nhất là ", finding.expected, "."});
    findings.push_back(std::move(finding));
}

void report_odd(const Reading& reading, const Judgement& judgement, Findings& findings) {
    const Figure& percent = reading.figures[judgement.share->percent];
    const std::int64_t value = reading.figures[judgement.share->part].value.scaled, whole = judgement.base.value;
    auto finding =
        make_finding(reading, Severity::contradiction, Rule::share, {judgement.share->part, judgement.share->percent});
    finding.expected = expected_percent(value, whole, percent.value);
    finding.stated = say(percent);
    finding.explanation = join({"Các tỷ lệ khác trong câu đều tính trên ", base::format_count(whole), "; ",
                                ratio(value, whole), " là ", finding.expected, ", không phải ", finding.stated, "."});
    findings.push_back(std::move(finding));
}

}  // namespace

void check_share(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings) {
    for (const auto& judgement : judgements) {
        if (judgement.verdict == Verdict::impossible) report_impossible(reading, judgement, findings);
        if (judgement.verdict == Verdict::odd) report_odd(reading, judgement, findings);
        if (judgement.verdict != Verdict::cut && judgement.verdict != Verdict::disagrees) continue;
        const Figure& part = reading.figures[judgement.share->part];
        const Figure& percent = reading.figures[judgement.share->percent];
        const bool cut = judgement.verdict == Verdict::cut;
        const auto severity = cut                    ? Severity::note
                              : judgement.is_certain ? Severity::contradiction
                                                     : Severity::doubtful;
        auto finding = make_finding(reading, severity, Rule::share,
                                    {judgement.share->part, judgement.share->percent, judgement.base.figure});
        const std::int64_t value = part.value.scaled, whole = judgement.base.value;
        finding.expected = expected_percent(value, whole, percent.value);
        finding.stated = say(percent);
        finding.sentence = reading.text.text_of(reading.sentence_of(percent));
        const auto of = ratio(value, whole);
        finding.explanation =
            cut ? join({of, " là ", base::format_percent(value, whole, percent.value.decimals + 2), ", làm tròn thành ",
                        finding.expected, "; văn bản ghi ", finding.stated, " do cắt bỏ phần thập phân phía sau."})
            : judgement.is_certain
                ? join({of, " là ", finding.expected, ", không phải ", finding.stated, "."})
                : join({"Nếu tính trên ", base::format_count(whole), " thì ", of, " là ", finding.expected,
                        ", không phải ", finding.stated, "; văn bản không nói rõ tỷ lệ này tính trên số nào."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
