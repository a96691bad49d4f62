// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/log.h"
#include "http/application.h"
#include "tests/support/process.h"

namespace api_test {

// Accounts of the test city, and where their role lies:
//   administrator, board, leader   the whole city, "DH"
//   committee                      one grassroots organisation, home_grassroots
//   secretary                      one cell in it, home_cell
//   member                         nothing but the own file, in home_cell
//   foreign_board                  another grassroots organisation, of which committee, secretary and member see
//   nothing

// A small made-up city and the application that answers for it, without sockets. The clock stands at 1 March 2021 and
// moves by a second with each request.
class ApiServer {
public:
    ApiServer();

    // Signs in when the account asks for the first time; "" is nobody. `target` is path and query.
    http::Response ask(std::string_view account, std::string_view method, std::string_view target,
                       std::string_view body = {});
    // The same, as one text whatever the body is made of; archives as the text of their parts.
    std::string ask_text(std::string_view account, std::string_view method, std::string_view target,
                         std::string_view body = {});

    // What the log holds; the last second of it may be missing.
    std::string log_text();

    http::Application& application() { return *application_; }
    store::Store& store() { return *store_; }
    actions::Context local_administrator();

    std::string city, home_grassroots, home_cell, foreign_grassroots, foreign_cell;  // Codes.
    std::string home_member, foreign_member;                                         // Ids of members.

private:
    void make_city();
    void make_accounts();
    void make_account(std::string_view name, std::string_view role, const std::string& organisation,
                      const std::string& member);
    http::Response send(http::Request request);

    struct Signed {
        std::string cookie, csrf;
    };
    const Signed& signed_in(std::string_view account);

    support::TemporaryFolder folder_;
    base::Log log_{{.file = folder_.file("log")}};
    std::int64_t now_ms_ = 1'614'560'400'000;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<http::Application> application_;
    std::map<std::string, std::string, std::less<>> passwords_;
    std::map<std::string, Signed, std::less<>> sessions_;
};

// The text of a member of a flat JSON object: "id" of {"id":"…"}; empty when there is none.
std::string json_text(std::string_view json, std::string_view name);

}  // namespace api_test
