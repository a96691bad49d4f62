// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "records/organisation.h"

// Biến động tổ chức: each act is one decision and one transaction, true from a day on, which may lie in the future.
// All refuse what breaks the tree of that or a later day (rules/organisation_tree.h), an unknown code, and a decision
// with faults. An act needs the right to reorganise: a new name that over the organisation, a new place or an end that
// over its superiors, old and new. Source: 294-QĐ/TW, Điều 10; Điều lệ Đảng, Điều 10.
namespace actions {

// Thành lập: a new organisation. Refused as "not_unique" when the code is taken.
struct EstablishOrganisation {
    records::Decision decision;
    base::Date on;
    std::string code;
    std::string name;
    records::OrganisationKind kind{};
    std::string unit_type;      // Of grassroots organisations; else empty.
    std::string superior_code;  // Empty = a root.
};
base::Result<base::Id<records::Organisation>> establish_organisation(Context& context,
                                                                     const EstablishOrganisation& order);

// Đổi tên.
struct RenameOrganisation {
    records::Decision decision;
    base::Date on;
    std::string code;
    std::string name;
};
base::Result<void> rename_organisation(Context& context, const RenameOrganisation& order);

// Chuyển trực thuộc.
struct ReparentOrganisation {
    records::Decision decision;
    base::Date on;
    std::string code;
    std::string superior_code;
};
base::Result<void> reparent_organisation(Context& context, const ReparentOrganisation& order);

// Giải thể. Members must have been moved before: refused as "organisation.has_members" {name, number}, and as
// "organisation.has_subordinates" {name, number} while organisations stand below it on that day.
struct DissolveOrganisation {
    records::Decision decision;
    base::Date on;
    std::string code;
};
base::Result<void> dissolve_organisation(Context& context, const DissolveOrganisation& order);

}  // namespace actions
