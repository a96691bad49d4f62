// SPDX-License-Identifier: AGPL-3.0-or-later
// The documents that an office prints, as LibreOffice shows them; the workbook as our own reader reads it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "actions/make_report.h"
#include "actions/member_form.h"
#include "actions/member_list.h"
#include "actions/sign_report.h"
#include "base/text.h"
#include "formats/docx.h"
#include "formats/docx_builder.h"
#include "formats/table.h"
#include "reports/docx_template.h"
#include "reports/placeholders.h"
#include "reports/render_docx.h"
#include "reports/render_xlsx.h"
#include "store/table.h"
#include "tests/properties/report_committee.h"

namespace report_test {
namespace {

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error{result.error().code};
    return *std::move(result);
}

// What a document says on paper: its text in one line, its pages and the fonts in it.
struct Paper {
    std::string text, fonts;
    int pages = 0;
};

// One profile for the whole program: LibreOffice takes long to make a new one.
std::string office_profile() {
    static const support::TemporaryFolder folder;
    return "-env:UserInstallation=file://" + folder.path().string();
}

Paper print(const std::string& docx) {
    const support::TemporaryFolder folder;
    std::ofstream{folder.file("a.docx"), std::ios::binary} << docx;
    const auto office = support::run_process({"soffice", office_profile(), "--headless", "--convert-to", "pdf",
                                              "--outdir", folder.path().string(), folder.file("a.docx")});
    if (!office.ok()) throw std::runtime_error{"soffice: " + office.err};
    Paper paper;
    paper.text = base::clean_text(support::run_process({"pdftotext", "-layout", folder.file("a.pdf"), "-"}).out);
    paper.fonts = support::run_process({"pdffonts", folder.file("a.pdf")}).out;
    const auto info = support::run_process({"pdfinfo", folder.file("a.pdf")}).out;
    paper.pages = std::stoi(info.substr(info.find("Pages:") + 6));
    return paper;
}

void expect_prints(const Paper& paper, const std::vector<std::string>& texts) {
    for (const auto& text : texts) EXPECT_NE(paper.text.find(text), std::string::npos) << text << "\n" << paper.text;
    // No tag left, no letter without a picture.
    EXPECT_EQ(paper.text.find("{{"), std::string::npos);
    EXPECT_EQ(paper.text.find("\xEF\xBF\xBD"), std::string::npos);
    const bool has_roman =
        paper.fonts.find("Times") != std::string::npos || paper.fonts.find("LiberationSerif") != std::string::npos;
    EXPECT_TRUE(has_roman) << paper.fonts;
    EXPECT_EQ(paper.fonts.find(" no  "), paper.fonts.find(" no  no")) << "a font is not embedded:\n" << paper.fonts;
}

reports::Document town_report(Committee& committee) {
    return must(actions::make_report(committee.context(), {.organisation = town, .year = year}));
}

TEST(PrintedReport, LooksLikeAPartyDocument) {
    Committee committee;
    const auto paper = print(must(reports::render_docx(town_report(committee))));
    expect_prints(paper, {"THỊ ỦY TÂN LÂM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số ……-BC/……", "BÁO CÁO", "I. Tổ chức đảng",
                          "2/3 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, đạt 66,7%",
                          "D. Đảng viên cuối kỳ (D = A + B − C) 12 11 109,1%", "Ghi chú đối chiếu",
                          "Đảng viên chưa có kết quả xếp loại: 1 đảng viên. Việc cần làm",
                          "Nơi nhận:", "T/M BAN THƯỜNG VỤ", "mẫu chưa xác nhận"});
    EXPECT_EQ(paper.pages, 4);
}

TEST(PrintedReport, SaysWhatChangedSinceItWasSigned) {
    Committee committee;
    auto order = actions::SignReport{.report = {.organisation = town, .year = year}, .signer = "Trần Thị Bình"};
    const auto signed_paper =
        print(must(reports::render_docx(must(actions::sign_report(committee.context(), order)).document)));
    expect_prints(signed_paper, {"Tân Lâm, ngày 05 tháng 01 năm 2021", "Trần Thị Bình"});
    committee.correct_sex("000011QT");
    const auto later = print(must(reports::render_docx(town_report(committee))));
    expect_prints(later, {"Số đã báo cáo Số hiện tại", "Đảng viên: Nữ 5 4"});
    EXPECT_EQ(later.text.find("ngày 05 tháng 01 năm 2021"), std::string::npos);
}

TEST(PrintedReport, OfACellLeavesOutWhatItHasNot) {
    Committee committee;
    const auto document = must(actions::make_report(committee.context(), {.organisation = "TL0101", .year = year}));
    const auto paper = print(must(reports::render_docx(document)));
    expect_prints(paper, {"ĐẢNG BỘ PHƯỜNG ĐÔNG LƯƠNG", "CHI BỘ KHU PHỐ 1", "T/M CHI BỘ"});
    EXPECT_EQ(paper.text.find("IV. Các tổ chức trực thuộc"), std::string::npos);
}

TEST(OfficeTemplate, TheDefaultOneIsMadeOfKnownPlaceholders) {
    const auto docx = reports::default_template(reports::year_end);
    EXPECT_TRUE(reports::check_template(reports::year_end, docx));
    EXPECT_EQ(docx, reports::default_template(reports::year_end));
}

TEST(OfficeTemplate, IsFilledInsteadOfOurs) {
    Committee committee;
    formats::DocxBuilder builder;
    builder.add(
        formats::paragraph("Đảng viên: {{members}}; nữ: {{members/sex=female}}; tốt: {{members.good_share}}; "
                           "năm trước: {{members@previous}}; dân tộc: {{members/minority=yes}}."));
    const auto paper = print(must(reports::render_docx(town_report(committee), builder.finish())));
    expect_prints(paper, {"Đảng viên: 12; nữ: 5; tốt: 55,6%; năm trước: 11; dân tộc: 2."});
}

TEST(OfficeTemplate, EveryPlaceholderCanBeFilledForEveryOrganisation) {
    Committee committee;
    formats::DocxBuilder builder;
    for (const auto& each : reports::template_placeholders(reports::year_end))
        if (each.list.empty() && each.kind == formats::DocxPlaceholder::Kind::value)
            builder.add(formats::paragraph("{{" + each.name + "}}"));
    const auto all = builder.finish();
    for (const auto* organisation : {town, "TL0101", "TL03"}) {
        const auto document =
            must(actions::make_report(committee.context(), {.organisation = organisation, .year = year}));
        const auto filled = reports::render_docx(document, all);
        EXPECT_TRUE(filled) << filled.error().args.front();
    }
}

TEST(OfficeTemplate, IsRefusedWithTheNamesThatWeDoNotKnow) {
    Committee committee;
    formats::DocxBuilder builder;
    builder.add(formats::paragraph("{{members}} {{membres}} {{this_year}} {{#bang}}x{{/bang}}"));
    const auto refused = reports::render_docx(town_report(committee), builder.finish());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "report.unknown_placeholder");
    auto names = refused.error().args;
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"bang", "membres", "this_year"}));
    EXPECT_EQ(reports::render_docx(town_report(committee), "PK no zip").error().code, "file.not_a_document");
}

