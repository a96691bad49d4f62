// SPDX-License-Identifier: AGPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "actions/export_register.h"
#include "actions/export_table.h"
#include "actions/import_register.h"
#include "actions/register_template.h"
#include "actions/undo_import.h"
#include "base/messages.h"
#include "demo/registers.h"
#include "formats/xlsx_writer.h"
#include "records/all.h"
#include "schema/validate.h"
#include "tests/support/office.h"

namespace {

struct Office : support::Office {
    Office() : support::Office{base::date(2021, 3, 1)} {}

    base::Result<actions::ImportReport> import(const std::string& kind, const std::string& path) {
        const bool are_grades = kind == "grades";
        return actions::import_register(context, {.kind = kind,
                                                  .path = path,
                                                  .dry_run = false,
                                                  .organisation = are_grades ? "DH" : "",
                                                  .year = are_grades ? demo::demo_year : 0,
                                                  .error_file = {},
                                                  .encoding = {}});
    }
    void must_import(const std::string& kind, const std::string& path) {
        const auto report = import(kind, path);
        ASSERT_TRUE(report) << base::message(report.error());
        ASSERT_FALSE(report->has_errors()) << kind << "\n" << actions::to_text(*report);
    }
    std::string export_to(const std::string& kind, const std::string& name) {
        const auto path = folder.file(name);
        const auto written = actions::export_register(context, {kind, {}, demo::demo_year_end, path});
        EXPECT_TRUE(written) << base::message(written.error());
        return path;
    }
};

std::string bytes_of(const std::string& path) { return support::run_process({"cat", path}).out; }

TEST(ImportRoundTrip, WhatIsExportedImportsAgainAndIsExportedTheSame) {
    Office first, second;
    const auto files = demo::write_demo_registers(first.folder.file("demo"), {.grassroots = 8, .members = 400});
    first.must_import("organisations", files.organisations);
    first.must_import("members", files.members);
    first.must_import("grades", files.grades);

    for (const std::string kind : {"organisations", "members", "grades"})
        second.must_import(kind, first.export_to(kind, kind + ".xlsx"));
    for (const std::string kind : {"organisations", "members", "grades"})
        EXPECT_EQ(bytes_of(first.export_to(kind, "again-" + kind + ".xlsx")),
                  bytes_of(second.export_to(kind, kind + ".xlsx")))
            << kind;
    for (const std::string kind : {"organisations", "members", "memberships", "member_grades", "organisation_grades"})
        EXPECT_EQ(bytes_of(first.export_to(kind, kind + ".csv")), bytes_of(second.export_to(kind, kind + ".csv")))
            << kind;
}

TEST(ImportRoundTrip, CsvImportsAsWellAsXlsx) {
    Office first, second;
    const auto files = demo::write_demo_registers(first.folder.file("demo"), {.grassroots = 5, .members = 150});
    first.must_import("organisations", files.organisations);
    first.must_import("members", files.members);
    for (const std::string kind : {"organisations", "members"})
        second.must_import(kind, first.export_to(kind, kind + ".csv"));
    for (const std::string kind : {"organisations", "members"})
        EXPECT_EQ(bytes_of(first.export_to(kind, "x.csv")), bytes_of(second.export_to(kind, "x.csv"))) << kind;
}

// insert_bulk trusts the import: whatever it wrote must be what a form would have been allowed to write.
TEST(ImportRoundTrip, EveryRecordWrittenIsValid) {
    Office office;
    const auto files = demo::write_demo_registers(office.folder.file("demo"), {.grassroots = 8, .members = 400});
    office.must_import("organisations", files.organisations);
    office.must_import("members", files.members);
    office.must_import("grades", files.grades);
    for (const auto* type : records::all())
        office.store->scan(*type, {}, [&](const schema::Record& record) {
            for (const auto& error : schema::validate(record))
                ADD_FAILURE() << type->name << "." << error.field << ": " << base::message(error.refusal);
        });
    EXPECT_EQ(store::verify(*office.store).size(), 0u);
}

TEST(ImportRoundTrip, UndoInReverseLeavesNothing) {
    Office office;
    const auto empty = office.dump();
    const auto files = demo::write_demo_registers(office.folder.file("demo"), {.grassroots = 5, .members = 150});
    office.must_import("organisations", files.organisations);
    office.must_import("members", files.members);
    office.must_import("grades", files.grades);
    auto batches = actions::list_imports(office.context);
    ASSERT_EQ(batches.size(), 3u);
    // All were made at the same moment: each can be undone only when nothing rests on it any more.
    for (int left = 3; left > 0; --left) {
        bool is_undone = false;
        for (const auto& batch : batches) is_undone = is_undone || actions::undo_import(office.context, batch.batch);
        ASSERT_TRUE(is_undone);
        batches = actions::list_imports(office.context);
        EXPECT_EQ(batches.size(), static_cast<std::size_t>(left - 1));
    }
    EXPECT_EQ(office.dump(), empty);
    EXPECT_EQ(store::verify(*office.store).size(), 0u);
}

TEST(ImportRoundTrip, EveryTemplateIsRecognisedAndEmpty) {
    Office office;
    const auto files = demo::write_demo_registers(office.folder.file("demo"), {.grassroots = 5, .members = 150});
    office.must_import("organisations", files.organisations);
    for (const std::string kind : {"organisations", "members", "memberships", "grades"}) {
        const auto path = office.folder.file(kind + "-mau.xlsx");
        ASSERT_TRUE(actions::write_template(kind, path));
        const auto report = office.import(kind, path);
        ASSERT_TRUE(report) << kind << ": " << base::message(report.error());
        EXPECT_EQ(report->rows_read, 0) << kind;
        EXPECT_FALSE(report->has_errors()) << kind << "\n" << actions::to_text(*report);
        EXPECT_EQ(report->sheets.size(), kind == "grades" ? 2u : 1u) << kind;
        for (const auto& sheet : report->sheets)
            for (const auto& column : sheet.columns)
                EXPECT_FALSE(column.label.empty()) << kind << ": " << column.header;
        EXPECT_EQ(report->batch, "") << kind;
    }
}

formats::XlsxCell any_cell() {
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return {};
        case 1: return {.value = static_cast<double>(*rc::gen::arbitrary<int>()) / 4};
        case 2: return {.value = base::Date{*rc::gen::inRange(-30'000, 60'000)}};
        case 3: return {.value = *rc::gen::arbitrary<bool>()};
        case 4: return {.value = std::string{"TP.11"}};
        case 5: return {.value = std::string{"Kinh"}};
        case 6: return {.value = std::string{"31/12/2010"}};
        case 7: return {.value = std::string{"Nam"}};
        default: return {.value = *rc::gen::container<std::string>(rc::gen::inRange<char>(32, 127))};
    }
}

