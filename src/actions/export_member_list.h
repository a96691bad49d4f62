// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/find_members.h"

namespace actions {

// A column of the list that a person looks at.
struct MemberListColumn {
    std::string_view name;   // As in MemberRow.
    std::string_view label;  // Vietnamese.
};
std::span<const MemberListColumn> member_list_columns();

// Xuất danh sách đang xem: what the list shows, every row of it, in its order, as a workbook whose first lines say of
// which organisation, on which day and by which filter. Columns: names of member_list_columns(), or all when none is
// named. Identifiers stay masked. Right: export_rows. Logged as one export. Refusals: those of find_members;
// "request.bad_parameter" {columns, name, what there is}.
base::Result<std::size_t> export_member_list(Context& context, FindMembers request,
                                             std::span<const std::string> columns, const std::string& path);

}  // namespace actions
