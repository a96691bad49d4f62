// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A request as the handlers see it, and what they answer. Knows nothing of sockets.
namespace http {

using Header = std::pair<std::string, std::string>;

struct Request {
    std::string method;
    std::string path;   // As sent: begins with '/', still percent-encoded.
    std::string query;  // As sent, without the '?'.
    std::string body;
    std::string remote;      // IP address of the other end of the connection.
    bool is_secure = false;  // Came over TLS.
    std::vector<Header> headers;
    std::vector<std::pair<std::string_view, std::string>>
        parameters;  // Of the route's pattern, decoded, by the router.
    // Where a large upload lies (see BodyPlan), else empty. It can be opened as often as wanted until the handler
    // returns; then it is gone. It has no name in any folder, so it can be copied but not moved.
    std::string body_file;

    // The first header of that name in any case of letters; "" when there is none.
    std::string_view header(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
    std::optional<std::string> query_value(std::string_view name) const;    // The first one, decoded.
    std::vector<std::pair<std::string, std::string>> query_values() const;  // Decoded, in order.
    std::optional<std::string> cookie(std::string_view name) const;
};

// A body made bit by bit while it is sent: an export row by row, events as they happen (server-sent events).
// Whoever publishes events keeps a shared pointer, calls wake() when there is something to send, and lets go of the
// stream once it is gone().
class Stream {
public:
    enum class Then {
        more,  // Call again as soon as what was appended has been sent.
        wait,  // Call again after wake(). No thread is held meanwhile.
        done,  // That was the end.
    };
    enum class Runs {
        on_worker,  // May read the store. About 64 KiB at a time is a good amount.
        on_loop,    // On the one thread that serves all connections: must only hand over what is ready.
    };
    // Appends what comes next. An exception breaks the connection off, so that the client sees that the end is missing.
    using Next = std::function<Then(std::string& out)>;

    // While waiting, `next` is called at least every `interval` even if nobody wakes it (0 = never): server-sent events
    // send a comment then, so that a client that has vanished is noticed.
    explicit Stream(Next next, Runs runs = Runs::on_worker, std::chrono::seconds interval = {})
        : next_{std::move(next)}, runs_{runs}, interval_{interval} {}

    // From any thread; a call that comes before the stream waits is not lost.
    void wake();
    // The client has left, or all has been sent, or the server stops.
    bool gone() const { return gone_; }

private:
    friend class Connection;
    friend struct Exchange;

    Next next_;
    Runs runs_;
    std::chrono::seconds interval_;
    std::atomic<bool> gone_ = false;
    std::mutex mutex_;
    bool is_woken_ = false;
    std::function<void()> waker_;
};

struct Response {
    unsigned status = 200;
    // Content-Length, Transfer-Encoding and Date are the server's own; a header with a line break in it is not sent.
    // "Connection: close" is honoured.
    std::vector<Header> headers;
    std::string body;
    std::string file;          // Sent from disk bit by bit instead of `body`.
    bool delete_file = false;  // Once it has been opened for sending.
    std::shared_ptr<Stream> stream;
};

// "%2F" becomes '/'; a '%' that begins no code stays. `plus_is_space` for queries and forms.
enum class Plus { is_plus, is_space };
std::string percent_decoded(std::string_view text, Plus plus = Plus::is_plus);
// For segments of paths and names in headers: all but letters, digits, '-', '.', '_' and '~' as %XX.
std::string percent_encoded(std::string_view text);

// Names of headers and their keywords differ only by more than case.
bool same_token(std::string_view a, std::string_view b);

// "gzip" among "br, gzip;q=0.8" but not "gzip;q=0".
bool accepts_encoding(std::string_view accept_encoding, std::string_view encoding);

}  // namespace http
