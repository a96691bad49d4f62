// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/api/api_server.h"

#include <fstream>
#include <sstream>

#include "actions/accounts.h"
#include "actions/find_members.h"
#include "actions/grants.h"
#include "actions/import_register.h"
#include "base/check.h"
#include "base/messages.h"
#include "demo/registers.h"
#include "records/all.h"

namespace api_test {
namespace {

constexpr demo::DemoScale small_city{.grassroots = 4, .members = 90};
const base::Date today = base::date(2021, 3, 1);

template <class T>
T expect(base::Result<T> result) {
    if (!result) throw base::Fault{result.error().code + ": " + base::message(result.error())};
    return *std::move(result);
}

std::string body_text(const http::Response& response) {
    if (response.stream) return "(stream)";
    if (response.file.empty()) return response.body;
    std::ifstream file{response.file, std::ios::binary};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

}  // namespace

std::string json_text(std::string_view json, std::string_view name) {
    const auto key = '"' + std::string{name} + "\":\"";
    const auto at = json.find(key);
    if (at == json.npos) return {};
    const auto begin = at + key.size();
    return std::string{json.substr(begin, json.find('"', begin) - begin)};
}

ApiServer::ApiServer() {
    store_ = store::Store::open({folder_.file("data")}, records::all(), true);
    make_city();
    make_accounts();
    application_ = std::make_unique<http::Application>(
        store::Address{folder_.file("data")}, http::ApplicationOptions{.clock =
                                                                           [this] {
                                                                               return http::Now{today, now_ms_ += 1000};
                                                                           },
                                                                       .log = &log_,
                                                                       .stores = 1,
                                                                       .work_folder = folder_.path().string()});
}

actions::Context ApiServer::local_administrator() {
    return {.store = *store_,
            .actor = "cli:kiem-thu",
            .today = today,
            .now_ms = now_ms_,
            .access = rules::Access::local_administrator()};
}

void ApiServer::make_city() {
    auto context = local_administrator();
    const auto files = demo::write_demo_registers(folder_.file("so-sach"), small_city);
    for (const auto& [kind, path] : {std::pair{"organisations", files.organisations}, {"members", files.members}})
        CHECK(!expect(actions::import_register(context, {.kind = kind, .path = path})).has_errors());
    CHECK(!expect(actions::import_register(
                      context, {.kind = "grades", .path = files.grades, .organisation = "DH", .year = 2020}))
               .has_errors());
    city = "DH";
    // The first two grassroots organisations that have members; of each the cell of its first member by name.
    const auto snapshot = actions::load_snapshot(*store_);
    const auto& forest = snapshot->columns->forest;
    for (const auto place : forest.tree_on(stats::to_day(today)).children(*forest.find("DH"))) {
        const auto page = expect(actions::find_members(context, {.organisation = forest.code(place), .limit = 1}));
        if (page.total < 5) continue;
        const bool is_home = home_grassroots.empty();
        (is_home ? home_grassroots : foreign_grassroots) = forest.code(place);
        (is_home ? home_cell : foreign_cell) = page.items[0].cell;
        (is_home ? home_member : foreign_member) = base::to_string(page.items[0].id);
        if (!is_home) break;
    }
    CHECK(!foreign_member.empty());
}

void ApiServer::make_account(std::string_view name, std::string_view role, const std::string& organisation,
                             const std::string& member) {
    auto context = local_administrator();
    actions::NewAccount order{.name = std::string{name}, .display_name = "Người dùng " + std::string{name}};
    if (!member.empty()) order.member_id = base::parse_uuid(member);
    auto created = expect(actions::create_account(context, order));
    passwords_.emplace(name, created.password);
    if (organisation.empty()) return;
    expect(actions::grant_role(context, {.account_id = created.account.id,
                                         .role = *schema::parse_code<records::Role>(role),
                                         .organisation = organisation,
                                         .valid_from = base::date(2021, 1, 1)}));
}

void ApiServer::make_accounts() {
    make_account("administrator", "administrator", city, "");
    make_account("board", "organisation_board", city, "");
    make_account("committee", "grassroots_committee", home_grassroots, "");
    make_account("secretary", "cell_secretary", home_cell, "");
    make_account("leader", "leader", city, "");
    make_account("member", "member", home_cell, home_member);
    make_account("foreign_board", "organisation_board", foreign_grassroots, "");
}

std::string ApiServer::log_text() {
    std::ifstream file{folder_.file("log")};
    return {std::istreambuf_iterator<char>{file}, {}};
}

http::Response ApiServer::send(http::Request request) {
    request.remote = "127.0.0.1";
    if (!request.body.empty()) request.headers.emplace_back("Content-Type", "application/json");
    return application_->handle(request);
}

const ApiServer::Signed& ApiServer::signed_in(std::string_view account) {
    if (const auto found = sessions_.find(account); found != sessions_.end()) return found->second;
    const auto& first = passwords_.find(account)->second;
    const std::string own = "Bảy con cò trắng " + std::to_string(passwords_.size() + sessions_.size());
    const auto answer = send({.method = "POST",
                              .path = "/api/session",
                              .body = R"({"name":")" + std::string{account} + R"(","password":")" + first + "\"}"});
    if (answer.status != 200) throw base::Fault{"sign-in of " + std::string{account} + ": " + answer.body};
    Signed session{.cookie = {}, .csrf = json_text(answer.body, "csrf")};
    for (const auto& [name, value] : answer.headers)
        if (name == "Set-Cookie") session.cookie = value.substr(0, value.find(';'));
    const auto changed = send({.method = "POST",
                               .path = "/api/session/password",
                               .body = R"({"old":")" + first + R"(","new":")" + own + "\"}",
                               .headers = {{"Cookie", session.cookie}, {"X-CSRF-Token", session.csrf}}});
    if (changed.status != 204) throw base::Fault{"password of " + std::string{account} + ": " + changed.body};
    return sessions_.emplace(account, session).first->second;
}

http::Response ApiServer::ask(std::string_view account, std::string_view method, std::string_view target,
                              std::string_view body) {
    const auto question = std::min(target.find('?'), target.size());
    http::Request request{.method = std::string{method}, .path = std::string{target.substr(0, question)}};
    if (question < target.size()) request.query = target.substr(question + 1);
    request.body = body;
    if (!account.empty()) {
        const auto& session = signed_in(account);
        request.headers = {{"Cookie", session.cookie}, {"X-CSRF-Token", session.csrf}};
    }
    return send(std::move(request));
}

std::string ApiServer::ask_text(std::string_view account, std::string_view method, std::string_view target,
                                std::string_view body) {
    const auto response = ask(account, method, target, body);
    return std::to_string(response.status) + " " + body_text(response);
}

}  // namespace api_test
