// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/member_text.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace stats {
namespace {

void add(std::vector<std::uint64_t>& set, std::uint32_t at) { set[at / 64] |= std::uint64_t{1} << at % 64; }

std::vector<std::uint64_t> empty_set(std::size_t size) { return std::vector<std::uint64_t>((size + 63) / 64 + 1); }

std::vector<std::uint64_t> names_with(const Roster& roster, std::string_view word) {
    const bool is_plain =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto& words = is_plain ? roster.names().folded : roster.names().spelled;
    auto names = empty_set(roster.names().size());
    for (WordId id = 0; id < words.size(); ++id)
        if (words[id].starts_with(word))
            for (const NameId name : roster.names_with(id)) add(names, name);
    return names;
}

std::vector<std::uint64_t> members_with(const Roster& roster, std::string_view number) {
    auto members = empty_set(roster.size());
    for (const auto member : roster.with_profile_number(base::to_upper(number))) add(members, member);
    for (const auto member : roster.with_card_number(number)) add(members, member);
    int year = 0;
    if (number.size() == 4 && std::from_chars(number.data(), number.data() + 4, year).ptr == number.data() + 4)
        for (std::uint32_t member = 0; member < roster.size(); ++member)
            if (roster.born_on(member).year == year) add(members, member);
    return members;
}

}  // namespace

void MemberText::keep_common(Set& set, Set other) {
    if (set.empty()) {
        set = std::move(other);
        return;
    }
    for (std::size_t i = 0; i < set.size(); ++i) set[i] &= other[i];
}

MemberText::MemberText(const Roster& roster, std::string_view typed) {
    for_each_word(comparable(typed), [&](std::string_view word) {
        if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
            keep_common(members_, members_with(roster, word));
        else
            keep_common(names_, names_with(roster, word));
    });
}

}  // namespace stats
