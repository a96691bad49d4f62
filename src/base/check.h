// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace base {

// The machine failed us: disk full, database gone, broken file. Thrown by store/ and formats/, caught once per entry
// point.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The program is wrong: an impossible state. Rolls back the request; never shown in detail to a user.
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

}  // namespace base

// Always on. States what must hold if the program is right.
#define CHECK(condition) \
    ((condition) ? void() : throw ::base::Bug{std::string{__FILE__ ":"} + std::to_string(__LINE__) + ": " #condition})
