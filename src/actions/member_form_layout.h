// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "records/party_member.h"

namespace actions {

// All that the member form shows of one member.
struct MemberFormContent {
    struct Organisation {
        std::string kind;  // In words.
        std::string name;
    };
    struct History {
        const schema::RecordType* type = nullptr;
        std::vector<schema::Record> rows;  // By date.
    };

    std::vector<Organisation> organisations;  // From the root of the tree down to the cell.
    records::PartyMember member;
    records::Person person;
    records::PersonVersion version;
    std::vector<History> histories;

    const std::vector<schema::Record>& rows_of(const schema::RecordType& type) const;
};

// The form 2-HSĐV as DOCX, on A4. Source of the items: 38-HD/BTCTW; their layout is not confirmed, and the form says
// so at its foot.
std::string lay_out_member_form(const MemberFormContent& file);

}  // namespace actions
