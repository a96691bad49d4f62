// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/context.h"

namespace actions {

struct UndoReport {
    std::string batch;
    std::string kind;
    std::string file_name;
    std::int64_t rows_removed = 0;
    std::int64_t rows_restored = 0;  // Stays that the batch had closed, open again.
};

// Hoàn tác đợt nhập: removes every row that the batch wrote, its import_batch among them, so that the registers are as
// before; what happened stays in the audit chain. `batch` is the id that the import printed, or its first characters.
// Refusals: "access.denied"; "import.unknown_batch" {batch}, "import.ambiguous_batch" {batch}; "in_use" and
// "changed_since" while something later depends on it.
base::Result<UndoReport> undo_import(Context& context, const std::string& batch);

// The batches that were imported and not undone, newest first: one's own, and those of people who import within one's
// own reach.
struct ImportedBatch {
    std::string batch, kind, file_name, imported_by;
    std::string state;  // Code of records::import_states.
    std::int64_t row_count = 0, imported_at_ms = 0;
};
std::vector<ImportedBatch> list_imports(Context& context);

std::string to_json(const UndoReport& report);
std::string to_text(const UndoReport& report);

}  // namespace actions
