// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "stats/organisation_names.h"
#include "stats/roster.h"
#include "store/audit_read.h"
#include "store/register_rows.h"

namespace actions {

// The rows of the registers as the facts that memory is built from, with what is needed to follow later commits without
// reading all again. About 300 bytes a member.
class RegisterFacts {
public:
    // What a commit changed.
    struct Changed {
        bool facts = false, roster = false, organisation_names = false;
    };

    // Reads everything. About 5 µs a member.
    void load(store::Store& store);
    // Reads again what the entries after `sequence()` up to `last` touched. Nothing when that is too much, or is none
    // of the ordinary changes (a member removed, say): then `load`.
    std::optional<Changed> follow(store::Store& store, std::int64_t last);

    // The number of the last audit entry that is contained.
    std::int64_t sequence() const { return sequence_; }
    const stats::Facts& facts() const { return facts_; }
    const stats::RosterFacts& roster() const { return roster_; }
    const stats::NameTable& names() const { return names_.table(); }

private:
    using Ids = std::vector<base::Uuid>;
    using Numbers = std::unordered_map<base::Uuid, std::uint32_t>;
    struct Unknown {};  // Thrown when a row refers to what is not there: then all is read again.

    static std::uint32_t number(const Numbers& numbers, const base::Uuid& id);
    void put(const store::RegisterSelect& select, const store::Statement& row, Changed& changed);
    void put_member(const store::RegisterSelect& select, const store::Statement& row, Changed& changed);
    void put_member_version(const store::RegisterSelect& select, const store::Statement& row, Changed& changed);
    void put_organisation_version(const store::RegisterSelect& select, const store::Statement& row, Changed& changed);
    void put_membership(const store::Statement& row, Changed& changed);
    void remove(store::RegisterRow row, const base::Uuid& id, Changed& changed);
    void read_again(store::Store& store, const store::RegisterSelect& select, const base::Uuid& id, Changed& changed);

    std::int64_t sequence_ = 0;
    stats::Facts facts_;
    stats::RosterFacts roster_;
    stats::NameInterner names_;
    Numbers organisations_, members_, persons_, campaigns_;
    // Of the rows of each kind, in the same order.
    Ids organisation_versions_, successions_, member_versions_, holdings_, memberships_, guests_, departures_,
        member_grades_, organisation_grades_;
};

}  // namespace actions
