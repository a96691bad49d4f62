// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace http {

struct Call;

// Answers one request: parses it, calls one action, writes what came of it. A refusal becomes a 4xx by its code
// (answer.h).
using Handler = base::Result<Response> (*)(Call&);

// Who may knock: what the signed-in may do beyond that is decided in the actions.
enum class Door : std::uint8_t {
    open,       // Danh mục công khai: without signing in. The list of these is in docs/access.md.
    signed_in,  // With a session.
};

// One row of routes.cpp. A pattern is literal segments and {parameters}; a last segment may end in a literal extension:
// "/api/reports/{name}.docx".
struct Route {
    std::string_view method;
    std::string_view pattern;
    Handler handler = nullptr;
    std::string_view summary;     // Vietnamese; of the OpenAPI document.
    std::string_view query = {};  // Query parameters by their keys in openapi_parts.json, separated by blanks.
    std::string_view takes = {};  // Schema of the JSON body; "file" = bytes.
    std::string_view gives = {};  // Schema of the answer, or docx, xlsx, html, text, events (a stream); empty = 204.
    Door door = Door::signed_in;
    std::size_t body_limit = 1 << 20;  // Bytes.
    bool spools = false;               // The body goes to a file.
    bool creates = false;              // Answers 201.
};

// Every URL of the system.
std::span<const Route> routes();

}  // namespace http
