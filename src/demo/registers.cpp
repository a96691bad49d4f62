// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/registers.h"

#include <array>
#include <filesystem>

#include "demo/member_columns.h"
#include "formats/xlsx_writer.h"
#include "records/organisation.h"

namespace demo {
namespace {

using formats::XlsxCell;
constexpr auto date = formats::XlsxNumberFormat::date, text = formats::XlsxNumberFormat::text,
               general = formats::XlsxNumberFormat::general;

struct OrganisationRow {
    const DemoModel& model;
    const DemoOrganisation& organisation;
    std::size_t number;
};
struct GradeRow {
    const DemoModel& model;
    const DemoGrade& grade;
    std::size_t number;

    const DemoPerson& person() const { return model.people[grade.of]; }
};

template <class Row>
XlsxCell running_number(const Row& row) {
    return {.value = static_cast<double>(row.number)};
}

template <class Enum>
XlsxCell label_of(const std::optional<Enum>& value) {
    return value ? demo_text(std::string{schema::label_of(*value)}) : XlsxCell{};
}

XlsxCell founded(const std::optional<base::PartialDate>& day) {
    return day ? demo_text(base::to_vietnamese(*day)) : XlsxCell{};
}

XlsxCell decided(const DemoGrade& grade) {
    return grade.decided_on ? XlsxCell{.value = *grade.decided_on} : XlsxCell{};
}

// clang-format off
constexpr std::array organisation_columns{
    DemoColumn<OrganisationRow>{"STT", 6, general, running_number<OrganisationRow>},
    DemoColumn<OrganisationRow>{"Mã tổ chức", 14, text, [](const OrganisationRow& r) { return demo_text(r.organisation.code); }},
    DemoColumn<OrganisationRow>{"Tên tổ chức đảng", 46, text, [](const OrganisationRow& r) { return demo_text(r.organisation.name); }},
    DemoColumn<OrganisationRow>{"Loại hình tổ chức", 24, text, [](const OrganisationRow& r) { return demo_text(std::string{schema::label_of(r.organisation.kind)}); }},
    DemoColumn<OrganisationRow>{"Loại hình đơn vị cơ sở", 30, text, [](const OrganisationRow& r) {
        const auto type = r.organisation.unit_type;
        return type.empty() ? XlsxCell{} : demo_text(std::string{records::unit_types.label_of(type)}); }},
    DemoColumn<OrganisationRow>{"Mã cấp trên trực tiếp", 14, text, [](const OrganisationRow& r) {
        return r.organisation.superior ? demo_text(r.model.city[*r.organisation.superior].code) : XlsxCell{}; }},
    DemoColumn<OrganisationRow>{"Hoạt động từ ngày", 12, date, [](const OrganisationRow& r) { return XlsxCell{.value = r.organisation.valid_from}; }},
    DemoColumn<OrganisationRow>{"Năm thành lập", 10, text, [](const OrganisationRow& r) { return founded(r.organisation.founded_on); }},
    DemoColumn<OrganisationRow>{"Văn bản đồng ý của cấp trên", 28, text, [](const OrganisationRow& r) { return demo_text(r.organisation.superior_consent); }},
    DemoColumn<OrganisationRow>{"Ghi chú", 40, text, [](const OrganisationRow& r) { return demo_text(r.organisation.note); }},
};

constexpr std::array member_grade_columns{
    DemoColumn<GradeRow>{"STT", 6, general, running_number<GradeRow>},
    DemoColumn<GradeRow>{"Số lý lịch", 12, text, [](const GradeRow& r) { return demo_text(r.person().profile_number); }},
    DemoColumn<GradeRow>{"Họ và tên", 26, text, [](const GradeRow& r) { return demo_text(r.person().full_name); }},
    DemoColumn<GradeRow>{"Mã chi bộ", 14, text, [](const GradeRow& r) { return demo_text(r.model.city[r.person().cell].code); }},
    DemoColumn<GradeRow>{"Xếp loại chất lượng", 28, text, [](const GradeRow& r) { return label_of(r.grade.grade); }},
    DemoColumn<GradeRow>{"Lý do chưa xếp loại", 34, text, [](const GradeRow& r) { return label_of(r.grade.not_graded_reason); }},
    DemoColumn<GradeRow>{"Ngày quyết định", 12, date, [](const GradeRow& r) { return decided(r.grade); }},
    DemoColumn<GradeRow>{"Số quyết định", 14, text, [](const GradeRow& r) { return demo_text(r.grade.decision_number); }},
};

constexpr std::array organisation_grade_columns{
    DemoColumn<GradeRow>{"STT", 6, general, running_number<GradeRow>},
    DemoColumn<GradeRow>{"Mã tổ chức đảng", 14, text, [](const GradeRow& r) { return demo_text(r.model.city[r.grade.of].code); }},
    DemoColumn<GradeRow>{"Tên tổ chức đảng", 46, text, [](const GradeRow& r) { return demo_text(r.model.city[r.grade.of].name); }},
    DemoColumn<GradeRow>{"Kết quả xếp loại", 28, text, [](const GradeRow& r) { return label_of(r.grade.grade); }},
    DemoColumn<GradeRow>{"Lý do chưa xếp loại", 22, text, [](const GradeRow& r) { return label_of(r.grade.not_graded_reason); }},
    DemoColumn<GradeRow>{"Ngày quyết định", 12, date, [](const GradeRow& r) { return decided(r.grade); }},
    DemoColumn<GradeRow>{"Số quyết định", 14, text, [](const GradeRow& r) { return demo_text(r.grade.decision_number); }},
    DemoColumn<GradeRow>{"Ghi chú", 40, text, [](const GradeRow& r) { return demo_text(r.grade.note); }},
};
// clang-format on

template <class Row>
void begin_sheet(formats::XlsxWriter& writer, std::string_view name, std::string_view title,
                 std::span<const DemoColumn<Row>> columns) {
    formats::XlsxSheet sheet{.name = std::string{name},
                             .titles = {"ĐẢNG BỘ TỈNH QUẢNG TRỊ", "THÀNH ỦY ĐÔNG HÀ", std::string{title},
                                        "(Dữ liệu trình diễn: người và số liệu do máy tạo, không có thật)"}};
    for (const auto& column : columns)
        sheet.columns.push_back(
            {.header = std::string{column.header}, .number_format = column.format, .width = column.width});
    writer.begin_sheet(sheet);
}

// Rows of `items` as `make_row(item, number)` sees them.
template <class Row, class Items, class MakeRow>
void write_rows(formats::XlsxWriter& writer, std::span<const DemoColumn<Row>> columns, const Items& items,
                MakeRow make_row) {
    std::vector<XlsxCell> cells(columns.size());
    std::size_t number = 0;
    for (const auto& item : items) {
        const Row row = make_row(item, ++number);
        for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = columns[i].cell(row);
        writer.write_row(cells);
    }
}

void write_organisations(const std::string& path, const DemoModel& model) {
    formats::XlsxWriter writer{path};
    const std::span<const DemoColumn<OrganisationRow>> columns{organisation_columns};
    begin_sheet(writer, "Tổ chức đảng", "DANH SÁCH TỔ CHỨC ĐẢNG", columns);
    write_rows(writer, columns, model.city, [&](const DemoOrganisation& organisation, std::size_t number) {
        return OrganisationRow{model, organisation, number};
    });
    writer.finish();
}

void write_members(const std::string& path, const DemoModel& model) {
    formats::XlsxWriter writer{path};
    begin_sheet(writer, "Đảng viên", "DANH SÁCH ĐẢNG VIÊN NĂM 2020, KỂ CẢ TĂNG VÀ GIẢM TRONG NĂM",
                demo_member_columns());
    write_rows(writer, demo_member_columns(), model.people, [&](const DemoPerson& person, std::size_t number) {
        return DemoMemberRow{model, person, number};
    });
    writer.finish();
}

void write_grades(const std::string& path, const DemoModel& model) {
    formats::XlsxWriter writer{path};
    const auto make_row = [&](const DemoGrade& grade, std::size_t number) { return GradeRow{model, grade, number}; };
    const std::span<const DemoColumn<GradeRow>> of_members{member_grade_columns},
        of_organisations{organisation_grade_columns};
    begin_sheet(writer, demo_member_grades_sheet, "KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2020", of_members);
    write_rows(writer, of_members, model.member_grades, make_row);
    begin_sheet(writer, demo_organisation_grades_sheet, "KẾT QUẢ XẾP LOẠI TỔ CHỨC CƠ SỞ ĐẢNG NĂM 2020",
                of_organisations);
    write_rows(writer, of_organisations, model.organisation_grades, make_row);
    writer.finish();
}

}  // namespace

DemoFiles write_demo_registers(const std::string& folder, const DemoModel& model) {
    const std::filesystem::path place{folder};
    std::error_code trouble;
    std::filesystem::create_directories(place, trouble);
    if (trouble) throw base::Fault{"cannot make the folder " + folder + ": " + trouble.message()};
    DemoFiles files{(place / "to-chuc.xlsx").string(), (place / "dang-vien.xlsx").string(),
                    (place / "xep-loai-2020.xlsx").string()};
    write_organisations(files.organisations, model);
    write_members(files.members, model);
    write_grades(files.grades, model);
    return files;
}

DemoFiles write_demo_registers(const std::string& folder, DemoScale scale) {
    return write_demo_registers(folder, make_demo_model(scale));
}

DemoFiles write_demo_registers(const std::string& folder) { return write_demo_registers(folder, DemoScale{}); }

}  // namespace demo
