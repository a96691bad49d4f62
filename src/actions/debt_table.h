// SPDX-License-Identifier: AGPL-3.0-or-later
// Nợ dữ liệu of everyone, as of one day and one state of the registers.
#pragma once

#include <array>

#include "actions/debt_files.h"

namespace actions {

// A finding as it is shown: identifiers masked, personal texts left out.
struct Debt {
    const quality::Check* check = nullptr;
    base::Uuid record;
    std::string value, text;
    base::Date since;  // The day that brought it about, or the one on which the row was last written.
};

struct MemberDebts {
    base::Uuid id, person;
    stats::Place owner = stats::none;  // The cell of the day; else the last one; none = in no cell ever.
    bool is_counted = false;           // Has a score: not left, not yet to come.
    bool is_home = false;              // Is a home member of `owner` on the day.
    bool is_full = false;
    int score = 100;
    std::vector<Debt> debts;
    // As a full member: for the cells.
    std::vector<std::pair<stats::Place, quality::FullSpan>> full_spans;
    // Of what nobody else should have: person, old identity number, old card number. 0 = nothing to compare.
    std::array<std::uint64_t, 3> keys{};
};

struct OrganisationDebts {
    std::vector<Debt> debts;
    int lost = 0;     // Points of its own.
    int score = 100;  // Of a cell: the mean of its members less its own points. Of others: less its own points.
    std::int64_t members = 0, members_score = 0;  // Home members, sum of their scores.
};

// Never changed after it is built. About 300 bytes a member.
class DebtTable {
public:
    // Reads everything: 0.3 s for 6,000 members without optimisation.
    static std::shared_ptr<const DebtTable> built(store::Store& store, SnapshotPtr snapshot, base::Date on);
    // The same of a later state, from what has been touched since: read anew are the members whose rows were, and all
    // organisations. Reads everything where too much was touched, or organisations and campaigns were.
    static std::shared_ptr<const DebtTable> continued(store::Store& store, const DebtTable& before,
                                                      SnapshotPtr snapshot);

    std::int64_t sequence() const { return snapshot_->sequence; }
    base::Date on() const { return on_; }
    const Snapshot& snapshot() const { return *snapshot_; }
    std::span<const MemberDebts> members() const { return members_; }
    std::span<const OrganisationDebts> organisations() const { return organisations_; }  // By place.

private:
    void read_members(store::Store& store, std::span<const base::Uuid> ids);
    void read_twins(store::Store& store);
    void read_organisations(store::Store& store);
    void date_debts(store::Store& store);
    MemberDebts* find(const base::Uuid& member);

    SnapshotPtr snapshot_;
    base::Date on_;
    std::vector<MemberDebts> members_;  // By id.
    std::vector<OrganisationDebts> organisations_;
    std::shared_ptr<const GradingYears> years_;
    std::unordered_map<base::Uuid, base::Date> written_on_;  // Of the rows that debts point at.
    std::vector<base::Uuid> with_twins_;                     // Members.
};
using DebtTablePtr = std::shared_ptr<const DebtTable>;

// Tables of a server, for the days that were last asked for. Each is brought up to date when it is asked for again.
// Safe to use from any thread: who comes while one is being built waits.
class DebtKeeper {
public:
    DebtTablePtr table(Context& context, base::Date on);

private:
    std::mutex mutex_;
    std::vector<DebtTablePtr> tables_;  // The latest asked for first.
};

// The table of that day: kept by a server, else built.
DebtTablePtr debts_on(Context& context, base::Date on);

}  // namespace actions
