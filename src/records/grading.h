// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "records/party_member.h"

namespace records {

// Mức xếp loại chất lượng. Source: 132-QĐ/TW, 124-QĐ/TW, 366-QĐ/TW. From best to worst.
enum class Grade { excellent, good, completed, not_completed };
extern const schema::CodeList grades;
constexpr const schema::CodeList& code_list(Grade) { return grades; }

// Why someone has no grade (lý do chưa xếp loại). Rows 6F.3; `not_stated` where the source does not say.
enum class NotGradedReason { exempt, suspended, admitted_under_6_months, new_collective, absent, not_stated };
extern const schema::CodeList not_graded_reasons;
constexpr const schema::CodeList& code_list(NotGradedReason) { return not_graded_reasons; }

enum class CampaignState { open, closed };
extern const schema::CodeList campaign_states;
constexpr const schema::CodeList& code_list(CampaignState) { return campaign_states; }

// Đợt đánh giá, xếp loại: one year of one organisation and all below it.
struct GradingCampaign {
    base::Id<GradingCampaign> id;
    std::int64_t version = 0;
    base::Id<Organisation> organisation_id;
    std::int64_t year = 0;
    CampaignState state{};
    std::optional<base::Date> closed_on;
    std::string note;

    static const schema::RecordType type;
};

// Xếp loại đảng viên: the grade of one member in one campaign, or the reason why there is none; never both.
// `cell_id` is the home cell on 31/12 of the year, so that later transfers do not move past grades.
struct MemberGrade {
    base::Id<MemberGrade> id;
    std::int64_t version = 0;
    base::Id<GradingCampaign> campaign_id;
    base::Id<PartyMember> member_id;
    base::Id<Organisation> cell_id;
    std::optional<Grade> grade;
    std::optional<NotGradedReason> not_graded_reason;
    std::optional<base::Date> decided_on;
    std::string decision_number;
    std::string note;

    static const schema::RecordType type;
};

// Xếp loại tổ chức đảng: the grade of one organisation in one campaign, or the reason why there is none; never both.
struct OrganisationGrade {
    base::Id<OrganisationGrade> id;
    std::int64_t version = 0;
    base::Id<GradingCampaign> campaign_id;
    base::Id<Organisation> organisation_id;
    std::optional<Grade> grade;
    std::optional<NotGradedReason> not_graded_reason;
    std::optional<base::Date> decided_on;
    std::string decision_number;
    std::string note;

    static const schema::RecordType type;
};

}  // namespace records
