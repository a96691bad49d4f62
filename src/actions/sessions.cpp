// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sessions.h"

#include <algorithm>

#include "actions/credential.h"
#include "actions/password.h"
#include "base/text.h"
#include "rules/sign_in.h"

namespace actions {
namespace {

constexpr std::int64_t fresh_ms = 5'000, write_after_ms = 10 * 60'000;
constexpr std::size_t token_length = 43, address_max = 60, agent_max = 255;

std::int64_t number(const schema::Record& record, std::string_view field) {
    const auto* value = std::get_if<std::int64_t>(&record[field]);
    return value ? *value : 0;
}

// The beginning of a text from outside, whole characters only; nothing when it is no text.
std::string beginning_of(std::string_view text, std::size_t characters) {
    std::string cleaned = base::is_valid_utf8(text) ? base::clean_text(text) : std::string{};
    std::size_t end = 0;
    for (; end < cleaned.size(); ++end)
        if ((static_cast<unsigned char>(cleaned[end]) & 0xC0) != 0x80 && characters-- == 0) break;
    cleaned.resize(end);
    return cleaned;
}

struct Found {
    std::shared_ptr<const SignedInAs> who;
    std::int64_t seen_ms = 0;
};

Found read_session(Context& context, std::string_view token, const std::string& digest) {
    const auto sessions = context.store.select(
        records::session, {.conditions = {{.field = "token_hash", .values = {digest}}}, .limit = 1});
    if (sessions.empty()) return {};
    const auto& session = sessions.front();
    if (number(session, "ended_at_ms") != 0) return {};
    const auto account = context.store.find(records::account, std::get<base::Uuid>(session["account_id"]));
    if (!account || std::get<bool>((*account)["is_closed"])) return {};
    const auto credential = find_credential(context.store, account->id);
    if (!credential) return {};

    auto who = std::make_shared<SignedInAs>();
    who->session_id = session.id;
    who->account_id = account->id;
    who->account_name = std::get<std::string>((*account)["name"]);
    who->display_name = std::get<std::string>((*account)["display_name"]);
    who->csrf = csrf_of(token);
    who->must_change_password = credential->must_change_password;
    who->has_totp = credential->has_totp();
    who->began_at_ms = number(session, "began_at_ms");
    who->grants = grants_in_force(context, account->id);
    who->access = access_with(*account, who->grants);
    if (who->must_change_password) who->access = {.account_id = account->id};
    return {std::move(who), number(session, "seen_at_ms")};
}

}  // namespace

base::Result<base::Uuid> begin_session(Context& context, store::Transaction& transaction, const NewSession& session) {
    schema::Record record{records::session};
    record["account_id"] = session.account_id;
    record["token_hash"] = digest_of_secret(session.token);
    record["began_at_ms"] = context.now_ms;
    record["seen_at_ms"] = context.now_ms;
    if (auto address = beginning_of(session.remote_address, address_max); !address.empty())
        record["remote_address"] = std::move(address);
    if (auto agent = beginning_of(session.user_agent, agent_max); !agent.empty())
        record["user_agent"] = std::move(agent);
    return transaction.insert(record);
}

base::Result<void> end_session(Context& context, const base::Uuid& session) {
    auto transaction = context.store.begin(context.intent("sign_out"));
    auto record = transaction->find(records::session, session);
    if (!record || number(*record, "ended_at_ms") != 0) return {};
    (*record)["ended_at_ms"] = context.now_ms;
    TRY(transaction->correct(*record));
    transaction->commit();
    access_changed(context);
    return {};
}

base::Result<void> end_sessions(Context& context, store::Transaction& transaction, const base::Uuid& account,
                                const base::Uuid& but) {
    auto sessions = transaction.select(
        records::session, {.conditions = {{.field = "account_id", .values = {account}},
                                          {.field = "ended_at_ms", .op = store::Op::is_empty, .values = {}}}});
    for (auto& session : sessions) {
        if (session.id == but) continue;
        session["ended_at_ms"] = context.now_ms;
        TRY(transaction.correct(session));
    }
    return {};
}

std::string csrf_of(std::string_view token) { return derive_secret(token, "kientoan csrf"); }

std::shared_ptr<const SignedInAs> SessionCache::find(Context& context, std::string_view token) {
    if (token.size() != token_length) return {};
    const auto digest = digest_of_secret(token);
    const auto now = context.now_ms;
    std::int64_t seen = 0;
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock{mutex_};
        generation = generation_;
        if (const auto found = entries_.find(digest); found != entries_.end()) {
            auto& entry = found->second;
            const bool has_ended = rules::session_has_ended(entry.who->began_at_ms, entry.seen_ms, now);
            if (has_ended) return {};
            if (entry.generation == generation && entry.day == context.today && now - entry.checked_ms < fresh_ms) {
                entry.seen_ms = std::max(entry.seen_ms, now);
                return entry.who;
            }
            seen = entry.seen_ms;
        }
    }
    // Without the lock: others need not wait for the store.
    auto read = read_session(context, token, digest);
    if (read.who && rules::session_has_ended(read.who->began_at_ms, std::max(seen, read.seen_ms), now)) read.who = {};
    const std::lock_guard lock{mutex_};
    if (!read.who) {
        entries_.erase(digest);
        return {};
    }
    auto& entry = entries_[digest];
    entry = {.who = read.who,
             .seen_ms = std::max({entry.seen_ms, read.seen_ms, now}),
             .written_seen_ms = read.seen_ms,
             .checked_ms = now,
             .generation = generation,
             .day = context.today};
    return read.who;
}

void SessionCache::access_changed() {
    const std::lock_guard lock{mutex_};
    ++generation_;
}

base::Result<void> SessionCache::write_uses(Context& context) {
    struct Use {
        base::Uuid session;
        std::int64_t seen_ms;
    };
    std::vector<Use> uses;
    {
        const std::lock_guard lock{mutex_};
        std::erase_if(entries_, [&](const auto& item) {
            return rules::session_has_ended(item.second.who->began_at_ms, item.second.seen_ms, context.now_ms);
        });
        for (auto& [digest, entry] : entries_)
            if (entry.seen_ms - entry.written_seen_ms >= write_after_ms) {
                uses.push_back({entry.who->session_id, entry.seen_ms});
                entry.written_seen_ms = entry.seen_ms;
            }
    }
    if (uses.empty()) return {};
    auto transaction = context.store.begin(context.intent("note_session_uses"));
    for (const auto& use : uses) {
        auto record = transaction->find(records::session, use.session);
        if (!record || number(*record, "seen_at_ms") >= use.seen_ms) continue;
        (*record)["seen_at_ms"] = use.seen_ms;
        TRY(transaction->correct(*record));
    }
    transaction->commit();
    return {};
}

std::size_t SessionCache::size() const {
    const std::lock_guard lock{mutex_};
    return entries_.size();
}

void access_changed(Context& context) {
    if (context.sessions) context.sessions->access_changed();
}

}  // namespace actions
