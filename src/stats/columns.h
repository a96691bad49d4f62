// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>

#include "stats/table.h"

namespace stats {

// How a member was graded in a year: the four grades in the order of their list; a reason instead of a grade; nothing
// although a campaign covers the home cell; or there was nothing to grade.
enum class GradeMark : std::uint8_t { excellent, good, completed, not_completed, not_graded, missing, none };
inline constexpr std::size_t grade_marks = 7;

// The rows of a table that belong to each member.
class RowsByMember {
public:
    RowsByMember() = default;
    RowsByMember(const Table& table, std::size_t members);
    std::span<const std::uint32_t> of(std::uint32_t member) const {
        return std::span{rows_}.subspan(start_[member], start_[member + 1] - start_[member]);
    }

private:
    std::vector<std::uint32_t> start_, rows_;
};

// The registers as figures see them, in memory: a forest of organisations and a table for each subject. Never changed
// after it is built; whoever holds it reads one and the same state. About 40 bytes a row.
struct Columns {
    Forest forest;
    std::vector<base::Uuid> members;
    std::vector<Table> tables;          // In the order of figures::subjects().
    Table guests;                       // As figures::member_state, of guest memberships; no figure counts them.
    RowsByMember states_of, guests_of;  // Rows of member_state, of guests.
    struct YearGrades {
        int year = 0;
        std::vector<GradeMark> marks;  // Of each member.
    };
    std::vector<YearGrades> grades;  // By year: those with a campaign.

    const Table& table_of(const figures::Subject& subject) const;
    // The id of an entity of a table of that subject.
    const base::Uuid& id_of(const figures::Subject& subject, std::uint32_t entity) const;
    // How each member was graded; null for a year without a campaign.
    const std::vector<GradeMark>* grades_of(int year) const;
    // The row of member_state that holds on the day; of several memberships the first. `none` = no home cell then.
    std::uint32_t state_on(std::uint32_t member, Day day) const;
    Place place_of_row(const Table& table, std::uint32_t row) const;
};

// Builds all of it: joins memberships with what is known of the member day by day, finds entries, exits and those whose
// grade is missing. About 0.5 µs a row.
std::shared_ptr<const Columns> build_columns(const Facts& facts);

}  // namespace stats
