// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <vector>

#include "actions/import_book.h"
#include "actions/import_pipeline.h"

namespace actions {

// Reads the rows of one planned sheet into chunks of typed rows. What is wrong with a cell by itself goes with the
// chunk; nothing here knows the register.
class SheetReading {
public:
    SheetReading(const PlannedSheet& planned, const ImportSheet& described, bool has_1904_dates);

    base::Result<void> read(formats::TableReader& reader, const PassChunk& pass);

    std::int64_t rows_read() const { return rows_read_; }
    std::int64_t faulty_rows() const { return faults_.faulty_rows(); }
    // Conversions that the user should know, one note a column.
    std::vector<ImportNote> notes() const;

private:
    void read_row(const formats::RowView& view, ImportRow& row);
    bool pass_on(ImportChunk& chunk, std::size_t filled, const PassChunk& pass);

    const PlannedSheet& planned_;
    ImportReport found_;  // Errors of the chunk that is being filled.
    ImportSheetFaults faults_;
    std::vector<CellReader> readers_;
    std::int64_t rows_read_ = 0;
};

}  // namespace actions
