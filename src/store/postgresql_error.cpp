// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/postgresql.h"

namespace store {
namespace {

// "Key (tenant, personal_id)=(1, 012345678901) already exists." → "012345678901"
std::string value_of(std::string_view detail) {
    const auto begin = detail.find(")=(");
    const auto end = detail.rfind(") ");
    if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) return {};
    auto value = detail.substr(begin + 3, end - begin - 3);
    const auto after_tenant = value.find(", ");
    if (after_tenant != std::string_view::npos) value.remove_prefix(after_tenant + 2);
    return std::string{value};
}

std::string fault_text(std::string_view state, const std::string& message) {
    const auto group = state.substr(0, 2);
    if (state.empty() || group == "08" || group == "57") return "Mất kết nối với máy chủ PostgreSQL: " + message;
    if (group == "28") return "Máy chủ PostgreSQL từ chối đăng nhập: " + message;
    if (state == "3D000") return "Máy chủ PostgreSQL không có cơ sở dữ liệu này: " + message;
    if (state == "53100") return "Ổ đĩa của máy chủ PostgreSQL đã đầy.";
    if (group == "53") return "Máy chủ PostgreSQL hết tài nguyên: " + message;
    if (state == "25006") return "Máy chủ PostgreSQL đang ở chế độ chỉ đọc.";
    if (state == "42501") return "Không có quyền ghi cơ sở dữ liệu PostgreSQL: " + message;
    if (group == "XX") return "Cơ sở dữ liệu PostgreSQL bị hỏng: " + message;
    if (state == "40001" || state == "40P01" || state == "55P03")
        return "Cơ sở dữ liệu đang bận: một người khác đang ghi. Hãy thử lại.";
    return "Lỗi cơ sở dữ liệu PostgreSQL: " + message;
}

std::string field_of(const PGresult* answer, int field) {
    const char* text = PQresultErrorField(answer, field);
    return text ? text : "";
}

}  // namespace

void throw_error(PGconn* connection, const PGresult* answer) {
    const auto state = field_of(answer, PG_DIAG_SQLSTATE);
    auto message = field_of(answer, PG_DIAG_MESSAGE_PRIMARY);
    if (message.empty()) message = PQerrorMessage(connection);
    if (state == "23505" || state == "23503") {
        Violation violation{state == "23505" ? Violation::Kind::unique : Violation::Kind::reference,
                            field_of(answer, PG_DIAG_TABLE_NAME), field_of(answer, PG_DIAG_CONSTRAINT_NAME), message};
        violation.value = value_of(field_of(answer, PG_DIAG_MESSAGE_DETAIL));
        throw violation;
    }
    throw base::Fault{fault_text(state, message)};
}

bool succeeded(const PGresult* answer) {
    switch (PQresultStatus(answer)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
        case PGRES_COPY_IN: return true;
        default: return false;
    }
}

}  // namespace store
