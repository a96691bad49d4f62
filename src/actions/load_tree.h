// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "rules/organisation_tree.h"

namespace actions {

// The tree as it stands on that day, from the rows that the reader sees (a transaction sees its own).
rules::OrganisationTree load_tree(store::Reader& reader, base::Date on);

// The same, of what the caller sees: what stands below something out of sight is a root.
rules::OrganisationTree load_seen_tree(Context& context, base::Date on);

// The organisation of that code, whether or not it exists today. Refused as "organisation.unknown" {code}.
base::Result<records::Organisation> find_organisation(store::Reader& reader, std::string_view code);

// What is true of the organisation on that day. Refused as "organisation.not_on_day" {code, day}.
base::Result<records::OrganisationVersion> version_on(store::Reader& reader, const records::Organisation& organisation,
                                                      base::Date on);

// Examines the tree of that day and of every later day on which it changes (rules/organisation_tree.h): a change made
// today must not break what was already decided for next month. The first refusal, or nothing.
base::Result<void> examine_structure(store::Reader& reader, base::Date from);

}  // namespace actions
