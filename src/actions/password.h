// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Mật khẩu and other secrets: made, hashed and compared. Nothing here is kept or logged.
namespace actions {

// Argon2id, 2 passes over 19 MiB: about 20 ms. At most two are computed at once in this process, others wait, so that a
// crowd at the door takes no more than 38 MiB. Throws base::Fault when there is no memory.
std::string hash_password(std::string_view password);
bool password_matches(const std::string& hash, std::string_view password);
// Takes as long as password_matches and says no: for names that no account has.
bool no_password_matches(std::string_view password);
// Whether the hash was made with other costs than are now in force.
bool needs_new_hash(const std::string& hash);

// Groups of four characters that cannot be taken for one another, as "k7mq-x2np-8rtw-hd4c": four have 79 bits.
std::string random_password(int groups = 4);

// 32 random bytes as 43 characters that need no quoting in a cookie.
std::string random_token();
// BLAKE2b-256 as 64 hexadecimal digits: what is kept of secrets long enough not to be guessed.
std::string digest_of_secret(std::string_view secret);
// What follows from a secret for another purpose, without telling it.
std::string derive_secret(std::string_view secret, std::string_view purpose);

}  // namespace actions
