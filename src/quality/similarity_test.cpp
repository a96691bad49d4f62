// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/similarity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.h"

namespace quality {
namespace {

Traits person(std::string name, base::PartialDate born_on = {1985, 3, 12}, std::string personal_id = {}) {
    Traits traits{.full_name = std::move(name), .born_on = born_on};
    traits.folded_name = base::fold(traits.full_name);
    traits.personal_id = std::move(personal_id);
    return traits;
}

int score(const Traits& a, const Traits& b, Namesakes namesakes = 2) { return compare(a, b, namesakes).score; }

bool says(const Similarity& similarity, std::string_view what) {
    return std::any_of(similarity.evidence.begin(), similarity.evidence.end(),
                       [&](const Evidence& each) { return each.what == what; });
}

TEST(Similarity, OnePersonTypedTwice) {
    auto a = person("Nguyễn Thị Thu Hà"), b = person("Nguyễn Thị Thu Hà");
    EXPECT_GE(score(a, b), worth_a_look);
    EXPECT_LT(score(a, b, 60), worth_a_look) << "a common name and a day of birth are not enough";
    a.native_place = b.native_place = "hai lang quang tri";
    EXPECT_GE(score(a, b, 60), worth_a_look);
    a.ceremony_on = b.ceremony_on = base::date(2010, 5, 19);
    EXPECT_GE(score(a, b), nearly_sure);
    EXPECT_GE(
        score(person("Lê Văn Tám", {1960, 0, 0}, "045060001234"), person("Lê Văn Tám", {1961, 0, 0}, "045060001234")),
        worth_a_look);
}

TEST(Similarity, SlipsOfTheHand) {
    const auto a = person("Trần Thị Mỹ Lệ", {1985, 3, 12}, "045185001234");
    EXPECT_TRUE(says(compare(a, person("Tran Thi My Le"), 2), "Họ tên chỉ khác dấu"));
    EXPECT_TRUE(says(compare(a, person("Trần Mỹ Lệ"), 2), "Họ tên khác một chữ"));
    EXPECT_TRUE(says(compare(a, person("Trần Thị Mỹ Lệ", {1985, 12, 3}), 2), "Ngày và tháng sinh đổi chỗ"));
    EXPECT_TRUE(says(compare(a, person("Trần Thị Mỹ Lệ", {1985, 3, 13}), 2), "Ngày sinh khác một chữ số"));
    EXPECT_TRUE(says(compare(a, person("Trần Thị Mỹ Lệ", {1985, 0, 0}), 2), "Cùng năm sinh, một bên chưa rõ ngày"));
    const auto near = compare(a, person("Trần Thị Mỹ Lệ", {1985, 3, 12}, "045185001324"), 2);
    EXPECT_TRUE(says(near, "Số định danh cá nhân khác một chữ số")) << "two digits changed places";
    EXPECT_GE(near.score, nearly_sure);
    EXPECT_TRUE(says(compare(person("Hoà Thuỷ"), person("Hòa Thủy"), 2), "Họ tên giống hệt"));
}

TEST(Similarity, TwoPersons) {
    // Brothers: a word of the name, the native place, neighbouring numbers.
    auto a = person("Phạm Văn An", {1985, 3, 12}, "045085001234"),
         b = person("Phạm Văn Ân", {1987, 7, 1}, "045087004321");
    a.native_place = b.native_place = "gio linh quang tri";
    EXPECT_LT(score(a, b), worth_a_look);
    // The same name and day of birth, other numbers.
    EXPECT_LT(score(person("Nguyễn Văn Hùng", {1985, 3, 12}, "045085001234"),
                    person("Nguyễn Văn Hùng", {1985, 3, 12}, "046085777777")),
              worth_a_look);
    auto man = person("Lê Thanh Hương"), woman = person("Lê Thanh Hương");
    woman.sex = records::Sex::female;
    EXPECT_LT(score(man, woman), worth_a_look);
    EXPECT_EQ(score(person("Lê Văn Tám"), person("Trần Thị Bưởi", {1950, 1, 1})), 0);
}

Traits arbitrary_person() {
    static const std::vector<std::string> names{"Nguyễn Văn Hùng", "Nguyen Van Hung", "Nguyễn Hùng", "Lê Thị Hoa"};
    auto traits = person(*rc::gen::elementOf(names), {*rc::gen::inRange(1980, 1983), *rc::gen::inRange(1, 4), 1});
    traits.personal_id = "04508500" + std::to_string(*rc::gen::inRange(1000, 1030));
    if (*rc::gen::arbitrary<bool>()) traits.native_place = "cam lo";
    return traits;
}

RC_GTEST_PROP(SimilarityProperty, ComparingIsSymmetric, ()) {
    const auto a = arbitrary_person(), b = arbitrary_person();
    const auto there = compare(a, b, 3), back = compare(b, a, 3);
    RC_ASSERT(there.score == back.score);
    RC_ASSERT(there.evidence.size() == back.evidence.size());
    RC_ASSERT(there.score >= 0);
    RC_ASSERT(there.score <= 100);
}

// The keys leave out no pair that comparing all with all would find.
RC_GTEST_PROP(SimilarityProperty, NoPairIsMissed, ()) {
    std::vector<Traits> persons;
    for (int i = *rc::gen::inRange(2, 25); i > 0; --i) persons.push_back(arbitrary_person());
    const auto found = find_pairs(persons);
    std::size_t expected = 0;
    for (std::uint32_t a = 0; a < persons.size(); ++a)
        for (std::uint32_t b = a + 1; b < persons.size(); ++b) {
            const bool is_namesake = persons[a].folded_name == persons[b].folded_name;
            const auto namesakes = std::count_if(persons.begin(), persons.end(), [&](const Traits& each) {
                return each.folded_name == persons[a].folded_name;
            });
            expected +=
                compare(persons[a], persons[b], is_namesake ? static_cast<int>(namesakes) : 0).score >= worth_a_look;
        }
    RC_ASSERT(found.size() == expected);
    RC_ASSERT(std::is_sorted(found.begin(), found.end(),
                             [](const Pair& x, const Pair& y) { return x.similarity.score > y.similarity.score; }));
}

}  // namespace
}  // namespace quality
