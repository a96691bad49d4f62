// SPDX-License-Identifier: AGPL-3.0-or-later
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <fstream>

#include "base/check.h"
#include "http/client_test.h"

namespace {

using http::test::Client;
using http::test::eventually;
using http::test::RunningServer;

template <auto release>
struct Release {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;

// Writes a key and a certificate that signs itself.
void make_certificate(const std::string& certificate_file, const std::string& key_file) {
    const Key key{EVP_EC_gen("P-256")};
    const std::unique_ptr<X509, Release<X509_free>> certificate{X509_new()};
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const auto write = [](const std::string& file, auto put) {
        const std::unique_ptr<FILE, Release<std::fclose>> out{std::fopen(file.c_str(), "w")};
        ASSERT_EQ(put(out.get()), 1);
    };
    write(certificate_file, [&](FILE* out) { return PEM_write_X509(out, certificate.get()); });
    write(key_file,
          [&](FILE* out) { return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

class Tls : public testing::Test {
protected:
    Tls() { make_certificate(folder.path() + "/chain.pem", folder.path() + "/key.pem"); }

    http::ServerOptions options() const {
        http::ServerOptions options;
        options.tls_certificate = folder.path() + "/chain.pem";
        options.tls_key = folder.path() + "/key.pem";
        return options;
    }

    http::test::Folder folder;
};

class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, int version_max = TLS1_3_VERSION)
        : socket_{port}, context_{SSL_CTX_new(TLS_client_method())} {
        SSL_CTX_set_max_proto_version(context_.get(), version_max);
        SSL_CTX_set_min_proto_version(context_.get(), version_max);
        SSL_CTX_set_security_level(context_.get(), 0);
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_fd(ssl_.get(), socket_.socket());
        is_connected = SSL_connect(ssl_.get()) == 1;
    }
    std::string exchange(std::string_view bytes, std::size_t size) {
        std::size_t written = 0;
        while (!bytes.empty() && SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &written) == 1)
            bytes.remove_prefix(written);
        std::string all;
        char part[16384];
        for (std::size_t n = 0; all.size() < size && SSL_read_ex(ssl_.get(), part, sizeof part, &n) == 1;)
            all.append(part, n);
        return all;
    }

    bool is_connected = false;

private:
    Client socket_;
    std::unique_ptr<SSL_CTX, Release<SSL_CTX_free>> context_;
    std::unique_ptr<SSL, Release<SSL_free>> ssl_;
};

TEST_F(Tls, carries_requests_and_answers_of_any_size) {
    const std::string large(5'000'000, 'a');
    folder.write("large", large);
    RunningServer server{options(),
                         [&](const http::Request& r) {
                             EXPECT_TRUE(r.is_secure);
                             http::Response response{200, {}, std::to_string(r.body.size())};
                             if (r.path == "/file") response.file = folder.path() + "/large";
                             if (r.path == "/body") response.body = large;
                             return response;
                         },
                         [](std::string_view, std::string_view) { return http::BodyPlan{8 << 20}; }};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client{server.port(), version};
        ASSERT_TRUE(client.is_connected);
        EXPECT_TRUE(client.exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 10).ends_with("\r\n\r\n0"));
        const auto upload = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n" + large;
        EXPECT_TRUE(client.exchange(upload, 10).ends_with("\r\n\r\n5000000"));
        for (const auto* path : {"/file", "/body"}) {
            const auto answer =
                client.exchange("GET " + std::string{path} + " HTTP/1.1\r\nHost: x\r\n\r\n", large.size() + 50);
            EXPECT_TRUE(answer.ends_with(large)) << path;
        }
    }
}

TEST_F(Tls, old_versions_are_not_spoken) {
    RunningServer server{options()};
    EXPECT_FALSE((TlsClient{server.port(), TLS1_1_VERSION}.is_connected));
    EXPECT_TRUE((TlsClient{server.port(), TLS1_2_VERSION}.is_connected));
}

TEST_F(Tls, who_does_not_finish_the_handshake_is_hung_up_on) {
    auto impatient = options();
    impatient.header_deadline = std::chrono::milliseconds{300};
    RunningServer server{impatient};
    Client silent{server.port()};
    EXPECT_TRUE(silent.is_hung_up());
    Client plain{server.port()};
    plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(plain.is_hung_up());
    EXPECT_TRUE((TlsClient{server.port()}.is_connected));
    EXPECT_TRUE(eventually([&] { return server.server().counts().connections == 0; }));
}

TEST_F(Tls, a_key_of_another_certificate_is_noticed_at_once) {
    auto wrong = options();
    make_certificate(folder.path() + "/other.pem", folder.path() + "/other_key.pem");
    wrong.tls_key = folder.path() + "/other_key.pem";
    EXPECT_THROW(RunningServer{wrong}, base::Fault);
}

}  // namespace
