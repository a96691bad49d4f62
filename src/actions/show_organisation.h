// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/organisation_node.h"

namespace actions {

// What an organisation was over a time.
struct OrganisationPast {
    base::Uuid id;
    base::Date valid_from;
    std::optional<base::Date> valid_to;
    std::string name, kind, kind_label;
    std::optional<OrganisationMention> superior;  // As it was called on the first day.
    struct Basis {
        base::Uuid id;
        std::string number, subject;
        base::Date issued_on;
    };
    std::optional<Basis> decision;
};

// Kế thừa: from whom it took over, or who took over from it.
struct OrganisationSuccession {
    bool is_from = false;
    OrganisationMention organisation;
    std::string act, act_label;
    base::Date on;
};

// Trang tổ chức.
struct OrganisationPage {
    OrganisationNode organisation;
    std::vector<OrganisationMention> path;  // From the top that the caller sees down to its superior.
    std::vector<OrganisationNode> subordinates;
    std::vector<OrganisationPast> versions;  // By day.
    std::vector<OrganisationSuccession> successions;
    schema::Record record, version;  // The version of the day, or the nearest one.
};

// Refused as "organisation.unknown" {code}. About 0.4 ms.
base::Result<OrganisationPage> show_organisation(Context& context, const std::string& code, base::Date on);
std::string to_json(const OrganisationPage& page);

}  // namespace actions
