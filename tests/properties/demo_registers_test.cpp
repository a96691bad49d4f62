// SPDX-License-Identifier: AGPL-3.0-or-later
// The demo city as files: the same bytes every time, every header one of its register, every cell a valid value.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "actions/register_sheet.h"
#include "base/text.h"
#include "demo/registers.h"
#include "formats/table.h"
#include "schema/parse.h"
#include "schema/validate.h"
#include "tests/support/process.h"

namespace demo {
using namespace actions;
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// The register column whose label or synonym the header is; null when there is none, or several.
const SheetColumn* column_of(const RegisterSheet& sheet, std::string_view header) {
    const auto folded = base::fold(header);
    const SheetColumn* found = nullptr;
    for (const auto& column : sheet.columns) {
        std::string wordings{column.shown_label()};
        for (const auto more : {column.synonyms, column.described().options.synonyms})
            wordings.append("|").append(more);
        for (std::string_view rest = wordings; !rest.empty();) {
            const auto bar = std::min(rest.find('|'), rest.size());
            if (base::fold(rest.substr(0, bar)) == folded && found != &column) {
                if (found) return nullptr;
                found = &column;
            }
            rest.remove_prefix(std::min(bar + 1, rest.size()));
        }
    }
    return found;
}

struct ReadColumn {
    const SheetColumn* column = nullptr;  // Null = STT.
    std::optional<schema::FieldParser> parser = {};

    base::Result<schema::Value> read(const formats::Cell& cell) const {
        if (column->lookup != Lookup::none) return schema::Value{cell.text};
        if (cell.type != formats::Cell::Type::date) return parser->parse(cell.text);
        if (column->described().kind == schema::Kind::partial_date) return schema::Value{base::PartialDate{cell.date}};
        return schema::Value{cell.date};
    }
};

struct ReadSheet {
    std::int64_t rows = 0;
    std::vector<ReadColumn> columns;
    std::vector<std::string> troubles;  // The first few.
};

std::string trouble(const formats::RowView& row, const base::Refusal& refusal, std::string_view what) {
    return "row " + std::to_string(row.row) + ": " + refusal.code + " " + std::string{what};
}

// Is the field one that the file gives? Others the import fills in.
bool is_given(const ReadSheet& read, const schema::RecordType& type, std::string_view field) {
    return std::any_of(read.columns.begin(), read.columns.end(), [&](const ReadColumn& one) {
        return one.column && one.column->type == &type && one.column->field == field;
    });
}

void check_record(ReadSheet& read, const formats::RowView& row, schema::Record& record) {
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (record.type->fields[i].kind == schema::Kind::reference) record.values[i] = base::Uuid{{1}};
    schema::complete(record);
    for (const auto& error : schema::validate(record))
        if (error.field.empty() || is_given(read, *record.type, error.field))
            read.troubles.push_back(trouble(row, error.refusal, error.field));
}

// Checks one row as the import's first pass does: each cell is of its kind, each record valid by itself.
void check_row(ReadSheet& read, const formats::RowView& row) {
    std::map<const schema::RecordType*, schema::Record> records;
    for (std::size_t i = 0; i < row.cells.size() && i < read.columns.size(); ++i) {
        const auto* column = read.columns[i].column;
        if (!column || row.cells[i].type == formats::Cell::Type::empty) continue;
        auto value = read.columns[i].read(row.cells[i]);
        if (!value)
            read.troubles.push_back(trouble(row, value.error(), row.cells[i].text));
        else if (column->lookup == Lookup::none)
            records.try_emplace(column->type, *column->type).first->second[column->field] = *std::move(value);
    }
    for (auto& [type, record] : records) check_record(read, row, record);
}

// Header in row 5, below four titles.
ReadSheet read_sheet(const std::string& path, std::size_t sheet, const RegisterSheet& as) {
    ReadSheet read;
    auto table = formats::open_table(path);
    if (!table) {
        read.troubles.push_back(table.error().code);
        return read;
    }
    const auto result = (*table)->read(sheet, [&](const formats::RowView& row) -> base::Result<void> {
        if (row.row < 5) return {};
        if (row.row > 5) {
            ++read.rows;
            check_row(read, row);
            return {};
        }
        for (const auto& cell : row.cells) {
            const auto* column = column_of(as, cell.text);
            read.columns.push_back({column});
            if (column && column->lookup == Lookup::none) read.columns.back().parser.emplace(column->described());
            if (!column && cell.text != "STT") read.troubles.push_back("header " + cell.text);
        }
        return {};
    });
    if (!result) read.troubles.push_back(result.error().code);
    return read;
}

class DemoRegisters : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = new support::TemporaryFolder;
        files = new DemoFiles{write_demo_registers(folder->file("sổ"))};
    }
    static void TearDownTestSuite() {
        delete files;
        delete folder;
    }
    static void expect_clean(const ReadSheet& read, std::int64_t rows) {
        EXPECT_EQ(read.rows, rows);
        EXPECT_EQ(testing::PrintToString(read.troubles), "{}");
    }
    static support::TemporaryFolder* folder;
    static DemoFiles* files;
};
support::TemporaryFolder* DemoRegisters::folder = nullptr;
DemoFiles* DemoRegisters::files = nullptr;

