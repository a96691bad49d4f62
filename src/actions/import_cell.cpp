// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_cell.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/text.h"

namespace actions {
namespace {

constexpr std::size_t known_codes_max = 4096;
constexpr int leading_zeros_max = 2;  // Province codes are 001 to 096.
// Bare numbers that are taken for days: 03/10/1954 to 11/01/2119. Smaller ones are years, or nothing.
constexpr double serial_min = 20'000, serial_max = 80'000;

std::string_view needed(schema::Kind kind) {
    switch (kind) {
        case schema::Kind::date:
        case schema::Kind::partial_date: return "ngày";
        default: return "chữ";
    }
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CellReader::CellReader(const SheetColumn& column, base::LegacyEncoding encoding, bool has_1904_dates)
    : column_{&column},
      field_{&column.described()},
      parser_{*field_},
      encoding_{encoding},
      has_1904_dates_{has_1904_dates} {}

bool CellReader::is_date() const {
    return field_->kind == schema::Kind::date || field_->kind == schema::Kind::partial_date;
}

base::Refusal CellReader::wrong_type(const formats::Cell& cell) const {
    return {"wrong_type", {std::string{field_->options.label}, cell.text, std::string{needed(field_->kind)}}, {}};
}

base::Result<schema::Value> CellReader::read(const formats::Cell& cell) {
    auto value = TRY(read_value(cell));
    if (const auto* text = std::get_if<std::string>(&value);
        text && !field_->list && column_->lookup != Lookup::organisation) {
        // Bytes are never fewer than characters: most texts need no counting.
        if (text->size() > field_->length_max() && base::count_characters(*text) > field_->length_max())
            return base::Refusal{"too_long", {{}, *text, std::to_string(field_->length_max())}, {}};
        if (field_->options.accepts && !field_->options.accepts(*text))
            return base::Refusal{"bad_identifier", {{}, *text}, {}};
    }
    return value;
}

base::Result<schema::Value> CellReader::read_value(const formats::Cell& cell) {
    switch (cell.type) {
        case formats::Cell::Type::empty: return schema::Value{};
        case formats::Cell::Type::text: return read_text(cell.text);
        case formats::Cell::Type::number: return read_number(cell);
        case formats::Cell::Type::date: return read_date(cell);
        case formats::Cell::Type::boolean:
            if (field_->kind == schema::Kind::boolean) return schema::Value{cell.number != 0};
            return wrong_type(cell);
        case formats::Cell::Type::error: return wrong_type(cell);
    }
    return wrong_type(cell);
}

base::Result<schema::Value> CellReader::read_text(std::string_view text) {
    if (field_->kind == schema::Kind::code) {
        const auto known = known_codes_.find(std::string{text});
        if (known != known_codes_.end()) return known->second;
    }
    std::string converted;
    if (encoding_ != base::LegacyEncoding::none) {
        converted = base::from_legacy(encoding_, text);
        if (converted != text) {
            if (notes_.converted++ == 0) notes_.converted_from = text, notes_.converted_to = converted;
            text = converted;
        }
    }
    if (column_->lookup == Lookup::organisation) {
        auto cleaned = base::clean_text(text);
        return cleaned.empty() ? schema::Value{} : schema::Value{std::move(cleaned)};
    }
    // A CSV file holds dates whose cell format was lost as the bare number.
    if (is_date() && text.size() == 5 && is_digits(text)) {
        formats::Cell number{.type = formats::Cell::Type::number, .text = std::string{text}};
        number.number = std::stod(number.text);
        return read_serial(number);
    }
    auto value = parser_.parse(text);
    if (value && field_->kind == schema::Kind::code && encoding_ == base::LegacyEncoding::none &&
        known_codes_.size() < known_codes_max)
        known_codes_.emplace(std::string{text}, *value);
    return value;
}

base::Result<schema::Value> CellReader::read_number(const formats::Cell& cell) {
    if (is_date()) {
        if (cell.number >= 1 && cell.number <= 9999 && cell.number == std::floor(cell.number))
            return parser_.parse(cell.text);
        return read_serial(cell);
    }
    if (field_->options.accepts && is_digits(cell.text) && !field_->options.accepts(cell.text)) {
        auto padded = cell.text;
        for (int zeros = 0; zeros < leading_zeros_max; ++zeros) {
            padded.insert(padded.begin(), '0');
            if (!field_->options.accepts(padded)) continue;
            if (notes_.padded++ == 0) notes_.padded_from = cell.text, notes_.padded_to = padded;
            return schema::Value{std::move(padded)};
        }
    }
    // A name is never a number.
    if (field_->name == "full_name" || field_->name == "other_name") return wrong_type(cell);
    return read_text(cell.text);
}

base::Result<schema::Value> CellReader::read_serial(const formats::Cell& cell) {
    if (cell.number < serial_min || cell.number > serial_max || cell.number != std::floor(cell.number))
        return wrong_type(cell);
    constexpr base::Date zero_1900 = base::date(1899, 12, 30), zero_1904 = base::date(1904, 1, 1);
    const auto day = (has_1904_dates_ ? zero_1904 : zero_1900) + static_cast<int>(cell.number);
    if (notes_.serials++ == 0) notes_.serial_from = cell.text, notes_.serial_to = base::to_vietnamese(day);
    if (field_->kind == schema::Kind::date) return schema::Value{day};
    return schema::Value{base::PartialDate{day}};
}

base::Result<schema::Value> CellReader::read_date(const formats::Cell& cell) {
    if (!is_date()) return wrong_type(cell);
    const bool is_full = cell.precision == base::Precision::day;
    if (field_->kind == schema::Kind::date) {
        if (is_full) return schema::Value{cell.date};
        return base::Refusal{"year_only", {std::string{field_->options.label}, cell.text}, {}};
    }
    base::PartialDate date{cell.date};
    if (!is_full) date.day = 0;
    if (cell.precision == base::Precision::year) date.month = 0;
    return schema::Value{date};
}

}  // namespace actions
