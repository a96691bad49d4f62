// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/sign_in.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace rules {
namespace {

constexpr std::size_t characters_min = 12, characters_min_mixed = 10, kinds_mixed = 3, bytes_max = 200;

// What is tried first, without marks, digits and signs: lists of leaked passwords, and words of this country and trade.
constexpr std::array<std::string_view, 56> frequent{
    "abc",         "abcd",          "abcdef",     "admin",     "administrator", "anhyeuem", "anhnhoem",  "asdfgh",
    "asdfghjkl",   "bacho",         "bantochuc",  "baconrong", "changeme",      "chibo",    "cobanvang", "dangbo",
    "dangcongsan", "dangvien",      "default",    "docker",    "dragon",        "emyeuanh", "football",  "giadinh",
    "hanoi",       "hochiminh",     "iloveyou",   "kientoan",  "letmein",       "login",    "master",    "matkhau",
    "matkhaumoi",  "monkey",        "pass",       "password",  "passw",         "princess", "qazwsx",    "quantri",
    "qwer",        "qwerty",        "qwertyuiop", "root",      "saigon",        "secret",   "sunshine",  "superman",
    "tinhuy",      "toiyeuvietnam", "trustno",    "vietnam",   "vietnamvodich", "welcome",  "yeuem",     "zxcvbnm",
};

struct Kinds {
    std::size_t characters = 0;
    bool has_small = false, has_capital = false, has_digit = false, has_other = false;
    std::size_t count() const { return std::size_t{has_small} + has_capital + has_digit + has_other; }
};

// A letter with a mark counts as another sign: it is one that guessers do not try.
Kinds kinds_of(std::string_view password) {
    Kinds kinds;
    for (const char c : password) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        ++kinds.characters;
        if (c >= 'a' && c <= 'z')
            kinds.has_small = true;
        else if (c >= 'A' && c <= 'Z')
            kinds.has_capital = true;
        else if (c >= '0' && c <= '9')
            kinds.has_digit = true;
        else
            kinds.has_other = true;
    }
    return kinds;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// The letters alone, without marks, in small: "M@t-Khẩu 2024" is "mtkhau"; "Mật khẩu 2024" is "matkhau".
std::string letters_of(std::string_view text) {
    std::string letters = base::fold(text);
    std::erase_if(letters, [](char c) { return !is_letter(c); });
    return letters;
}

// One short piece again and again: "aaaaaaaaaaaa", "123123123123".
bool is_repetition(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length * 2 <= text.size(); ++length) {
        bool repeats = true;
        for (std::size_t i = length; i < text.size() && repeats; ++i) repeats = text[i] == text[i - length];
        if (repeats) return true;
    }
    return false;
}

bool is_frequent(std::string_view letters) {
    return std::find(frequent.begin(), frequent.end(), letters) != frequent.end();
}

}  // namespace

base::Result<void> judge_password(std::string_view password, std::string_view account_name) {
    const Kinds kinds = kinds_of(password);
    if (password.size() > bytes_max) return base::Refusal{"password.too_long", {std::to_string(bytes_max)}, {}};
    if (kinds.characters < (kinds.count() >= kinds_mixed ? characters_min_mixed : characters_min))
        return base::Refusal{
            "password.too_short", {std::to_string(characters_min), std::to_string(characters_min_mixed)}, {}};
    const auto letters = letters_of(password), name = letters_of(account_name);
    if (name.size() >= 3 && letters.find(name) != std::string::npos) return base::Refusal{"password.has_name", {}, {}};
    const bool has_only_digits = kinds.has_digit && kinds.count() == 1;
    if (has_only_digits || is_repetition(password) || is_frequent(letters))
        return base::Refusal{"password.frequent", {}, {}};
    return {};
}

std::int64_t lock_after_failures(std::int64_t failures) {
    constexpr std::int64_t first = 15 * 60'000, longest = 24 * 3'600'000;
    if (failures <= 0 || failures % 5 != 0) return 0;
    const auto doublings = std::min<std::int64_t>(failures / 5 - 1, 10);
    return std::min(first << doublings, longest);
}

}  // namespace rules