TEST(Workbook, HoldsNumbersNotTexts) {
    Committee committee;
    const support::TemporaryFolder folder;
    const auto path = folder.file("a.xlsx");
    reports::render_xlsx(town_report(committee), path);
    const auto converted =
        support::run_process({"soffice", office_profile(), "--headless", "--convert-to",
                              "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1",
                              "--outdir", folder.path().string(), path});
    ASSERT_TRUE(converted.ok()) << converted.err;
    std::string all;
    int sheets = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
        if (entry.path().extension() != ".csv") continue;
        std::ifstream in{entry.path()};
        all.append(std::istreambuf_iterator<char>{in}, {});
        ++sheets;
    }
    EXPECT_EQ(sheets, 5);
    EXPECT_NE(all.find("D. Đảng viên cuối kỳ (D = A + B − C);12;11;109"), std::string::npos) << all;
    EXPECT_NE(all.find("   Hoàn thành tốt nhiệm vụ;5;55"), std::string::npos) << all;
    EXPECT_NE(all.find("Đảng viên chưa có kết quả xếp loại: 1 đảng viên."), std::string::npos);
}

TEST(MemberForm, ShowsTheKeptItemsAndLogsTheReading) {
    Committee committee;
    const auto form = must(actions::make_member_form(committee.context(), "000001QT"));
    EXPECT_EQ(form.full_name, "Hoàng Văn Ấm");
    const auto paper = print(form.docx);
    expect_prints(paper, {"PHIẾU ĐẢNG VIÊN", "Đảng bộ thị xã Tân Lâm", "Chi bộ khu phố 1", "HOÀNG VĂN ẤM",
                          "4. Ngày sinh: 19/05/1955", "Nghỉ hưu", "Chiến sĩ, Trung đoàn 18", "Trung sĩ", "Bằng khen",
                          "05/BK", "0 0 0 0 0 1 Q T", "mẫu chưa xác nhận"});
    EXPECT_EQ(paper.pages, 2);

    std::vector<std::string> log;
    committee.store().query("select actor, action, record_type from access_log", {},
                            [&](std::span<const schema::Value> row) {
                                for (const auto& value : row) log.push_back(std::get<std::string>(value));
                            });
    EXPECT_EQ(log, (std::vector<std::string>{"cli:test", "member_form", "party_member"}));
}

TEST(MemberForm, IsFoundByCardNumberAndRefusedOtherwise) {
    Committee committee;
    EXPECT_EQ(must(actions::make_member_form(committee.context(), "41000002")).full_name, "Lê Thị Bưởi");
    EXPECT_EQ(actions::make_member_form(committee.context(), "999999QT").error().code, "not_found");
}

TEST(MemberList, IsInOrderOfCellAndName) {
    Committee committee;
    const auto list = must(actions::make_member_list(committee.context(), ward, base::date(2020, 12, 31)));
    EXPECT_EQ(list.members, 7u);
    const auto paper = print(list.docx);
    expect_prints(paper, {"ĐẢNG BỘ PHƯỜNG ĐÔNG LƯƠNG", "Có đến ngày 31 tháng 12 năm 2020: 7 đảng viên",
                          "1 Hoàng Văn Ấm 19/05/1955 Nam 41000001 02/09/1982 02/09/1983 Chi bộ khu phố 1"});
    const auto at = [&](const char* name) { return paper.text.find(name); };
    EXPECT_LT(at("Hoàng Văn Ấm"), at("Lê Thị Bưởi"));
    EXPECT_LT(at("Hồ Thị Ngàn"), at("Nguyễn Văn Đạo"));
    EXPECT_LT(at("Nguyễn Văn Đạo"), at("Phan Thị Én"));
    EXPECT_EQ(at("Lý Văn Oanh"), std::string::npos);
    const auto earlier = must(actions::make_member_list(committee.context(), ward, base::date(2020, 3, 31)));
    EXPECT_EQ(earlier.members, 7u);  // The dead still in it, the one who moved not yet.
}

}  // namespace
}  // namespace report_test
