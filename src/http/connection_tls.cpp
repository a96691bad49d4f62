// SPDX-License-Identifier: AGPL-3.0-or-later
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <climits>

#include "base/check.h"
#include "http/connection_channel.h"

namespace http {
namespace {

// Pieces smaller than this together become one TLS record, so that a small answer is one packet.
constexpr std::size_t record_size = 16 << 10;

struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

class TlsChannel : public Channel {
public:
    TlsChannel(SSL_CTX* context, int socket) : ssl_{SSL_new(context)}, socket_{socket} {
        if (!ssl_ || SSL_set_fd(ssl_.get(), socket) != 1) throw base::Fault{"OpenSSL: no memory for a connection"};
        SSL_set_accept_state(ssl_.get());
    }

    Progress handshake() override {
        ERR_clear_error();
        const int result = SSL_do_handshake(ssl_.get());
        return result == 1 ? Progress::done : progress_of(result);
    }

    Moved read(std::span<char> into) override {
        ERR_clear_error();
        std::size_t n = 0;
        const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &n);
        return result == 1 ? Moved{n} : Moved{0, progress_of(result)};
    }

    Moved write(std::span<const std::string_view> pieces) override {
        std::size_t total = 0;
        for (const auto& piece : pieces) total += piece.size();
        if (total == 0) return {};
        if (total <= record_size) {
            std::string record;
            record.reserve(total);
            for (const auto& piece : pieces) record += piece;
            return write_one(record);
        }
        const auto first = std::find_if(pieces.begin(), pieces.end(), [](auto piece) { return !piece.empty(); });
        return write_one(*first);
    }

    bool has_buffered() const override { return SSL_has_pending(ssl_.get()) == 1; }

    void finish() override {
        ERR_clear_error();
        SSL_shutdown(ssl_.get());
        ::shutdown(socket_, SHUT_WR);
    }

private:
    Moved write_one(std::string_view bytes) {
        ERR_clear_error();
        std::size_t n = 0;
        const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &n);
        return result == 1 ? Moved{n} : Moved{0, progress_of(result)};
    }

    Progress progress_of(int result) const {
        switch (SSL_get_error(ssl_.get(), result)) {
            case SSL_ERROR_WANT_READ: return Progress::must_read;
            case SSL_ERROR_WANT_WRITE: return Progress::must_write;
            default: return Progress::closed;
        }
    }

    std::unique_ptr<SSL, FreeSsl> ssl_;
    int socket_;
};

// Both browsers and curl offer HTTP/2 first; we speak HTTP/1.1.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* offered,
                    unsigned offered_size, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, out_size, ours, sizeof ours - 1, offered, offered_size) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

std::string last_error() {
    char text[256] = "";
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

}  // namespace

TlsContext::TlsContext(const std::string& certificate, const std::string& key)
    : context_{SSL_CTX_new(TLS_server_method()), SSL_CTX_free} {
    SSL_CTX* context = context_.get();
    if (!context) throw base::Fault{"OpenSSL: " + last_error()};
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF);
    // Of TLS 1.2 only what has forward secrecy and authenticated encryption; TLS 1.3 has nothing else.
    if (SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
        throw base::Fault{"OpenSSL: " + last_error()};
    // An idle connection then holds no buffers; a write that had to wait may come back from other memory.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);  // Clients keep their own, as tickets.
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
        throw base::Fault{"Không đọc được chứng thư " + certificate + ": " + last_error()};
    if (SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context) != 1)
        throw base::Fault{"Khóa " + key + " không dùng được với chứng thư " + certificate + ": " + last_error()};
}

std::unique_ptr<Channel> TlsContext::channel(int socket) const {
    return std::make_unique<TlsChannel>(context_.get(), socket);
}

}  // namespace http
