// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/shown_record.h"
#include "schema/record_type.h"

namespace actions {

// What one field must be. By kind: a code, id, number or day as in JSON, several separated by commas; numbers and days
// also "from..to", where either may be left out; "true" or "false". Texts: of those that are searched (a field derived
// by base::fold) whoever contains the words, however they are cased and accented; others whole. "" = nothing there.
struct RecordFilter {
    std::string field;  // "id" too.
    std::string value;
};

// A page of any record type. All filters must hold.
struct ListRecords {
    const schema::RecordType* type = nullptr;
    std::vector<RecordFilter> filters = {};
    std::string sort = {};  // A field, "-field" for the other way round; empty = in the order in which they were made.
    std::size_t limit = 50;
    std::string cursor = {};            // RecordPage::next of the page before.
    std::optional<base::Date> on = {};  // Dated types: only what holds on that day.
    std::string organisation = {};      // Code: only records of its subtree of today; empty = all in reach.
};
inline constexpr std::size_t list_limit_max = 500;

struct RecordPage {
    std::int64_t total = 0;  // Of all pages, exactly; only what the caller may see.
    std::vector<ShownRecord> items;
    std::string next;  // Empty after the last page.
};

// Only records in reach (record_reach.h), identifiers masked. Records of files are noted in the access log. Costs a
// count and a sort of what the filters keep; pages are found by their last row, so that page 1,000 costs as page 1.
// Refusals: those of reading_conditions; "unknown_field" {name, label of the type}; "list.not_by_field" {label} for
// identifiers and what is hidden; validation codes of the filters' values; "list.bad_cursor" {}; "list.limit" {most}.
base::Result<RecordPage> list_records(Context& context, const ListRecords& list);

// {"total","items":[…],"next"?}
std::string to_json(const RecordPage& page);

}  // namespace actions
