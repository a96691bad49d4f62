// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/account_names.h"
#include "actions/accounts.h"
#include "actions/grants.h"
#include "http/application.h"
#include "http/handlers.h"
#include "http/organisation_json.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

using AccountNames = std::map<base::Uuid, std::string>;

std::string name_of(const AccountNames& names, const base::Uuid& account) {
    const auto found = names.find(account);
    return found == names.end() ? std::string{} : found->second;
}

void write_grant(JsonWriter& json, Call& call, const AccountNames& names, const actions::RoleGrant& grant) {
    json.member("id", grant.id).member("account_id", grant.account_id);
    json.member("account", name_of(names, grant.account_id));
    json.member("role", schema::code_of(grant.role)).member("role_label", schema::label_of(grant.role));
    json.object("organisation", [&] { write_organisation(json, call.context, grant.organisation.value); });
    json.member("valid_from", grant.period.valid_from).member_if("valid_to", grant.period.valid_to);
    if (grant.delegated_by) json.member("delegated_by", name_of(names, *grant.delegated_by));
}

void write_account(JsonWriter& json, Call& call, const AccountNames& names, const actions::AccountRow& row) {
    json.member("id", row.account.id).member("version", row.account.version);
    json.member("name", schema::to_text(row.account["name"]))
        .member("display_name", schema::to_text(row.account["display_name"]));
    if (const auto* member = std::get_if<base::Uuid>(&row.account["member_id"])) json.member("member_id", *member);
    json.member("is_closed", std::get<bool>(row.account["is_closed"]));
    json.member("must_change_password", row.must_change_password).member("totp", row.has_totp);
    json.member("is_locked", row.is_locked).time_if("last_sign_in_at", row.last_sign_in_at_ms);
    json.objects("grants", row.grants, [&](const actions::RoleGrant& grant) { write_grant(json, call, names, grant); });
}

// The account as the list shows it.
base::Result<actions::AccountRow> row_of(Call& call, const base::Uuid& account) {
    for (auto& row : TRY(actions::list_accounts(call.context)))
        if (row.account.id == account) return std::move(row);
    return base::Refusal{"request.not_here", {}, {}};
}

base::Result<records::Role> role_of(const Body& body) {
    const auto code = TRY(body.text("role"));
    const auto role = schema::parse_code<records::Role>(code);
    if (!role) return base::Refusal{"not_in_list", {"Vai trò", code, "Vai trò"}, {}};
    return *role;
}

base::Result<Response> grant_answer(Call& call, const base::Uuid& id) {
    for (const auto& grant : actions::list_grants(call.context))
        if (grant.id == id) {
            JsonWriter json;
            write_grant(json, call, actions::account_names(call.context), grant);
            return json_answer(json.take(), 201);
        }
    return base::Refusal{"request.not_here", {}, {}};
}

}  // namespace

base::Result<Response> list_accounts(Call& call) {
    const auto rows = TRY(actions::list_accounts(call.context));
    const auto names = actions::account_names(call.context);
    JsonWriter json;
    json.objects("accounts", rows, [&](const actions::AccountRow& row) { write_account(json, call, names, row); });
    return json_answer(json.take());
}

base::Result<Response> create_account(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"name", "display_name", "member_id"}));
    actions::NewAccount order{.name = TRY(body.text("name")), .display_name = TRY(body.text("display_name"))};
    if (body.has("member_id")) order.member_id = TRY(body.id("member_id"));
    const auto created = TRY(actions::create_account(call.context, order));
    const auto row = TRY(row_of(call, created.account.id));
    JsonWriter json;
    json.object("account", [&] { write_account(json, call, actions::account_names(call.context), row); });
    json.member("password", created.password);
    return json_answer(json.take(), 201);
}

base::Result<Response> change_account(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"version", "display_name", "is_closed"}));
    actions::AccountChange order{.account_id = TRY(call.id()),
                                 .version = TRY(body.number("version")),
                                 .display_name = TRY(body.text_if("display_name"))};
    if (body.has("is_closed")) order.is_closed = TRY(body.truth("is_closed", false));
    const auto changed = TRY(actions::change_account(call.context, order));
    const auto row = TRY(row_of(call, changed.id));
    JsonWriter json;
    write_account(json, call, actions::account_names(call.context), row);
    return json_answer(json.take());
}

base::Result<Response> reset_password(Call& call) {
    const auto password = TRY(actions::reset_password(call.context, TRY(call.id())));
    JsonWriter json;
    json.member("password", password);
    return json_answer(json.take());
}

base::Result<Response> reset_totp(Call& call) {
    TRY(actions::reset_totp(call.context, TRY(call.id())));
    return no_content();
}

base::Result<Response> list_grants(Call& call) {
    const auto account = TRY(call.query_id("account"));
    const auto names = actions::account_names(call.context);
    JsonWriter json;
    json.objects("grants", actions::list_grants(call.context, account),
                 [&](const actions::RoleGrant& grant) { write_grant(json, call, names, grant); });
    return json_answer(json.take());
}

base::Result<Response> create_grant(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"account_id", "role", "organisation", "valid_from", "valid_to"}));
    const auto id = TRY(actions::grant_role(call.context, {.account_id = TRY(body.id("account_id")),
                                                           .role = TRY(role_of(body)),
                                                           .organisation = TRY(body.text("organisation")),
                                                           .valid_from = TRY(body.day("valid_from")),
                                                           .valid_to = TRY(body.day_if("valid_to"))}));
    return grant_answer(call, id);
}

base::Result<Response> end_grant(Call& call) {
    TRY(actions::end_grant(call.context, TRY(call.id())));
    return no_content();
}

base::Result<Response> create_delegation(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"account", "role", "organisation", "valid_from", "valid_to"}));
    const auto id = TRY(actions::delegate_role(call.context, {.account = TRY(body.text("account")),
                                                              .role = TRY(role_of(body)),
                                                              .organisation = TRY(body.text("organisation")),
                                                              .valid_from = TRY(body.day("valid_from")),
                                                              .valid_to = TRY(body.day_if("valid_to"))}));
    return grant_answer(call, id);
}

}  // namespace http
