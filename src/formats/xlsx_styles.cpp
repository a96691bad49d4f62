// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_styles.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>

#include "base/check.h"
#include "formats/xml_stream.h"

namespace formats {
namespace {

constexpr std::size_t style_limit = 1 << 20;  // Excel allows 65,490.

// The letters of the first section that stand for something: literals, escapes, fillers and [colour] or [$-locale]
// parts are left out. An elapsed time [h] is a time.
std::string meaningful_letters(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        switch (const char c = code[i]; c) {
            case '"': i = std::min(code.find('"', i + 1), code.size()); break;
            case '\\':
            case '_':
            case '*': ++i; break;
            case '[': {
                const auto end = std::min(code.find(']', i), code.size());
                const auto inside = code.substr(i + 1, end - i - 1);
                if (inside.find_first_not_of("hHmMsS") == inside.npos) letters += 'h';
                i = end;
                break;
            }
            default: letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

class StylesHandler : public XmlHandler {
public:
    std::vector<XlsxNumberMeaning> styles;

    base::Result<void> on_start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            const char* id = attributes.find("numFmtId");
            const char* code = attributes.find("formatCode");
            if (id && code && formats_.size() < style_limit) formats_[std::atoi(id)] = meaning_of_format(code);
        } else if (name == "cellXfs") {
            in_cell_styles_ = true;
        } else if (name == "xf" && in_cell_styles_ && styles.size() < style_limit) {
            const char* id = attributes.find("numFmtId");
            const int format = id ? std::atoi(id) : 0;
            const auto found = formats_.find(format);
            styles.push_back(found != formats_.end() ? found->second : meaning_of_builtin_format(format));
        }
        return {};
    }
    base::Result<void> on_end(std::string_view name) override {
        if (name == "cellXfs") in_cell_styles_ = false;
        return {};
    }

private:
    std::map<int, XlsxNumberMeaning> formats_;
    bool in_cell_styles_ = false;
};

// Excel computes with 15 digits: 0.1+0.2 is shown, and meant, as 0.3.
std::string shown_number(double number) {
    char text[64];
    if (std::abs(number) < 1e15 && std::trunc(number) == number)
        return {text, std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(number)).ptr};
    double rounded = number;
    char* end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific, 14).ptr;
    std::from_chars(text, end, rounded);
    const bool is_plain = std::abs(rounded) >= 1e-10 && std::abs(rounded) < 1e21;
    end = is_plain ? std::to_chars(text, text + sizeof text, rounded, std::chars_format::fixed).ptr
                   : std::to_chars(text, text + sizeof text, rounded).ptr;
    return {text, end};
}

std::string shown_date(base::Date date, base::Precision precision) {
    switch (precision) {
        case base::Precision::year: return base::to_vietnamese(base::PartialDate{date.year(), 0, 0});
        case base::Precision::month: return base::to_vietnamese(base::PartialDate{date.year(), date.month(), 0});
        default: return base::to_vietnamese(date);
    }
}

}  // namespace

XlsxNumberMeaning meaning_of_format(std::string_view code) {
    const auto letters = meaningful_letters(code);
    if (letters == "general" || letters == "@" || letters == "standard") return {};
    if (!letters.empty() && letters.find_first_not_of('0') == letters.npos)
        return {.date_precision = {}, .minimum_digits = static_cast<int>(std::min<std::size_t>(letters.size(), 30))};
    const bool has_day = letters.find('d') != letters.npos;
    const bool has_year = letters.find('y') != letters.npos;
    // A fraction, a percentage or a count, in which an unquoted m is a unit.
    if (!has_day && !has_year && letters.find_first_of("#?%/0") != letters.npos) return {};
    const bool has_time = letters.find_first_of("hs") != letters.npos;
    const bool has_month = letters.find('m') != letters.npos && (!has_time || has_day || has_year);
    if (has_day) return {.date_precision = base::Precision::day};
    if (has_month) return {.date_precision = base::Precision::month};
    if (has_year) return {.date_precision = base::Precision::year};
    return {};
}

XlsxNumberMeaning meaning_of_builtin_format(int id) {
    // 18–21 and 45–47 are times of day. 27–36 and 50–58 are dates of East Asian settings.
    if (id == 17) return {.date_precision = base::Precision::month};
    if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return {.date_precision = base::Precision::day};
    return {};
}

base::Result<std::vector<XlsxNumberMeaning>> read_styles(const ZipReader& zip, const ZipEntry& part) {
    StylesHandler handler;
    TRY(parse_xml(zip, part, handler));
    return std::move(handler.styles);
}

std::optional<base::Date> date_of_serial(double serial, bool is_1904) {
    // Excel's day 60 of 1900 is 29/02/1900: earlier serials count from 31/12/1899, later ones from 30/12/1899.
    constexpr auto epoch_1900 = base::date(1899, 12, 30), epoch_1904 = base::date(1904, 1, 1);
    constexpr auto last = base::date(9999, 12, 31);
    if (!(serial >= (is_1904 ? 0 : 1)) || serial > last - epoch_1900 + 1) return {};
    const int days = static_cast<int>(serial);
    if (is_1904) return epoch_1904 + days <= last ? std::optional{epoch_1904 + days} : std::nullopt;
    if (days == 60) return {};
    const auto day = epoch_1900 + days + (days < 60 ? 1 : 0);
    return day <= last ? std::optional{day} : std::nullopt;
}

double serial_of_date(base::Date date) {
    const int serial = date - base::date(1899, 12, 30);
    return serial <= 60 ? serial - 1 : serial;
}

void set_number(Cell& cell, std::string_view value, const XlsxNumberMeaning& meaning, bool is_1904) {
    while (!value.empty() && (value.front() == ' ' || value.front() == '+')) value.remove_prefix(1);
    while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number)) {
        cell.type = value.empty() ? Cell::Type::empty : Cell::Type::text;
        cell.text = value;
        return;
    }
    cell.number = number;
    if (meaning.date_precision) {
        if (const auto day = date_of_serial(number, is_1904)) {
            cell.type = Cell::Type::date;
            cell.date = *day;
            cell.precision = *meaning.date_precision;
            cell.text = shown_date(*day, cell.precision);
            return;
        }
    }
    cell.type = Cell::Type::number;
    cell.text = shown_number(number);
    const auto digits = static_cast<int>(cell.text.size());
    if (digits < meaning.minimum_digits && cell.text.find_first_not_of("0123456789") == cell.text.npos)
        cell.text.insert(0, static_cast<std::size_t>(meaning.minimum_digits - digits), '0');
}

}  // namespace formats
