// SPDX-License-Identifier: AGPL-3.0-or-later
// Phạm vi: who may do what to which organisations, members and records. Every action asks here before it reads or
// writes, so that the command line, the web, imports, exports, figures and reports obey alike.
//
// A grant reaches the subtree of its organisation in today's tree, and the predecessors of what lies in it: an
// organisation that has ended is reached when a successor of it is, or when its last superior is. What a list shows as
// of another day is who was there then; a file opens only when today's home or guest cell is in reach.
//
// Refusals. What the caller does not even see reads exactly as if it were not there: "organisation.unknown" {code} by
// code, "not_found" {label of the type} by id. What the caller sees but has no right to: "access.denied" {label of the
// right, name or code of the organisation}. The local administrator passes everywhere.
#pragma once

#include <optional>
#include <unordered_set>
#include <vector>

#include "actions/context.h"
#include "schema/record_type.h"
#include "stats/forest.h"

namespace actions {

// The organisations in which someone has one right today. Immutable.
class Reach {
public:
    // Everything that there is.
    explicit Reach(std::shared_ptr<const stats::Forest> forest);
    // What grants on these organisations reach. About 1 µs for a thousand organisations.
    Reach(std::shared_ptr<const stats::Forest> forest, std::span<const base::Uuid> roots, base::Date today);

    // All of it, also what belongs to no organisation.
    bool is_everything() const { return is_everything_; }
    bool holds(stats::Place place) const { return is_everything_ || (bits_[place / 64] >> place % 64 & 1) != 0; }
    bool holds(const base::Uuid& organisation) const;
    // The highest organisations of today's tree in it, in preorder: where a page of this reach begins.
    std::span<const stats::Place> tops() const { return tops_; }
    const stats::Forest& forest() const { return *forest_; }

private:
    std::shared_ptr<const stats::Forest> forest_;
    bool is_everything_ = false;
    std::vector<std::uint64_t> bits_;
    std::vector<stats::Place> tops_;
};

// Computed once per context and state of the registers. Valid as long as the context and no longer than the next
// commit.
const Reach& reach_of(Context& context, rules::Right right);

// The tree by which reach is computed, of the last committed state. From the store where no server keeps it (5–10 ms
// for a province, once per context and commit).
std::shared_ptr<const stats::Forest> forest_of(Context& context);

// The right, wherever. Refused as "access.denied" {right}.
base::Result<void> require(Context& context, rules::Right right);

// The right over that organisation. The local administrator is not asked whether it exists.
base::Result<void> require_organisation(Context& context, rules::Right right, std::string_view code);
base::Result<void> require_organisation(Context& context, rules::Right right, const base::Uuid& organisation);

// The right over a party member: today's home cell is in reach; of someone who left, the last home cell; of someone
// yet to come, the first. A guest cell of today gives sight of the file (see, open_file) and nothing more. One's own
// file may be seen. Who has no home cell at all belongs to those who reach everything.
base::Result<void> require_member(Context& context, rules::Right right, const base::Uuid& member);

// The cells by which a member is reached.
struct MemberCells {
    std::optional<base::Uuid> home;  // Of today; else the last one; else the first one to come.
    std::vector<base::Uuid> guest;   // Of today.
};
// From all memberships of one member, in the order of days.
MemberCells cells_among(std::span<const schema::Record> memberships, base::Date today);
// require_member of someone whose cells are known already.
base::Result<void> require_member(Context& context, rules::Right right, const base::Uuid& member,
                                  const MemberCells& cells);

// Of many members, those over whom require_member would grant the right: one query for thousands.
std::unordered_set<base::Uuid> reached_members(Context& context, rules::Right right,
                                               std::span<const base::Uuid> members);

// The right over a record, by what its type says of it (`belongs_to`, `protection`). Asked of a record as it stands,
// and of one that is to be written. Decisions are open to whoever has the right anywhere; accounts, grants and sessions
// to whoever manages accounts of all that they are granted on; saved views to their account.
base::Result<void> require_record(Context& context, rules::Right right, const schema::Record& record);

// What absent records and those out of reach are refused with, alike.
base::Refusal not_there(const schema::RecordType& type);

// Whether a list may show the record: require_record without the refusal.
bool may(Context& context, rules::Right right, const schema::Record& record);

// Where the caller's pages begin: the code of the first organisation in sight. Empty when there is none.
std::string home_of(Context& context);

}  // namespace actions
