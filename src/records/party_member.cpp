// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/party_member.h"

#include "records/checks.h"
#include "records/identifiers.h"

namespace records {
namespace {

using schema::field;
using schema::OnReorganise;
using schema::Privacy;
using schema::Show;

constexpr auto membership_kind_codes = schema::enum_codes<MembershipKind>({"Chính thức", "Tạm thời"});
constexpr auto membership_status_codes = schema::enum_codes<MembershipStatus>({"Dự bị", "Chính thức"});
constexpr auto entry_codes = schema::enum_codes<Entry>(
    {"Có khi lập sổ", "Kết nạp", "Chuyển đến từ nơi khác", "Phục hồi đảng tịch", "Chuyển trong đảng bộ"});
constexpr auto departure_kind_codes = schema::enum_codes<DepartureKind>(
    {"Từ trần", "Khai trừ", "Xóa tên", "Xin ra khỏi Đảng", "Hủy quyết định kết nạp", "Chuyển đi nơi khác"});

void check_member_dates(const schema::Record& record, std::vector<base::Refusal>& refusals) {
    check_date_order(record, "admission_decided_on", "ceremony_on", refusals);
    check_date_order(record, "ceremony_on", "recognised_on", refusals);
}

using M = PartyMember;
constexpr std::array member_fields{
    field<&M::person_id>({.label = "Nhân thân", .unique = true}),
    field<&M::profile_number>({.label = "Số lý lịch",
                               .unique = true,
                               .show = Show::in_list_and_form,
                               .source = "38-HD/BTCTW, II.1.2",
                               .synonyms = "Số LL|Số lý lịch đảng viên",
                               .help = "6 chữ số rồi 2 hoặc 3 chữ cái hoa của tỉnh, thành phố, ví dụ 123456HN",
                               .max_length = 10,
                               .accepts = is_profile_number}),
    field<&M::card_number>({.label = "Số thẻ đảng viên",
                            .unique = true,
                            .show = Show::in_list_and_form,
                            .privacy = Privacy::identifier,
                            .source = "38-HD/BTCTW, II.2",
                            .synonyms = "Số thẻ|Số thẻ Đảng|Số TĐV",
                            .help = "12 chữ số; thẻ cấp trước 02/9/2025 có 8 chữ số",
                            .max_length = 12,
                            .accepts = is_card_number}),
    field<&M::old_card_number>(
        {.label = "Số thẻ cũ", .privacy = Privacy::identifier, .synonyms = "Số thẻ theo QĐ 85", .max_length = 12}),
    field<&M::admission_decided_on>({.label = "Ngày quyết định kết nạp",
                                     .source = "294-QĐ/TW, Điều 4.5.1",
                                     .synonyms = "Ngày ký quyết định kết nạp|Ngày QĐ kết nạp"}),
    field<&M::admission_decision_number>(
        {.label = "Số quyết định kết nạp", .synonyms = "Số QĐ kết nạp", .max_length = 60}),
    field<&M::ceremony_on>(
        {.label = "Ngày vào Đảng",
         .show = Show::in_list_and_form,
         .source = "2-HSĐV, mục 12",
         .synonyms = "Ngày kết nạp|Ngày vào Đảng CSVN|Ngày vào Đảng (kết nạp)|Ngày tổ chức lễ kết nạp"}),
    field<&M::recognised_on>({.label = "Ngày chính thức",
                              .show = Show::in_list_and_form,
                              .source = "2-HSĐV, mục 12",
                              .synonyms = "Ngày công nhận chính thức|Ngày vào Đảng chính thức|Chính thức"}),
    field<&M::recognition_decision_number>({.label = "Số quyết định công nhận chính thức",
                                            .synonyms = "Số QĐ chính thức|Số QĐ công nhận chính thức",
                                            .max_length = 60}),
    field<&M::admitting_cell>(
        {.label = "Nơi kết nạp", .source = "2-HSĐV, mục 12", .synonyms = "Tại chi bộ|Chi bộ kết nạp"}),
    field<&M::introducers>({.label = "Người giới thiệu", .source = "2-HSĐV, mục 12", .max_length = 500}),
};
static_assert(schema::describes_every_member<M>(member_fields));

using S = Membership;
constexpr std::array membership_fields{
    field<&S::member_id>({.label = "Đảng viên"}),
    field<&S::cell_id>(
        {.label = "Chi bộ",
         .show = Show::in_list_and_form,
         .synonyms = "Mã chi bộ|Chi bộ sinh hoạt|Chi bộ đang sinh hoạt|Mã tổ chức|Mã tổ chức đảng|Tổ chức đảng",
         .on_reorganise = OnReorganise::follow}),
    field<&S::valid_from>({.label = "Sinh hoạt từ ngày", .synonyms = "Từ ngày|Ngày chuyển đến|Ngày về chi bộ"}),
    field<&S::valid_to>({.label = "Đến trước ngày", .synonyms = "Đến ngày|Ngày chuyển đi"}),
    field<&S::kind>({.label = "Hình thức sinh hoạt", .synonyms = "Sinh hoạt"}),
    field<&S::status>({.label = "Tình trạng đảng viên",
                       .show = Show::in_list_and_form,
                       .synonyms = "Tình trạng|Dự bị/Chính thức|Đảng viên dự bị, chính thức"}),
    field<&S::entry>({.label = "Hình thức tăng", .source = "Biểu 1-BTCTW, B", .synonyms = "Lý do tăng|Nguồn"}),
    field<&S::decision_id>({.label = "Quyết định"}),
    field<&S::decision_number>(
        {.label = "Số quyết định, giấy giới thiệu", .synonyms = "Số giấy giới thiệu|Số quyết định", .max_length = 60}),
};
static_assert(schema::describes_every_member<S>(membership_fields));
static_assert(schema::states_reorganisation(membership_fields, Organisation::type));

}  // namespace

constinit const schema::CodeList membership_kinds{"membership_kind", "Hình thức sinh hoạt", membership_kind_codes};
constinit const schema::CodeList membership_statuses{"membership_status", "Tình trạng đảng viên",
                                                     membership_status_codes};
constinit const schema::CodeList entries{"entry", "Hình thức tăng", entry_codes};
constinit const schema::CodeList departure_kinds{"departure_kind", "Hình thức giảm", departure_kind_codes};

constinit const schema::RecordType PartyMember::type{
    .name = "party_member",
    .label = "Đảng viên",
    .belongs_to = "id",
    .fields = member_fields,
    .check = check_member_dates,
};

constinit const schema::RecordType Membership::type{
    .name = "membership",
    .label = "Sinh hoạt đảng",
    .shape = schema::Shape::dated,
    .owner = "member_id",
    .belongs_to = "member_id",
    .basis = schema::Basis::decision,
    .fields = membership_fields,
    .check = check_period,
};

}  // namespace records
