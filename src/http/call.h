// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "http/body.h"
#include "http/route.h"

namespace actions {
struct SignedInAs;
}

namespace http {

class Application;

// One request on its way through a handler: what was asked, by whom, and what it may use.
struct Call {
    const Request& request;
    actions::Context& context;
    Application& application;
    const actions::SignedInAs* session = nullptr;  // Null behind an open door.

    // Of the path. "request.not_here" when it is no id: such a record cannot exist.
    base::Result<base::Uuid> id(std::string_view name = "id") const;
    std::string path_text(std::string_view name) const { return std::string{request.parameter(name)}; }

    // Of the query; an empty value counts as absent. Refused as "request.bad_parameter" {name, value, what it should
    // be}.
    std::string query_text(std::string_view name) const;
    base::Result<std::optional<base::Date>> query_day(std::string_view name) const;
    base::Result<base::Date> on() const;             // `on`, or today.
    base::Result<std::string> organisation() const;  // `organisation`, or the first one in sight.
    base::Result<std::int64_t> query_number(std::string_view name, std::int64_t otherwise, std::int64_t min,
                                            std::int64_t max) const;
    base::Result<std::optional<base::Uuid>> query_id(std::string_view name) const;

    base::Result<Body> body() const { return Body::parse(request.body); }
};

Response json_answer(std::string body, unsigned status = 200);
Response no_content();
// A file to be saved under that name, which may be Vietnamese (RFC 6266).
Response download(std::string body, std::string_view content_type, std::string_view file_name);
Response download_file(std::string path, std::string_view content_type, std::string_view file_name);

inline constexpr std::string_view docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

}  // namespace http
