// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_sheet.h"

#include <charconv>
#include <cstdlib>

#include "base/check.h"
#include "formats/xml_stream.h"

namespace formats {
namespace {

enum class Stored : std::uint8_t { number, shared_string, inline_string, formula_string, boolean, error, iso_date };

Stored stored_as(const char* type) {
    if (!type) return Stored::number;
    const std::string_view t = type;
    if (t == "s") return Stored::shared_string;
    if (t == "inlineStr") return Stored::inline_string;
    if (t == "str") return Stored::formula_string;
    if (t == "b") return Stored::boolean;
    if (t == "e") return Stored::error;
    if (t == "d") return Stored::iso_date;
    return Stored::number;
}

// Takes the letters from the front of a cell's name.
std::optional<std::uint32_t> take_column(std::string_view& name) {
    std::uint32_t column = 0;
    std::size_t i = 0;
    for (; i < name.size() && i < 4; ++i) {
        const char c = static_cast<char>(name[i] & ~0x20);
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    if (column == 0) return {};
    name.remove_prefix(i);
    return column - 1;
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(std::string_view sheet, const std::string& part, const XlsxContext& context, const RowHandler& on_row,
                 XlsxFormulas& formulas)
        : sheet_{sheet}, part_{part}, context_{context}, on_row_{on_row}, formulas_{formulas} {}

    base::Result<void> on_start(std::string_view name, const XmlAttributes& attributes) override {
        in_value_ = false;
        if (name == "c") return start_cell(attributes);
        if (name == "v") {
            in_value_ = in_cell_;
        } else if (name == "row") {
            return start_row(attributes);
        } else if (name == "t") {
            in_value_ = in_cell_ && phonetic_depth_ == 0 && stored_ == Stored::inline_string;
        } else if (name == "f") {
            note_formula();
        } else if (name == "rPh") {
            ++phonetic_depth_;
        }
        return {};
    }

    base::Result<void> on_end(std::string_view name) override {
        in_value_ = false;
        if (name == "c" && in_cell_) return end_cell();
        if (name == "row" && in_row_) return end_row();
        if (name == "rPh") --phonetic_depth_;
        return {};
    }

    void on_text(std::string_view text) override {
        // Four bytes a unit at most; a longer value is refused when it ends, so it need not be kept.
        if (in_value_ && value_.size() <= 4 * cell_length_limit) value_ += text;
    }

private:
    base::Refusal broken() const { return {"file.broken", {part_}, {}}; }

    base::Result<void> start_row(const XmlAttributes& attributes) {
        if (in_row_) return broken();
        std::uint64_t number = std::uint64_t{row_} + 1;
        if (const char* r = attributes.find("r")) number = std::strtoull(r, nullptr, 10);
        if (number <= row_) return broken();
        if (number > row_limit)
            return base::Refusal{"file.too_many_rows", {std::string{sheet_}, std::to_string(row_limit)}, {}};
        row_ = static_cast<std::uint32_t>(number);
        in_row_ = true;
        next_column_ = width_ = 0;
        return {};
    }

    base::Result<void> start_cell(const XmlAttributes& attributes) {
        if (!in_row_ || in_cell_) return broken();
        column_ = next_column_;
        if (const char* r = attributes.find("r")) {
            std::string_view name = r;
            const auto column = take_column(name);
            if (!column) return broken();
            column_ = *column;
        }
        if (column_ >= column_limit)
            return base::Refusal{
                "file.too_many_columns", {std::string{sheet_}, std::to_string(row_), std::to_string(column_limit)}, {}};
        next_column_ = column_ + 1;
        stored_ = stored_as(attributes.find("t"));
        const char* style = attributes.find("s");
        style_ = style ? std::strtoull(style, nullptr, 10) : 0;
        value_.clear();
        in_cell_ = true;
        return {};
    }

    base::Result<void> end_cell() {
        in_cell_ = false;
        if (value_.empty()) return {};
        if (stored_ == Stored::inline_string || stored_ == Stored::formula_string) decode_excel_escapes(value_);
        if (exceeds_cell_length(value_)) return too_long();
        Cell& cell = open_cell(column_);
        TRY(set_value(cell));
        if (cell.type == Cell::Type::empty) return {};
        if (exceeds_cell_length(cell.text)) return too_long();
        width_ = std::max(width_, column_ + 1);
        return {};
    }

    base::Refusal too_long() const {
        return {"file.cell_too_long",
                {std::string{sheet_}, cell_name(row_, column_), std::to_string(cell_length_limit)},
                {}};
    }

    base::Result<void> set_value(Cell& cell) {
        switch (stored_) {
            case Stored::number:
                set_number(cell, value_,
                           style_ >= context_.styles.size() ? XlsxNumberMeaning{} : context_.styles[style_],
                           context_.is_1904);
                return {};
            case Stored::shared_string: {
                std::size_t index = 0;
                const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
                if (error != std::errc{} || index >= context_.strings.size()) return broken();
                cell.text = context_.strings[index];
                break;
            }
            case Stored::boolean:
                cell.type = Cell::Type::boolean;
                cell.number = value_ == "1" || value_ == "true";
                cell.text = cell.number != 0 ? "TRUE" : "FALSE";
                return {};
            case Stored::error:
                cell.type = Cell::Type::error;
                cell.text = value_;
                return {};
            case Stored::iso_date:
                if (const auto date = base::parse_iso_date(std::string_view{value_}.substr(0, 10))) {
                    cell.type = Cell::Type::date;
                    cell.date = *date;
                    cell.number = serial_of_date(*date);
                    cell.text = base::to_vietnamese(*date);
                    return {};
                }
                [[fallthrough]];
            case Stored::inline_string:
            case Stored::formula_string: cell.text = value_; break;
        }
        cell.type = cell.text.empty() ? Cell::Type::empty : Cell::Type::text;
        return {};
    }

    // The cell, emptied, with every cell of this row before it that was not written.
    Cell& open_cell(std::uint32_t column) {
        if (cells_.size() <= column) cells_.resize(column + 1);
        for (; used_ <= column; ++used_) reset(cells_[used_]);
        reset(cells_[column]);
        return cells_[column];
    }

    static void reset(Cell& cell) {
        cell.type = Cell::Type::empty;
        cell.precision = base::Precision::day;
        cell.text.clear();
        cell.number = 0;
        cell.date = {};
    }

    base::Result<void> end_row() {
        in_row_ = false;
        passed_ += used_;
        used_ = 0;
        if (passed_ > cell_limit) return base::Refusal{"file.too_large", {part_, std::to_string(cell_limit)}, {}};
        if (width_ == 0) return {};
        return on_row_({sheet_, row_, {cells_.data(), width_}});
    }

    void note_formula() {
        if (!in_cell_) return;
        if (formulas_.count++ == 0) formulas_.first_cell = cell_name(row_, column_);
    }

    const std::string_view sheet_;
    const std::string& part_;
    const XlsxContext& context_;
    const RowHandler& on_row_;
    XlsxFormulas& formulas_;

    std::vector<Cell> cells_;
    std::uint32_t used_ = 0;   // Cells of this row that hold nothing of the row before.
    std::uint32_t width_ = 0;  // Up to the last filled cell.
    std::uint32_t row_ = 0, column_ = 0, next_column_ = 0;
    std::uint64_t passed_ = 0;
    Stored stored_ = Stored::number;
    std::uint64_t style_ = 0;
    std::string value_;
    int phonetic_depth_ = 0;
    bool in_row_ = false, in_cell_ = false, in_value_ = false;
};

// Whether the name at `at` is that of a tag, with or without a prefix. In text, < is written &lt;.
bool is_tag(std::string_view bytes, std::size_t at) {
    constexpr std::size_t prefix_limit = 32;
    if (at > 0 && bytes[at - 1] == ':')
        for (std::size_t i = at - 1; i > 0 && at - i < prefix_limit && bytes[i - 1] != ' ' && bytes[i - 1] != ';'; --i)
            if (bytes[i - 1] == '<') return true;
    return at > 0 && bytes[at - 1] == '<';
}

// The value of the attribute `ref` of a tag's bytes.
std::string_view ref_of(std::string_view tag) {
    const auto at = tag.find("ref=");
    if (at == tag.npos || at + 5 > tag.size()) return {};
    const auto end = tag.find(tag[at + 4], at + 5);
    return end == tag.npos ? std::string_view{} : tag.substr(at + 5, end - at - 5);
}

void add_range(std::string_view ref, std::vector<CellRange>& ranges) {
    const auto colon = ref.find(':');
    if (colon == ref.npos) return;
    const auto first = parse_cell_name(ref.substr(0, colon));
    const auto last = parse_cell_name(ref.substr(colon + 1));
    if (first && last && first->row <= header_rows_searched && first->row <= last->row && first->column <= last->column)
        ranges.push_back({first->row, first->column, last->row, last->column});
}

}  // namespace

base::Result<void> read_xlsx_sheet(const ZipReader& zip, const ZipEntry& part, std::string_view sheet,
                                   const XlsxContext& context, const RowHandler& on_row, XlsxFormulas& formulas) {
    SheetHandler handler{sheet, part.name, context, on_row, formulas};
    return parse_xml(zip, part, handler);
}

base::Result<std::vector<CellRange>> find_merged_ranges(const ZipReader& zip, const ZipEntry& part) {
    constexpr std::string_view tag = "mergeCell ";  // Of <mergeCell ref="A1:C1"/>.
    constexpr std::size_t tag_length_limit = 256, range_limit = 100'000;
    std::vector<CellRange> ranges;
    std::string window;  // The end of the pieces so far, in which a tag may have begun.
    const auto look = [&](bool is_last) {
        std::size_t done = 0;
        for (auto at = window.find(tag); at != window.npos && ranges.size() < range_limit;
             at = window.find(tag, done)) {
            const auto end = window.find('>', at);
            if (end == window.npos && !is_last && window.size() - at < tag_length_limit) break;
            if (is_tag(window, at)) add_range(ref_of(std::string_view{window}.substr(at, end - at)), ranges);
            done = at + tag.size();
        }
        window.erase(0, std::max(done, window.size() - std::min(window.size(), tag_length_limit)));
    };
    TRY(zip.stream(part, [&](std::string_view bytes) -> base::Result<void> {
        window += bytes;
        look(false);
        return {};
    }));
    look(true);
    return ranges;
}

std::uint32_t xlsx_stated_rows(const ZipReader& zip, const ZipEntry& part) {
    static const base::Refusal enough{"enough", {}, {}};
    constexpr std::size_t searched = 16'384;  // <dimension> stands at the beginning.
    std::string begin;
    // A refusal of the file itself is for `read` to say.
    const auto read = zip.stream(part, [&](std::string_view bytes) -> base::Result<void> {
        begin += bytes;
        if (begin.size() >= searched) return enough;
        return {};
    });
    if (!read && read.error() != enough) return 0;
    const auto at = begin.find("dimension ");  // Of <dimension ref="A1:Z55701"/>.
    if (at == begin.npos) return 0;
    const auto ref = ref_of(std::string_view{begin}.substr(at, begin.find('>', at) - at));
    const auto last = parse_cell_name(ref.substr(ref.find(':') + 1));
    return last ? last->row : 0;
}

std::optional<CellPosition> parse_cell_name(std::string_view name) {
    std::uint32_t row = 0;
    const auto column = take_column(name);
    if (!column) return {};
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), row);
    if (error != std::errc{} || end != name.data() + name.size() || row == 0 || row > row_limit) return {};
    return CellPosition{row, *column};
}

}  // namespace formats