// Whatever stands in the cells: either all rows are in, or the register is as before and each row left out has its
// reason.
RC_GTEST_PROP(ImportRoundTrip, AnyCellsAtAllAreReadWholeOrNotAtAll, ()) {
    Office office;
    actions::RegisterWriter organisations{office.folder.file("to-chuc.csv")};
    organisations.begin(actions::organisations_sheet);
    std::vector<schema::Value> cell(actions::organisations_sheet.columns.size());
    for (std::size_t i = 0; i < 6; ++i)
        if (i != 3 && i != 4)
            cell[i] = std::array<std::string, 6>{"TP.11", "Chi bộ 1", "grassroots_cell", "", "", "2000-01-01"}[i];
    organisations.write(cell);
    organisations.finish();
    RC_ASSERT(office.import("organisations", office.folder.file("to-chuc.csv")).has_value());
    const auto before = office.dump();

    const auto path = office.folder.file("bat-ky.xlsx");
    formats::XlsxWriter writer{path};
    formats::XlsxSheet sheet{.name = "Bất kỳ"};
    for (const auto& column : actions::members_sheet.columns)
        sheet.columns.push_back({.header = std::string{column.shown_label()}});
    writer.begin_sheet(sheet);
    const int rows = *rc::gen::inRange(1, 20);
    for (int row = 0; row < rows; ++row) {
        std::vector<formats::XlsxCell> cells;
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) cells.push_back(any_cell());
        writer.write_row(cells);
    }
    writer.finish();

    const auto report = office.import("members", path);
    RC_ASSERT(report.has_value());
    RC_ASSERT(report->has_errors() == (report->rows_valid < report->rows_read));
    if (report->has_errors()) {
        RC_ASSERT(office.dump() == before);
        RC_ASSERT(report->batch.empty());
    }
}

}  // namespace
