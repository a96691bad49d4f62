// SPDX-License-Identifier: AGPL-3.0-or-later
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "store/canonical.h"
#include "store/maintenance.h"
#include "store/sql_store.h"

namespace store {
namespace {

namespace fs = std::filesystem;

using PublicKey = std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES>;
using Signature = std::array<std::uint8_t, crypto_sign_BYTES>;
using SecretKey = std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES>;  // Its last half is the public key.

template <std::size_t N>
bool from_hex(std::string_view text, std::array<std::uint8_t, N>& bytes) {
    std::size_t length = 0;
    return text.size() == 2 * N &&
           sodium_hex2bin(bytes.data(), N, text.data(), text.size(), nullptr, &length, nullptr) == 0 && length == N;
}

fs::path key_file(const Address& address) {
    if (!address.key_folder.empty()) return fs::path{address.key_folder} / "signing.key";
    if (!address.is_postgresql()) return fs::path{address.text} / "signing.key";
    const char* home = std::getenv("HOME");
    if (!home || !*home) throw base::Fault{"Không biết để khoá ký ở đâu: biến môi trường HOME trống."};
    return fs::path{home} / ".config" / "kientoan" / "signing.key";
}

SecretKey make_key(const fs::path& file) {
    PublicKey open;
    SecretKey secret;
    crypto_sign_keypair(open.data(), secret.data());
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const auto text = to_hex(secret) + "\n";
    const bool written = descriptor >= 0 &&
                         ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!written) throw base::Fault{"Không ghi được khoá ký vào " + file.string() + "."};
    return secret;
}

SecretKey read_or_make_key(const fs::path& file) {
    std::ifstream input{file};
    if (!input) return make_key(file);
    std::string text;
    std::getline(input, text);
    SecretKey secret;
    if (!from_hex(text, secret)) throw base::Fault{"Tệp khoá ký " + file.string() + " bị hỏng."};
    return secret;
}

std::string signed_text(const Head& head) {
    return "kientoan head 1\n" + std::to_string(head.tenant) + "\n" + std::to_string(head.sequence) + "\n" + head.hash +
           "\n" + std::to_string(head.at_ms) + "\n";
}

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string utc_time(std::int64_t at_ms) {
    const auto seconds = at_ms / 1000;
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return base::to_vietnamese(base::Date{static_cast<std::int32_t>(seconds / 86'400)}) + " " +
           two(seconds / 3600 % 24) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) + " UTC";
}

constexpr std::string_view title = "Kiện Toàn: đầu chuỗi nhật ký";
constexpr std::string_view tenant_label = "Phân vùng: ", sequence_label = "Số mục: ", hash_label = "Mã băm: ",
                           time_label = "Thời điểm: ", key_label = "Khoá công khai: ", signature_label = "Chữ ký: ";

// The text after a label, to the end of its line.
std::string_view value_of(std::string_view text, std::string_view label) {
    const auto at = text.find(label);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + label.size());
    return text.substr(0, text.find_first_of("\r\n"));
}

template <class Integer>
bool read_number(std::string_view text, Integer& number) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc{} && (result.ptr == text.data() + text.size() || *result.ptr == ' ');
}

}  // namespace

Head sign_head(Store& store, std::int64_t at_ms) {
    auto& inside = internals(store);
    const auto secret = read_or_make_key(key_file(inside.address()));
    Head head{.tenant = store.tenant, .hash = to_hex(Hash{}), .at_ms = at_ms};
    {
        auto statement = inside.reader().prepare("select sequence, hash from audit_head where tenant = $1");
        statement->bind_integer(1, store.tenant);
        if (statement->step()) {
            head.sequence = statement->integer(0);
            head.hash = to_hex(statement->bytes(1));
        }
    }
    const auto text = signed_text(head);
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), secret.data());
    head.public_key = to_hex(std::span{secret}.last<crypto_sign_PUBLICKEYBYTES>());
    head.signature = to_hex(signature);
    return head;
}

std::string to_text(const Head& head) {
    std::string text{title};
    const auto line = [&](std::string_view label, std::string_view value) {
        text.append("\n").append(label).append(value);
    };
    line(tenant_label, std::to_string(head.tenant));
    line(sequence_label, std::to_string(head.sequence));
    line(hash_label, head.hash);
    line(time_label, std::to_string(head.at_ms) + " (" + utc_time(head.at_ms) + ")");
    line(key_label, head.public_key);
    line(signature_label, head.signature);
    return text + "\n";
}

base::Result<Head> parse_head(std::string_view text) {
    Head head;
    head.hash = value_of(text, hash_label);
    head.public_key = value_of(text, key_label);
    head.signature = value_of(text, signature_label);
    PublicKey key;
    Signature signature;
    Hash hash;
    const bool readable = read_number(value_of(text, tenant_label), head.tenant) &&
                          read_number(value_of(text, sequence_label), head.sequence) &&
                          read_number(value_of(text, time_label), head.at_ms) && from_hex(head.hash, hash) &&
                          from_hex(head.public_key, key) && from_hex(head.signature, signature);
    if (!readable) return base::Refusal{"head.unreadable", {}, {}};
    const auto signed_part = signed_text(head);
    if (crypto_sign_verify_detached(signature.data(), bytes_of(signed_part), signed_part.size(), key.data()) != 0)
        return base::Refusal{"head.bad_signature", {}, {}};
    return head;
}

}  // namespace store
