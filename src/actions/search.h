// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/organisation_node.h"

namespace actions {

struct FoundPerson {
    base::Uuid id;  // Of the member.
    std::string full_name, profile_number;
    base::PartialDate born_on;
    std::string cell, cell_name;  // Home cell of the day, else a guest cell, else the last one.
};

struct FoundOrganisation : OrganisationMention {
    std::string path;  // "Đảng bộ thành phố › Đảng bộ phường 1": its superiors from the top.
};

struct SearchResult {
    std::vector<FoundPerson> persons;
    std::vector<FoundOrganisation> organisations;
};

// Tìm nhanh (Ctrl K): members and organisations within reach. Words in any order, each the beginning of a word of the
// name (stats/member_text.h); the beginning of a profile number, a card number, the code of an organisation; one word
// of two to six letters also as initials ("ntth"). First those who are there on the day, and whose name fits best: the
// whole name, then whole words, then beginnings, then initials. At most 1 ms for 55,700 members.
SearchResult search(Context& context, const std::string& typed, base::Date on, std::size_t limit);

// {"persons": […], "organisations": […]}
std::string to_json(const SearchResult& result);

}  // namespace actions
