// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>

#include "records/organisation.h"
#include "reports/document.h"
#include "store/store.h"

namespace actions {

// A report as it was signed.
struct KeptReport {
    reports::Signature signature;
    std::string figures;  // As reports::freeze wrote them.
};

// The last time that this report was signed, if ever.
std::optional<KeptReport> last_signed(store::Reader& reader, std::string_view report,
                                      base::Id<records::Organisation> organisation, int year);

// The day in Vietnam at that moment.
base::Date day_in_vietnam(std::int64_t at_ms);

}  // namespace actions
