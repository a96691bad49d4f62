// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_member_list.h"
#include "actions/find_members.h"
#include "actions/member_form.h"
#include "actions/member_history.h"
#include "actions/member_list.h"
#include "actions/show_member.h"
#include "figures/subject.h"
#include "http/application.h"
#include "http/handlers.h"
#include "schema/json_writer.h"

namespace http {
namespace {

constexpr std::int64_t page_rows_max = 500;

base::Result<actions::FindMembers> list_request(const Call& call) {
    actions::FindMembers request{.organisation = TRY(call.organisation()),
                                 .on = TRY(call.query_day("on")),
                                 .text = call.query_text("q"),
                                 .sort = call.query_text("sort"),
                                 .year = static_cast<int>(TRY(call.query_number("year", 0, 1930, 2200))),
                                 .figure = call.query_text("figure"),
                                 .by = call.query_text("by"),
                                 .key = call.query_text("key")};
    const auto only = [&](std::string_view column) {
        if (const auto codes = call.request.query_value(column)) request.only.emplace_back(column, *codes);
    };
    only("kind");
    only("grade");
    for (const auto& column : figures::member_state.columns) only(column.name);
    return request;
}

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (comma > 0) names.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return names;
}

}  // namespace

base::Result<Response> list_members(Call& call) {
    auto request = TRY(list_request(call));
    request.offset = static_cast<std::size_t>(TRY(call.query_number("offset", 0, 0, 100'000'000)));
    request.limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, page_rows_max)));
    return json_answer(actions::to_json(TRY(actions::find_members(call.context, request))));
}

base::Result<Response> members_xlsx(Call& call) {
    const auto path = call.application.new_file_path(".xlsx");
    const auto columns = names_in(call.query_text("columns"));
    const auto request = TRY(list_request(call));
    TRY(actions::export_member_list(call.context, request, columns, path));
    return download_file(path, xlsx_type, "Danh sách đảng viên " + request.organisation + ".xlsx");
}

base::Result<Response> member_list_docx(Call& call) {
    const auto organisation = TRY(call.organisation());
    auto list = TRY(actions::make_member_list(call.context, organisation, TRY(call.on())));
    return download(std::move(list.docx), docx_type, "Danh sách đảng viên " + organisation + ".docx");
}

base::Result<Response> show_member(Call& call) {
    const auto id = TRY(call.id());
    return json_answer(actions::to_json(TRY(actions::show_member(call.context, id, TRY(call.on())))));
}

base::Result<Response> member_history(Call& call) {
    const auto id = TRY(call.id());
    const auto before = TRY(call.query_number("before", 0, 0, INT64_MAX));
    const auto limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, page_rows_max)));
    return json_answer(actions::to_json(TRY(actions::member_history(call.context, id, before, limit))));
}

base::Result<Response> member_readers(Call& call) {
    const auto id = TRY(call.id());
    const auto limit = static_cast<std::size_t>(TRY(call.query_number("limit", 100, 1, page_rows_max)));
    return json_answer(actions::to_json(TRY(actions::member_readers(call.context, id, limit))));
}

base::Result<Response> reveal_identifier(Call& call) {
    const auto id = TRY(call.id());
    const auto body = TRY(call.body());
    TRY(body.only({"field"}));
    const auto field = TRY(body.text("field"));
    const auto value = TRY(actions::reveal_identifier(call.context, id, field));
    schema::JsonWriter json;
    json.member("field", field).member("value", value);
    return json_answer(json.take());
}

base::Result<Response> member_form_docx(Call& call) {
    auto form = TRY(actions::make_member_form(call.context, TRY(call.id())));
    return download(std::move(form.docx), docx_type, "Phiếu đảng viên " + form.full_name + ".docx");
}

}  // namespace http
