// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "actions/proposals.h"

namespace actions {

// Rows of change_request in words, with names and what the records say now.
std::vector<Proposal> in_words(Context& context, const std::vector<schema::Record>& requests);

// The type that a row of change_request is about.
const schema::RecordType& type_of_request(const schema::Record& request);

}  // namespace actions
