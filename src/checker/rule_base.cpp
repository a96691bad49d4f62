// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/number_format.h"
#include "checker/rules.h"

namespace checker {

void check_base(const Reading& reading, const std::vector<Judgement>& judgements, Findings& findings) {
    for (const auto& judgement : judgements) {
        if (judgement.verdict != Judgement::Verdict::other_base || !judgement.other) continue;
        const Figure& part = reading.figures[judgement.share->part];
        const Figure& percent = reading.figures[judgement.share->percent];
        const auto severity = judgement.is_certain ? Severity::contradiction : Severity::doubtful;
        auto finding = make_finding(
            reading, severity, Rule::base,
            {judgement.share->part, judgement.share->percent, judgement.base.figure, judgement.other->figure});
        const std::int64_t value = part.value.scaled;
        finding.expected = expected_percent(value, judgement.base.value, percent.value);
        finding.stated = say(percent);
        finding.sentence = reading.text.text_of(reading.sentence_of(percent));
        const auto count = base::format_count(value), given = base::format_count(judgement.base.value);
        finding.explanation =
            join({count, "/", given, " là ", finding.expected, "; ", finding.stated, " là tỷ lệ tính trên ",
                  base::format_count(judgement.other->value), ", trong khi câu văn nói về ", given, "."});
        findings.push_back(std::move(finding));
    }
}

}  // namespace checker
