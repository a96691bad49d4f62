// SPDX-License-Identifier: AGPL-3.0-or-later
// Reports of a small committee through the store: what is printed, what adds up, what signing keeps.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "actions/answer_figure.h"
#include "actions/make_report.h"
#include "actions/sign_report.h"
#include "figures/identity.h"
#include "records/platform.h"
#include "reports/fill_sentence.h"
#include "reports/placeholders.h"
#include "reports/render_html.h"
#include "reports/render_json.h"
#include "reports/render_text.h"
#include "store/maintenance.h"
#include "tests/properties/report_committee.h"
#include "tests/support/golden.h"

namespace report_test {
namespace {

using reports::Document;

Document must_make(Committee& committee, const std::string& organisation, int of_year = year) {
    auto made = actions::make_report(committee.context(), {.organisation = organisation, .year = of_year});
    if (!made) throw std::runtime_error{made.error().code};
    return *std::move(made);
}

actions::SignReport order(const std::string& signer = "Trần Thị Bình") {
    return {.report = {.organisation = town, .year = year}, .signer = signer};
}

TEST(ReportDefinition, NamesOnlyNumbersThatExist) {
    for (const auto* report : reports::all_reports())
        for (const auto& section : report->sections)
            for (const auto& block : section.blocks) {
                if (const auto* sentence = std::get_if<reports::Sentence>(&block)) {
                    for (const auto text : {sentence->text, sentence->otherwise})
                        for (const auto name : reports::names_in(text)) {
                            const bool is_word = name == "year" || name == "previous_year" || name == "last_day" ||
                                                 name == "organisation";
                            EXPECT_TRUE(is_word || figures::find_ratio(name) || reports::parse_share(name)) << name;
                        }
                    EXPECT_TRUE(sentence->when.empty() || reports::parse_share(sentence->when)) << sentence->when;
                } else if (const auto* table = std::get_if<reports::YearsTable>(&block)) {
                    for (const auto& row : table->rows)
                        EXPECT_EQ(row.of.empty(), row.style == reports::Style::heading) << row.label;
                    for (const auto& row : table->rows)
                        EXPECT_TRUE(row.of.empty() || reports::parse_share(row.of)) << row.of;
                    EXPECT_EQ(table->share_of.empty(), table->base.empty()) << table->name;
                } else {
                    for (const auto& column : std::get<reports::SubordinatesTable>(block).columns)
                        EXPECT_TRUE(reports::parse_share(column.of)) << column.of;
                }
            }
}

TEST(ReportDefinition, PlaceholdersAreDocumented) {
    support::check_generated("docs/report-placeholders.md", reports::placeholders_as_markdown());
}

TEST(ReportDefinition, NumberNamesAreReadAsTheyAreWritten) {
    for (const auto& name : reports::number_names(reports::year_end)) {
        if (figures::find_ratio(name)) continue;
        const auto plain = name.substr(0, name.find('@'));
        const auto share = reports::parse_share(plain);
        ASSERT_TRUE(share) << name;
        EXPECT_EQ(reports::name_of(*share), plain);
    }
    for (const auto* wrong :
         {"", "member", "members/", "members/grade", "members/sex=", "members/sex=x", "members/organisation=DH"})
        EXPECT_FALSE(reports::parse_share(wrong)) << wrong;
}

TEST(Report, OfATownReadsAsAccepted) {
    Committee committee;
    const auto document = must_make(committee, town);
    support::check_golden("reports/town.txt", reports::render_text(document));
    support::check_golden("reports/town.json", reports::render_json(document));
    support::check_golden("reports/town.html", reports::render_html(document));
}

TEST(Report, OfACellReadsAsAccepted) {
    Committee committee;
    support::check_golden("reports/cell.txt", reports::render_text(must_make(committee, "TL0101")));
}

TEST(Report, BeforeTheRegisterBeganSaysThatThereIsNothing) {
    Committee committee;
    support::check_golden("reports/empty_year.txt", reports::render_text(must_make(committee, "TL03", 2010)));
}

TEST(Report, LinesAreAtMostAHundredColumnsWide) {
    Committee committee;
    const auto text = reports::render_text(must_make(committee, town));
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        std::size_t letters = 0;
        for (auto i = begin; i < end; ++i) letters += (text[i] & 0xC0) != 0x80;
        EXPECT_LE(letters, 100u) << text.substr(begin, end - begin);
        begin = end + 1;
    }
}

TEST(Report, ShowsTheNumbersThatFiguresGive) {
    Committee committee;
    for (const std::string organisation : {town, ward, "TL0102", "TL03"}) {
        const auto document = must_make(committee, organisation);
        ASSERT_GT(document.numbers.size(), 100u);
        for (const auto& number : document.numbers) {
            const auto share = *reports::parse_share(number.name);
            const auto answer = actions::answer_figure(committee.context(), {.figure = std::string{share.figure},
                                                                             .organisation = number.organisation,
                                                                             .year = number.year,
                                                                             .by = std::string{share.by}});
            ASSERT_TRUE(answer) << answer.error().code;
            auto expected = share.code.empty() ? answer->value : 0;
            for (const auto& part : answer->parts)
                if (!share.code.empty() && part.key == (share.code == "?" ? "" : share.code)) expected = part.count;
            EXPECT_EQ(number.value, expected) << number.organisation << " " << number.name << " " << number.year;
        }
    }
}

TEST(Report, SubordinatesAddUpToTheTotalRow) {
    Committee committee;
    for (const auto* organisation : {town, ward}) {
        const auto document = must_make(committee, organisation);
        const auto& table = std::get<reports::FilledTable>(document.sections.back().blocks.back());
        ASSERT_GE(table.rows.size(), 3u);
        for (std::size_t column = 1; column < table.columns.size(); ++column) {
            if (!table.columns[column].has_numbers) continue;
            std::int64_t sum = 0;
            for (std::size_t row = 0; row + 1 < table.rows.size(); ++row) sum += table.rows[row].cells[column].value;
            EXPECT_EQ(sum, table.rows.back().cells[column].value) << table.columns[column].header;
        }
    }
}

TEST(Report, NotesWhoseGradeIsMissingAndThenThatAllHolds) {
    Committee committee;
    const auto before = must_make(committee, town);
    ASSERT_EQ(before.notes.size(), 1u);
    EXPECT_EQ(before.notes[0].identity, "members.none_missing");
    EXPECT_EQ(before.notes[0].sum, 1);
    EXPECT_TRUE(before.notes[0].text.starts_with("Đảng viên chưa có kết quả xếp loại: 1 đảng viên. Việc cần làm: "));

    committee.enter_missing_grade();
    const auto after = must_make(committee, town);
    EXPECT_TRUE(after.notes.empty());
    EXPECT_EQ(reports::summary_of_checks(after),
              "Đã đối chiếu " + std::to_string(figures::identities().size()) + " đẳng thức số liệu: tất cả đều khớp.");
}

TEST(Report, RefusesWhatItCannotReport) {
    Committee committee;
    const auto code_of = [&](const std::string& report, const std::string& organisation, int of_year) {
        const auto made = actions::make_report(committee.context(), {report, organisation, of_year});
        return made ? std::string{} : made.error().code;
    };
    EXPECT_EQ(code_of("monthly", town, year), "report.unknown");
    EXPECT_EQ(code_of("year-end", "XX", year), "organisation.unknown");
    EXPECT_EQ(code_of("year-end", town, 2009), "organisation.not_on_day");
    EXPECT_EQ(code_of("year-end", town, 2022), "report.year_not_begun");
    EXPECT_EQ(code_of("year-end", town, 0), "out_of_range");
    EXPECT_EQ(code_of("year-end", town, 2021), "");
    EXPECT_EQ(must_make(committee, town, 2021).remarks.size(), 1u);
}

TEST(SignedReport, KeepsItsNumbersAndShowsWhatChangedSince) {
    Committee committee;
    const auto before = must_make(committee, town);
    const auto signed_report = actions::sign_report(committee.context(), order());
    ASSERT_TRUE(signed_report) << signed_report.error().code;
    EXPECT_TRUE(store::parse_head(signed_report->head));
    EXPECT_EQ(signed_report->document.numbers, before.numbers);

    const auto same = must_make(committee, town);
    ASSERT_TRUE(same.signature);
    EXPECT_EQ(same.signature->signer, "Trần Thị Bình");
    EXPECT_EQ(same.signature->on, base::date(2021, 1, 5));
    EXPECT_TRUE(same.differences.empty());

    committee.correct_sex("000011QT");
    committee.enter_missing_grade();
    auto changed = must_make(committee, town);
    EXPECT_EQ(changed.signature->head, signed_report->head);
    changed.signature->head = "(mỗi lần một khác)";
    const auto find = [&](const std::string& name, const std::string& organisation) {
        for (const auto& difference : changed.differences)
            if (difference.name == name && difference.organisation == organisation && difference.year == year)
                return std::pair{difference.reported, difference.now};
        return std::pair{std::int64_t{-1}, std::int64_t{-1}};
    };
    EXPECT_EQ(find("members/sex=female", town), std::pair(std::int64_t{5}, std::int64_t{4}));
    EXPECT_EQ(find("members.graded/grade=good", town), std::pair(std::int64_t{5}, std::int64_t{6}));
    EXPECT_EQ(find("members.grade_missing", "TL02"), std::pair(std::int64_t{1}, std::int64_t{0}));
    EXPECT_EQ(find("members", town).first, -1);
    support::check_golden("reports/town_signed_then_corrected.txt", reports::render_text(changed));
    support::check_golden("reports/town_signed_then_corrected.json", reports::render_json(changed));
    EXPECT_NE(reports::render_html(changed).find("Số đã báo cáo"), std::string::npos);
}

TEST(SignedReport, IsSignedOnceUnlessToldAgain) {
    Committee committee;
    ASSERT_TRUE(actions::sign_report(committee.context(), order()));
    const auto twice = actions::sign_report(committee.context(), order("Lê Văn Chung"));
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error(),
              (base::Refusal{"report.already_signed", {"TL", "2020", "Trần Thị Bình", "05/01/2021"}, {}}));

    committee.correct_sex("000011QT");
    committee.context().now_ms += 86'400'000;
    auto again = order("Lê Văn Chung");
    again.sign_again = true;
    ASSERT_TRUE(actions::sign_report(committee.context(), again));
    EXPECT_EQ(committee.store().count(records::frozen_report, {}), 2);
    const auto document = must_make(committee, town);
    EXPECT_EQ(document.signature->signer, "Lê Văn Chung");
    EXPECT_TRUE(document.differences.empty());
}

TEST(SignedReport, NeedsASigner) {
    Committee committee;
    const auto refused = actions::sign_report(committee.context(), order("  "));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "required");
    EXPECT_EQ(committee.store().count(records::frozen_report, {}), 0);
}

TEST(SignedReport, FiguresOfAnotherOrganisationAreNotComparedWithIt) {
    Committee committee;
    ASSERT_TRUE(actions::sign_report(committee.context(), order()));
    EXPECT_FALSE(must_make(committee, ward).signature);
    EXPECT_FALSE(must_make(committee, town, year + 1).signature);
}

}  // namespace
}  // namespace report_test
