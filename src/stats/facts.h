// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/uuid.h"
#include "stats/day.h"

namespace stats {

// A code as its place in its list; `no_code` = not given.
using Code = std::uint8_t;
inline constexpr Code no_code = 0xFF;

// The codes of figures::member_columns() or figures::organisation_columns(), in that order.
using Codes = std::array<Code, 16>;
constexpr Codes no_codes() {
    Codes codes{};
    codes.fill(no_code);
    return codes;
}

inline constexpr std::uint32_t none = 0xFFFFFFFF;

// What the memory columns are built from: the rows of the registers, cut down to what figures ask. Members and
// organisations are named by their place in the two vectors; spans are [from, to). Rows of one vector come in the order
// in which they were entered (by id).
struct Facts {
    struct Organisation {
        base::Uuid id;
        std::string code;
    };
    struct OrganisationVersion {
        std::uint32_t organisation;
        Day from, to;
        std::uint32_t superior = none;
        Codes codes = no_codes();
        bool operator==(const OrganisationVersion&) const = default;
    };
    // Kế thừa: the successor takes over from the predecessor, which may go on beside it (tách).
    struct Succession {
        std::uint32_t predecessor, successor;
    };
    struct Member {
        base::Uuid id;
        Day born = never;
        Codes codes = no_codes();  // Those that do not change: of the person.
        bool operator==(const Member&) const = default;
    };
    struct MemberVersion {
        std::uint32_t member;
        Day from, to;
        Codes codes = no_codes();  // Those that change: of the person's version.
        bool operator==(const MemberVersion&) const = default;
    };
    // A dated record that holds for the member: exemption, suspension.
    struct Holding {
        std::uint32_t member;
        Day from, to;
        std::uint8_t column;  // Place in figures::member_columns().
    };
    struct Membership {
        std::uint32_t member;
        std::uint32_t cell;
        Day from, to;
        Code status = no_code, entry = no_code;
    };
    struct Departure {
        std::uint32_t member;
        Day on;
        Code kind = no_code;
    };
    struct Campaign {
        std::uint32_t organisation;
        int year;
    };
    struct Grade {
        std::uint32_t owner;  // Member or organisation.
        std::uint32_t cell;   // Of members.
        int year;
        Code grade = no_code, reason = no_code;
    };

    std::vector<Organisation> organisations;
    std::vector<OrganisationVersion> organisation_versions;
    std::vector<Succession> successions;
    std::vector<Member> members;
    std::vector<MemberVersion> member_versions;
    std::vector<Holding> holdings;
    std::vector<Membership> memberships;  // Home memberships: the only ones that figures count.
    std::vector<Membership> guests;       // Guest memberships: shown in lists.
    std::vector<Departure> departures;
    std::vector<Campaign> campaigns;
    std::vector<Grade> member_grades, organisation_grades;
};

}  // namespace stats
