// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sign_in.h"

#include <algorithm>

#include "actions/access_of.h"
#include "actions/credential.h"
#include "actions/password.h"
#include "actions/sessions.h"
#include "actions/totp.h"
#include "base/text.h"
#include "records/platform.h"
#include "rules/sign_in.h"

namespace actions {
namespace {

const base::Refusal failed{"sign_in.failed", {}, {}};
constexpr std::size_t password_bytes_max = 1000;  // More is no password; hashing it would only cost.

std::string name_as_kept(std::string_view typed) {
    std::string name = base::clean_text(typed);
    for (auto& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

store::Intent intent_of(const Context& context, std::string_view account_name, std::string action) {
    auto intent = context.intent(std::move(action));
    intent.actor = std::string{account_name};
    return intent;
}

base::Result<SignedIn> refuse_unknown(Context& context, SignInGate& gate, const std::string& name,
                                      std::string_view password) {
    if (const auto seconds = gate.locked_seconds(name, context.now_ms))
        return locked_refusal(context.now_ms + seconds * 1000, context.now_ms);
    no_password_matches(password);
    gate.count_failure(name, context.now_ms);
    return failed;
}

base::Result<void> count_failure(Context& context, std::string_view name, const base::Uuid& account,
                                 std::string action) {
    return change_credential(context, intent_of(context, name, std::move(action)), account,
                             [&](Credential& credential, store::Transaction&) {
                                 credential.count_failure(context.now_ms);
                                 return base::Result<void>{};
                             });
}

enum class Code { not_needed, missing, wrong, right };

// Takes the code: a code of the telephone by its step, a recovery code out of those left.
Code take_code(Credential& credential, const std::string& code, std::int64_t now_ms) {
    if (!credential.has_totp()) return Code::not_needed;
    if (code.empty()) return Code::missing;
    if (const auto step = totp_step(credential.totp_secret, code, now_ms, credential.totp_last_step)) {
        credential.totp_last_step = *step;
        return Code::right;
    }
    if (auto left = use_recovery_code(credential.recovery_codes, code)) {
        credential.recovery_codes = *std::move(left);
        return Code::right;
    }
    return Code::wrong;
}

// Proves that whoever sits there knows the password of the own account; wrong ones count as at the door.
base::Result<void> prove_password(Context& context, const base::Uuid& account, std::string_view password) {
    const auto credential = find_credential(context.store, account);
    if (!credential) return base::Refusal{"password.wrong", {}, {}};
    if (credential->is_locked(context.now_ms)) return locked_refusal(credential->locked_until_ms, context.now_ms);
    if (password.size() <= password_bytes_max && password_matches(credential->password_hash, password)) return {};
    TRY(count_failure(context, context.actor, account, "fail_sign_in"));
    return base::Refusal{"password.wrong", {}, {}};
}

}  // namespace

base::Result<SignedIn> sign_in(Context& context, SignInGate& gate, const SignIn& attempt) {
    TRY(gate.enter(attempt.remote_address, context.now_ms));
    const auto name = name_as_kept(attempt.name);
    const std::string_view password =
        std::string_view{attempt.password}.substr(0, std::min(attempt.password.size(), password_bytes_max));

    auto account = find_account(context.store, name);
    const auto credential = account ? find_credential(context.store, account->id) : std::nullopt;
    if (!credential || std::get<bool>((*account)["is_closed"])) return refuse_unknown(context, gate, name, password);
    if (credential->is_locked(context.now_ms)) return locked_refusal(credential->locked_until_ms, context.now_ms);

    if (!password_matches(credential->password_hash, password)) {
        TRY(count_failure(context, name, account->id, "fail_sign_in"));
        return failed;
    }

    // Judged again on what is written by then: of many guesses sent at once, none passes once the account is locked,
    // and no code is taken twice.
    SignedIn signed_in{.account_id = account->id, .session_id = {}, .token = random_token()};
    auto code = Code::not_needed;
    const auto done = change_credential(context, intent_of(context, name, "sign_in"), account->id,
                                        [&](Credential& now, store::Transaction& transaction) -> base::Result<void> {
                                            if (now.is_locked(context.now_ms))
                                                return locked_refusal(now.locked_until_ms, context.now_ms);
                                            if (now.password_hash != credential->password_hash) return failed;
                                            code = take_code(now, attempt.code, context.now_ms);
                                            if (code == Code::missing)
                                                return base::Refusal{"sign_in.code_needed", {}, {}};
                                            if (code == Code::wrong) return failed;
                                            if (needs_new_hash(now.password_hash))
                                                now.password_hash = hash_password(password);
                                            now.forget_failures();
                                            now.last_sign_in_at_ms = context.now_ms;
                                            signed_in.session_id =
                                                TRY(begin_session(context, transaction,
                                                                  {.account_id = account->id,
                                                                   .token = signed_in.token,
                                                                   .remote_address = attempt.remote_address,
                                                                   .user_agent = attempt.user_agent}));
                                            return {};
                                        });
    if (code == Code::wrong) TRY(count_failure(context, name, account->id, "fail_sign_in"));
    if (code == Code::missing) gate.passed(attempt.remote_address);
    if (!done) return done.error();
    gate.passed(attempt.remote_address);
    return signed_in;
}

base::Result<base::Uuid> own_account(const Context& context) {
    if (context.access.account_id.is_nil()) return base::Refusal{"account.needed", {}, {}};
    return context.access.account_id;
}

base::Result<void> change_own_password(Context& context, const PasswordChange& change) {
    const auto account = TRY(own_account(context));
    TRY(prove_password(context, account, change.old_password));
    const auto record = context.store.find(records::account, account);
    TRY(rules::judge_password(change.new_password, std::get<std::string>((*record)["name"])));
    if (change.new_password == change.old_password) return base::Refusal{"password.same", {}, {}};
    TRY(change_credential(context, context.intent("change_own_password"), account,
                          [&](Credential& credential, store::Transaction& transaction) {
                              credential.set_password(change.new_password, false, context.now_ms);
                              return end_sessions(context, transaction, account, change.kept_session);
                          }));
    access_changed(context);
    return {};
}

base::Result<TotpOffer> begin_totp(Context& context) {
    const auto account = TRY(own_account(context));
    TotpOffer offer{.secret = new_totp_secret(), .uri = {}};
    TRY(change_credential(context, context.intent("begin_totp"), account,
                          [&](Credential& credential, store::Transaction&) -> base::Result<void> {
                              if (credential.has_totp()) return base::Refusal{"totp.already_on", {}, {}};
                              credential.totp_secret = offer.secret;
                              credential.totp_last_step = 0;
                              return {};
                          }));
    const auto record = context.store.find(records::account, account);
    offer.uri = totp_uri(offer.secret, std::get<std::string>((*record)["name"]));
    return offer;
}

base::Result<std::vector<std::string>> confirm_totp(Context& context, const std::string& code) {
    const auto account = TRY(own_account(context));
    auto codes = new_recovery_codes();
    TRY(change_credential(context, context.intent("confirm_totp"), account,
                          [&](Credential& credential, store::Transaction&) -> base::Result<void> {
                              if (credential.totp_secret.empty()) return base::Refusal{"totp.not_begun", {}, {}};
                              if (credential.has_totp()) return base::Refusal{"totp.already_on", {}, {}};
                              const auto step = totp_step(credential.totp_secret, code, context.now_ms, 0);
                              if (!step) return base::Refusal{"totp.wrong_code", {}, {}};
                              credential.totp_last_step = *step;
                              credential.totp_confirmed = true;
                              credential.recovery_codes = recovery_digests(codes);
                              return {};
                          }));
    access_changed(context);
    return codes;
}

base::Result<void> end_totp(Context& context, const std::string& password) {
    const auto account = TRY(own_account(context));
    TRY(prove_password(context, account, password));
    TRY(change_credential(context, context.intent("end_totp"), account,
                          [](Credential& credential, store::Transaction&) {
                              credential.forget_totp();
                              return base::Result<void>{};
                          }));
    access_changed(context);
    return {};
}

}  // namespace actions
