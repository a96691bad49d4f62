// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/member_form_layout.h"

#include "base/text.h"
#include "formats/docx_builder.h"
#include "records/histories.h"
#include "records/lists.h"
#include "records/member_events.h"

namespace actions {
namespace {

using formats::DocxAlign;
using formats::DocxBuilder;
using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxTable;

constexpr double text_size = 12;
constexpr double table_size = 10.5;
constexpr std::string_view blank = "……………………";

std::string or_blank(std::string text) { return text.empty() ? std::string{blank} : text; }
std::string day(const std::optional<base::Date>& date) {
    return date ? base::to_vietnamese(*date) : std::string{blank};
}
std::string day(const std::optional<base::PartialDate>& date) {
    return date ? base::to_vietnamese(*date) : std::string{blank};
}
std::string label_in(const schema::CodeList& list, const std::string& code) {
    return code.empty() ? std::string{blank} : std::string{list.label_of(code)};
}

// A cell of a record as printed: codes by their labels.
std::string text_of(const schema::Record& record, std::string_view field) {
    const auto& value = record[field];
    const auto& described = (*record.type)[field];
    if (described.kind == schema::Kind::code && !schema::is_empty(value))
        return std::string{described.list->label_of(std::get<std::string>(value))};
    return schema::to_text(value);
}

// "4. Ngày sinh: 12/03/1985": the words of the form, then what the register has, in bold.
struct Answer {
    std::string item, value;
};
DocxParagraph line(const std::vector<Answer>& answers) {
    DocxParagraph paragraph;
    paragraph.align = DocxAlign::left;
    paragraph.after_points = 3;
    for (const auto& answer : answers) {
        paragraph.runs.push_back({(paragraph.runs.empty() ? "" : "   ") + answer.item + ": ", {.size = text_size}});
        paragraph.runs.push_back({answer.value, {.bold = answer.value != blank, .size = text_size}});
    }
    return paragraph;
}

DocxParagraph words(std::string text, DocxAlign align, formats::DocxTextStyle style) {
    auto paragraph = formats::paragraph(std::move(text), align, style);
    paragraph.after_points = 0;
    return paragraph;
}

DocxCell top_cell(std::vector<DocxParagraph> paragraphs) {
    DocxCell cell;
    cell.paragraphs = std::move(paragraphs);
    cell.vertical_align = formats::DocxVerticalAlign::top;
    return cell;
}

void add_head(DocxBuilder& builder, const MemberFormContent& file) {
    std::vector<DocxParagraph> organisations;
    for (const auto& organisation : file.organisations)
        organisations.push_back(words(organisation.name, DocxAlign::left, {.size = text_size}));
    std::vector<DocxParagraph> title{
        words("ĐẢNG CỘNG SẢN VIỆT NAM", DocxAlign::centre, {.bold = true, .underline = true, .size = 13}),
        words("PHIẾU ĐẢNG VIÊN", DocxAlign::centre, {.bold = true, .size = 16}),
        words("(Mẫu 2-HSĐV)", DocxAlign::centre, {.italic = true, .size = text_size}),
    };
    title[1].before_points = 10;
    builder.add(
        DocxTable{.widths_mm = {80, 85}, .rows = {{top_cell(organisations), top_cell(title)}}, .has_borders = false});
}

// One letter or digit a box, as on the paper form.
void add_boxes(std::vector<DocxCell>& row, std::string label, const std::string& number, std::size_t boxes) {
    row.push_back(formats::cell(std::move(label), DocxAlign::left, {.size = text_size}));
    for (std::size_t i = 0; i < boxes; ++i)
        row.push_back(formats::cell(i < number.size() ? number.substr(i, 1) : "", DocxAlign::centre,
                                    {.bold = true, .size = text_size}));
}

void add_numbers(DocxBuilder& builder, const records::PartyMember& member) {
    constexpr std::size_t card_boxes = 12, profile_boxes = 9;
    DocxTable table;
    table.widths_mm.assign(card_boxes + 2, 7.5);
    table.widths_mm.front() = 41;
    table.widths_mm.back() = 34;
    std::vector<DocxCell> profile, card;
    add_boxes(profile, "Số lý lịch", member.profile_number, profile_boxes);
    profile.push_back(formats::cell(""));
    profile.back().column_span = card_boxes - profile_boxes;
    auto photo = formats::cell("\nẢnh\n3 × 4 cm\n", DocxAlign::centre, {.italic = true, .size = text_size});
    photo.row_span = 2;
    profile.push_back(photo);
    add_boxes(card, "Số thẻ đảng viên", member.card_number, card_boxes);
    table.rows = {profile, card};
    builder.add(words("", DocxAlign::left, {.size = 6}));
    builder.add(table);
    builder.add(words("", DocxAlign::left, {.size = 6}));
}

// A list of the form as a table; one empty row to write in where the register has none.
struct HistoryColumn {
    std::string_view field;
    std::string_view header;
    double width_mm;
};
void add_history(DocxBuilder& builder, const MemberFormContent& file, const schema::RecordType& type, std::string title,
                 const std::vector<HistoryColumn>& columns) {
    auto caption = words(std::move(title), DocxAlign::left, {.size = text_size});
    caption.before_points = 4;
    caption.after_points = 2;
    caption.keep_with_next = true;
    builder.add(caption);
    DocxTable table{.header_rows = 1};
    std::vector<DocxCell> header, empty;
    for (const auto& column : columns) {
        table.widths_mm.push_back(column.width_mm);
        header.push_back(
            formats::cell(std::string{column.header}, DocxAlign::centre, {.bold = true, .size = table_size}));
        empty.push_back(formats::cell("", DocxAlign::left, {.size = table_size}));
    }
    table.rows.push_back(std::move(header));
    for (const auto& record : file.rows_of(type)) {
        std::vector<DocxCell> row;
        for (const auto& column : columns)
            row.push_back(formats::cell(text_of(record, column.field), DocxAlign::left, {.size = table_size}));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.size() == 1) table.rows.push_back(std::move(empty));
    builder.add(table);
}

void add_person(DocxBuilder& builder, const MemberFormContent& file) {
    const auto& person = file.person;
    const auto& now = file.version;
    const auto& member = file.member;
    const auto occupation = label_in(records::occupations, now.occupation) +
                            (now.occupation_detail.empty() ? "" : " (" + now.occupation_detail + ")");
    builder.add(line({{"1. Họ và tên khai sinh", base::to_upper(now.full_name)},
                      {"2. Giới tính", std::string{schema::label_of(person.sex)}}}));
    builder.add(
        line({{"3. Tên gọi khác", or_blank(now.other_name)}, {"4. Ngày sinh", base::to_vietnamese(person.born_on)}}));
    builder.add(line({{"5. Nơi đăng ký khai sinh", or_blank(person.birth_place)}}));
    builder.add(line({{"6. Quê quán", or_blank(person.native_place)}}));
    builder.add(line({{"7. Nơi cư trú: thường trú", or_blank(now.permanent_residence)}}));
    builder.add(line({{"    tạm trú", or_blank(now.temporary_residence)}}));
    builder.add(line({{"8. Dân tộc", label_in(records::ethnic_groups, person.ethnicity)},
                      {"9. Tôn giáo", label_in(records::religions, now.religion)}}));
    builder.add(line({{"11. Nghề nghiệp hiện nay", occupation}}));
    builder.add(line({{"12. Ngày vào Đảng", base::to_vietnamese(member.ceremony_on)},
                      {"ngày chính thức", day(member.recognised_on)},
                      {"tại chi bộ", or_blank(member.admitting_cell)}}));
    builder.add(line({{"    Người giới thiệu", or_blank(member.introducers)}}));
    builder.add(line({{"13. Ngày được tuyển dụng", day(person.recruited_on)},
                      {"cơ quan tuyển dụng", or_blank(person.recruited_by)}}));
    builder.add(line({{"14. Ngày vào Đoàn TNCS Hồ Chí Minh", day(person.youth_union_joined_on)}}));
}

void add_qualifications(DocxBuilder& builder, const MemberFormContent& file) {
    const auto& now = file.version;
    const auto education = label_in(records::professional_education_levels, now.professional_education) +
                           (now.professional_field.empty() ? "" : ", " + now.professional_field);
    builder.add(line({{"17. Trình độ hiện nay: giáo dục phổ thông",
                       label_in(records::general_education_levels, now.general_education)}}));
    builder.add(line({{"    Chuyên môn nghiệp vụ", education},
                      {"Học hàm", label_in(records::academic_titles, now.academic_title)}}));
    builder.add(line({{"    Lý luận chính trị", label_in(records::political_theory_levels, now.political_theory)},
                      {"Ngoại ngữ", or_blank(now.foreign_languages)}}));
    builder.add(line(
        {{"    Tin học", or_blank(now.digital_skills)}, {"Tiếng dân tộc thiểu số", or_blank(now.minority_languages)}}));
    builder.add(line({{"18. Tình trạng sức khỏe", or_blank(now.health)},
                      {"Thương binh, gia đình chính sách", or_blank(now.merit)}}));
    builder.add(line({{"19. Số căn cước", or_blank(file.person.personal_id)}}));
}

// Items 10 and 27–30: their papers, never their content.
void add_papers(DocxBuilder& builder, const MemberFormContent& file) {
    add_history(
        builder, file, records::paper_on_file,
        "10, 27–30. Giấy tờ có trong hồ sơ (chỉ ghi số, ngày; không ghi nội dung):",
        {{"kind", "Loại giấy tờ", 75}, {"number", "Số", 30}, {"dated_on", "Ngày", 25}, {"shelf", "Nơi lưu", 35}});
}

void add_foot(DocxBuilder& builder) {
    auto signatures = DocxTable{.widths_mm = {82.5, 82.5}, .has_borders = false};
    const auto side = [](std::string title) {
        auto heading = words(std::move(title), DocxAlign::centre, {.bold = true, .size = text_size});
        heading.before_points = 16;
        return top_cell({heading, words("(Ký, ghi rõ họ tên)", DocxAlign::centre, {.italic = true, .size = text_size}),
                         words("\n\n\n", DocxAlign::centre, {.size = text_size})});
    };
    signatures.rows = {{side("NGƯỜI KHAI"), side("XÁC NHẬN CỦA CẤP ỦY")}};
    builder.add(signatures);
    builder.add(words("Bố cục theo mẫu 2-HSĐV: mẫu chưa xác nhận.", DocxAlign::left, {.italic = true, .size = 9}));
}

}  // namespace

const std::vector<schema::Record>& MemberFormContent::rows_of(const schema::RecordType& type) const {
    static const std::vector<schema::Record> none;
    for (const auto& history : histories)
        if (history.type == &type) return history.rows;
    return none;
}

std::string lay_out_member_form(const MemberFormContent& file) {
    DocxBuilder builder{{.left_mm = 25, .right_mm = 20}};
    add_head(builder, file);
    add_numbers(builder, file.member);
    add_person(builder, file);
    add_history(
        builder, file, records::social_membership, "15. Tham gia tổ chức xã hội khác:",
        {{"organisation_name", "Tên tổ chức", 105}, {"began_on", "Ngày tham gia", 30}, {"ended_on", "Ngày thôi", 30}});
    add_history(builder, file, records::military_service, "16. Nhập ngũ, xuất ngũ:",
                {{"began_on", "Ngày nhập ngũ", 45},
                 {"ended_on", "Ngày xuất ngũ", 45},
                 {"highest_rank", "Cấp bậc cao nhất", 75}});
    add_qualifications(builder, file);
    add_history(builder, file, records::exemption, "20. Được miễn công tác và sinh hoạt đảng:",
                {{"valid_from", "Từ ngày", 28},
                 {"valid_to", "Đến trước ngày", 30},
                 {"ground", "Lý do", 72},
                 {"decision_number", "Số quyết định", 35}});
    add_history(
        builder, file, records::work_history, "21. Quá trình hoạt động và công tác:",
        {{"began_on", "Từ", 22}, {"ended_on", "Đến", 22}, {"job", "Làm việc gì, ở đâu", 76}, {"post", "Chức vụ", 45}});
    add_history(builder, file, records::education_history, "22. Đào tạo, bồi dưỡng:",
                {{"school", "Tên trường", 42},
                 {"subject", "Ngành học, lớp học", 36},
                 {"began_on", "Từ", 19},
                 {"ended_on", "Đến", 19},
                 {"mode", "Hình thức", 21},
                 {"certificate", "Văn bằng", 28}});
    add_history(builder, file, records::reward, "23. Khen thưởng:",
                {{"awarded_on", "Tháng năm", 25},
                 {"form", "Hình thức", 65},
                 {"authority", "Cấp quyết định", 45},
                 {"decision_number", "Số quyết định", 30}});
    builder.add(line({{"24. Huy hiệu Đảng", std::string{blank}}}));
    add_history(builder, file, records::honorary_title,
                "25. Danh hiệu được phong:", {{"awarded_on", "Ngày được phong", 40}, {"title", "Danh hiệu", 125}});
    builder.add(line({{"26. Kỷ luật", std::string{blank}}}));
    add_papers(builder, file);
    add_foot(builder);
    return builder.finish();
}

}  // namespace actions
