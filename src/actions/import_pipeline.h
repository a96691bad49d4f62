// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "actions/import_row.h"

namespace actions {

constexpr std::size_t import_chunk_rows = 512;

// Rows read together, with what is wrong in their cells.
struct ImportChunk {
    std::vector<ImportRow> rows;
    std::vector<ImportError> errors;
    std::int64_t error_count = 0;
};

// Hands a chunk on and gives back an empty one; false = stop reading.
using PassChunk = std::function<bool(ImportChunk&)>;

// Reads on a thread of its own, a few chunks ahead of `consume`, which runs on this one: parsing a workbook takes about
// as long as writing its rows. Ends with the refusal of either; what either throws is thrown here.
base::Result<void> run_pipeline(const std::function<base::Result<void>(const PassChunk&)>& read,
                                const std::function<base::Result<void>(ImportChunk&)>& consume);

}  // namespace actions
