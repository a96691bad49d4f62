// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/import_report.h"
#include "actions/register_sheet.h"
#include "base/legacy_encoding.h"

namespace actions {

// A sheet of the file before it is imported: what each column was taken for, and what there is to choose from.
struct MappedSheet {
    ImportSheet sheet;  // Rows are not counted.
    const RegisterSheet* of = nullptr;
    std::vector<std::string_view> missing;  // Labels of required columns that the file lacks.
    bool lacks_member = false;              // Rows name members, but no column says by which number.
};

struct ImportMapping {
    std::vector<MappedSheet> sheets;
    std::vector<std::string> ignored;  // Visible sheets that are none of the registers.
};

// Reads only the first rows of each sheet. What the account chose the last time for a sheet of the same headers is
// taken again. Refusals: "access.denied", "import.unknown_kind", "import.no_sheet", those of formats::open_table.
base::Result<ImportMapping> preview_mapping(Context& context, const std::string& path, const std::string& kind,
                                            std::optional<base::LegacyEncoding> encoding = {});

// Remembers a choice (ImportRequest::mapping) for the account and the headers of each sheet; who has no account is
// remembered nothing. An import that writes calls this.
base::Result<void> remember_mapping(Context& context, const std::string& path, const std::string& kind,
                                    const std::map<std::string, std::map<std::string, std::string>>& mapping);

// {"sheets":[{…as in the report of an import,
// "choices":[{"label","required","help"?}],"missing":[label]}],"ignored":[…]}
std::string to_json(const ImportMapping& mapping);

}  // namespace actions