TEST_F(DemoRegisters, AreTheSameBytesEveryTime) {
    const auto again = write_demo_registers(folder->file("lần hai"));
    for (const auto file : {&DemoFiles::organisations, &DemoFiles::members, &DemoFiles::grades}) {
        const auto first = bytes_of(files->*file);
        EXPECT_GT(first.size(), 10'000u);
        EXPECT_TRUE(first == bytes_of(again.*file)) << files->*file;
    }
    EXPECT_TRUE(files->organisations.ends_with("to-chuc.xlsx"));
    EXPECT_TRUE(files->members.ends_with("dang-vien.xlsx"));
    EXPECT_TRUE(files->grades.ends_with("xep-loai-2020.xlsx"));
}

TEST_F(DemoRegisters, OfOrganisationsHoldValidRows) {
    const auto model = make_demo_model();
    expect_clean(read_sheet(files->organisations, 0, organisations_sheet),
                 static_cast<std::int64_t>(model.city.size()));
}

TEST_F(DemoRegisters, OfMembersHoldValidRows) {
    const auto numbers = DemoNumbers{};
    expect_clean(read_sheet(files->members, 0, members_sheet), numbers.members + numbers.left());
}

TEST_F(DemoRegisters, OfGradesHoldValidRowsInTwoSheets) {
    expect_clean(read_sheet(files->grades, 0, member_grades_sheet), 6000);
    expect_clean(read_sheet(files->grades, 1, organisation_grades_sheet), 49);
    const auto table = formats::open_table(files->grades);
    ASSERT_TRUE(table);
    ASSERT_EQ((*table)->sheets().size(), 2u);
    EXPECT_EQ((*table)->sheets()[0].name, demo_member_grades_sheet);
    EXPECT_EQ((*table)->sheets()[1].name, demo_organisation_grades_sheet);
}

TEST_F(DemoRegisters, SayOnTheirFaceThatNobodyInThemIsReal) {
    for (const auto file : {&DemoFiles::organisations, &DemoFiles::members, &DemoFiles::grades}) {
        auto table = formats::open_table(files->*file);
        ASSERT_TRUE(table);
        bool is_said = false;
        const auto result = (*table)->read(0, [&](const formats::RowView& row) -> base::Result<void> {
            for (const auto& cell : row.cells)
                if (row.row < 5) is_said |= cell.text.find("không có thật") != cell.text.npos;
            return {};
        });
        EXPECT_TRUE(result && is_said) << files->*file;
    }
}

}  // namespace
}  // namespace demo
