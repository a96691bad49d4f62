// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "records/decision.h"

namespace records {

// The form of an organisation (loại hình tổ chức). Source: 294-QĐ/TW, Điều 10, 20; Điều lệ Đảng, Điều 10, 21.
enum class OrganisationKind {
    central,     // Trung ương
    provincial,  // Đảng bộ tỉnh, thành phố trực thuộc Trung ương
    district,    // Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh (đến 30/6/2025)
    superior,    // Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng, có đặc điểm riêng
    commune,     // Đảng bộ xã, phường, đặc khu (từ 01/7/2025)
    grassroots_party,     // Đảng bộ cơ sở
    grassroots_cell,      // Chi bộ cơ sở
    section_party,        // Đảng bộ bộ phận
    cell,                 // Chi bộ trực thuộc
    temporary_cell,       // Chi bộ sinh hoạt tạm thời
    group,                // Tổ đảng
    state_body,           // Cơ quan nhà nước
    mass_organisation,    // Mặt trận Tổ quốc và tổ chức chính trị - xã hội
    public_service_unit,  // Đơn vị sự nghiệp
    enterprise,           // Doanh nghiệp
    cooperative,          // Hợp tác xã
    residential_area,     // Thôn, tổ dân phố
    militia_unit,         // Đơn vị dân quân tự vệ
};
extern const schema::CodeList organisation_kinds;
constexpr const schema::CodeList& code_list(OrganisationKind) { return organisation_kinds; }

// Members belong to these: chi bộ of any form.
constexpr bool is_cell(OrganisationKind kind) {
    return kind == OrganisationKind::grassroots_cell || kind == OrganisationKind::cell ||
           kind == OrganisationKind::temporary_cell;
}
// Tổ chức cơ sở đảng: đảng bộ cơ sở and chi bộ cơ sở. Source: Điều lệ Đảng, Điều 21.
constexpr bool is_grassroots(OrganisationKind kind) {
    return kind == OrganisationKind::grassroots_party || kind == OrganisationKind::grassroots_cell;
}
// Party organisations, as against the bodies that they lead.
constexpr bool is_party(OrganisationKind kind) { return kind <= OrganisationKind::group; }

// The kind of unit in which a grassroots organisation works: rows 5.1–5.11 of statistical form 5.
extern const schema::CodeList unit_types;

// Tổ chức: any node of the tree. What never changes about it; the rest is in OrganisationVersion.
struct Organisation {
    base::Id<Organisation> id;
    std::int64_t version = 0;
    std::string code;  // Mã tổ chức: opaque, unique, chosen by the office.
    std::optional<base::PartialDate> founded_on;
    std::string note;

    static const schema::RecordType type;
};

// What an organisation is over [valid_from, valid_to): its name, form and place in the tree. The periods of one
// organisation neither overlap nor leave a gap; the last one is open, or ends on the day the organisation ended.
struct OrganisationVersion {
    base::Id<OrganisationVersion> id;
    std::int64_t version = 0;
    base::Id<Organisation> organisation_id;
    base::Date valid_from;
    std::optional<base::Date> valid_to;
    std::string name;
    std::string short_name;
    OrganisationKind kind{};
    std::string unit_type;                              // Of unit_types; of grassroots organisations only.
    std::optional<base::Id<Organisation>> superior_id;  // Cấp trên trực tiếp; none = a root.
    std::optional<base::Id<Organisation>> led_by_id;    // The Party organisation that leads this body.
    std::string superior_consent;                       // Number and date of the paper that allows an unusual form.
    std::optional<base::Id<Decision>> decision_id;
    std::string name_fold, name_sort;  // Derived from name.

    static const schema::RecordType type;
};

}  // namespace records
