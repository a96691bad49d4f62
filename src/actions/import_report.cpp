// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_report.h"

#include "base/number_format.h"

namespace actions {
namespace {

using schema::JsonWriter;

constexpr std::size_t errors_shown = 200;

void write_error(JsonWriter& json, const ImportError& error) {
    json.member("sheet", error.sheet).member("row", error.row).member("column", error.column);
    json.member("letter", error.letter).member("code", error.code).member("value", error.value);
    json.member("message", error.message);
}

std::string where(const ImportError& error, bool with_sheet) {
    std::string text = with_sheet && !error.sheet.empty() ? error.sheet + ", " : "";
    text += (text.empty() ? "Dòng " : "dòng ") + std::to_string(error.row);
    if (!error.letter.empty()) text += ", cột " + error.letter;
    return text;
}

std::string outcome(const ImportReport& report) {
    if (report.has_errors())
        return "Có " + base::format_count(report.error_count) + " lỗi: chưa ghi dòng nào vào sổ.\n";
    if (report.dry_run) return "Không có lỗi. Đây là kiểm tra thử: chưa ghi gì vào sổ.\n";
    if (report.batch.empty()) return "Không có dòng nào để nhập.\n";
    return "Đã nhập xong. Mã đợt nhập: " + report.batch + "\n";
}

}  // namespace

void write_sheet(JsonWriter& json, const ImportSheet& sheet) {
    json.member("name", sheet.name).member("register", sheet.register_name).member("label", sheet.label);
    json.member("header_row", sheet.header_row).member("rows_read", sheet.rows_read);
    json.member("rows_valid", sheet.rows_valid).objects("columns", sheet.columns, [&](const ImportColumn& column) {
        json.member("column", column.header).member("letter", column.letter);
        json.member("recognised", !column.label.empty()).member("label", column.label);
    });
}

std::string to_json(const ImportReport& report) {
    JsonWriter json;
    json.member("kind", report.kind).member("file", report.file_name).member("dry_run", report.dry_run);
    json.member("applied", !report.batch.empty()).member("batch", report.batch);
    json.member("rows_read", report.rows_read).member("rows_valid", report.rows_valid);
    json.objects("sheets", report.sheets, write_sheet);
    json.objects("notes", report.notes,
                 [&](const ImportNote& note) { json.member("code", note.code).member("message", note.message); });
    json.object("written", [&] {
        for (const auto& written : report.written) json.member(written.type, written.rows);
    });
    json.member("error_count", report.error_count).objects("errors", report.errors, write_error);
    return json.take();
}

std::string to_text(const ImportReport& report) {
    std::string text = "Tệp " + report.file_name + "\n";
    for (const auto& sheet : report.sheets) {
        std::string unread;
        std::size_t recognised = 0;
        for (const auto& column : sheet.columns) {
            if (!column.label.empty())
                ++recognised;
            else
                unread += (unread.empty() ? "“" : ", “") + column.header + "”";
        }
        text += (sheet.name.empty() ? sheet.label : "Trang tính “" + sheet.name + "” (" + sheet.label + ")") +
                ": tiêu đề ở dòng " + std::to_string(sheet.header_row) + ", nhận ra " + std::to_string(recognised) +
                " cột, đọc " + base::format_count(sheet.rows_read) + " dòng, " + base::format_count(sheet.rows_valid) +
                " dòng đúng.\n";
        if (!unread.empty()) text += "  Cột không dùng đến: " + unread + ".\n";
    }
    for (const auto& note : report.notes) text += "Lưu ý: " + note.message + ".\n";
    for (std::size_t i = 0; i < report.errors.size() && i < errors_shown; ++i)
        text += where(report.errors[i], report.sheets.size() > 1) + ": " + report.errors[i].message + ".\n";
    if (report.error_count > static_cast<std::int64_t>(errors_shown))
        text +=
            "… và " + base::format_count(report.error_count - static_cast<std::int64_t>(errors_shown)) + " lỗi nữa.\n";
    for (const auto& written : report.written)
        text += (report.dry_run ? "Sẽ ghi " : "Đã ghi ") + base::format_count(written.rows) + " hồ sơ “" +
                written.label + "”.\n";
    return text + outcome(report);
}

}  // namespace actions
