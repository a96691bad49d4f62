// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/histories.h"

#include <array>

#include "records/checks.h"
#include "records/person.h"

namespace records {
namespace {

using schema::Field;
using schema::partial_date;
using schema::Privacy;
using schema::reference;
using schema::Show;
using schema::text;

constexpr Field person_field =
    reference("person_id", Person::type, {.label = "Người", .required = true, .show = Show::in_list_and_form});
constexpr Field began_field(std::string_view label) {
    return partial_date(
        "began_on", {.label = label, .required = true, .show = Show::in_list_and_form, .privacy = Privacy::personal});
}
constexpr Field ended_field(std::string_view label) {
    return partial_date("ended_on", {.label = label, .show = Show::in_list_and_form, .privacy = Privacy::personal});
}

void check_began_ended(const schema::Record& record, std::vector<base::Refusal>& refusals) {
    check_date_order(record, "began_on", "ended_on", refusals);
}

constexpr std::array social_membership_fields{
    person_field,
    text("organisation_name", {.label = "Tên tổ chức xã hội", .required = true, .source = "2-HSĐV, mục 15"}),
    began_field("Ngày tham gia"),
    ended_field("Ngày thôi"),
};

constexpr std::array military_service_fields{
    person_field,
    began_field("Ngày nhập ngũ"),
    ended_field("Ngày xuất ngũ"),
    text("highest_rank", {.label = "Cấp bậc cao nhất", .source = "2-HSĐV, mục 16", .max_length = 60}),
};

constexpr std::array work_history_fields{
    person_field,
    began_field("Từ tháng năm"),
    ended_field("Đến tháng năm"),
    text("job", {.label = "Đã làm việc gì, ở đâu", .required = true, .source = "2-HSĐV, mục 21", .max_length = 500}),
    text("post", {.label = "Chức vụ", .source = "2-HSĐV, mục 21"}),
};

constexpr std::array education_history_fields{
    person_field,
    text("school", {.label = "Tên trường", .required = true, .source = "2-HSĐV, mục 22"}),
    text("subject", {.label = "Ngành học, lớp học"}),
    began_field("Từ tháng năm"),
    ended_field("Đến tháng năm"),
    text("mode", {.label = "Hình thức học", .max_length = 60}),
    text("certificate", {.label = "Văn bằng, chứng chỉ"}),
};

constexpr std::array reward_fields{
    person_field,
    partial_date("awarded_on", {.label = "Tháng năm khen thưởng", .required = true, .show = Show::in_list_and_form}),
    text("form", {.label = "Hình thức khen thưởng",
                  .required = true,
                  .show = Show::in_list_and_form,
                  .source = "2-HSĐV, mục 23"}),
    text("authority", {.label = "Cấp quyết định"}),
    text("decision_number", {.label = "Số quyết định", .max_length = 60}),
};

constexpr std::array honorary_title_fields{
    person_field,
    partial_date("awarded_on", {.label = "Ngày được phong", .show = Show::in_list_and_form}),
    text("title", {.label = "Danh hiệu", .required = true, .show = Show::in_list_and_form, .source = "2-HSĐV, mục 25"}),
};

constexpr std::array paper_kind_codes{
    schema::Code{"family_class", "Thành phần gia đình (mục 10)"},
    schema::Code{"personal_history", "Đặc điểm lịch sử bản thân (mục 27)"},
    schema::Code{"foreign_relations", "Quan hệ với nước ngoài (mục 28)"},
    schema::Code{"family_relations", "Quan hệ gia đình (mục 29)"},
    schema::Code{"household_economy", "Hoàn cảnh kinh tế (mục 30)"},
    schema::Code{"political_standards", "Kết luận về tiêu chuẩn chính trị"},
    schema::Code{"other", "Giấy tờ khác"},
};

constexpr std::array paper_fields{
    person_field,
    schema::code("kind", paper_kinds, {.label = "Loại giấy tờ", .required = true, .show = Show::in_list_and_form}),
    text("number", {.label = "Số văn bản", .show = Show::in_list_and_form, .max_length = 60}),
    partial_date("dated_on", {.label = "Ngày văn bản", .show = Show::in_list_and_form}),
    text("shelf", {.label = "Nơi lưu", .help = "Tủ, cặp, tờ số"}),
};

}  // namespace

constinit const schema::CodeList paper_kinds{"paper_kind", "Loại giấy tờ", paper_kind_codes};

constinit const schema::RecordType social_membership{.name = "social_membership",
                                                     .label = "Tham gia tổ chức xã hội",
                                                     .shape = schema::Shape::event,
                                                     .owner = "person_id",
                                                     .on = "began_on",
                                                     .belongs_to = "person_id",
                                                     .fields = social_membership_fields,
                                                     .check = check_began_ended};
constinit const schema::RecordType military_service{.name = "military_service",
                                                    .label = "Nhập ngũ, xuất ngũ",
                                                    .shape = schema::Shape::event,
                                                    .owner = "person_id",
                                                    .on = "began_on",
                                                    .belongs_to = "person_id",
                                                    .fields = military_service_fields,
                                                    .check = check_began_ended};
constinit const schema::RecordType work_history{.name = "work_history",
                                                .label = "Quá trình công tác",
                                                .shape = schema::Shape::event,
                                                .owner = "person_id",
                                                .on = "began_on",
                                                .belongs_to = "person_id",
                                                .fields = work_history_fields,
                                                .check = check_began_ended};
constinit const schema::RecordType education_history{.name = "education_history",
                                                     .label = "Đào tạo, bồi dưỡng",
                                                     .shape = schema::Shape::event,
                                                     .owner = "person_id",
                                                     .on = "began_on",
                                                     .belongs_to = "person_id",
                                                     .fields = education_history_fields,
                                                     .check = check_began_ended};
constinit const schema::RecordType reward{.name = "reward",
                                          .label = "Khen thưởng",
                                          .shape = schema::Shape::event,
                                          .owner = "person_id",
                                          .on = "awarded_on",
                                          .belongs_to = "person_id",
                                          .fields = reward_fields};
constinit const schema::RecordType honorary_title{.name = "honorary_title",
                                                  .label = "Danh hiệu được phong",
                                                  .shape = schema::Shape::event,
                                                  .owner = "person_id",
                                                  .on = "awarded_on",
                                                  .belongs_to = "person_id",
                                                  .fields = honorary_title_fields};
constinit const schema::RecordType paper_on_file{.name = "paper_on_file",
                                                 .label = "Giấy tờ có trong hồ sơ",
                                                 .shape = schema::Shape::event,
                                                 .owner = "person_id",
                                                 .on = "dated_on",
                                                 .belongs_to = "person_id",
                                                 .fields = paper_fields};

}  // namespace records
