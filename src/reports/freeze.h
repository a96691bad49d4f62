// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "reports/document.h"

namespace reports {

// The numbers of a report as they are kept when it is signed: JSON, equal for equal numbers, about 30 bytes a number of
// the issuer and 4 a number of a subordinate. Labels are not kept.
std::string freeze(const Document& document);

// The numbers that are not what was signed, in the order of the report, then those that it no longer has. A number that
// was not part of the report when it was signed is no difference; throws base::Fault when the text is none of ours.
std::vector<Difference> differences(const Document& document, std::string_view frozen);

}  // namespace reports
