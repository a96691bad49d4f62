// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "schema/record_type.h"

// The repeating parts of the member form (2-HSĐV, mục 15, 16, 21, 22, 23, 25): lists that a person's file holds.
namespace records {

extern const schema::RecordType social_membership;  // 15. Tham gia tổ chức xã hội khác
extern const schema::RecordType military_service;   // 16. Nhập ngũ, xuất ngũ
extern const schema::RecordType work_history;       // 21. Quá trình hoạt động và công tác
extern const schema::RecordType education_history;  // 22. Đào tạo, bồi dưỡng
extern const schema::RecordType reward;             // 23. Khen thưởng
extern const schema::RecordType honorary_title;     // 25. Danh hiệu được phong

// Papers of which only the existence is kept (mục 10, 27–30): kind, number, date, place on the shelf; never their
// content.
extern const schema::RecordType paper_on_file;
extern const schema::CodeList paper_kinds;

}  // namespace records
