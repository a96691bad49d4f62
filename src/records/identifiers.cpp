// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/identifiers.h"

#include <algorithm>

namespace records {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

bool is_personal_id(std::string_view text) { return are_digits(text, 12); }
bool is_old_identity_number(std::string_view text) { return are_digits(text, 9); }
bool is_card_number(std::string_view text) { return are_digits(text, 12) || are_digits(text, 8); }

bool is_profile_number(std::string_view text) {
    if (text.size() < 8 || !are_digits(text.substr(0, 6), 6) || text.substr(0, 6) == "000000") return false;
    std::size_t letters = 0;
    for (auto rest = text.substr(6); !rest.empty(); ++letters) {
        if (rest.starts_with("Đ"))
            rest.remove_prefix(std::string_view{"Đ"}.size());
        else if (rest[0] >= 'A' && rest[0] <= 'Z')
            rest.remove_prefix(1);
        else
            return false;
    }
    return letters == 2 || letters == 3;
}

bool is_organisation_code(std::string_view text) {
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
    });
}

bool is_account_name(std::string_view text) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return text.size() >= 3 && text.size() <= 60 && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_'; });
}

}  // namespace records
