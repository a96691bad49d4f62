// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/checks.h"

#include <gtest/gtest.h>

#include "records/grading.h"
#include "records/histories.h"
#include "records/lists.h"
#include "records/organisation_events.h"
#include "schema/validate.h"

namespace records {
namespace {

using base::date;
using base::PartialDate;

template <class R>
std::vector<base::Refusal> refusals(const R& row) {
    std::vector<base::Refusal> found;
    R::type.check(schema::to_record(row), found);
    return found;
}

TEST(CheckPeriod, ThePeriodMustHoldADay) {
    Membership stay;
    stay.valid_from = date(2020, 5, 1);
    EXPECT_TRUE(refusals(stay).empty());
    stay.valid_to = date(2020, 5, 2);
    EXPECT_TRUE(refusals(stay).empty());
    stay.valid_to = date(2020, 5, 1);
    EXPECT_EQ(refusals(stay),
              (std::vector<base::Refusal>{
                  {"date_order", {"Sinh hoạt từ ngày", "01/05/2020", "Đến trước ngày", "01/05/2020"}, ""}}));
}

TEST(CheckMemberDates, DecisionThenCeremonyThenRecognition) {
    PartyMember member;
    member.admission_decided_on = date(2020, 5, 1);
    member.ceremony_on = date(2020, 5, 1);
    member.recognised_on = date(2021, 5, 1);
    EXPECT_TRUE(refusals(member).empty());

    member.admission_decided_on = date(2020, 5, 2);
    member.recognised_on = date(2020, 4, 30);
    EXPECT_EQ(refusals(member),
              (std::vector<base::Refusal>{
                  {"date_order", {"Ngày quyết định kết nạp", "02/05/2020", "Ngày vào Đảng", "01/05/2020"}, ""},
                  {"date_order", {"Ngày vào Đảng", "01/05/2020", "Ngày chính thức", "30/04/2020"}, ""},
              }));
}

// Partial dates are refused only where no reading of them is in order.
TEST(CheckDateOrder, PartialDatesGetTheBenefitOfTheDoubt) {
    const auto is_refused = [](PartialDate began, PartialDate ended) {
        schema::Record history{work_history};
        history["began_on"] = began;
        history["ended_on"] = ended;
        std::vector<base::Refusal> found;
        work_history.check(history, found);
        return !found.empty();
    };
    EXPECT_FALSE(is_refused({1985, 0, 0}, {1985, 0, 0}));
    EXPECT_FALSE(is_refused({1985, 12, 0}, {1985, 0, 0}));
    EXPECT_FALSE(is_refused({1985, 5, 31}, {1985, 5, 0}));
    EXPECT_TRUE(is_refused({1985, 6, 1}, {1985, 5, 0}));
    EXPECT_TRUE(is_refused({1986, 0, 0}, {1985, 0, 0}));
}

TEST(CheckGrade, AGradeOrAReasonNeverBoth) {
    MemberGrade row;
    EXPECT_EQ(refusals(row).at(0).code, "grade.grade_or_reason");
    row.grade = Grade::good;
    EXPECT_TRUE(refusals(row).empty());
    row.not_graded_reason = NotGradedReason::exempt;
    EXPECT_EQ(refusals(row).at(0).code, "grade.grade_or_reason");
    row.grade.reset();
    EXPECT_TRUE(refusals(row).empty());
}

TEST(CheckAttachment, TwentyMegabytesAtMost) {
    schema::Record file{attachment};
    file["content"] = schema::Bytes(20u << 20);
    std::vector<base::Refusal> found;
    attachment.check(file, found);
    EXPECT_TRUE(found.empty());

    file["content"] = schema::Bytes((20u << 20) + 1);
    attachment.check(file, found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].code, "attachment.too_large");
    EXPECT_EQ(found[0].args, (std::vector<std::string>{"21", "20"}));
}

TEST(OrganisationKinds, WhatIsACellAndWhatIsGrassroots) {
    using enum OrganisationKind;
    for (std::size_t i = 0; i < organisation_kinds.codes.size(); ++i) {
        const auto kind = static_cast<OrganisationKind>(i);
        EXPECT_EQ(is_cell(kind), kind == grassroots_cell || kind == cell || kind == temporary_cell);
        EXPECT_EQ(is_grassroots(kind), kind == grassroots_party || kind == grassroots_cell);
        EXPECT_EQ(is_party(kind), i <= static_cast<std::size_t>(group));
        EXPECT_TRUE(!is_cell(kind) || is_party(kind));
    }
}

TEST(EthnicGroups, FiftyFourOfWhichOneIsTheMajority) {
    std::size_t minorities = 0;
    for (const auto& group : ethnic_groups.codes) minorities += is_minority(group.code);
    EXPECT_EQ(minorities, 53u);
    EXPECT_EQ(ethnic_groups.codes.size(), 56u);
    EXPECT_FALSE(is_minority("kinh"));
    EXPECT_FALSE(is_minority("foreign_origin"));
    EXPECT_FALSE(is_minority("other"));
    EXPECT_FALSE(is_minority(""));
}

}  // namespace
}  // namespace records
