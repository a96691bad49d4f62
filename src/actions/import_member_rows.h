// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "actions/import_run.h"

namespace actions {

// The columns by which a register names members that are there already (Lookup::member), and the name beside them.
class MemberColumns {
public:
    explicit MemberColumns(const RegisterSheet& of);

    // Whom each row means, looked up for all rows together. Faults: required {number} when no number is given;
    // unknown_member {header, value}; import.other_name {header, value, name} when the name or another number beside it
    // is someone else's.
    std::vector<std::optional<KnownMember>> find(ImportRun& run, std::vector<ImportRow>& rows,
                                                 ImportSheetFaults& faults) const;

    // The column of the number by which the row names its member.
    std::size_t naming_column(const ImportRow& row) const;

private:
    std::size_t profile_, card_, personal_id_, name_;
};

}  // namespace actions
