// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/member_columns.h"

#include <array>

#include "demo/words.h"
#include "records/lists.h"
#include "records/member_events.h"
#include "records/party_member.h"

namespace demo {
namespace {

using formats::XlsxCell;
using Row = DemoMemberRow;
constexpr auto date = formats::XlsxNumberFormat::date, text = formats::XlsxNumberFormat::text,
               general = formats::XlsxNumberFormat::general;

XlsxCell word(const schema::CodeList& list, std::string_view code, std::size_t variant = 0) {
    return demo_text(office_word(list, code, variant));
}

XlsxCell day(std::optional<base::Date> value) { return value ? XlsxCell{.value = *value} : XlsxCell{}; }

// Full dates as Excel dates; a year or a month as text, as typed.
XlsxCell partial(std::optional<base::PartialDate> value) {
    if (!value) return {};
    if (value->precision() == base::Precision::day) return {.value = base::date(value->year, value->month, value->day)};
    return demo_text(base::to_vietnamese(*value));
}

// Typed by hand, as text.
XlsxCell typed_day(std::optional<base::Date> value) {
    return value ? demo_text(base::to_vietnamese(*value)) : XlsxCell{};
}

// Schools had ten classes in the North and for those who learned early, twelve later.
std::size_t school_variant(const DemoPerson& person) {
    return person.born.year() < 1965 ? 0 : person.born.year() < 1985 ? 1 : 2;
}

const DemoPerson& p(const Row& row) { return row.person; }

// clang-format off
constexpr std::array columns{
    DemoColumn<Row>{"STT", 6, general, [](const Row& r) { return XlsxCell{.value = static_cast<double>(r.number)}; }},
    DemoColumn<Row>{"Số lý lịch", 12, text, [](const Row& r) { return demo_text(p(r).profile_number); }},
    DemoColumn<Row>{"Họ và tên", 26, text, [](const Row& r) { return demo_text(p(r).full_name); }},
    DemoColumn<Row>{"Tên gọi khác", 18, text, [](const Row& r) { return demo_text(p(r).other_name); }},
    DemoColumn<Row>{"Giới tính", 7, text, [](const Row& r) { return demo_text(std::string{schema::label_of(p(r).sex)}); }},
    DemoColumn<Row>{"Ngày, tháng, năm sinh", 12, date, [](const Row& r) { return partial(p(r).born_on); }},
    DemoColumn<Row>{"Dân tộc", 10, text, [](const Row& r) { return word(records::ethnic_groups, p(r).ethnicity, r.number); }},
    DemoColumn<Row>{"Tôn giáo", 10, text, [](const Row& r) { return word(records::religions, p(r).religion); }},
    DemoColumn<Row>{"Số CCCD", 15, text, [](const Row& r) { return demo_text(p(r).personal_id); }},
    DemoColumn<Row>{"Số thẻ đảng viên", 12, text, [](const Row& r) { return demo_text(p(r).card_number); }},
    DemoColumn<Row>{"Nơi sinh", 40, text, [](const Row& r) { return demo_text(p(r).birth_place); }},
    DemoColumn<Row>{"Quê quán", 40, text, [](const Row& r) { return demo_text(p(r).native_place); }},
    DemoColumn<Row>{"Hộ khẩu thường trú", 46, text, [](const Row& r) { return demo_text(p(r).residence); }},
    DemoColumn<Row>{"Số điện thoại", 15, text, [](const Row& r) { return demo_text(p(r).phone); }},
    DemoColumn<Row>{"Nghề nghiệp", 22, text, [](const Row& r) { return word(records::occupations, p(r).occupation, r.number); }},
    DemoColumn<Row>{"Chức vụ, đơn vị công tác", 34, text, [](const Row& r) { return demo_text(p(r).occupation_detail); }},
    DemoColumn<Row>{"Trình độ văn hóa", 10, text, [](const Row& r) { return word(records::general_education_levels, p(r).general_education, school_variant(p(r))); }},
    DemoColumn<Row>{"Trình độ chuyên môn", 14, text, [](const Row& r) { return word(records::professional_education_levels, p(r).professional_education, r.number); }},
    DemoColumn<Row>{"Chuyên ngành", 20, text, [](const Row& r) { return demo_text(std::string{p(r).professional_field}); }},
    DemoColumn<Row>{"Trình độ LLCT", 11, text, [](const Row& r) { return word(records::political_theory_levels, p(r).political_theory, r.number); }},
    DemoColumn<Row>{"Ngày vào Đoàn", 12, date, [](const Row& r) { return partial(p(r).youth_union_joined_on); }},
    DemoColumn<Row>{"Ngày QĐ kết nạp", 12, text, [](const Row& r) { return typed_day(p(r).admission_decided_on); }},
    DemoColumn<Row>{"Số QĐ kết nạp", 14, text, [](const Row& r) { return demo_text(p(r).admission_decision_number); }},
    DemoColumn<Row>{"Ngày vào Đảng", 12, date, [](const Row& r) { return day(p(r).ceremony_on); }},
    DemoColumn<Row>{"Ngày chính thức", 12, date, [](const Row& r) { return day(p(r).recognised_on); }},
    DemoColumn<Row>{"Người giới thiệu", 34, text, [](const Row& r) { return demo_text(p(r).introducers); }},
    DemoColumn<Row>{"Mã chi bộ", 14, text, [](const Row& r) { return demo_text(r.model.city[p(r).cell].code); }},
    DemoColumn<Row>{"Sinh hoạt tại chi bộ từ ngày", 12, date, [](const Row& r) { return day(p(r).member_from); }},
    DemoColumn<Row>{"Tình trạng đảng viên", 12, text, [](const Row& r) { return demo_text(std::string{schema::label_of(p(r).status())}); }},
    DemoColumn<Row>{"Hình thức tăng", 20, text, [](const Row& r) { return demo_text(std::string{schema::label_of(p(r).entry)}); }},
    DemoColumn<Row>{"Miễn sinh hoạt từ ngày", 12, date, [](const Row& r) { return p(r).exemption ? day(p(r).exemption->from) : XlsxCell{}; }},
    DemoColumn<Row>{"Lý do miễn sinh hoạt", 22, text, [](const Row& r) { return p(r).exemption ? word(records::exemption_grounds, p(r).exemption->ground) : XlsxCell{}; }},
    DemoColumn<Row>{"Đình chỉ sinh hoạt từ ngày", 12, date, [](const Row& r) { return day(p(r).suspended_from); }},
    DemoColumn<Row>{"Ngày giảm", 12, date, [](const Row& r) { return p(r).departure ? day(p(r).departure->on) : XlsxCell{}; }},
    DemoColumn<Row>{"Hình thức giảm", 18, text, [](const Row& r) { return p(r).departure ? demo_text(std::string{schema::label_of(p(r).departure->kind)}) : XlsxCell{}; }},
};
// clang-format on

}  // namespace

formats::XlsxCell demo_text(std::string value) {
    return value.empty() ? XlsxCell{} : XlsxCell{.value = std::move(value)};
}

std::span<const DemoColumn<DemoMemberRow>> demo_member_columns() { return columns; }

}  // namespace demo
