// SPDX-License-Identifier: AGPL-3.0-or-later
// check-report as a user runs it: files, standard input, exit codes, JSON.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>

#include "formats/docx_builder.h"
#include "tests/support/process.h"

namespace {

const std::string wrong = "Kết nạp 252/250 đảng viên. Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 84,7%.\n";
const std::string right = "Kết nạp 252/250 đảng viên. Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 85,7%.\n";

support::ProcessResult check(const std::string& text, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"check-report", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return support::run_product(arguments, {.input = text});
}

TEST(CheckReport, TellsByItsExitCodeWhetherThereIsAContradiction) {
    EXPECT_EQ(check(right).exit_code, 0);
    EXPECT_EQ(check(wrong).exit_code, 1);
    EXPECT_NE(check(wrong).out.find("42/49 là 85,7%, không phải 84,7%."), std::string::npos);
}

TEST(CheckReport, WritesJson) {
    const auto result = check(wrong, {"--json"});
    const auto findings = boost::json::parse(result.out).at("findings").as_array();
    ASSERT_EQ(findings.size(), 1u);
    const auto& finding = findings[0];
    EXPECT_EQ(finding.at("severity").as_string(), "contradiction");
    EXPECT_EQ(finding.at("rule").as_string(), "share");
    EXPECT_EQ(finding.at("expected").as_string(), "85,7%");
    EXPECT_EQ(finding.at("stated").as_string(), "84,7%");
    EXPECT_EQ(finding.at("figures").as_array().size(), 3u);
    for (const auto& figure : finding.at("figures").as_array()) {
        const auto start = static_cast<std::size_t>(figure.at("start").as_int64());
        const auto end = static_cast<std::size_t>(figure.at("end").as_int64());
        EXPECT_EQ(wrong.substr(start, end - start), figure.at("text").as_string());
    }
    EXPECT_EQ(boost::json::parse(check(right, {"--json"}).out).at("findings").as_array().size(), 0u);
}

TEST(CheckReport, ReadsFilesAndSaysWhatItCannotRead) {
    const support::TemporaryFolder folder;
    const auto text = (folder.path() / "bao-cao.txt").string();
    std::ofstream{text} << wrong;
    EXPECT_EQ(support::run_product({"check-report", text}).exit_code, 1);
    formats::DocxBuilder builder;
    builder.add(formats::paragraph(wrong));
    const auto document = folder.file("bao-cao.docx");
    std::ofstream{document, std::ios::binary} << builder.finish();
    const auto read = support::run_product({"check-report", document});
    EXPECT_EQ(read.exit_code, 1);
    EXPECT_NE(read.out.find("không phải 84,7%"), std::string::npos) << read.out << read.err;
    const auto picture = (folder.path() / "anh.txt").string();
    std::ofstream{picture} << "\x89PNG\r\n" << '\0' << "\xFF\xFE";
    EXPECT_EQ(support::run_product({"check-report", picture}).exit_code, 2);
    EXPECT_EQ(support::run_product({"check-report", (folder.path() / "khong-co.txt").string()}).exit_code, 3);
    EXPECT_EQ(check(right, {"--year", "2020"}).exit_code, 2);
}

}  // namespace
