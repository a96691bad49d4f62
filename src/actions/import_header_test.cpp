// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_header.h"

#include <gtest/gtest.h>

#include "records/grading.h"
#include "records/party_member.h"

namespace actions {
namespace {

using records::PartyMember;
using records::Person;
using records::PersonVersion;

std::size_t place(const schema::RecordType& type, std::string_view field) {
    return members_sheet.index_of(type, field);
}

// The place in the members register that the column (from 0) of the file was taken for.
std::optional<std::size_t> taken_for(const HeaderGuess& guess, std::uint32_t column) {
    for (const auto& guessed : guess.columns)
        if (guessed.column == column) return guessed.recognised;
    return {};
}

const HeaderNames& member_names() {
    static const HeaderNames names{members_sheet};
    return names;
}

TEST(ImportHeader, EveryLabelOfEveryRegisterNamesItsOwnColumn) {
    for (const auto* sheet : register_sheets()) {
        const HeaderNames names{*sheet};
        HeaderRow row{.row = 1, .cells = {}};
        for (const auto& column : sheet->columns) row.cells.emplace_back(column.shown_label());
        const auto guess = guess_header({{row}}, {}, names);
        ASSERT_TRUE(guess) << sheet->name;
        EXPECT_TRUE(guess->is_complete()) << sheet->name;
        for (std::size_t i = 0; i < sheet->columns.size(); ++i)
            EXPECT_EQ(taken_for(*guess, static_cast<std::uint32_t>(i)), i) << sheet->name << ": " << row.cells[i];
    }
}

TEST(ImportHeader, CaseMarksAndBlanksDoNotCount) {
    const std::vector<HeaderRow> top{{1, {"HỌ  VÀ TÊN", "gioi tinh", "Ngày, tháng, năm sinh", "STT"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(taken_for(*guess, 0), place(PersonVersion::type, "full_name"));
    EXPECT_EQ(taken_for(*guess, 1), place(Person::type, "sex"));
    EXPECT_EQ(taken_for(*guess, 2), place(Person::type, "born_on"));
    EXPECT_TRUE(guess->columns[3].is_known_extra);
}

TEST(ImportHeader, RemarksInBracketsDoNotCount) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên (chữ in hoa)", "Ngày sinh (dd/mm/yyyy)", "Số căn cước*"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->recognised(), 3u);
}

TEST(ImportHeader, TheOnlyWordingThatBeginsSoIsMeant) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên", "Nơi đăng ký", "Ngày", "Ngày quyết"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(taken_for(*guess, 1), place(Person::type, "birth_place"));
    EXPECT_EQ(taken_for(*guess, 2), std::nullopt);  // Many begin so, and one word is too little.
    EXPECT_EQ(taken_for(*guess, 3), place(PartyMember::type, "admission_decided_on"));
}

TEST(ImportHeader, WhatGoesOnBehindAKnownWordingIsAnotherColumn) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên", "Ngày sinh", "Ngày chính thức chuyển đến"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(taken_for(*guess, 2), std::nullopt);
}

TEST(ImportHeader, TitlesStandAboveAndColumnNumbersBelow) {
    const std::vector<HeaderRow> top{
        {1, {"ĐẢNG BỘ THÀNH PHỐ ĐÔNG HÀ"}},
        {2, {"DANH SÁCH ĐẢNG VIÊN", "", ""}},
        {4, {"TT", "Họ và tên", "Giới tính", "Ngày sinh"}},
        {5, {"A", "1", "2", "3"}},
        {6, {"1", "Nguyễn Văn An", "Nam", "1985"}},
    };
    const std::vector<formats::CellRange> merged{{1, 0, 1, 3}, {2, 0, 2, 3}};
    const auto guess = guess_header(top, merged, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->first_row, 4u);
    EXPECT_EQ(guess->last_row, 4u);
    EXPECT_EQ(guess->data_after, 5u);
    EXPECT_EQ(guess->columns[1].header, "Họ và tên");
}

// Ngày vào Đảng over Dự bị and Chính thức; the other columns are merged downwards.
const std::vector<HeaderRow> two_levels{
    {3, {"Họ và tên", "Giới tính", "Ngày vào Đảng", "", "Trình độ", ""}},
    {4, {"", "", "Dự bị", "Chính thức", "Chuyên môn", "LLCT"}},
};
void expect_two_levels(const std::optional<HeaderGuess>& guess) {
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->first_row, 3u);
    EXPECT_EQ(guess->last_row, 4u);
    EXPECT_EQ(taken_for(*guess, 0), place(PersonVersion::type, "full_name"));
    EXPECT_EQ(taken_for(*guess, 2), place(PartyMember::type, "ceremony_on"));
    EXPECT_EQ(taken_for(*guess, 3), place(PartyMember::type, "recognised_on"));
    EXPECT_EQ(taken_for(*guess, 4), place(PersonVersion::type, "professional_education"));
    EXPECT_EQ(taken_for(*guess, 5), place(PersonVersion::type, "political_theory"));
    EXPECT_EQ(guess->columns[2].header, "Ngày vào Đảng / Dự bị");
}

TEST(ImportHeader, TwoLevelsInMergedCells) {
    const std::vector<formats::CellRange> merged{{3, 0, 4, 0}, {3, 1, 4, 1}, {3, 2, 3, 3}, {3, 4, 3, 5}};
    expect_two_levels(guess_header(two_levels, merged, member_names()));
}

TEST(ImportHeader, TwoLevelsWhereTheFileKnowsNoMergedCells) {
    expect_two_levels(guess_header(two_levels, {}, member_names()));
}

TEST(ImportHeader, TwoLevelsJoinedInOneCellReadTheSame) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên", "Ngày vào Đảng / Dự bị", "Ngày vào Đảng / Chính thức"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(taken_for(*guess, 1), place(PartyMember::type, "ceremony_on"));
    EXPECT_EQ(taken_for(*guess, 2), place(PartyMember::type, "recognised_on"));
}

