// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/call.h"

#include <algorithm>
#include <charconv>

#include "actions/reach.h"
#include "base/text.h"

namespace http {
namespace {

base::Refusal bad_parameter(std::string_view name, std::string value, const char* wanted) {
    return {"request.bad_parameter", {std::string{name}, std::move(value), wanted}, {}};
}

// The name for old clients in plain letters, and the name itself.
std::string disposition(std::string_view file_name) {
    const auto dot = std::min(file_name.rfind('.'), file_name.size());
    std::string plain = base::fold(file_name.substr(0, dot));
    std::replace(plain.begin(), plain.end(), ' ', '-');
    std::string header = "attachment; filename=\"";
    header.append(plain).append(file_name.substr(dot)).append("\"; filename*=UTF-8''");
    return header + percent_encoded(file_name);
}

}  // namespace

base::Result<base::Uuid> Call::id(std::string_view name) const {
    const auto id = base::parse_uuid(request.parameter(name));
    if (!id) return base::Refusal{"request.not_here", {}, {}};
    return *id;
}

std::string Call::query_text(std::string_view name) const {
    return base::clean_text(request.query_value(name).value_or(""));
}

base::Result<std::optional<base::Date>> Call::query_day(std::string_view name) const {
    auto text = query_text(name);
    if (text.empty()) return std::optional<base::Date>{};
    const auto day = base::parse_iso_date(text);
    if (!day) return bad_parameter(name, std::move(text), "ngày dạng 2020-12-31");
    return std::optional{*day};
}

base::Result<base::Date> Call::on() const {
    const auto day = TRY(query_day("on"));
    return day.value_or(context.today);
}

base::Result<std::string> Call::organisation() const {
    auto code = query_text("organisation");
    if (code.empty()) code = actions::home_of(context);
    if (code.empty()) return base::Refusal{"organisation.unknown", {code}, {}};
    return code;
}

base::Result<std::int64_t> Call::query_number(std::string_view name, std::int64_t otherwise, std::int64_t min,
                                              std::int64_t max) const {
    auto text = query_text(name);
    if (text.empty()) return otherwise;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max) {
        const auto wanted = "số nguyên từ " + std::to_string(min) + " đến " + std::to_string(max);
        return bad_parameter(name, std::move(text), wanted.c_str());
    }
    return value;
}

base::Result<std::optional<base::Uuid>> Call::query_id(std::string_view name) const {
    auto text = query_text(name);
    if (text.empty()) return std::optional<base::Uuid>{};
    const auto id = base::parse_uuid(text);
    if (!id) return bad_parameter(name, std::move(text), "mã 36 ký tự");
    return std::optional{*id};
}

Response json_answer(std::string body, unsigned status) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

Response no_content() { return {.status = 204}; }

Response download(std::string body, std::string_view content_type, std::string_view file_name) {
    return {.headers = {{"Content-Type", std::string{content_type}}, {"Content-Disposition", disposition(file_name)}},
            .body = std::move(body)};
}

Response download_file(std::string path, std::string_view content_type, std::string_view file_name) {
    return {.headers = {{"Content-Type", std::string{content_type}}, {"Content-Disposition", disposition(file_name)}},
            .file = std::move(path),
            .delete_file = true};
}

}  // namespace http
