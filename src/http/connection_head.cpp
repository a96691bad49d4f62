// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/connection_head.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "http/answer.h"

namespace http {
namespace {

std::string_view reason(unsigned status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 411: return "Length Required";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 423: return "Locked";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        case 507: return "Insufficient Storage";
        default: return "Status";
    }
}

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

bool is_token(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool is_the_servers_own(std::string_view name) {
    return same_token(name, "Content-Length") || same_token(name, "Transfer-Encoding") || same_token(name, "Date") ||
           same_token(name, "Connection");
}

std::string_view header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (same_token(key, name)) return value;
    return {};
}

bool is_compressible(std::string_view type) {
    return type.starts_with("application/json") || type.starts_with("text/") ||
           type.starts_with("application/problem+json") || type.starts_with("application/xml") ||
           type.starts_with("image/svg");
}

}  // namespace

std::string_view DateLine::line(std::time_t now) {
    if (now == made_for_) return line_;
    static constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    const auto two = [this](int number) {
        line_ += static_cast<char>('0' + number / 10);
        line_ += static_cast<char>('0' + number % 10);
    };
    line_ = "Date: ";
    line_.append(days[utc.tm_wday]).append(", ");
    two(utc.tm_mday);
    line_.append(" ").append(months[utc.tm_mon]).append(" ");
    append_number(line_, static_cast<std::uint64_t>(utc.tm_year) + 1900);
    line_ += ' ';
    two(utc.tm_hour);
    line_ += ':';
    two(utc.tm_min);
    line_ += ':';
    two(utc.tm_sec);
    line_ += " GMT\r\n";
    made_for_ = now;
    return line_;
}

void append_head(std::string& out, const Response& response, const HeadFacts& facts, DateLine& date, std::time_t now) {
    out += "HTTP/1.1 ";
    append_number(out, response.status);
    out.append(" ").append(reason(response.status)).append("\r\n").append(date.line(now));
    for (const auto& [name, value] : response.headers) {
        using namespace std::string_view_literals;
        if (!is_token(name) || value.find_first_of("\r\n\0"sv) != value.npos || is_the_servers_own(name)) continue;
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (facts.framing == Framing::length) {
        out += "Content-Length: ";
        append_number(out, facts.length);
        out += "\r\n";
    } else if (facts.framing == Framing::chunked) {
        out += "Transfer-Encoding: chunked\r\n";
    }
    if (!facts.keep_alive)
        out += "Connection: close\r\n";
    else if (facts.is_version_1_0)
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
}

bool asks_to_close(const Response& response) { return same_token(header_of(response, "Connection"), "close"); }

Response error_response(unsigned status, std::string_view code) {
    Response response{status};
    response.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    schema::JsonWriter json;
    write_refusal(json, {std::string{code}, {}, {}});
    response.body = json.take();
    return response;
}

void compress(Response& response, const Request& request) {
    constexpr std::size_t worth_it = 1024;
    if (response.body.size() < worth_it || response.stream || !response.file.empty()) return;
    if (!is_compressible(header_of(response, "Content-Type"))) return;
    if (!header_of(response, "Content-Encoding").empty()) return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts_encoding(request.header("Accept-Encoding"), "gzip")) return;
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return;
    std::string packed;
    packed.resize(deflateBound(&stream, response.body.size()));
    stream.next_in = reinterpret_cast<Bytef*>(response.body.data());
    stream.avail_in = static_cast<uInt>(response.body.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool is_whole = response.body.size() < (1u << 31) && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (!is_whole || packed.size() >= response.body.size()) return;
    response.body = std::move(packed);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace http
