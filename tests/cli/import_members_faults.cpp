// SPDX-License-Identifier: AGPL-3.0-or-later
// A register of 6,000 members with 100 faults of every kind, as openpyxl and as LibreOffice write it: all faults are
// told and nothing else, nothing is written, the mended error file imports whole, and the import can be undone.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>
#include <tuple>

#include "records/all.h"
#include "store/maintenance.h"
#include "tests/support/process.h"

namespace {

namespace json = boost::json;
using support::run_process;
using support::run_product;

constexpr const char* maker = "tests/support/make_register.py";
using Fault = std::tuple<std::int64_t, std::string, std::string>;  // Row, column, code.

std::string text(const json::value& value) { return std::string{value.as_string()}; }

std::set<Fault> faults_in(const json::array& list) {
    std::set<Fault> faults;
    for (const auto& fault : list)
        faults.emplace(fault.at("row").to_number<std::int64_t>(), text(fault.at("column")), text(fault.at("code")));
    return faults;
}

std::string dump_of(const std::string& data) {
    const auto store = store::Store::open({data}, records::all(), false);
    std::string dump;
    store::logical_dump(*store, [&](std::string_view line) { dump.append(line).append("\n"); });
    return dump;
}

json::array read_planted(const std::string& path) {
    const auto file = run_process({"cat", path});
    return json::parse(file.out).as_array();
}

class ImportMembersFaults : public testing::Test {
protected:
    void SetUp() override {
        const auto made = run_process({"/usr/bin/python3", maker, "make", folder.path().string()},
                                      {.timeout = std::chrono::minutes{5}});
        ASSERT_TRUE(made.ok()) << made.err;
        for (const auto& [kind, file] :
             {std::pair{"organisations", "organisations.xlsx"}, {"members", "existing.xlsx"}}) {
            const auto run = run_product({"import", kind, folder.file(file), "--data", data});
            ASSERT_TRUE(run.ok()) << run.out << run.err;
        }
        before = dump_of(data);
    }

    support::ProcessResult import(std::vector<std::string> arguments) {
        std::vector<std::string> command{"import", "members"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        for (const char* more : {"--json", "--data"}) command.emplace_back(more);
        command.push_back(data);
        return run_product(std::move(command), {.timeout = std::chrono::minutes{5}});
    }

    void check_whole_path(const std::string& file) {
        const auto planted = faults_in(read_planted(folder.file("planted.json")));
        ASSERT_EQ(planted.size(), 100u);
        const auto error_file = folder.file("loi.xlsx"), mended = folder.file("da-sua.xlsx");

        const auto trial = import({file, "--dry-run", "--error-file", error_file});
        EXPECT_EQ(trial.exit_code, 1);
        const auto report = json::parse(trial.out);
        EXPECT_EQ(faults_in(report.at("errors").as_array()), planted);
        EXPECT_EQ(report.at("errors").as_array().size(), planted.size());
        EXPECT_EQ(report.at("rows_read").to_number<int>(), 6000);
        EXPECT_EQ(report.at("rows_valid").to_number<int>(), 5900);
        for (const auto& error : report.at("errors").as_array()) {
            EXPECT_FALSE(text(error.at("message")).empty());
            EXPECT_FALSE(text(error.at("letter")).empty());
            EXPECT_EQ(text(error.at("sheet")), "Danh sách");
        }

        EXPECT_EQ(import({file}).exit_code, 1);
        EXPECT_EQ(dump_of(data), before);

        const auto mending =
            run_process({"/usr/bin/python3", maker, "mend", error_file, folder.file("planted.json"), mended},
                        {.timeout = std::chrono::minutes{5}});
        ASSERT_TRUE(mending.ok()) << mending.err;
        const auto whole = import({mended});
        ASSERT_EQ(whole.exit_code, 0) << whole.out.substr(0, 4000) << whole.err;
        const auto done = json::parse(whole.out);
        EXPECT_EQ(done.at("rows_valid").to_number<int>(), 6000);
        EXPECT_EQ(done.at("written").at("party_member").to_number<int>(), 6000);
        EXPECT_NE(dump_of(data), before);

        const auto undo = run_product({"import", "undo", text(done.at("batch")), "--data", data});
        EXPECT_TRUE(undo.ok()) << undo.err;
        EXPECT_EQ(dump_of(data), before);
    }

    support::TemporaryFolder folder;
    std::string data = folder.file("data");
    std::string before;
};

TEST_F(ImportMembersFaults, WrittenByOpenpyxl) { check_whole_path(folder.file("members.xlsx")); }

TEST_F(ImportMembersFaults, WrittenByLibreOffice) {
    const auto converted = folder.file("libreoffice");
    const auto run =
        run_process({"soffice", "-env:UserInstallation=file://" + folder.file("profile"), "--headless", "--convert-to",
                     "xlsx:Calc MS Excel 2007 XML", "--outdir", converted, folder.file("members.xlsx")},
                    {.timeout = std::chrono::minutes{5}});
    ASSERT_TRUE(run.ok()) << run.out << run.err;
    check_whole_path(converted + "/members.xlsx");
}

}  // namespace
