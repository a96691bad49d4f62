// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "actions/context.h"
#include "schema/record_type.h"
#include "store/access_log.h"

// What of any record type the caller may read: the same as actions/reach.h says of one record, said of a whole list.
namespace actions {

// Whether records of the type are part of somebody's file (hồ sơ): reading them needs Right::open_file and is logged.
bool is_of_file(const schema::RecordType& type);

// The right that reading records of the type needs.
rules::Right reading_right(const schema::RecordType& type);

// Conditions that keep exactly those rows for which `may` of reach.h is true with the reading right. With an
// `organisation` (code) only rows of its subtree of today. Rows that name their member, person or other record in
// `pinned` are judged by that one alone: the cheap way for "the rewards of this person".
// Refusals: "access.denied", "organisation.unknown", "not_found" of what is pinned; "record.own_action" {label} for
// what is read elsewhere only (accounts, sessions).
struct Pinned {
    std::vector<base::Uuid> owners;  // Values asked of the field that leads to the owner.
    std::string_view record_type;    // Of types that belong to any record: the two fields that name it.
    std::string_view record_id;
};
base::Result<std::vector<store::Condition>> reading_conditions(Context& context, const schema::RecordType& type,
                                                               std::string_view organisation, const Pinned& pinned);

// One line of the access log for each member whose file the records belong to; nothing for other types.
std::vector<store::AccessLine> access_lines(Context& context, const schema::RecordType& type,
                                            const std::vector<const schema::Record*>& records, std::string_view action);

}  // namespace actions
