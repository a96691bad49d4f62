// SPDX-License-Identifier: AGPL-3.0-or-later
// What is spoiled in the files of members: one row for each kind. Read through faults.h.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "schema/record_type.h"

namespace demo {

// The rows of one member, each type in the order of its days.
class FaultyFile {
public:
    explicit FaultyFile(std::vector<schema::Record> rows) : rows_{std::move(rows)} {}

    std::span<const schema::Record> rows() const { return rows_; }
    // The first row of that type; there must be one.
    schema::Record& row(const schema::RecordType& type);
    schema::Record& person();
    schema::Record& version();
    schema::Record& member();
    schema::Record& stay();
    schema::Record& grade();
    schema::Record& last_stay();  // The import parts a stay on the day of the recognition.
    void drop(const schema::RecordType& type);
    // As if the recognition had never been: one stay as probationary member, without end.
    void forget_recognition();
    void add(schema::Record row) { rows_.push_back(std::move(row)); }

    // A number of identity as it should be, of this birth date and sex; `serial` makes it differ.
    std::string identity_number(int serial);
    base::PartialDate born_on();

private:
    std::vector<schema::Record> rows_;
};

// Whose files are spoiled.
enum class FaultPool {
    settled,     // Full members of long standing, in a cell of at least ten, graded.
    recent,      // Admitted in 2011 or later, and full for more than a year.
    recognised,  // Admitted in 2019 and recognised in 2020.
    newest,      // Probationary.
    departed,    // Full members who left in 2020.
};

struct FaultKind {
    std::string_view check;
    FaultPool pool{};
    // Spoils the file of number 0–4. `model` is that of number 0 for the first three and of number 3 for the others,
    // already spoiled: who is to be like someone else is like it.
    void (*spoil)(FaultyFile& file, int number, FaultyFile& model, const struct FaultPlaces& places) = nullptr;
};

// Organisations that some faults need.
struct FaultPlaces {
    base::Uuid ended_cell, party, other_cell;
};

std::span<const FaultKind> member_fault_kinds();

}  // namespace demo
