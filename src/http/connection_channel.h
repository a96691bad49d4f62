// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ssl_ctx_st;

namespace http {

// How far reading or writing came without waiting.
enum class Progress { done, must_read, must_write, closed };

struct Moved {
    std::size_t bytes = 0;
    Progress progress = Progress::done;  // Else bytes == 0. `closed`: by the other end, properly or not.
};

// The bytes of a connection over a socket that never blocks; plain or TLS. The socket belongs to another.
class Channel {
public:
    virtual ~Channel() = default;
    virtual Progress handshake() = 0;
    virtual Moved read(std::span<char> into) = 0;
    // Writes the pieces one after the other as far as it can. After must_write, come back with the same bytes.
    virtual Moved write(std::span<const std::string_view> pieces) = 0;
    // Bytes have been received and not yet read, though waiting for the socket would not say so.
    virtual bool has_buffered() const = 0;
    virtual void finish() = 0;  // Tells the other end that nothing more will be sent.
};

std::unique_ptr<Channel> plain_channel(int socket);

// The certificate and what is allowed: TLS 1.2 and 1.3.
class TlsContext {
public:
    // PEM files. Throws base::Fault when they cannot be read or do not belong together.
    TlsContext(const std::string& certificate, const std::string& key);
    std::unique_ptr<Channel> channel(int socket) const;

private:
    std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace http
