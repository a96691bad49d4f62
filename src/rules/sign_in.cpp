// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/sign_in.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace rules {
namespace {

constexpr std::size_t characters_min = 12, characters_max = 128;

// What is tried first, without marks, digits and signs: what lists of leaked passwords have that is long enough, and
// words of this country and trade.
// clang-format off
constexpr std::array<std::string_view, 151> frequent{
    "abc", "abcd", "abcdef", "admin", "adminadmin", "administrator", "administratoradmin", "anhnhoem", "anhyeuem",
    "anhyeuemnhieulam", "anthropogenic", "aqswdefr", "arsenal", "asdfgh", "asdfghjkl", "asdfghzxcvbn", "bacho",
    "baconrong", "bactrungnam", "bantochuc", "bantochuctinhuy", "barcelona", "basketball", "benhau", "bithu",
    "bithuchibo", "cantho", "capuy", "changeme", "changeoninstall", "chelsea", "chibo", "christopher",
    "chucmungnammoi", "cobanvang", "congtacdang", "danang", "dangbo", "dangcongsan", "dangcongsanvietnam", "dangvien",
    "default", "devdemos", "discovereradmin", "docker", "doclaptudohanhphuc", "dragon", "ejsadminpassword",
    "emyeuanh", "emyeuanhnhieulam", "football", "giadinh", "haiphong", "hanoi", "hanoivietnam", "hochiminh", "hue",
    "huyenuy", "iknowyoucanreadthis", "iloveu", "ilovevietnam", "iloveyou", "invalidpassword", "khongbiet",
    "khongcomatkhau", "khongcopass", "kientoan", "laskjdfksdaf", "letmein", "letmeinplease", "liverpool", "login",
    "manchester", "master", "masterbating", "matkhau", "matkhaucuatoi", "matkhaukhongcogi", "matkhaula", "matkhaumoi",
    "mnbvcxz", "monkey", "motdepasse", "motherfucker", "motngaynaodo", "mottinhyeu", "mtspassword", "nhomatkhau",
    "oceanography", "ocmdbadmin", "orassopublic", "pass", "passw", "password", "passwordpassword", "poiuytrewq",
    "portaladmin", "portaldemo", "portalps", "portalpublic", "portalsso", "portalssoadmin", "portalssops",
    "portalssopublic", "powercartuser", "princess", "qazwsx", "qazwsxedc", "quantri", "quehuong", "qweasdzxc", "qwer",
    "qwerty", "qwertyasdfgh", "qwertyuiop", "rachmaninoff", "realmadrid", "root", "rootroot", "saigon", "secret",
    "serviceconsumer", "siinformtnschema", "stratpasswd", "sunshine", "superman", "testtest", "thanhuy",
    "thanhuyvien", "thinsamplepw", "tinhuy", "tinhyeu", "toilanguoivietnam", "toiyeuvietnam", "trustno",
    "unbelievable", "usuckballz", "valentinchoque", "vanphongtinhuy", "vertexlogin", "vietnam", "vietnamvodich",
    "welcome", "welcomehome", "williamsburg", "winniethepooh", "yeuem", "yeuemnhieulam", "zaqwsx", "zaqwsxcde",
    "zxcvbnm",
};
// clang-format on
static_assert(std::is_sorted(frequent.begin(), frequent.end()));

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

bool is_frequent(std::string_view letters) { return std::binary_search(frequent.begin(), frequent.end(), letters); }

}  // namespace

base::Result<void> judge_password(std::string_view password, std::string_view account_name) {
    const auto characters = base::count_characters(base::clean_text(password));  // Blanks in a row are one.
    if (characters > characters_max) return base::Refusal{"password.too_long", {std::to_string(characters_max)}, {}};
    if (characters < characters_min) return base::Refusal{"password.too_short", {std::to_string(characters_min)}, {}};
    const auto letters = letters_of(password), name = letters_of(account_name);
    if (name.size() >= 3 && letters.find(name) != std::string::npos) return base::Refusal{"password.has_name", {}, {}};
    const bool has_only_digits =
        std::all_of(password.begin(), password.end(), [](char c) { return c >= '0' && c <= '9'; });
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
