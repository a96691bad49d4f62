// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/sign_in_gate.h"

// Đăng nhập, đổi mật khẩu, mã một lần: what someone does about the own account.
namespace actions {

struct SignIn {
    std::string name;  // As typed; capitals and blanks around do not matter.
    std::string password;
    std::string code;  // Of the telephone, or a recovery code; empty when none was asked for yet.
    std::string remote_address, user_agent;
};
struct SignedIn {
    base::Uuid account_id, session_id;
    std::string token;  // For the cookie; kept nowhere.
};
// The context's own access plays no part. Unknown names, closed accounts and wrong passwords cost the same time and
// read alike. Five failures lock the account for 15 minutes, then for twice as long; a right password does not open the
// lock. Refusals: "sign_in.failed" {}, "sign_in.code_needed" {} (the password was right), "sign_in.locked" {seconds}.
base::Result<SignedIn> sign_in(Context& context, SignInGate& gate, const SignIn& attempt);

// The account that acts. Refused as "account.needed" {} for the local administrator, who has none.
base::Result<base::Uuid> own_account(const Context& context);

// Đổi mật khẩu: ends all other sessions of the account. Refusals: "password.wrong" {}, "sign_in.locked" {seconds},
// "password.same" {}, and those of rules::judge_password.
struct PasswordChange {
    std::string old_password, new_password;
    base::Uuid kept_session = {};
};
base::Result<void> change_own_password(Context& context, const PasswordChange& change);

// Bật mã một lần: a secret that holds once a code of it was shown. Refused as "totp.already_on" {}.
struct TotpOffer {
    std::string secret, uri;
};
base::Result<TotpOffer> begin_totp(Context& context);
// The ten recovery codes, shown once. Refused as "totp.not_begun" {}, "totp.wrong_code" {}.
base::Result<std::vector<std::string>> confirm_totp(Context& context, const std::string& code);
// Tắt mã một lần. Refused as "password.wrong" {}, "sign_in.locked" {seconds}.
base::Result<void> end_totp(Context& context, const std::string& password);

}  // namespace actions
