// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <boost/json/fwd.hpp>
#include <string>

namespace reports {

// JSON for people and for comparing by line: an object or array that holds only plain values stands on one line, others
// a member a line, indented by two blanks.
std::string lay_out(const boost::json::value& value);

}  // namespace reports
