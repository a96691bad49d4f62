// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace http {

// "Date: Sat, 21 Nov 2026 16:00:00 GMT", made anew once a second.
class DateLine {
public:
    std::string_view line(std::time_t now);

private:
    std::time_t made_for_ = -1;
    std::string line_;
};

enum class Framing {
    length,       // The body's length is said beforehand.
    chunked,      // It is not known.
    until_close,  // It is not known, and the client is too old for chunks.
    none,         // 204, 304: there is no body and none is announced.
};

struct HeadFacts {
    Framing framing = Framing::length;
    std::uint64_t length = 0;
    bool keep_alive = true;
    bool is_version_1_0 = false;
};

// Status line and headers up to the empty line. Headers that could break out of their line are left out, and so are
// those that are the server's own.
void append_head(std::string& out, const Response& response, const HeadFacts& facts, DateLine& date, std::time_t now);

bool asks_to_close(const Response& response);

// {"code": "http.…", "message": "…"} with the Vietnamese message of that code.
Response error_response(unsigned status, std::string_view code);

// Compresses the body if that is worth it and the client accepts it.
void compress(Response& response, const Request& request);

}  // namespace http
