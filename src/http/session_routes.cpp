// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/reach.h"
#include "actions/sign_in.h"
#include "base/check.h"
#include "http/application.h"
#include "http/handlers.h"
#include "http/organisation_json.h"
#include "schema/json.h"
#include "schema/json_object.h"

namespace http {
namespace {

using schema::JsonObject;

// Gone with the browser window, and with the session on the server in any case.
std::string cookie(const Request& request, std::string_view token, bool ends) {
    std::string text = request.is_secure ? "__Host-kientoan_session=" : "kientoan_session=";
    text.append(token).append("; Path=/; HttpOnly; SameSite=Strict");
    if (request.is_secure) text += "; Secure";
    if (ends) text += "; Max-Age=0";
    return text;
}

void append_role(std::string& out, Call& call, const actions::RoleGrant& grant) {
    JsonObject object{out};
    object.text("role", schema::code_of(grant.role));
    object.text("label", schema::label_of(grant.role));
    object.raw("organisation", organisation_json(call.context, grant.organisation.value));
    object.text("valid_from", base::to_iso(grant.period.valid_from));
    if (grant.period.valid_to) object.text("valid_to", base::to_iso(*grant.period.valid_to));
    if (grant.delegated_by) object.text("delegated_by", base::to_string(*grant.delegated_by));
}

// What may be done somewhere; the page draws its menus from it, the actions decide anew each time.
std::vector<rules::Right> rights_of(const rules::Access& access) {
    std::vector<rules::Right> rights;
    for (std::size_t i = 0; i < rules::right_count; ++i)
        if (const auto right = static_cast<rules::Right>(i); access.may_anywhere(right)) rights.push_back(right);
    return rights;
}

// The organisation where the pages of the caller begin.
std::string home_json(Call& call) {
    const auto code = actions::home_of(call.context);
    const auto snapshot = actions::snapshot_of(call.context);
    const auto place = code.empty() ? std::nullopt : snapshot->columns->forest.find(code);
    return place ? organisation_json(call.context, snapshot->columns->forest.ids()[*place]) : "null";
}

std::string account_json(const actions::SignedInAs& who) {
    std::string out;
    {
        JsonObject object{out};
        object.text("id", base::to_string(who.account_id));
        object.text("name", who.account_name);
        object.text("display_name", who.display_name);
    }
    return out;
}

Response session_answer(Call& call, const actions::SignedInAs& who) {
    const auto& member = who.access.member_id;
    std::string out;
    {
        JsonObject object{out};
        object.raw("account", account_json(who));
        object.raw("member_id", member.is_nil() ? "null" : '"' + base::to_string(member) + '"');
        object.list("roles", who.grants,
                    [&](std::string& text, const actions::RoleGrant& grant) { append_role(text, call, grant); });
        object.list("rights", rights_of(who.access), [](std::string& text, rules::Right right) {
            schema::append_json_string(text, rules::name_of(right));
        });
        object.raw("home", home_json(call));
        object.text("csrf", who.csrf);
        object.text("today", base::to_iso(call.context.today));
        object.truth("totp", who.has_totp);
        object.truth("must_change_password", who.must_change_password);
    }
    return json_answer(std::move(out));
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
    std::string out;
    {
        JsonObject object{out};
        object.text("secret", offer.secret);
        object.text("uri", offer.uri);
    }
    return json_answer(std::move(out));
}

base::Result<Response> confirm_totp(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"code"}));
    const auto codes = TRY(actions::confirm_totp(call.context, TRY(body.text("code"))));
    std::string out;
    {
        JsonObject object{out};
        object.list("recovery_codes", codes,
                    [](std::string& text, const std::string& code) { schema::append_json_string(text, code); });
    }
    return json_answer(std::move(out));
}

base::Result<Response> end_totp(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"password"}));
    TRY(actions::end_totp(call.context, TRY(body.text("password"))));
    return no_content();
}

}  // namespace http
