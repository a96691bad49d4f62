// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_book.h"

#include <algorithm>

#include "base/text.h"
#include "formats/zip.h"

namespace actions {
namespace {

constexpr std::uint32_t rows_sampled = 500;
constexpr std::size_t recognised_min = 3;  // Columns of a sheet that is meant to be a register but lacks one.

// The first rows of a sheet as they were read.
struct Sample {
    std::vector<HeaderRow> rows;
};

base::Result<Sample> sample_of(formats::TableReader& reader, std::size_t sheet) {
    static const std::string enough = "import.enough";
    Sample sample;
    const auto read = reader.read(sheet, [&](const formats::RowView& view) -> base::Result<void> {
        HeaderRow row{.row = view.row, .cells = {}};
        for (const auto& cell : view.cells) row.cells.push_back(cell.text);
        sample.rows.push_back(std::move(row));
        if (sample.rows.size() >= rows_sampled) return base::Refusal{enough, {}, {}};
        return {};
    });
    if (!read && read.error().code != enough) return read.error();
    return sample;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

base::LegacyEncoding recognise(const Sample& sample, std::uint32_t below, std::optional<std::uint32_t> only_column) {
    std::vector<std::string> texts;
    for (const auto& row : sample.rows) {
        if (row.row <= below) continue;
        for (std::uint32_t column = 0; column < row.cells.size(); ++column)
            if ((!only_column || column == *only_column) && !is_ascii(row.cells[column]))
                texts.push_back(row.cells[column]);
    }
    return base::recognise_legacy(texts);
}

// The rows in which a header may stand, in Unicode.
std::vector<HeaderRow> top_of(const Sample& sample, base::LegacyEncoding encoding) {
    std::vector<HeaderRow> top;
    for (const auto& row : sample.rows) {
        // One more than is searched: the row of column numbers below the header.
        if (row.row > formats::header_rows_searched + 1) break;
        top.push_back(row);
        for (auto& cell : top.back().cells)
            cell = base::clean_text(encoding == base::LegacyEncoding::none ? cell : base::from_legacy(encoding, cell));
    }
    return top;
}

bool is_meant(const HeaderGuess& guess, const RegisterSheet& of) {
    if (guess.is_complete()) return true;
    const auto required = static_cast<std::size_t>(
        std::count_if(of.columns.begin(), of.columns.end(), [](const auto& column) { return column.is_required(); }));
    return guess.recognised() >= recognised_min && guess.missing.size() * 2 <= required;
}

struct Found {
    const RegisterSheet* of;
    HeaderGuess guess;
};

std::optional<Found> best_register(std::span<const HeaderRow> top, std::span<const formats::CellRange> merged,
                                   std::span<const RegisterSheet* const> wanted) {
    std::optional<Found> best;
    for (const auto* sheet : wanted) {
        auto guess = guess_header(top, merged, HeaderNames{*sheet});
        if (!guess) continue;
        const auto is_better = [&] {
            if (!best) return true;
            if (guess->is_complete() != best->guess.is_complete()) return guess->is_complete();
            return guess->score > best->guess.score;
        };
        if (is_better()) best = Found{sheet, *std::move(guess)};
    }
    return best;
}

PlannedSheet plan_sheet(std::size_t place, const std::string& name, Found found, const Sample& sample,
                        base::LegacyEncoding of_sheet, std::optional<base::LegacyEncoding> stated) {
    PlannedSheet planned{
        .place = place, .name = name, .of = found.of, .header = std::move(found.guess), .places = {}, .encodings = {}};
    planned.places.assign(planned.of->columns.size(), -1);
    planned.encodings.assign(planned.of->columns.size(), base::LegacyEncoding::none);
    for (const auto& column : planned.header.columns) {
        if (!column.recognised) continue;
        planned.places[*column.recognised] = static_cast<int>(column.column);
        auto encoding = stated ? *stated : recognise(sample, planned.header.data_after, column.column);
        // Too little in this column to tell by, or typed in two ways: what cannot be so is left as it is.
        if (!stated && encoding == base::LegacyEncoding::none) encoding = of_sheet;
        planned.encodings[*column.recognised] = encoding;
    }
    return planned;
}

// Whether bare numbers count days from 1904, as files of old Excel for Mac do. The reader applies it to date cells
// itself.
bool has_1904_dates(const std::filesystem::path& path) {
    constexpr std::uint64_t limit = 4u << 20;
    const auto zip = formats::ZipReader::open(path);
    const auto* entry = zip ? zip->find("xl/workbook.xml") : nullptr;
    if (!entry) return false;
    const auto xml = zip->read(*entry, limit);
    return xml &&
           (xml->find("date1904=\"1\"") != std::string::npos || xml->find("date1904=\"true\"") != std::string::npos);
}

}  // namespace

base::Result<PlannedBook> plan_book(formats::TableReader& reader, const std::filesystem::path& path,
                                    std::span<const RegisterSheet* const> wanted,
                                    std::optional<base::LegacyEncoding> encoding, const ColumnChoices& choices) {
    PlannedBook book{.sheets = {}, .ignored = {}, .has_1904_dates = has_1904_dates(path)};
    std::optional<PlannedSheet> nearest;
    for (std::size_t place = 0; place < reader.sheets().size(); ++place) {
        const auto& info = reader.sheets()[place];
        if (info.is_hidden || info.name == formats::list_sheet_name) continue;
        const auto sample = TRY(sample_of(reader, place));
        const auto merged = TRY(reader.merged_ranges(place));
        const auto of_sheet = encoding ? *encoding : recognise(sample, 0, {});
        auto found = best_register(top_of(sample, of_sheet), merged, wanted);
        if (!found) {
            book.ignored.push_back(info.name);
            continue;
        }
        const auto choice = choices.find(info.name);
        if (choice != choices.end()) TRY(choose_columns(found->guess, *found->of, choice->second));
        const bool is_register = choice != choices.end() || is_meant(found->guess, *found->of);
        auto planned = plan_sheet(place, info.name, *std::move(found), sample, of_sheet, encoding);
        if (is_register)
            book.sheets.push_back(std::move(planned));
        else {
            book.ignored.push_back(info.name);
            if (!nearest || planned.header.score > nearest->header.score) nearest = std::move(planned);
        }
    }
    // Better to say which columns the likeliest sheet lacks than that there is none.
    if (book.sheets.empty() && nearest) {
        std::erase(book.ignored, nearest->name);
        book.sheets.push_back(*std::move(nearest));
    }
    if (book.sheets.empty()) {
        std::string registers;
        for (const auto* sheet : wanted) registers += (registers.empty() ? "" : ", ") + std::string{sheet->label};
        return base::Refusal{"import.no_sheet", {registers}, {}};
    }
    return book;
}

base::Result<void> read_planned(formats::TableReader& reader, const PlannedSheet& sheet,
                                const formats::RowHandler& on_row) {
    std::vector<std::pair<std::uint32_t, std::string>> header;
    const auto is_filled = [](const formats::RowView& view, std::uint32_t column) {
        return column < view.cells.size() && view.cells[column].text.find_first_not_of(" \t\r\n") != std::string::npos;
    };
    return reader.read(sheet.place, [&](const formats::RowView& view) -> base::Result<void> {
        if (view.row <= sheet.header.data_after) {
            if (view.row == sheet.header.last_row)
                for (const auto& column : sheet.header.columns)
                    if (column.recognised && is_filled(view, column.column))
                        header.emplace_back(column.column, view.cells[column.column].text);
            return {};
        }
        const bool has_value = std::any_of(sheet.places.begin(), sheet.places.end(), [&](int place) {
            return place >= 0 && is_filled(view, static_cast<std::uint32_t>(place));
        });
        if (!has_value) return {};
        // Printed lists repeat the header on each page.
        const bool is_header = header.size() >= 2 && std::all_of(header.begin(), header.end(), [&](const auto& cell) {
                                   return cell.first < view.cells.size() && view.cells[cell.first].text == cell.second;
                               });
        if (is_header) return {};
        return on_row(view);
    });
}

}  // namespace actions
