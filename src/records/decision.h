// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "schema/describe.h"

namespace records {

extern const schema::CodeList decision_kinds;

// Quyết định (or resolution, conclusion, notice): the paper on which changes rest.
struct Decision {
    base::Id<Decision> id;
    std::int64_t version = 0;
    std::string number;  // Số và ký hiệu, e.g. "12-QĐ/TU".
    base::Date issued_on;
    std::string issuer;   // Cơ quan ban hành.
    std::string kind;     // Of decision_kinds.
    std::string subject;  // Trích yếu.
    std::string signer;
    std::string signer_post;
    std::optional<base::Date> effective_on;  // None = the day of issue.

    static const schema::RecordType type;
};

}  // namespace records
