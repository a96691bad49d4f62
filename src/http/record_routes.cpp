// SPDX-License-Identifier: AGPL-3.0-or-later
// The generic handlers: they serve every record type by its description.
#include <algorithm>
#include <array>

#include "actions/list_records.h"
#include "actions/show_record.h"
#include "http/handlers.h"
#include "records/all.h"

namespace http {
namespace {

base::Result<const schema::RecordType*> type_of(const Call& call) {
    auto name = call.path_text("type");
    const auto* type = records::find_type(name);
    if (!type) return base::Refusal{"record.unknown_type", {std::move(name)}, {}};
    return type;
}

// Every parameter that is none of the list's own is a filter by that field.
bool is_of_list(std::string_view name) {
    constexpr std::array<std::string_view, 5> names{"organisation", "on", "sort", "cursor", "limit"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

base::Result<Response> list_records(Call& call) {
    actions::ListRecords list{
        .type = TRY(type_of(call)),
        .sort = call.query_text("sort"),
        .limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, actions::list_limit_max))),
        .cursor = call.query_text("cursor"),
        .on = TRY(call.query_day("on")),
        .organisation = call.query_text("organisation")};
    for (auto& [name, value] : call.request.query_values())
        if (!is_of_list(name)) list.filters.push_back({std::move(name), std::move(value)});
    return json_answer(actions::to_json(TRY(actions::list_records(call.context, list))));
}

base::Result<Response> show_record(Call& call) {
    const auto* type = TRY(type_of(call));
    return json_answer(actions::to_json(TRY(actions::show_record(call.context, *type, TRY(call.id())))));
}

}  // namespace http
