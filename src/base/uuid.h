// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// A globally unique id (RFC 9562). Ids are version 7: ordered by the millisecond in which they were made. All zero =
// none.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    constexpr bool is_nil() const { return *this == Uuid{}; }
};

std::string to_string(const Uuid& id);                  // 36 characters, lower case.
std::optional<Uuid> parse_uuid(std::string_view text);  // The 36-character form, either case.

// Makes version-7 ids. Two ids of one generator never compare equal nor go backwards, even within one millisecond or
// when the clock steps back. Not thread-safe: one per writer.
class UuidGenerator {
public:
    // `seed` and `fixed_ms` make the sequence repeatable (demo data, tests); without them random bytes and the clock
    // are used.
    UuidGenerator() = default;
    UuidGenerator(std::uint64_t seed, std::uint64_t fixed_ms);
    Uuid next();

private:
    std::optional<std::uint64_t> fixed_ms_;
    std::uint64_t state_ = 0;
    std::array<std::uint64_t, 64> pool_{};  // Random bytes fetched ahead: one call to the system for many ids.
    std::size_t pool_left_ = 0;
    std::uint64_t last_ms_ = 0;
    std::uint32_t counter_ = 0;
};

}  // namespace base

template <>
struct std::hash<base::Uuid> {
    std::size_t operator()(const base::Uuid& id) const noexcept {
        std::uint64_t high = 0, low = 0;
        for (int i = 0; i < 8; ++i) high = high << 8 | id.bytes[static_cast<std::size_t>(i)];
        for (int i = 8; i < 16; ++i) low = low << 8 | id.bytes[static_cast<std::size_t>(i)];
        return static_cast<std::size_t>((high ^ low) * 0x9E3779B97F4A7C15ull);
    }
};
