// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_error_file.h"

#include <sodium.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "actions/register_template.h"
#include "base/check.h"

namespace actions {
namespace {

constexpr double error_column_width = 60;

// What is wrong in one row: by column of the file, and altogether.
struct RowErrors {
    std::map<std::string, std::string> by_letter;
    std::string all;
};

std::map<std::uint32_t, RowErrors> errors_of(const ImportReport& report, const std::string& sheet) {
    std::map<std::uint32_t, RowErrors> rows;
    const auto append = [](std::string& to, const std::string& message) {
        if (!to.empty()) to += ". ";
        to += message;
    };
    for (const auto& error : report.errors) {
        if (error.sheet != sheet) continue;
        auto& row = rows[error.row];
        append(row.all, error.message);
        if (!error.letter.empty()) append(row.by_letter[error.letter], error.message);
    }
    return rows;
}

formats::XlsxColumn recognised_column(const SheetColumn& column, std::string header) {
    auto described = template_column(column);
    described.header = std::move(header);
    described.header_comment.clear();
    return described;
}

class ErrorSheet {
public:
    ErrorSheet(formats::TableReader& reader, const PlannedSheet& planned, const ImportReport& report,
               formats::XlsxWriter& out)
        : reader_{reader}, planned_{planned}, errors_{errors_of(report, planned.name)}, out_{out} {}

    void write() {
        find_width_and_titles();
        begin();
        checked(reader_.read(planned_.place, [&](const formats::RowView& view) -> base::Result<void> {
            if (view.row > planned_.header.last_row) write_row(view);
            return {};
        }));
    }

private:
    // The file was read a moment ago: what it refuses now is trouble of the machine.
    static void checked(const base::Result<void>& result) {
        if (!result) throw base::Fault{"Tệp đã thay đổi trong khi đang đọc."};
    }

    void find_width_and_titles() {
        titles_.resize(planned_.header.last_row - 1);
        checked(reader_.read(planned_.place, [&](const formats::RowView& view) -> base::Result<void> {
            width_ = std::max(width_, view.cells.size());
            if (view.row < planned_.header.first_row)
                for (const auto& cell : view.cells)
                    if (titles_[view.row - 1].empty()) titles_[view.row - 1] = cell.text;
            return {};
        }));
        for (const auto& column : planned_.header.columns) {
            width_ = std::max(width_, std::size_t{column.column} + 1);
            // An earlier error file: its column is filled anew.
            if (column.is_known_extra && column.header == error_header) old_error_column_ = column.column;
        }
    }

    void begin() {
        formats::XlsxSheet sheet{.name = planned_.name.empty() ? std::string{planned_.of->label} : planned_.name,
                                 .titles = titles_};
        sheet.columns.resize(width_);
        for (const auto& column : planned_.header.columns) {
            auto& described = sheet.columns[column.column];
            if (column.recognised)
                described = recognised_column(planned_.of->columns[*column.recognised], column.header);
            else
                described.header = column.header;
        }
        for (const auto missing : planned_.header.missing)
            sheet.columns.push_back(recognised_column(planned_.of->columns[missing],
                                                      std::string{planned_.of->columns[missing].shown_label()}));
        last_ = old_error_column_ ? *old_error_column_ : sheet.columns.size();
        if (!old_error_column_) sheet.columns.push_back({.header = error_header, .width = error_column_width});
        columns_ = sheet.columns.size();
        out_.begin_sheet(sheet);
    }

    void write_row(const formats::RowView& view) {
        while (out_.next_row() < view.row) out_.skip_row();
        std::vector<formats::XlsxCell> cells(columns_);
        for (std::size_t i = 0; i < view.cells.size(); ++i) cells[i] = formats::to_xlsx_cell(view.cells[i]);
        cells[last_] = {};
        if (const auto found = errors_.find(view.row); found != errors_.end()) {
            for (const auto& [letter, messages] : found->second.by_letter)
                for (std::size_t i = 0; i < columns_; ++i)
                    if (formats::column_name(static_cast<std::uint32_t>(i)) == letter) {
                        cells[i].is_error = true;
                        cells[i].comment = messages;
                    }
            cells[last_].value = found->second.all;
        }
        out_.write_row(cells);
    }

    static constexpr const char* error_header = "Lỗi";

    formats::TableReader& reader_;
    const PlannedSheet& planned_;
    std::map<std::uint32_t, RowErrors> errors_;
    formats::XlsxWriter& out_;
    std::vector<std::string> titles_;
    std::size_t width_ = 0, columns_ = 0, last_ = 0;
    std::optional<std::size_t> old_error_column_;
};

}  // namespace

void write_error_file(formats::TableReader& reader, const PlannedBook& book, const ImportReport& report,
                      const std::string& path) {
    formats::XlsxWriter out{path};
    for (const auto& planned : book.sheets) ErrorSheet{reader, planned, report, out}.write();
    out.finish();
}

std::string digest_of_file(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"), std::fclose};
    if (!file) throw base::Fault{"Không đọc được tệp " + path + "."};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    std::array<unsigned char, 65536> buffer;
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), file.get())) > 0;)
        crypto_generichash_update(&state, buffer.data(), count);
    if (std::ferror(file.get())) throw base::Fault{"Không đọc được tệp " + path + "."};
    std::array<unsigned char, crypto_generichash_BYTES> hash;
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

}  // namespace actions
