// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_report.h"

#include "base/number_format.h"
#include "schema/json.h"

namespace actions {
namespace {

constexpr std::size_t errors_shown = 200;

// Writes objects and lists with commas where they belong.
class Json {
public:
    Json& key(std::string_view name) {
        separate();
        schema::append_json_string(out, name);
        out += ':';
        is_first_ = true;  // The value follows without a comma.
        return *this;
    }
    Json& text(std::string_view value) {
        separate();
        schema::append_json_string(out, value);
        return *this;
    }
    Json& number(std::int64_t value) {
        separate();
        out += std::to_string(value);
        return *this;
    }
    Json& boolean(bool value) {
        separate();
        out += value ? "true" : "false";
        return *this;
    }
    Json& open(char bracket) {
        separate();
        out += bracket;
        is_first_ = true;
        return *this;
    }
    Json& close(char bracket) {
        out += bracket;
        is_first_ = false;
        return *this;
    }

    std::string out;

private:
    void separate() {
        if (!is_first_) out += ',';
        is_first_ = false;
    }
    bool is_first_ = true;
};

void append(Json& json, const ImportSheet& sheet) {
    json.open('{')
        .key("name")
        .text(sheet.name)
        .key("register")
        .text(sheet.register_name)
        .key("label")
        .text(sheet.label);
    json.key("header_row").number(sheet.header_row);
    json.key("rows_read").number(sheet.rows_read).key("rows_valid").number(sheet.rows_valid).key("columns").open('[');
    for (const auto& column : sheet.columns) {
        json.open('{').key("column").text(column.header).key("letter").text(column.letter);
        json.key("recognised").boolean(!column.label.empty()).key("label").text(column.label).close('}');
    }
    json.close(']').close('}');
}

void append(Json& json, const ImportError& error) {
    json.open('{').key("sheet").text(error.sheet).key("row").number(error.row).key("column").text(error.column);
    json.key("letter").text(error.letter).key("code").text(error.code).key("value").text(error.value);
    json.key("message").text(error.message).close('}');
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

std::string to_json(const ImportSheet& sheet) {
    Json json;
    append(json, sheet);
    return std::move(json.out);
}

std::string to_json(const ImportReport& report) {
    Json json;
    json.open('{')
        .key("kind")
        .text(report.kind)
        .key("file")
        .text(report.file_name)
        .key("dry_run")
        .boolean(report.dry_run);
    json.key("applied").boolean(!report.batch.empty()).key("batch").text(report.batch);
    json.key("rows_read").number(report.rows_read).key("rows_valid").number(report.rows_valid);
    json.key("sheets").open('[');
    for (const auto& sheet : report.sheets) append(json, sheet);
    json.close(']').key("notes").open('[');
    for (const auto& note : report.notes)
        json.open('{').key("code").text(note.code).key("message").text(note.message).close('}');
    json.close(']').key("written").open('{');
    for (const auto& written : report.written) json.key(written.type).number(written.rows);
    json.close('}').key("error_count").number(report.error_count).key("errors").open('[');
    for (const auto& error : report.errors) append(json, error);
    json.close(']').close('}');
    return std::move(json.out);
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
