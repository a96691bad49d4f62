// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

namespace http {
namespace {

namespace beast = boost::beast;
using beast::error_code;
using Text = beast::string_view;

constexpr std::size_t headers_max = 100;
constexpr ProtocolError bad_request{400, "http.bad_request"};
constexpr ProtocolError bad_version{505, "http.version"};
constexpr ProtocolError too_many_headers{431, "http.header_too_large"};
constexpr ProtocolError body_too_large{413, "http.body_too_large"};

std::string_view view(Text text) { return {text.data(), text.size()}; }

// "http://host/path" as a proxy would be sent it means "/path".
std::optional<std::string_view> origin_form(std::string_view target) {
    if (target.starts_with('/')) return target;
    const auto scheme_end = target.find("://");
    if (scheme_end == target.npos || scheme_end > 5 || !same_token(target.substr(0, 4), "http")) return std::nullopt;
    const auto path = target.find_first_of("/?", scheme_end + 3);
    if (path == target.npos) return "/";
    if (target[path] == '?') return std::nullopt;
    return target.substr(path);
}

}  // namespace

HeaderScanner::Found HeaderScanner::scan(std::string_view data) {
    for (;;) {
        const auto feed = data.find('\n', next_);
        if (feed == data.npos) return Found::nothing;
        if (feed == next_ || data[feed - 1] != '\r') return Found::error;
        const bool is_empty = feed == next_ + 1;
        // A line that begins with a blank continues the line before.
        if (!is_empty && (data[next_] == ' ' || data[next_] == '\t')) return Found::error;
        next_ = feed + 1;
        if (is_empty) return Found::end;
    }
}

class RequestParser::Implementation : public beast::http::basic_parser<true> {
public:
    Request* request = nullptr;  // While the header is read.
    const Sink* sink = nullptr;  // While the body is read.
    std::optional<ProtocolError> error;
    bool is_1_0 = false;
    bool has_host = false;

private:
    void fail(const ProtocolError& why, error_code& ec) {
        error = why;
        ec = beast::http::error::bad_value;
    }

    void on_request_impl(beast::http::verb, Text method, Text target, int version, error_code& ec) override {
        request->method = view(method);
        is_1_0 = version == 10;
        const auto origin = origin_form(view(target));
        if (origin) {
            const auto mark = std::min(origin->find('?'), origin->size());
            request->path = origin->substr(0, mark);
            request->query = origin->substr(std::min(mark + 1, origin->size()));
        } else if (view(target) == "*" && request->method == "OPTIONS") {
            request->path = "*";
        } else {
            fail(bad_request, ec);
        }
    }

    void on_field_impl(beast::http::field field, Text name, Text value, error_code& ec) override {
        if (!request) return;  // A trailer, behind the last chunk: nobody asked for it.
        if (request->headers.size() == headers_max) return fail(too_many_headers, ec);
        if (field == beast::http::field::host && std::exchange(has_host, true)) return fail(bad_request, ec);
        // Other codings than "chunked" are none of ours, and which of two parties undoes them is a matter of opinion.
        if (field == beast::http::field::transfer_encoding && (is_1_0 || !same_token(view(value), "chunked")))
            return fail(bad_request, ec);
        request->headers.emplace_back(view(name), view(value));
    }

    void on_header_impl(error_code& ec) override {
        if (!has_host && !is_1_0) fail(bad_request, ec);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}

    std::size_t on_body_impl(Text bytes, error_code& ec) override {
        if (const auto refused = (*sink)(view(bytes))) fail(*refused, ec);
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, error_code& ec) override {
        return on_body_impl(bytes, ec);
    }

    void on_response_impl(int, Text, int, error_code&) override {}
    void on_finish_impl(error_code&) override {}
};

RequestParser::RequestParser() : implementation_{std::make_unique<Implementation>()} {}
RequestParser::~RequestParser() = default;

std::optional<ProtocolError> RequestParser::header(std::string_view text, Request& request) {
    auto& parser = *implementation_;
    parser.header_limit(static_cast<std::uint32_t>(text.size() + 1));  // Whoever collected it has judged its size.
    parser.body_limit(boost::none);
    parser.request = &request;
    error_code ec;
    parser.put({text.data(), text.size()}, ec);
    parser.request = nullptr;
    if (!ec && parser.is_header_done()) return std::nullopt;
    if (parser.error) return parser.error;
    return ec == beast::http::error::bad_version ? bad_version : bad_request;
}

bool RequestParser::is_done() const { return implementation_->is_done(); }
bool RequestParser::keep_alive() const { return implementation_->keep_alive(); }
bool RequestParser::is_version_1_0() const { return implementation_->is_1_0; }

std::optional<std::uint64_t> RequestParser::content_length() const {
    const auto length = implementation_->content_length();
    return length ? std::optional<std::uint64_t>{*length} : std::nullopt;
}

RequestParser::Eaten RequestParser::body(std::string_view data, std::size_t limit, const Sink& sink) {
    auto& parser = *implementation_;
    if (!parser.eager()) {
        parser.eager(true);
        parser.body_limit(limit);
    }
    parser.sink = &sink;
    error_code ec;
    const auto bytes = parser.put({data.data(), data.size()}, ec);
    parser.sink = nullptr;
    if (!ec || ec == beast::http::error::need_more) return {bytes, {}};
    if (parser.error) return {bytes, parser.error};
    return {bytes, ec == beast::http::error::body_limit ? body_too_large : bad_request};
}

}  // namespace http
