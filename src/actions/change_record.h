// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/record_writing.h"
#include "actions/shown_record.h"

namespace actions {

// correct (sửa sai): the row was wrong. change (ghi thay đổi): something new is true from a day on; the day may lie in
// the future. erase (xóa): the row should never have been.
enum class ChangeMode { correct, change, erase };

struct ChangeRecord {
    const schema::RecordType* type = nullptr;
    base::Uuid id;
    ChangeMode mode{};
    std::int64_t version = 0;           // The version that the caller saw.
    std::string fields = "{}";          // JSON object: only what differs; null empties a field.
    std::optional<base::Date> on = {};  // change: true from this day on.
    Basis basis = {};
};

// Writes it in one transaction with its audit entry ("correct_person_version" and its like).
//
// A change closes the row on the day and opens another; a change that says nothing but valid_to ends the row on that
// day. Where a correction moves the first or last day of a version of a person or of a stay, the row that touched it
// there moves along (record_neighbours.h); a corrected day of recognition moves the boundary of the stays.
//
// Returns the record as it stands: corrected, ended, the new one of a change, or the erased one as it was.
// Refusals: "record.own_action", "change.not_dated", "change.no_day", "change.nothing", "change.not_inside"; of the
// fields all at once in `faults`; "conflict" when someone wrote first, with the comparison in `faults.differences`;
// "in_use"; those of examine_owner; "access.denied" and what reads as absent.
base::Result<ShownRecord> change_record(Context& context, const ChangeRecord& order, WriteFaults& faults);

// The parts that run inside a transaction, for actions that decide more than one record at once. They ask nobody's
// right; `current` is the row as the transaction sees it.
base::Result<schema::Record> correct_within(store::Transaction& transaction, const schema::Record& current,
                                            schema::Record corrected);
base::Result<schema::Record> change_within(store::Transaction& transaction, const schema::Record& current,
                                           schema::Record successor, base::Date on,
                                           const std::optional<base::Uuid>& decision_id);

}  // namespace actions
