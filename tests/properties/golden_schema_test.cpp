// SPDX-License-Identifier: AGPL-3.0-or-later
// What follows from the descriptions, the lists and the law, printed for people to read: tests/golden/.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "base/messages.h"
#include "law/admission.h"
#include "law/organisation.h"
#include "records/all.h"
#include "schema/openapi.h"
#include "schema/typescript.h"
#include "tests/support/golden.h"

namespace {

TEST(Golden, OpenapiSchemas) {
    support::check_golden("openapi_schemas.json", schema::to_readable_text(schema::openapi_schemas(records::all())));
}

TEST(Golden, RecordTypes) {
    support::check_generated("web/src/generated/records.ts", schema::typescript(records::all()));
}

// Components and interfaces of two types must not share a name, nor must a list and a record type.
TEST(Golden, NamesOfTypesAreDistinct) {
    std::set<std::string> names;
    for (const auto* type : records::all())
        EXPECT_TRUE(names.insert(schema::type_name(type->name)).second) << type->name;
    for (const auto* list : schema::lists_of(records::all()))
        EXPECT_TRUE(names.insert(schema::type_name(list->name)).second) << list->name;
}

std::string with_separators(std::string_view synonyms) {
    std::string text;
    for (const char c : synonyms) text += c == '|' ? std::string{" · "} : std::string{c};
    return text;
}

TEST(Golden, Lists) {
    std::string text =
        "# Danh mục\n\nMọi danh mục mà hồ sơ dùng, theo thứ tự của biểu mẫu. Cột “viết khác” là những cách viết khác "
        "mà\n"
        "chương trình hiểu khi nhập sổ (không phân biệt chữ hoa, dấu).\n";
    for (const auto* list : schema::lists_of(records::all())) {
        text.append("\n## ").append(list->label).append(" (`").append(list->name).append("`)\n\n");
        text += "| mã | nhãn | viết khác |\n|---|---|---|\n";
        for (const auto& code : list->codes)
            text.append("| ")
                .append(code.code)
                .append(" | ")
                .append(code.label)
                .append(" | ")
                .append(with_separators(code.synonyms))
                .append(" |\n");
    }
    support::check_golden("lists.md", text);
}

TEST(Golden, Refusals) {
    std::string text;
    for (const auto& [code, sentence] : base::messages()) text.append(code).append(" = ").append(sentence).append("\n");
    support::check_golden("refusals.txt", text);
}

std::string to_text(int value) { return std::to_string(value); }
std::string to_text(bool value) { return value ? "có" : "không"; }

// A figure of src/law/, by its name there and in words.
struct LawFigure {
    std::string name;
    std::string rows;
};

template <class T, std::size_t N>
LawFigure figure(std::string name, std::string_view label, const law::Timeline<T, N>& timeline) {
    std::string rows;
    for (const auto& entry : timeline.entries())
        rows.append("| ")
            .append(label)
            .append(" | ")
            .append(base::to_vietnamese(entry.from))
            .append(" | ")
            .append(to_text(entry.value))
            .append(" | ")
            .append(entry.source)
            .append(" |\n");
    return {std::move(name), std::move(rows)};
}

std::vector<LawFigure> law_figures() {
    using namespace law;
    return {
        figure("age_months_min", "Tuổi đời tối thiểu khi kết nạp (tháng)", admission::age_months_min),
        figure("probation_months", "Thời gian dự bị (tháng)", admission::probation_months),
        figure("cell_full_members_min", "Số đảng viên chính thức tối thiểu để lập chi bộ",
               organisation::cell_full_members_min),
        figure("grassroots_party_members_min", "Số đảng viên từ đó lập đảng bộ cơ sở",
               organisation::grassroots_party_members_min),
        figure("cell_members_max", "Số đảng viên mà chi bộ trực thuộc chỉ được vượt khi cấp ủy cấp trên đồng ý",
               organisation::cell_members_max),
        figure("levels_in_order", "Cấp dưới ở dưới cấp trên", organisation::levels_in_order),
        figure("only_groups_below_cell", "Dưới chi bộ chỉ có tổ đảng", organisation::only_groups_below_cell),
        figure("section_party_in_grassroots_party", "Đảng bộ bộ phận chỉ ở trong đảng bộ cơ sở",
               organisation::section_party_in_grassroots_party),
        figure("members_leave_before_dissolving", "Chuyển hết đảng viên trước khi giải thể",
               organisation::members_leave_before_dissolving),
        figure("nothing_below_when_dissolving", "Giải thể khi không còn tổ chức bên dưới",
               organisation::nothing_below_when_dissolving),
        figure("district_level_exists", "Có cấp huyện", organisation::district_level_exists),
    };
}

TEST(Golden, Law) {
    std::string text =
        "# Con số do văn bản quy định\n\nMỗi dòng: từ ngày nào, giá trị nào, theo văn bản nào. Giá trị đúng đến ngày "
        "trước dòng sau.\n\n"
        "| con số | từ ngày | giá trị | theo |\n|---|---|---|---|\n";
    for (const auto& figure : law_figures()) text += figure.rows;
    support::check_golden("law.md", text);
}

TEST(Golden, LawListsEveryTimeline) {
    std::set<std::string> listed, declared;
    for (const auto& figure : law_figures()) listed.insert(figure.name);
    for (const auto& entry : std::filesystem::directory_iterator{"src/law"}) {
        std::ifstream file{entry.path()};
        for (std::string line; std::getline(file, line);) {
            std::istringstream words{line};
            std::string word;
            if (words >> word; word != "inline") continue;
            while (words >> word)
                if (word == "Timeline" && words >> word) declared.insert(word.substr(0, word.find('{')));
        }
    }
    EXPECT_EQ(listed, declared);
}

}  // namespace
