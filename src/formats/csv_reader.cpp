// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/csv_reader.h"

#include <array>
#include <cstdio>
#include <map>
#include <system_error>

#include "base/check.h"
#include "formats/csv_parser.h"
#include "formats/text_decoder.h"

namespace formats {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 16;
constexpr std::uint32_t sample_rows = 50;

struct Guess {
    char separator;
    std::size_t rows = 0, usual_columns = 0, rows_with_usual = 0;

    bool is_consistent() const { return usual_columns > 1 && rows_with_usual * 5 >= rows * 4; }
    std::size_t score() const { return usual_columns > 1 ? rows_with_usual * (usual_columns - 1) : 0; }
};

Guess try_separator(std::string_view sample, char separator) {
    std::vector<std::size_t> columns;
    const RowHandler count = [&](const RowView& row) -> base::Result<void> {
        columns.push_back(row.cells.size());
        if (columns.size() == sample_rows) return base::Refusal{"enough", {}, {}};
        return {};
    };
    CsvParser parser{separator, count};
    // The sample may end inside a cell, so its last record counts only if it is the only one.
    if (parser.feed(sample) && columns.empty()) (void)parser.finish();
    std::map<std::size_t, std::size_t> rows_by_columns;
    for (const auto n : columns) ++rows_by_columns[n];
    Guess guess{separator, columns.size()};
    for (const auto& [n, rows] : rows_by_columns)
        if (n > 1 && rows >= guess.rows_with_usual) guess.usual_columns = n, guess.rows_with_usual = rows;
    return guess;
}

// Tab and ; are rare inside text, the comma is not: a consistent use of the former decides.
char guess_separator(std::string_view sample) {
    Guess best{';'};
    for (const char separator : {'\t', ';', ','}) {
        const auto guess = try_separator(sample, separator);
        if (guess.is_consistent()) return separator;
        if (guess.score() > best.score()) best = guess;
    }
    return best.separator;
}

class CsvReader : public TableReader {
public:
    CsvReader(std::string name, std::string bytes) : name_{std::move(name)}, bytes_{std::move(bytes)} {
        file_.reset(name_.empty() ? fmemopen(bytes_.data(), bytes_.size(), "rb") : std::fopen(name_.c_str(), "rb"));
        if (!file_) throw base::Fault{"cannot open " + name_};
    }

    base::Result<void> open() {
        TRY(find_encoding());
        const auto sample = first_text();
        if (sample.starts_with("sep=") && sample.size() > 5 && (sample[5] == '\r' || sample[5] == '\n')) {
            separator_ = sample[4];
            skipped_ = sample.substr(5).starts_with("\r\n") ? 7 : 6;
        } else {
            separator_ = guess_separator(sample);
        }
        return {};
    }

    const std::vector<SheetInfo>& sheets() const override { return sheets_; }
    const std::vector<Note>& notes() const override { return notes_; }
    base::Result<std::vector<CellRange>> merged_ranges(std::size_t) override { return std::vector<CellRange>{}; }
    std::uint32_t stated_rows(std::size_t) const override { return 0; }

    base::Result<void> read(std::size_t sheet, const RowHandler& on_row) override {
        CHECK(sheet == 0);
        CsvParser parser{separator_, on_row};
        std::size_t to_skip = skipped_;
        TRY(stream([&](std::string_view text) {
            const auto skip = std::min(to_skip, text.size());
            to_skip -= skip;
            return parser.feed(text.substr(skip));
        }));
        return parser.finish();
    }

private:
    std::string_view read_piece() {
        const auto count = std::fread(piece_.data(), 1, piece_.size(), file_.get());
        if (std::ferror(file_.get())) throw base::Fault{"cannot read " + name_};
        return {piece_.data(), count};
    }

    void rewind_to(std::uint64_t offset) {
        if (std::fseek(file_.get(), static_cast<long>(offset), SEEK_SET) != 0)
            throw base::Fault{"cannot read " + name_};
    }

    // By byte order mark, else by looking at every byte: a name in the last row may be the first that is not UTF-8.
    base::Result<void> find_encoding() {
        rewind_to(0);
        auto piece = read_piece();
        if (piece.empty()) return base::Refusal{"file.empty", {}, {}};
        if (piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF")) {
            encoding_ = piece[0] == '\xFF' ? TextEncoding::utf16_little : TextEncoding::utf16_big;
            mark_bytes_ = 2;
            return {};
        }
        if (piece.starts_with("\xEF\xBB\xBF")) mark_bytes_ = 3;
        Utf8Check check;
        for (; !piece.empty(); piece = read_piece()) {
            if (piece.find('\0') != piece.npos) return base::Refusal{"file.not_a_table", {}, {}};
            check.feed(piece);
        }
        if (check.finish()) return {};
        encoding_ = TextEncoding::windows_1252;
        notes_.push_back({"file.read_as_windows_1252", {}});
        return {};
    }

    std::string first_text() {
        rewind_to(mark_bytes_);
        TextDecoder decoder{encoding_};
        std::string text;
        decoder.decode(read_piece(), text);
        return text;
    }

    template <class OnText>
    base::Result<void> stream(OnText&& on_text) {
        rewind_to(mark_bytes_);
        TextDecoder decoder{encoding_};
        std::string text;
        for (auto piece = read_piece(); !piece.empty(); piece = read_piece()) {
            text.clear();
            decoder.decode(piece, text);
            TRY(on_text(text));
        }
        text.clear();
        decoder.finish(text);
        return on_text(text);
    }

    const std::string name_;
    std::string bytes_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_{nullptr, std::fclose};
    std::array<char, piece_bytes> piece_{};
    TextEncoding encoding_ = TextEncoding::utf8;
    std::uint64_t mark_bytes_ = 0;  // Of the byte order mark.
    std::size_t skipped_ = 0;       // Of a first line "sep=;", which Excel does not count either.
    char separator_ = ';';
    std::vector<SheetInfo> sheets_{{"", false}};
    std::vector<Note> notes_;
};

base::Result<std::unique_ptr<TableReader>> opened(std::unique_ptr<CsvReader> reader) {
    TRY(reader->open());
    return std::unique_ptr<TableReader>{std::move(reader)};
}

}  // namespace

base::Result<std::unique_ptr<TableReader>> open_csv(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return base::Refusal{"file.not_found", {path.string()}, {}};
    return opened(std::make_unique<CsvReader>(path.string(), ""));
}

base::Result<std::unique_ptr<TableReader>> open_csv_bytes(std::string bytes) {
    if (bytes.empty()) return base::Refusal{"file.empty", {}, {}};
    return opened(std::make_unique<CsvReader>("", std::move(bytes)));
}

}  // namespace formats
