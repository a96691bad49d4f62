// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "actions/context.h"
#include "schema/record_type.h"

namespace actions {

// Thông tin đăng nhập of one account: password, second factor, lock-out. Its own record, because every sign-in writes
// it.
struct Credential {
    base::Uuid id;  // Nil until it is kept.
    std::int64_t version = 0;
    base::Uuid account_id;
    std::string password_hash;
    std::int64_t password_changed_at_ms = 0;
    bool must_change_password = false;
    std::string totp_secret;
    bool totp_confirmed = false;
    std::int64_t totp_last_step = 0;
    std::string recovery_codes;
    std::int64_t failed_count = 0;
    std::int64_t locked_until_ms = 0;
    std::int64_t last_sign_in_at_ms = 0;

    bool has_totp() const { return totp_confirmed && !totp_secret.empty(); }
    bool is_locked(std::int64_t now_ms) const { return now_ms < locked_until_ms; }
    void count_failure(std::int64_t now_ms);
    void forget_failures() { failed_count = locked_until_ms = 0; }
    void forget_totp();
    void set_password(std::string_view password, bool must_change, std::int64_t now_ms);
};

std::optional<Credential> find_credential(store::Reader& reader, const base::Uuid& account);
schema::Record to_record(const Credential& credential);
Credential credential_of(const schema::Record& record);

// Changes the credential within one transaction of its own; begins anew when someone else wrote it meanwhile. `change`
// sees it as it is then, may write more in the same transaction, and refuses by returning a refusal: nothing is written
// then.
using CredentialChange = std::function<base::Result<void>(Credential&, store::Transaction&)>;
base::Result<void> change_credential(Context& context, const store::Intent& intent, const base::Uuid& account,
                                     const CredentialChange& change);

}  // namespace actions
