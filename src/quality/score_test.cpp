// SPDX-License-Identifier: AGPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <set>

#include "quality/sample_files_for_tests.h"

namespace quality {
namespace {

records::PersonVersion& version(MemberFile& file) { return file.versions.front(); }

// What counts as missing may not be filled so that the score rises.
TEST(Score, IsNotRaisedByDummies) {
    using Field = std::string& (*)(MemberFile&);
    const std::array<Field, 9> fields{
        [](MemberFile& f) -> std::string& { return f.person.personal_id; },
        [](MemberFile& f) -> std::string& { return f.person.birth_place; },
        [](MemberFile& f) -> std::string& { return f.person.native_place; },
        [](MemberFile& f) -> std::string& { return version(f).full_name; },
        [](MemberFile& f) -> std::string& { return version(f).permanent_residence; },
        [](MemberFile& f) -> std::string& { return version(f).professional_field; },
        [](MemberFile& f) -> std::string& { return f.member.profile_number; },
        [](MemberFile& f) -> std::string& { return f.member.card_number; },
        [](MemberFile& f) -> std::string& { return f.member.admission_decision_number; },
    };
    constexpr std::string_view dummies[]{
        "không rõ",     "Không rõ",     "...",          "-",        "x",        "xxxx", "n/a", "chưa cập nhật",
        "000000000000", "111111111111", "123456789012", "00000000", "KHÔNG CÓ", "?"};
    for (const auto field : fields)
        for (const auto dummy : dummies) {
            auto file = sample_member_file();
            field(file) = {};
            const int missing = score_of(examine(file));
            field(file) = dummy;
            EXPECT_LE(score_of(examine(file)), missing) << dummy;
            EXPECT_LT(missing, 100);
        }
}

// A wrong value is worth no more than none at all.
TEST(Score, TakesAsMuchForWhatIsWrongAsForWhatIsMissing) {
    for (const auto* missing : checks())
        for (const auto* wrong : checks()) {
            const bool is_wrong = wrong->code.ends_with("_form") || wrong->code.ends_with("_letters");
            const bool is_same = missing->type == wrong->type && missing->field == wrong->field;
            if (missing->code.ends_with("_missing") && is_wrong && is_same) {
                EXPECT_GE(wrong->weight, missing->weight) << wrong->code;
            }
        }
}

TEST(Score, CountsEachCheckOnceAndEndsAtNothing) {
    const auto* check = find_check("person.personal_id_missing");
    const std::vector<Finding> twice{{.check = check}, {.check = check}};
    EXPECT_EQ(score_of(twice), 90);
    std::vector<Finding> all;
    for (const auto* one : checks()) all.push_back({.check = one});
    EXPECT_EQ(score_of(all), 0);
}

TEST(Checks, QuoteNoDocumentOfLaterDays) {
    const auto* cell = find_check("cell.too_few_full_members");
    EXPECT_EQ(source_on(*cell, base::date(2025, 6, 30)), "Điều lệ Đảng (2011), Điều 21");
    EXPECT_EQ(source_on(*cell, base::date(2025, 7, 1)), "Điều lệ Đảng (2011), Điều 21; 294-QĐ/TW, Điều 20.3");
    EXPECT_EQ(source_on(*find_check("membership.overlap"), base::date(2020, 1, 1)), "");
}

TEST(Checks, AreWrittenOutInFull) {
    std::set<std::string_view> codes;
    for (const auto* check : checks()) {
        SCOPED_TRACE(check->code);
        EXPECT_TRUE(codes.insert(check->code).second);
        EXPECT_FALSE(check->label.empty() || check->message.empty() || check->meaning.empty() || check->remedy.empty());
        EXPECT_EQ(check->weight == 0, check->severity == Severity::note);
        ASSERT_TRUE(check->type);
        EXPECT_TRUE(check->field.empty() || check->type->find(check->field));
        EXPECT_NE(check->of_member == nullptr, check->of_organisation == nullptr);
    }
    EXPECT_GE(codes.size(), 40u);
}

}  // namespace
}  // namespace quality
