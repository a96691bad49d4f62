// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "formats/table.h"
#include "formats/zip.h"

namespace formats {

// What a number format says about a number: a day (and how much of it is shown), or digits padded with zeros.
struct XlsxNumberMeaning {
    std::optional<base::Precision> date_precision;
    int minimum_digits = 0;  // Format "000000000000": an identity number typed as a number.

    bool operator==(const XlsxNumberMeaning&) const = default;
};

XlsxNumberMeaning meaning_of_format(std::string_view format_code);
XlsxNumberMeaning meaning_of_builtin_format(int id);

// xl/styles.xml: the meaning of each cell style (the s attribute of a cell).
base::Result<std::vector<XlsxNumberMeaning>> read_styles(const ZipReader& zip, const ZipEntry& part);

// The day of a serial, if it is one: in the 1900 system not 60 (29/02/1900 never was) nor below 1; up to 31/12/9999.
std::optional<base::Date> date_of_serial(double serial, bool is_1904);
double serial_of_date(base::Date date);  // 1900 system; dates before 01/01/1900 have none (negative).

// Fills type, text, number and date of a cell whose stored value is `value`, as Excel reads and shows it.
void set_number(Cell& cell, std::string_view value, const XlsxNumberMeaning& meaning, bool is_1904);

}  // namespace formats
