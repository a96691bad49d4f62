// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/date.h"
#include "rules/access.h"
#include "store/store.h"

namespace actions {

class AccessWriter;
class Registers;
class SessionCache;
struct KeptReach;

// Who acts, when, and on which registers. Made once per command, request or job; every action takes one.
struct Context {
    store::Store& store;
    std::string actor;  // "cli:<unix user>" is the local administrator; otherwise the name of an account.
    base::Date today;
    std::int64_t now_ms = 0;           // Milliseconds since 1970, UTC.
    rules::Access access = {};         // What the actor may do; nothing, unless said otherwise.
    Registers* registers = nullptr;    // What a server keeps in memory (registers.h); null = loaded when needed.
    AccessWriter* accesses = nullptr;  // Writes the access log of a server (access_writer.h); null = written at once.
    std::int64_t seen_sequence = 0;    // The last audit entry that the session knows of: what is read contains it.
    SessionCache* sessions = nullptr;  // Of a server (sessions.h): told when someone may do more or less than before.
    std::shared_ptr<KeptReach> reach = {};  // What reach.h has worked out for this context.

    store::Intent intent(std::string action, std::string reason = {}, std::string article = {}) const {
        return {.action = std::move(action),
                .actor = actor,
                .at_ms = now_ms,
                .reason = std::move(reason),
                .article = std::move(article)};
    }
};

}  // namespace actions
