// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_sheet_reading.h"

#include <utility>

#include "base/messages.h"

namespace actions {

SheetReading::SheetReading(const PlannedSheet& planned, const ImportSheet& described, bool has_1904_dates)
    : planned_{planned}, faults_{*planned.of, described, planned.places, found_} {
    for (std::size_t i = 0; i < planned.places.size(); ++i)
        readers_.emplace_back(planned.of->columns[i], planned.encodings[i], has_1904_dates);
}

base::Result<void> SheetReading::read(formats::TableReader& reader, const PassChunk& pass) {
    static const std::string enough = "import.enough";
    ImportChunk chunk;
    std::size_t filled = 0;
    const auto was_read = read_planned(reader, planned_, [&](const formats::RowView& view) -> base::Result<void> {
        if (filled == chunk.rows.size()) chunk.rows.emplace_back();
        read_row(view, chunk.rows[filled++]);
        if (filled < import_chunk_rows) return {};
        if (!pass_on(chunk, std::exchange(filled, 0), pass)) return base::Refusal{enough, {}, {}};
        return {};
    });
    if (!was_read && was_read.error().code != enough) return was_read;
    if (filled > 0) pass_on(chunk, filled, pass);
    return {};
}

bool SheetReading::pass_on(ImportChunk& chunk, std::size_t filled, const PassChunk& pass) {
    chunk.rows.resize(filled);
    chunk.errors = std::exchange(found_.errors, {});
    chunk.error_count = std::exchange(found_.error_count, 0);
    return pass(chunk);
}

void SheetReading::read_row(const formats::RowView& view, ImportRow& row) {
    row.row = view.row;
    row.has_fault = false;
    row.wrong.clear();
    row.values.resize(readers_.size());
    ++rows_read_;
    for (std::size_t i = 0; i < readers_.size(); ++i) {
        row.values[i] = {};
        if (planned_.places[i] < 0) continue;
        const auto place = static_cast<std::size_t>(planned_.places[i]);
        if (place < view.cells.size()) {
            auto value = readers_[i].read(view.cells[place]);
            if (value)
                row.values[i] = *std::move(value);
            else {
                // The form that asks for a field is no article that refuses what is in it.
                auto refusal = std::move(value).error();
                refusal.source.clear();
                faults_.add(row, i, std::move(refusal), view.cells[place].text);
            }
        }
        if (planned_.of->columns[i].is_required() && schema::is_empty(row.values[i]))
            faults_.add(row, i, {"required", {{}}, {}}, {});
    }
}

std::vector<ImportNote> SheetReading::notes() const {
    std::vector<ImportNote> notes;
    const auto add = [&](std::string code, std::size_t column, std::int64_t count, std::vector<std::string> more) {
        if (count == 0) return;
        std::vector<std::string> args{faults_.header(column), std::to_string(count)};
        args.insert(args.end(), more.begin(), more.end());
        notes.push_back({code, base::message({code, std::move(args), {}})});
    };
    for (std::size_t i = 0; i < readers_.size(); ++i) {
        const auto& done = readers_[i].notes();
        const std::string font = readers_[i].encoding() == base::LegacyEncoding::tcvn3 ? "TCVN3 (ABC)" : "VNI";
        add("import.converted", i, done.converted, {font, done.converted_from, done.converted_to});
        add("import.padded", i, done.padded, {done.padded_from, done.padded_to});
        add("import.serial_dates", i, done.serials, {done.serial_from, done.serial_to});
    }
    return notes;
}

}  // namespace actions
