// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "base/result.h"
#include "checker/finding.h"
#include "checker/relation.h"

namespace actions {

// What a report says of an organisation and year beside what the registers say: a finding of the rule "registers" for
// each recognised figure that differs. A contradiction, unless the text states the figure several times with different
// values, for then some may be of a part of the organisation: doubtful, or nothing when one of them agrees.
// Refused as answer_figure refuses.
base::Result<std::vector<checker::Finding>> compare_with_registers(Context& context, const checker::Reading& reading,
                                                                   const std::string& organisation, int year);

}  // namespace actions
