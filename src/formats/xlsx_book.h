// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xlsx_writer.h"

namespace formats {

// What the sheets of a workbook being written share: formats, names, and the lists behind drop-downs. Owns the
// libxlsxwriter workbook.
class XlsxBook {
public:
    explicit XlsxBook(std::filesystem::path path);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;

    lxw_worksheet* add_sheet(std::string_view wanted_name);
    lxw_format* format(const XlsxStyle& style);
    // The formula of a range on the hidden list sheet that holds these choices, one per cell.
    std::string list_formula(const std::vector<std::string>& choices);
    void finish();

private:
    std::string unique_name(std::string_view wanted);
    void write_lists();

    const std::filesystem::path path_;
    lxw_workbook* book_;
    std::vector<lxw_worksheet*> sheets_;
    std::set<std::string> folded_names_;
    std::map<XlsxStyle, lxw_format*> formats_;
    std::map<std::vector<std::string>, std::uint32_t> list_columns_;
};

// Throws base::Fault unless all is well.
void check_xlsx(lxw_error error);

// As Excel stores it: valid for XML, with escapes, and cut to `limit` UTF-16 units.
std::string xlsx_text(std::string_view text, std::size_t limit);

}  // namespace formats
