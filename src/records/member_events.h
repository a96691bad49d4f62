// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"

// What happens to a member besides memberships and grades. No struct: nothing in the program needs more than the
// description.
namespace records {

extern const schema::RecordType exemption;   // Miễn công tác và sinh hoạt đảng. 294-QĐ/TW, Điều 7.
extern const schema::RecordType suspension;  // Đình chỉ sinh hoạt đảng.
extern const schema::RecordType departure;   // Ra khỏi Đảng, từ trần, chuyển đi: rows C1–C5 of form 1.

extern const schema::CodeList exemption_grounds;

}  // namespace records
