// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_register.h"
#include "actions/register_template.h"
#include "http/application.h"
#include "http/handlers.h"
#include "schema/json_writer.h"

namespace http {
namespace {

using schema::JsonWriter;

struct RegisterKind {
    std::string_view name, label;
};

// The words of import and export, as people choose them.
constexpr std::array kinds{
    RegisterKind{"organisations", "Tổ chức"},
    RegisterKind{"members", "Đảng viên"},
    RegisterKind{"memberships", "Sinh hoạt đảng"},
    RegisterKind{"grades", "Xếp loại"},
};

std::string_view label_of(std::string_view kind) {
    for (const auto& each : kinds)
        if (each.name == kind) return each.label;
    return kind;
}

void write_column(JsonWriter& json, const actions::SheetColumn& column) {
    json.member("label", column.shown_label()).member("required", column.is_required());
    json.member_if("help", column.described().options.help).member_if("example", column.example);
}

void write_sheet(JsonWriter& json, const actions::RegisterSheet* sheet) {
    json.member("name", sheet->name).member("label", sheet->label).objects("columns", sheet->columns, write_column);
}

}  // namespace

base::Result<Response> list_registers(Call&) {
    JsonWriter json;
    json.objects("registers", kinds, [&](const RegisterKind& kind) {
        json.member("kind", kind.name).member("label", kind.label);
        json.objects("sheets", *actions::registers_of(kind.name), write_sheet);
    });
    return json_answer(json.take());
}

base::Result<Response> template_xlsx(Call& call) {
    const auto kind = call.path_text("kind");
    const auto path = call.application.new_file_path(".xlsx");
    TRY(actions::write_template(kind, path));
    return download_file(path, xlsx_type, "Mẫu sổ " + std::string{label_of(kind)} + ".xlsx");
}

base::Result<Response> export_xlsx(Call& call) {
    const auto kind = call.path_text("kind");
    const auto year = static_cast<int>(TRY(call.query_number("year", 0, 1930, 2200)));
    const auto on = year != 0 ? base::last_day_of_year(year) : TRY(call.on());
    const auto path = call.application.new_file_path(".xlsx");
    TRY(actions::export_register(call.context,
                                 {.kind = kind, .organisation = TRY(call.organisation()), .on = on, .path = path}));
    return download_file(path, xlsx_type, "Sổ " + std::string{label_of(kind)} + " " + base::to_iso(on) + ".xlsx");
}

}  // namespace http
