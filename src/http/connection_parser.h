// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "http/message.h"

namespace http {

// What a request is answered with when it is not HTTP as we accept it.
struct ProtocolError {
    unsigned status = 400;
    std::string_view code;
};

// Looks for the empty line that ends a header, in bytes that arrive bit by bit. A header that never ends costs nothing
// but its bytes.
class HeaderScanner {
public:
    enum class Found { nothing, end, error };
    // `data` is all of the header so far; it only grows between calls. Refuses bare line feeds and folded lines, by
    // which two readers may come to see two different requests.
    Found scan(std::string_view data);
    std::size_t size() const { return next_; }  // With the empty line, after `end`.

private:
    std::size_t next_ = 0;  // Where the line begins that is not known to be complete.
};

// Boost.Beast's parser of one request, stricter in what RFC 9112 leaves open: one Host, one way to tell the length, at
// most 100 headers, targets that begin with '/'.
class RequestParser {
public:
    // Takes a piece of the body, or says why not.
    using Sink = std::function<std::optional<ProtocolError>(std::string_view)>;

    RequestParser();
    ~RequestParser();

    // `text` is the whole header. Fills in method, path, query and headers.
    std::optional<ProtocolError> header(std::string_view text, Request& request);

    // After header():
    bool is_done() const;     // Nothing of the body is missing.
    bool keep_alive() const;  // The client wants the connection to stay.
    bool is_version_1_0() const;
    std::optional<std::uint64_t> content_length() const;  // None when there is no body, or when it comes in chunks.

    struct Eaten {
        std::size_t bytes = 0;  // Of `data`; the rest must come again, with more behind it, or belongs to the next.
        std::optional<ProtocolError> error;
    };
    // `limit` is what the body may have in total.
    Eaten body(std::string_view data, std::size_t limit, const Sink& sink);

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
