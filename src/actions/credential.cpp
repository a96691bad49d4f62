// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/credential.h"

#include "actions/password.h"
#include "actions/reach.h"
#include "records/platform.h"
#include "rules/sign_in.h"

namespace actions {
namespace {

std::string text(const schema::Record& record, std::string_view field) {
    const auto* value = std::get_if<std::string>(&record[field]);
    return value ? *value : std::string{};
}
std::int64_t number(const schema::Record& record, std::string_view field) {
    const auto* value = std::get_if<std::int64_t>(&record[field]);
    return value ? *value : 0;
}
bool truth(const schema::Record& record, std::string_view field) {
    const auto* value = std::get_if<bool>(&record[field]);
    return value && *value;
}

schema::Value or_empty(std::int64_t number) { return number == 0 ? schema::Value{} : schema::Value{number}; }
schema::Value or_empty(const std::string& text) { return text.empty() ? schema::Value{} : schema::Value{text}; }

}  // namespace

void Credential::count_failure(std::int64_t now_ms) {
    ++failed_count;
    if (const auto lock = rules::lock_after_failures(failed_count)) locked_until_ms = now_ms + lock;
}

void Credential::set_password(std::string_view password, bool must_change, std::int64_t now_ms) {
    password_hash = hash_password(password);
    password_changed_at_ms = now_ms;
    must_change_password = must_change;
    forget_failures();
}

void Credential::forget_totp() {
    totp_secret.clear();
    recovery_codes.clear();
    totp_confirmed = false;
    totp_last_step = 0;
}

Credential credential_of(const schema::Record& record) {
    return {.id = record.id,
            .version = record.version,
            .account_id = std::get<base::Uuid>(record["account_id"]),
            .password_hash = text(record, "password_hash"),
            .password_changed_at_ms = number(record, "password_changed_at_ms"),
            .must_change_password = truth(record, "must_change_password"),
            .totp_secret = text(record, "totp_secret"),
            .totp_confirmed = truth(record, "totp_confirmed"),
            .totp_last_step = number(record, "totp_last_step"),
            .recovery_codes = text(record, "recovery_codes"),
            .failed_count = number(record, "failed_count"),
            .locked_until_ms = number(record, "locked_until_ms"),
            .last_sign_in_at_ms = number(record, "last_sign_in_at_ms")};
}

schema::Record to_record(const Credential& credential) {
    schema::Record record{records::credential};
    record.id = credential.id;
    record.version = credential.version;
    record["account_id"] = credential.account_id;
    record["password_hash"] = credential.password_hash;
    record["password_changed_at_ms"] = credential.password_changed_at_ms;
    record["must_change_password"] = credential.must_change_password;
    record["totp_secret"] = or_empty(credential.totp_secret);
    record["totp_confirmed"] = credential.totp_confirmed;
    record["totp_last_step"] = or_empty(credential.totp_last_step);
    record["recovery_codes"] = or_empty(credential.recovery_codes);
    record["failed_count"] = credential.failed_count;
    record["locked_until_ms"] = or_empty(credential.locked_until_ms);
    record["last_sign_in_at_ms"] = or_empty(credential.last_sign_in_at_ms);
    return record;
}

std::optional<Credential> find_credential(store::Reader& reader, const base::Uuid& account) {
    const auto found =
        reader.select(records::credential, {.conditions = {{.field = "account_id", .values = {account}}}, .limit = 1});
    if (found.empty()) return {};
    return credential_of(found.front());
}

base::Result<void> change_credential(Context& context, const store::Intent& intent, const base::Uuid& account,
                                     const CredentialChange& change) {
    constexpr int attempts = 5;
    for (int attempt = 1;; ++attempt) {
        auto transaction = context.store.begin(intent);
        auto credential = find_credential(*transaction, account);
        if (!credential) return not_there(records::credential);
        const auto before = to_record(*credential);
        TRY(change(*credential, *transaction));
        auto record = to_record(*credential);
        if (record != before) {
            const auto written = transaction->correct(record);
            if (!written && written.error().code == "conflict" && attempt < attempts) continue;
            if (!written) return written.error();
        }
        transaction->commit();
        return {};
    }
}

}  // namespace actions
