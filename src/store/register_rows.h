// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"

namespace store {

// The rows of the registers from which what lies in memory is built, cut down to what figures and lists ask. What the
// columns of each are, from 0; "member codes" are the described columns of figures::member_columns() that come from
// that table (RegisterSelect::code_columns), so with organisations. Dates are ISO texts.
enum class RegisterRow : std::uint8_t {
    organisation,          // id, code
    organisation_version,  // id, organisation, valid_from, valid_to, superior, name, organisation codes
    succession,            // id, predecessor, successor
    member,                // id, person, profile_number, card_number, admission_decided_on, ceremony_on, recognised_on,
                           // born_on, member codes
    member_version,        // id, person, valid_from, valid_to, full_name, member codes
    holding,               // id, member, valid_from, valid_to
    membership,            // id, member, cell, valid_from, valid_to, status, entry, kind
    departure,             // id, member, departed_on, kind
    campaign,              // id, organisation, year
    member_grade,          // id, member, cell, campaign, grade, reason
    organisation_grade,    // id, campaign, organisation, grade, reason
};

// How rows of one kind are read. There is one for each kind, and one for each type of holding.
struct RegisterSelect {
    RegisterRow row{};
    std::string_view type;                  // Record type whose id the row has.
    std::uint8_t holding_column = 0;        // Of holdings: place in figures::member_columns().
    std::vector<std::size_t> code_columns;  // Places, in those columns, of the codes at the end of the row.
    std::string sql;                        // Without order; $1 is the tenant.
    std::string table;                      // Whose id names the row.
};

// All of them: what others refer to comes first.
std::span<const RegisterSelect> register_selects();

// Visits the rows of each kind by id, kind by kind, all of one and the same state of the store. One row at a time.
// Returns the number of the last audit entry of that state.
std::int64_t scan_register(Store& store, const std::function<void(const RegisterSelect&, const Statement&)>& visit);

// One row by id, or those of a person or campaign when `column` is given ("party_member.person_id"); false when there
// are none.
bool read_register_rows(Store& store, const RegisterSelect& select, const base::Uuid& id,
                        const std::function<void(const Statement&)>& visit, std::string_view column = {});

}  // namespace store
