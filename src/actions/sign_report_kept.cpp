// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sign_report_kept.h"

#include <chrono>

#include "records/platform.h"

namespace actions {

base::Date day_in_vietnam(std::int64_t at_ms) {
    using namespace std::chrono;
    const auto days_since_1970 = floor<days>(milliseconds{at_ms} + hours{7}).count();
    return {static_cast<std::int32_t>(days_since_1970)};
}

std::optional<KeptReport> last_signed(store::Reader& reader, std::string_view report,
                                      base::Id<records::Organisation> organisation, int year) {
    const auto found = reader.select(records::frozen_report,
                                     {.conditions = {{.field = "report", .values = {std::string{report}}},
                                                     {.field = "organisation_id", .values = {organisation.value}},
                                                     {.field = "year", .values = {std::int64_t{year}}}},
                                      .order = {{.field = "signed_at_ms", .descending = true}},
                                      .limit = 1});
    if (found.empty()) return {};
    const auto text = [&](std::string_view field) { return std::get<std::string>(found.front()[field]); };
    const auto at_ms = std::get<std::int64_t>(found.front()["signed_at_ms"]);
    return KeptReport{{text("signed_by"), day_in_vietnam(at_ms), text("head")}, text("figures")};
}

}  // namespace actions
