// SPDX-License-Identifier: AGPL-3.0-or-later
#include "records/decision.h"

namespace records {
namespace {

constexpr std::array decision_kind_codes{
    schema::Code{"decision", "Quyết định"}, schema::Code{"resolution", "Nghị quyết"},
    schema::Code{"conclusion", "Kết luận"}, schema::Code{"notice", "Thông báo"},
    schema::Code{"minutes", "Biên bản"},    schema::Code{"official_letter", "Công văn"},
    schema::Code{"other", "Loại khác"},
};

using D = Decision;
using schema::field;
constexpr std::array fields{
    field<&D::number>(
        {.label = "Số, ký hiệu", .required = true, .show = schema::Show::in_list_and_form, .max_length = 60}),
    field<&D::issued_on>({.label = "Ngày ban hành", .show = schema::Show::in_list_and_form}),
    field<&D::issuer>({.label = "Cơ quan ban hành", .required = true, .show = schema::Show::in_list_and_form}),
    field<&D::kind>(decision_kinds, {.label = "Loại văn bản", .required = true}),
    field<&D::subject>({.label = "Trích yếu", .show = schema::Show::in_list_and_form, .max_length = 500}),
    field<&D::signer>({.label = "Người ký", .max_length = 100}),
    field<&D::signer_post>({.label = "Chức vụ người ký", .max_length = 100}),
    field<&D::effective_on>({.label = "Ngày có hiệu lực", .help = "Để trống nếu có hiệu lực từ ngày ban hành"}),
};
static_assert(schema::describes_every_member<D>(fields));

}  // namespace

constinit const schema::CodeList decision_kinds{"decision_kind", "Loại văn bản", decision_kind_codes};

constinit const schema::RecordType Decision::type{
    .name = "decision",
    .label = "Quyết định",
    .protection = schema::Protection::open,
    .fields = fields,
    .unique_together = "number,issued_on,issuer",
};

}  // namespace records
