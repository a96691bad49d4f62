// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/uuid.h"

#include <sodium.h>

#include <chrono>

namespace base {
namespace {

std::uint64_t now_ms() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

// splitmix64: repeatable, well mixed; used only when a seed was given.
std::uint64_t next_of(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr bool dash_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

}  // namespace

std::string to_string(const Uuid& id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i)) text += '-';
        text += digits[id.bytes[i] >> 4];
        text += digits[id.bytes[i] & 15];
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return {};
    Uuid id;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i) && text[at++] != '-') return {};
        const int high = hex_value(text[at]), low = hex_value(text[at + 1]);
        if (high < 0 || low < 0) return {};
        id.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
        at += 2;
    }
    return id;
}

UuidGenerator::UuidGenerator(std::uint64_t seed, std::uint64_t fixed_ms) : fixed_ms_{fixed_ms}, state_{seed} {}

Uuid UuidGenerator::next() {
    const std::uint64_t now = fixed_ms_ ? *fixed_ms_ : now_ms();
    // 12 + 14 counter bits stand where RFC 9562 puts random ones (method 1), so that ids of one millisecond stay in
    // order.
    if (now > last_ms_) {
        last_ms_ = now;
        counter_ = 0;
    } else if (++counter_ == 1u << 26) {
        ++last_ms_;
        counter_ = 0;
    }
    if (!fixed_ms_ && pool_left_ == 0) {
        randombytes_buf(pool_.data(), sizeof pool_);
        pool_left_ = pool_.size();
    }
    const std::uint64_t random = fixed_ms_ ? next_of(state_) : pool_[--pool_left_];

    Uuid id;
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(last_ms_ >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (counter_ >> 22 & 0x0F));
    id.bytes[7] = static_cast<std::uint8_t>(counter_ >> 14);
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (counter_ >> 8 & 0x3F));
    id.bytes[9] = static_cast<std::uint8_t>(counter_);
    for (std::size_t i = 10; i < 16; ++i) id.bytes[i] = static_cast<std::uint8_t>(random >> (8 * (i - 10)));
    return id;
}

}  // namespace base
