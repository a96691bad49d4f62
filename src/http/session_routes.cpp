// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/account_names.h"
#include "actions/reach.h"
#include "actions/sign_in.h"
#include "base/check.h"
#include "http/application.h"
#include "http/handlers.h"
#include "http/organisation_json.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

// Gone with the browser window, and with the session on the server in any case.
std::string cookie(const Request& request, std::string_view token, bool ends) {
    std::string text = request.is_secure ? "__Host-kientoan_session=" : "kientoan_session=";
    text.append(token).append("; Path=/; HttpOnly; SameSite=Strict");
    if (request.is_secure) text += "; Secure";
    if (ends) text += "; Max-Age=0";
    return text;
}

void write_role(JsonWriter& json, Call& call, const actions::RoleGrant& grant) {
    json.member("role", schema::code_of(grant.role)).member("label", schema::label_of(grant.role));
    json.object("organisation", [&] { write_organisation(json, call.context, grant.organisation.value); });
    json.member("valid_from", grant.period.valid_from).member_if("valid_to", grant.period.valid_to);
    if (grant.delegated_by) {
        const auto names = actions::account_names(call.context);
        const auto delegator = names.find(*grant.delegated_by);
        if (delegator != names.end()) json.member("delegated_by", delegator->second);
    }
}

// What may be done somewhere; the page draws its menus from it, the actions decide anew each time.
std::vector<rules::Right> rights_of(const rules::Access& access) {
    std::vector<rules::Right> rights;
    for (std::size_t i = 0; i < rules::right_count; ++i)
        if (const auto right = static_cast<rules::Right>(i); access.may_anywhere(right)) rights.push_back(right);
    return rights;
}

// The organisation where the pages of the caller begin.
void write_home(JsonWriter& json, Call& call) {
    const auto code = actions::home_of(call.context);
    const auto snapshot = actions::snapshot_of(call.context);
    const auto place = code.empty() ? std::nullopt : snapshot->columns->forest.find(code);
    if (place)
        json.object("home", [&] { write_organisation(json, call.context, snapshot->columns->forest.ids()[*place]); });
    else
        json.null("home");
}

Response session_answer(Call& call, const actions::SignedInAs& who) {
    JsonWriter json;
    json.object("account", [&] {
        json.member("id", who.account_id).member("name", who.account_name).member("display_name", who.display_name);
    });
    if (const auto& member = who.access.member_id; member.is_nil())
        json.null("member_id");
    else
        json.member("member_id", member);
    json.objects("roles", who.grants, [&](const actions::RoleGrant& grant) { write_role(json, call, grant); });
    json.values("rights", rights_of(who.access), rules::name_of);
    write_home(json, call);
    json.member("csrf", who.csrf).member("today", call.context.today);
    json.member("totp", who.has_totp).member("must_change_password", who.must_change_password);
    return json_answer(json.take());
}

}  // namespace

base::Result<Response> sign_in(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"name", "password", "code"}));
    const auto signed_in =
        TRY(actions::sign_in(call.context, call.application.gate(),
                             {.name = TRY(body.text("name")),
                              .password = TRY(body.text("password")),
                              .code = TRY(body.text_if("code")).value_or(""),
                              .remote_address = call.request.remote,
                              .user_agent = std::string{call.request.header("User-Agent").substr(0, 200)}}));
    const auto session = call.application.sessions().find(call.context, signed_in.token);
    CHECK(session);
    call.context.access = session->access;
    auto response = session_answer(call, *session);
    response.headers.emplace_back("Set-Cookie", cookie(call.request, signed_in.token, false));
    return response;
}

base::Result<Response> show_session(Call& call) { return session_answer(call, *call.session); }

base::Result<Response> sign_out(Call& call) {
    TRY(actions::end_session(call.context, call.session->session_id));
    auto response = no_content();
    response.headers.emplace_back("Set-Cookie", cookie(call.request, "", true));
    return response;
}

base::Result<Response> change_password(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"old", "new"}));
    TRY(actions::change_own_password(call.context, {.old_password = TRY(body.text("old")),
                                                    .new_password = TRY(body.text("new")),
                                                    .kept_session = call.session->session_id}));
    return no_content();
}

base::Result<Response> begin_totp(Call& call) {
    const auto offer = TRY(actions::begin_totp(call.context));
    JsonWriter json;
    json.member("secret", offer.secret).member("uri", offer.uri);
    return json_answer(json.take());
}

base::Result<Response> confirm_totp(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"code"}));
    const auto codes = TRY(actions::confirm_totp(call.context, TRY(body.text("code"))));
    JsonWriter json;
    json.values("recovery_codes", codes);
    return json_answer(json.take());
}

base::Result<Response> end_totp(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"password"}));
    TRY(actions::end_totp(call.context, TRY(body.text("password"))));
    return no_content();
}

}  // namespace http
