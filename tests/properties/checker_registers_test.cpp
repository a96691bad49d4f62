// SPDX-License-Identifier: AGPL-3.0-or-later
// The report checker beside registers: what a text says is compared with them, and our own reports pass it.
#include <gtest/gtest.h>

#include "actions/answer_figure.h"
#include "actions/check_report.h"
#include "actions/make_report.h"
#include "reports/render_docx.h"
#include "reports/render_text.h"
#include "tests/properties/report_committee.h"

namespace report_test {
namespace {

std::int64_t figure(Committee& committee, const std::string& name, const std::string& grade = {}) {
    const auto answer = actions::answer_figure(
        committee.context(), {.figure = name, .organisation = town, .year = year, .by = grade.empty() ? "" : "grade"});
    if (!answer) throw std::runtime_error{answer.error().code};
    if (grade.empty()) return answer->value;
    for (const auto& part : answer->parts)
        if (part.key == grade) return part.count;
    return 0;
}

actions::CheckedReport check(Committee& committee, const std::string& text) {
    auto checked = actions::check_report(committee.context(), text, town, year);
    if (!checked) throw std::runtime_error{checked.error().code};
    return *std::move(checked);
}

// Sentences that state the registers' figures, each `more` too high.
std::string text_of(Committee& committee, std::int64_t more) {
    const auto say = [&](const std::string& name, const std::string& grade = {}) {
        return std::to_string(figure(committee, name, grade) + more);
    };
    return "Năm 2020, trong tổng số " + say("members.graded") + " đảng viên được đánh giá.\n\nCó " +
           say("members.graded", "excellent") + " đảng viên hoàn thành xuất sắc nhiệm vụ.\n\nToàn Đảng bộ có " +
           say("members") + " đảng viên. Trong năm kết nạp " + say("members.admitted") + " đảng viên.\n";
}

TEST(CheckerRegisters, WhatAgreesIsNotMentioned) {
    Committee committee;
    const auto checked = check(committee, text_of(committee, 0));
    EXPECT_TRUE(checked.findings.empty()) << actions::to_json(checked);
}

TEST(CheckerRegisters, WhatDiffersIsAContradiction) {
    Committee committee;
    const auto checked = check(committee, text_of(committee, 1));
    ASSERT_EQ(checked.findings.size(), 4u) << actions::to_json(checked);
    for (const auto& finding : checked.findings) {
        EXPECT_EQ(finding.rule, checker::Rule::registers);
        EXPECT_EQ(finding.severity, checker::Severity::contradiction);
        EXPECT_NE(finding.expected, finding.stated);
        EXPECT_EQ(checked.text.substr(finding.figures[0].begin, finding.figures[0].text.size()),
                  finding.figures[0].text);
    }
}

TEST(CheckerRegisters, AnotherYearIsNotCompared) {
    Committee committee;
    const auto checked = check(committee, "Năm 2019, trong tổng số 999 đảng viên được đánh giá.");
    EXPECT_TRUE(checked.findings.empty()) << actions::to_json(checked);
}

TEST(CheckerRegisters, AnUnknownOrganisationIsRefused) {
    Committee committee;
    const auto checked = actions::check_report(committee.context(), "Không có số liệu.", "KHONG-CO", year);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, "organisation.unknown");
}

TEST(CheckerRegisters, OurOwnReportDoesNotContradictItself) {
    Committee committee;
    const auto report = actions::make_report(committee.context(), {.organisation = town, .year = year});
    ASSERT_TRUE(report);
    const auto docx = reports::render_docx(*report, "");
    ASSERT_TRUE(docx);
    for (const auto& content : {reports::render_text(*report), *docx}) {
        const auto checked = check(committee, content);
        EXPECT_FALSE(checked.has_contradiction()) << actions::to_json(checked);
    }
}

}  // namespace
}  // namespace report_test
