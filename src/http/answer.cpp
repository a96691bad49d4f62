// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/answer.h"

#include <algorithm>
#include <array>

#include "base/messages.h"
#include "http/call.h"

namespace http {
namespace {

struct Rule {
    std::string_view code;  // Whole, or up to its last dot where it ends in one.
    unsigned status;
};

constexpr std::array rules{
    Rule{"request.not_here", 404},
    Rule{"request.method", 405},
    Rule{"request.content_type", 415},
    Rule{"request.", 400},
    Rule{"invalid_json", 400},
    Rule{"not_an_object", 400},
    Rule{"json_too_large", 413},
    Rule{"sign_in.locked", 429},
    Rule{"sign_in.too_many", 429},
    Rule{"sign_in.needed", 401},
    Rule{"sign_in.failed", 401},
    Rule{"sign_in.code_needed", 401},
    Rule{"sign_in.code_wrong", 401},
    Rule{"sign_in.csrf", 403},
    Rule{"access.denied", 403},
    Rule{"access.password_first", 403},
    Rule{"not_found", 404},
    Rule{"organisation.unknown", 404},
    Rule{"organisation.not_on_day", 404},
    Rule{"figure.unknown", 404},
    Rule{"report.unknown", 404},
    Rule{"record.unknown_type", 404},
    Rule{"import.unknown_batch", 404},
    Rule{"conflict", 409},
};

std::string to_json(const base::Refusal& refusal) {
    schema::JsonWriter json;
    write_refusal(json, refusal);
    return json.take();
}

}  // namespace

unsigned status_of(const base::Refusal& refusal) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) {
        return each.code.ends_with('.') ? refusal.code.starts_with(each.code) : refusal.code == each.code;
    });
    return rule == rules.end() ? 422 : rule->status;
}

void write_refusal(schema::JsonWriter& json, const base::Refusal& refusal) {
    json.member("code", refusal.code).member("message", base::message(refusal)).member_if("source", refusal.source);
}

Response refused(const base::Refusal& refusal) {
    auto response = json_answer(to_json(refusal), status_of(refusal));
    if (response.status == 429 && !refusal.args.empty()) response.headers.emplace_back("Retry-After", refusal.args[0]);
    return response;
}

Response faulted(std::string_view number) { return json_answer(to_json({"fault", {std::string{number}}, {}}), 500); }

void add_security_headers(const Request& request, Response& response) {
    auto& headers = response.headers;
    // Element Plus places its pop-ups by style attributes set from script, which the policy allows; style attributes in
    // markup and scripts in the page it does not.
    headers.emplace_back("Content-Security-Policy",
                         "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action "
                         "'self'; frame-ancestors 'none'");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("X-Frame-Options", "DENY");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    headers.emplace_back("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (request.is_secure) headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    const auto says = [&](std::string_view name, std::string_view value) {
        return std::any_of(headers.begin(), headers.end(), [&](const Header& header) {
            return header.first == name && header.second.starts_with(value);
        });
    };
    if (!says("Cache-Control", "")) headers.emplace_back("Cache-Control", "no-store");
    // Whoever is led to an address of the interface gets a file, not a page.
    if (says("Content-Type", "application/json") && !says("Content-Disposition", "") &&
        request.path.starts_with("/api/"))
        headers.emplace_back("Content-Disposition", "attachment; filename=\"api.json\"");
}

}  // namespace http
