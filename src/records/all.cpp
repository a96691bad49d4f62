// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/all.h"

#include <array>

#include "records/change_request.h"
#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/organisation_events.h"
#include "records/platform.h"

namespace records {

std::span<const schema::RecordType* const> all() {
    static constexpr std::array types{
        // base
        &Decision::type,
        &Organisation::type,
        &OrganisationVersion::type,
        &organisation_succession,
        &attachment,
        &Person::type,
        &PersonVersion::type,
        &social_membership,
        &military_service,
        &work_history,
        &education_history,
        &reward,
        &honorary_title,
        &paper_on_file,
        // members
        &PartyMember::type,
        &Membership::type,
        &exemption,
        &suspension,
        &departure,
        &change_request,
        // grading
        &GradingCampaign::type,
        &MemberGrade::type,
        &OrganisationGrade::type,
        // platform
        &account,
        &credential,
        &role_grant,
        &session,
        &import_batch,
        &saved_view,
        &frozen_report,
        &setting,
    };
    return types;
}

const schema::RecordType* find_type(std::string_view name) {
    for (const auto* type : all())
        if (type->name == name) return type;
    return nullptr;
}

}  // namespace records
