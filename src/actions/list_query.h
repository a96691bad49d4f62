// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "actions/list_records.h"
#include "store/store.h"

// What a client asks of a list, as a query of the store.
namespace actions {

base::Result<store::Condition> condition_of(const schema::RecordType& type, const RecordFilter& filter);

// The order of a sort word; texts with a sort key by that key.
base::Result<std::vector<store::Order>> order_of(const schema::RecordType& type, std::string_view sort);

// Where a page ends, in letters, digits and '-': the sort word, the value by which the last row is sorted, and its id.
std::string cursor_of(const ListRecords& list, const std::vector<store::Order>& order, const schema::Record& last);
base::Result<store::After> read_cursor(const ListRecords& list, const std::vector<store::Order>& order);

}  // namespace actions
