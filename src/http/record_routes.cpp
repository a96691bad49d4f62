// SPDX-License-Identifier: AGPL-3.0-or-later
// The generic handlers: they serve every record type by its description.
#include <algorithm>
#include <array>

#include "actions/change_record.h"
#include "actions/create_record.h"
#include "actions/list_records.h"
#include "actions/record_history.h"
#include "actions/show_record.h"
#include "http/answer.h"
#include "http/handlers.h"
#include "http/write_faults.h"
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

// "decision" is {"id"} of one that is kept, or a decision to be written with the record.
base::Result<actions::Basis> basis_of(const Body& body) {
    actions::Basis basis{.reason = TRY(body.text_if("reason")).value_or("")};
    const auto decision = body.json("decision");
    if (decision.empty()) return basis;
    const auto sent = TRY(Body::parse(decision));
    if (sent.has("id"))
        basis.decision_id = TRY(sent.id("id"));
    else
        basis.decision = decision;
    return basis;
}

base::Result<actions::ChangeMode> mode_of(const Body& body) {
    const auto mode = TRY(body.text("mode"));
    if (mode == "correct") return actions::ChangeMode::correct;
    if (mode == "change") return actions::ChangeMode::change;
    if (mode == "erase") return actions::ChangeMode::erase;
    return base::Refusal{"request.bad_member", {"mode", "correct, change hoặc erase"}, {}};
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

base::Result<Response> create_record(Call& call) {
    const auto* type = TRY(type_of(call));
    const auto body = TRY(call.body());
    TRY(body.only({"fields", "reason", "decision"}));
    const actions::NewRecord order{.type = type, .fields = body.json("fields"), .basis = TRY(basis_of(body))};
    actions::WriteFaults faults;
    const auto created = actions::create_record(call.context, order, faults);
    if (!created) return refused_with(created.error(), faults);
    return json_answer(actions::to_json(*created), 201);
}

base::Result<Response> change_record(Call& call) {
    const auto* type = TRY(type_of(call));
    const auto body = TRY(call.body());
    TRY(body.only({"mode", "version", "fields", "on", "reason", "decision"}));
    const actions::ChangeRecord order{.type = type,
                                      .id = TRY(call.id()),
                                      .mode = TRY(mode_of(body)),
                                      .version = TRY(body.number("version")),
                                      .fields = body.has("fields") ? body.json("fields") : "{}",
                                      .on = TRY(body.day_if("on")),
                                      .basis = TRY(basis_of(body))};
    actions::WriteFaults faults;
    const auto changed = actions::change_record(call.context, order, faults);
    if (!changed) return refused_with(changed.error(), faults);
    return json_answer(actions::to_json(*changed));
}

base::Result<Response> record_history(Call& call) {
    const auto* type = TRY(type_of(call));
    const auto before = TRY(call.query_number("before", 0, 0, INT64_MAX));
    const auto limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, 500)));
    return json_answer(
        actions::to_json(TRY(actions::record_history(call.context, *type, TRY(call.id()), before, limit))));
}

}  // namespace http
