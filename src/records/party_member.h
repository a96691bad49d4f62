// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "records/decision.h"
#include "records/organisation.h"
#include "records/person.h"

namespace records {

// Đảng viên: what joins a person to the Party, once. In which cell and as what is in Membership.
struct PartyMember {
    base::Id<PartyMember> id;
    std::int64_t version = 0;
    base::Id<Person> person_id;
    std::string profile_number;  // Số lý lịch: 6 digits + 2–3 capital letters of the province.
    std::string card_number;     // Số thẻ: 12 digits from 02/9/2025, 8 before.
    std::string old_card_number;
    std::optional<base::Date> admission_decided_on;  // Party age (tuổi đảng) counts from here.
    std::string admission_decision_number;
    base::Date ceremony_on;                   // Ngày vào Đảng, as on the card; probation counts from here.
    std::optional<base::Date> recognised_on;  // Ngày chính thức.
    std::string recognition_decision_number;
    std::string admitting_cell;
    std::string introducers;

    static const schema::RecordType type;
};

// home: counted in the đảng số of the cell. guest: takes part in its activities for a time (sinh hoạt tạm thời).
enum class MembershipKind { home, guest };
extern const schema::CodeList membership_kinds;
constexpr const schema::CodeList& code_list(MembershipKind) { return membership_kinds; }

enum class MembershipStatus { probationary, full };
extern const schema::CodeList membership_statuses;
constexpr const schema::CodeList& code_list(MembershipStatus) { return membership_statuses; }

// How a home membership of the register began: rows B1–B3 of form 1. `registered` = already a member when the register
// began.
enum class Entry { registered, admitted, transferred_in, restored, moved };
extern const schema::CodeList entries;
constexpr const schema::CodeList& code_list(Entry) { return entries; }

// Sinh hoạt đảng: a member belongs to a cell over [valid_from, valid_to). At any day a member has at most one home
// cell.
struct Membership {
    base::Id<Membership> id;
    std::int64_t version = 0;
    base::Id<PartyMember> member_id;
    base::Id<Organisation> cell_id;
    base::Date valid_from;
    std::optional<base::Date> valid_to;
    MembershipKind kind{};
    MembershipStatus status{};
    Entry entry{};
    std::optional<base::Id<Decision>> decision_id;
    std::string decision_number;  // Where only the number is known, as in imported registers.

    static const schema::RecordType type;
};

// How a member left: rows C1–C5 of form 1.
enum class DepartureKind { died, expelled, struck_off, left_on_request, admission_cancelled, transferred_out };
extern const schema::CodeList departure_kinds;
constexpr const schema::CodeList& code_list(DepartureKind) { return departure_kinds; }

}  // namespace records