TEST(ImportHeader, MissingRequiredColumnsAreNamed) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên", "Giới tính", "Dân tộc", "Ngày vào Đảng", "Mã chi bộ"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->missing, std::vector<std::size_t>{place(Person::type, "born_on")});
}

TEST(ImportHeader, RowsOfMembersNeedANumberThatNamesThem) {
    const HeaderNames names{member_grades_sheet};
    const std::vector<HeaderRow> without{{1, {"Họ và tên", "Xếp loại"}}}, with{{1, {"Số thẻ", "Xếp loại"}}};
    EXPECT_TRUE(guess_header(without, {}, names)->lacks_member);
    EXPECT_TRUE(guess_header(with, {}, names)->is_complete());
}

TEST(ImportHeader, AColumnNamedTwiceIsTheLeftOnes) {
    const std::vector<HeaderRow> top{{1, {"Họ và tên", "Ngày sinh", "Họ tên"}}};
    const auto guess = guess_header(top, {}, member_names());
    ASSERT_TRUE(guess);
    EXPECT_EQ(taken_for(*guess, 0), place(PersonVersion::type, "full_name"));
    EXPECT_EQ(taken_for(*guess, 2), std::nullopt);
}

TEST(ImportHeader, NothingThatLooksLikeAHeader) {
    const std::vector<HeaderRow> top{{1, {"Hướng dẫn điền"}}, {2, {"Cột", "Giải thích"}}, {3, {"Họ và tên", "Chữ in"}}};
    EXPECT_FALSE(guess_header(top, {}, member_names()));
    EXPECT_FALSE(guess_header({}, {}, member_names()));
}

TEST(ImportHeader, NumberingRows) {
    EXPECT_TRUE(is_numbering_row({1, {"1", "2", "3"}}));
    EXPECT_TRUE(is_numbering_row({1, {"(1)", "(2)", "(3)"}}));
    EXPECT_TRUE(is_numbering_row({1, {"A", "B", "1", "2", "", "3"}}));
    EXPECT_FALSE(is_numbering_row({1, {"1", "2", "4"}}));
    EXPECT_FALSE(is_numbering_row({1, {"1", "Nguyễn Văn An", "2"}}));
    EXPECT_FALSE(is_numbering_row({1, {"1", "2"}}));
}

}  // namespace
}  // namespace actions
