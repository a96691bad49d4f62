// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace actions {

// What a server remembers of those who try to sign in, besides what the accounts themselves say: one for its whole
// life. Safe to use from any thread. Keeps at most some ten thousand addresses and names (about 2 MB).
class SignInGate {
public:
    // Of each remote address 20 wrong tries at once, then one every 6 seconds. Takes one try; given back by `passed`.
    // Refused as "sign_in.locked" {seconds}.
    base::Result<void> enter(std::string_view remote_address, std::int64_t now_ms);
    void passed(std::string_view remote_address);

    // Names that no account has are locked out like accounts, so that nobody learns which there are.
    // Seconds that the name is still locked; 0 = not.
    std::int64_t locked_seconds(std::string_view unknown_name, std::int64_t now_ms);
    void count_failure(std::string_view unknown_name, std::int64_t now_ms);

private:
    struct Tries {
        double left = 0;
        std::int64_t at_ms = 0;
    };
    struct Unknown {
        std::int64_t failed_count = 0, locked_until_ms = 0, at_ms = 0;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Tries> tries_;
    std::unordered_map<std::string, Unknown> unknown_;
};

// {seconds} until the lock ends, at least one.
base::Refusal locked_refusal(std::int64_t until_ms, std::int64_t now_ms);

}  // namespace actions
