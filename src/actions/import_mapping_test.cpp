// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_mapping.h"

#include <fstream>

#include "actions/import_register.h"
#include "actions/scope_for_tests.h"
#include "actions/undo_import.h"
#include "records/platform.h"

namespace actions {
namespace {

class ImportMappingTest : public SmallCity {
protected:
    ImportMappingTest() {
        account("lan", {{records::Role::organisation_board, "T"}});
        as("lan");
    }
    // A register of organisations whose second name column is called otherwise than ours.
    std::string file(int rows) {
        const auto path = folder_ + "/so.csv";
        std::ofstream out{path};
        out << "Mã tổ chức,Tên gọi ở phường,Loại hình tổ chức,Mã cấp trên trực tiếp,Hoạt động từ ngày,Ghi chú\n";
        for (int row = 1; row <= rows; ++row)
            out << "T.A." << row + 100 << ",Chi bộ khu " << row << ",Chi bộ trực thuộc,T.A,01/01/2020,thuê nhà\n";
        return path;
    }
    std::int64_t organisations() { return store_->count(records::Organisation::type, {}); }

    const std::map<std::string, std::map<std::string, std::string>> chosen_{{"", {{"B", "Tên tổ chức"}, {"F", ""}}}};
};

TEST_F(ImportMappingTest, ColumnsAreWhatSomeoneSaysTheyAreAndThatIsRemembered) {
    const auto path = file(3);
    const auto guessed = must(preview_mapping(context_, path, "organisations"));
    ASSERT_EQ(guessed.sheets.size(), 1u);
    EXPECT_EQ(guessed.sheets[0].missing, (std::vector<std::string_view>{"Tên tổ chức"}));
    EXPECT_EQ(guessed.sheets[0].sheet.columns[1].label, "");
    EXPECT_EQ(guessed.sheets[0].sheet.columns[5].label, "Ghi chú");
    EXPECT_NE(to_json(guessed).find("\"choices\":[{\"label\":\"Mã tổ chức\",\"required\":true"), std::string::npos);

    const auto refused = must(import_register(context_, {.kind = "organisations", .path = path}));
    EXPECT_TRUE(refused.has_errors());
    const auto done = must(import_register(context_, {.kind = "organisations", .path = path, .mapping = chosen_}));
    EXPECT_FALSE(done.has_errors());
    EXPECT_EQ(done.rows_valid, 3);
    const auto added =
        store_->select<records::Organisation>({.conditions = {{"code", store::Op::equal, {std::string{"T.A.101"}}}}});
    ASSERT_EQ(added.size(), 1u);
    EXPECT_EQ(added[0].note, "");
    ASSERT_EQ(list_imports(context_).size(), 1u);
    EXPECT_EQ(list_imports(context_)[0].state, "applied");

    const auto again = must(preview_mapping(context_, path, "organisations"));
    EXPECT_TRUE(again.sheets[0].missing.empty());
    EXPECT_EQ(again.sheets[0].sheet.columns[1].label, "Tên tổ chức");
    EXPECT_EQ(again.sheets[0].sheet.columns[5].label, "");
    // Others are told what is recognised, nothing of what this account chose.
    account("khac", {{records::Role::organisation_board, "T"}});
    as("khac");
    EXPECT_FALSE(must(preview_mapping(context_, path, "organisations")).sheets[0].missing.empty());
}

TEST_F(ImportMappingTest, ChoicesThatCannotBe) {
    const auto path = file(1);
    const auto code = [&](std::map<std::string, std::string> choice) {
        return import_register(context_, {.kind = "organisations", .path = path, .mapping = {{"", std::move(choice)}}})
            .error()
            .code;
    };
    EXPECT_EQ(code({{"B", "Màu"}}), "import.unknown_column");
    EXPECT_EQ(code({{"Z", "Tên tổ chức"}}), "import.no_such_letter");
    EXPECT_EQ(code({{"B", "Tên tổ chức"}, {"F", "Tên tổ chức"}}), "import.column_twice");
    as(records::Role::leader, "T");
    EXPECT_EQ(preview_mapping(context_, path, "organisations").error().code, "access.denied");
}

TEST_F(ImportMappingTest, TellsHowFarItIsAndStopsWithoutATrace) {
    const auto path = file(5'000);
    const auto before = organisations();
    std::int64_t told = 0, last = 0;
    ImportRequest request{.kind = "organisations", .path = path, .mapping = chosen_};
    request.on_progress = [&](const ImportProgress& progress) {
        ++told;
        EXPECT_GE(progress.done, last);
        EXPECT_FALSE(progress.text.empty());
        last = progress.done;
    };
    request.is_cancelled = [&] { return last >= 3'000; };
    EXPECT_EQ(import_register(context_, request).error().code, "import.cancelled");
    EXPECT_GE(told, 2);
    EXPECT_LT(last, 5'000);
    EXPECT_EQ(organisations(), before);
    EXPECT_EQ(store_->count(records::import_batch, {}), 0);

    request.is_cancelled = nullptr;
    last = 0;
    EXPECT_EQ(must(import_register(context_, request)).rows_valid, 5'000);
    EXPECT_EQ(last, 5'000);
    EXPECT_EQ(organisations(), before + 5'000);
}

}  // namespace
}  // namespace actions
