// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_styles.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

char letter(const XlsxNumberMeaning& meaning) {
    if (!meaning.date_precision) return '-';
    switch (*meaning.date_precision) {
        case base::Precision::year: return 'y';
        case base::Precision::month: return 'm';
        default: return 'd';
    }
}

TEST(XlsxStyles, number_formats_that_show_a_day_a_month_or_a_year) {
    for (const auto* code : {"dd/mm/yyyy", "m/d/yy h:mm", "[$-42A]dd/mm/yyyy;@", "DD/MM/YYYY", "d-mmm",
                             "yyyy\\-mm\\-dd", "\"Ngày\" dd \"tháng\" mm \"năm\" yyyy", "[Red]dd.mm.yy",
                             "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy-mm-dd hh:mm:ss.000"})
        EXPECT_EQ(letter(meaning_of_format(code)), 'd') << code;
    for (const auto* code : {"mm/yyyy", "mmm-yy", "\"Tháng\" m/yyyy", "[$-42A]mm/yyyy"})
        EXPECT_EQ(letter(meaning_of_format(code)), 'm') << code;
    EXPECT_EQ(letter(meaning_of_format("yyyy")), 'y');
    for (const auto* code :
         {"General", "0.00", "#,##0", "#,##0 \"đồng/năm\"", "h:mm", "hh:mm:ss", "[h]:mm:ss", "mm:ss.0", "# ?/?", "0%",
          "0.00E+00", "@", "\"dd/mm/yyyy\"", "\\d0", "_d#", "[Red]0;[Blue]-0", "h:mm AM/PM", "#,##0 m", ""})
        EXPECT_EQ(letter(meaning_of_format(code)), '-') << code;
    EXPECT_EQ(meaning_of_format("000000000000").minimum_digits, 12);
    EXPECT_EQ(meaning_of_format("00000;@").minimum_digits, 5);
    EXPECT_EQ(letter(meaning_of_builtin_format(14)), 'd');
    EXPECT_EQ(letter(meaning_of_builtin_format(17)), 'm');
    EXPECT_EQ(letter(meaning_of_builtin_format(20)), '-');
    EXPECT_EQ(letter(meaning_of_builtin_format(0)), '-');
    EXPECT_EQ(letter(meaning_of_builtin_format(49)), '-');
}

TEST(XlsxStyles, serials_are_days_as_excel_counts_them) {
    EXPECT_EQ(date_of_serial(1, false), base::date(1900, 1, 1));
    EXPECT_EQ(date_of_serial(59, false), base::date(1900, 2, 28));
    EXPECT_EQ(date_of_serial(60, false), std::nullopt);
    EXPECT_EQ(date_of_serial(61, false), base::date(1900, 3, 1));
    EXPECT_EQ(date_of_serial(31118.75, false), base::date(1985, 3, 12));
    EXPECT_EQ(date_of_serial(29656, true), base::date(1985, 3, 12));
    EXPECT_EQ(date_of_serial(0, true), base::date(1904, 1, 1));
    EXPECT_EQ(date_of_serial(2958465, false), base::date(9999, 12, 31));
    EXPECT_EQ(date_of_serial(2958466, false), std::nullopt);
    EXPECT_EQ(date_of_serial(2957004, true), std::nullopt);
    EXPECT_EQ(date_of_serial(0.5, false), std::nullopt);
    EXPECT_EQ(date_of_serial(-1, true), std::nullopt);
    EXPECT_EQ(date_of_serial(1e300, false), std::nullopt);
    for (int serial = 1; serial < 3'000; ++serial)
        if (serial != 60) { EXPECT_EQ(serial_of_date(*date_of_serial(serial, false)), serial); }
}

std::string text_of(std::string_view value, const XlsxNumberMeaning& meaning = {}) {
    Cell cell;
    set_number(cell, value, meaning, false);
    return cell.text;
}

TEST(XlsxStyles, numbers_read_as_excel_shows_them) {
    EXPECT_EQ(text_of("1985"), "1985");
    EXPECT_EQ(text_of("1985.0"), "1985");
    EXPECT_EQ(text_of("45085012345"), "45085012345");
    EXPECT_EQ(text_of("4.5085012345E10"), "45085012345");
    EXPECT_EQ(text_of("0.30000000000000004"), "0.3");
    EXPECT_EQ(text_of("-0"), "0");
    EXPECT_EQ(text_of("-2.5"), "-2.5");
    EXPECT_EQ(text_of("0.001"), "0.001");
    EXPECT_EQ(text_of(" 7 "), "7");
    EXPECT_EQ(text_of("1e400"), "1e400");
    EXPECT_EQ(text_of("nan"), "nan");
    EXPECT_EQ(text_of("45085012345", meaning_of_format("000000000000")), "045085012345");
    EXPECT_EQ(text_of("-5", meaning_of_format("000")), "-5");
    EXPECT_EQ(text_of("31107", meaning_of_format("mm/yyyy")), "03/1985");
    EXPECT_EQ(text_of("31107", meaning_of_format("yyyy")), "1985");
    EXPECT_EQ(text_of("60", meaning_of_builtin_format(14)), "60");
}

}  // namespace
}  // namespace formats
