// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"

namespace records {

// Kế thừa tổ chức: which organisation took over from which, by what act, under which decision.
extern const schema::RecordType organisation_succession;
// The nine acts (hình thức sắp xếp): thành lập, đổi tên, chuyển trực thuộc, đổi loại hình, sáp nhập, hợp nhất, chia,
// tách, giải thể.
extern const schema::CodeList reorganisation_acts;

// Tệp đính kèm: a file kept in the database beside a record, at most 20 MB.
extern const schema::RecordType attachment;

}  // namespace records
