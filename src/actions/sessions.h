// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "actions/access_of.h"

// Phiên làm việc: who sits behind a cookie. Of the cookie's token only a digest is kept.
namespace actions {

// What a request is told of its session. Never changed.
struct SignedInAs {
    base::Uuid session_id, account_id;
    std::string account_name, display_name;
    std::string csrf;  // What every request that writes must carry.
    // What the account may do today; only its account_id while it must change its password first.
    rules::Access access;
    std::vector<RoleGrant> grants;  // Those in force, also while nothing may be done with them.
    bool must_change_password = false;
    bool has_totp = false;
    std::int64_t began_at_ms = 0;
};

struct NewSession {
    base::Uuid account_id;
    std::string token;
    std::string remote_address, user_agent;
};
// Within the transaction of the sign-in.
base::Result<base::Uuid> begin_session(Context& context, store::Transaction& transaction, const NewSession& session);
// Đăng xuất. Nothing happens when it has ended already.
base::Result<void> end_session(Context& context, const base::Uuid& session);
// All of one account that have not ended, but for one.
base::Result<void> end_sessions(Context& context, store::Transaction& transaction, const base::Uuid& account,
                                const base::Uuid& but = {});

// The token that goes with a session against forged requests: follows from its own token.
std::string csrf_of(std::string_view token);

// The sessions that a server has met lately, so that a request does not ask the store who it is: one for the server's
// whole life, safe from any thread. About 1 µs a request. What this process changes about accounts, grants and sessions
// is obeyed at once (access_changed), what other processes change within five seconds.
class SessionCache {
public:
    // Whose token it is, with a context that has only the store, the day and the moment; null when there is no such
    // session, or it has ended, or its account is closed. Notes that the session was used.
    std::shared_ptr<const SignedInAs> find(Context& context, std::string_view token);

    // Everybody is looked up again on the next request.
    void access_changed();
    // Writes when sessions were last used, all in one transaction, and forgets those that have ended; nothing when no
    // session was used for ten minutes more than the store knows. For the server's clock, once a minute.
    base::Result<void> write_uses(Context& context);
    std::size_t size() const;

private:
    struct Entry {
        std::shared_ptr<const SignedInAs> who;
        std::int64_t seen_ms = 0;          // Last request.
        std::int64_t written_seen_ms = 0;  // As the store knows it.
        std::int64_t checked_ms = 0;
        std::uint64_t generation = 0;  // Of access_changed, when it was checked.
        base::Date day;                // On which the access holds.
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;  // By digest of the token.
    std::uint64_t generation_ = 0;
};

// Tells the cache of the server, if there is one, that someone may do more or less than before.
void access_changed(Context& context);

}  // namespace actions
