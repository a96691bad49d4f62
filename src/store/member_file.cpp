// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/member_file.h"

#include <algorithm>

#include "store/sql_store.h"

namespace store {
namespace {

std::string text(const Statement& row, int column) {
    return row.is_null(column) ? std::string{} : std::string{row.text(column)};
}

}  // namespace

std::vector<GradeRow> grades_of_member(Store& store, const base::Uuid& member) {
    auto statement = internals(store).reader().prepare(
        "select g.id, g.version, c.year, g.cell_id, g.grade, g.not_graded_reason from member_grade g"
        " join grading_campaign c on c.tenant = g.tenant and c.id = g.campaign_id"
        " where g.tenant = $1 and g.member_id = $2");
    statement->bind_integer(1, store.tenant);
    statement->bind_id(2, member);
    std::vector<GradeRow> rows;
    while (statement->step())
        rows.push_back({.id = statement->id(0),
                        .cell = statement->id(3),
                        .version = statement->integer(1),
                        .year = static_cast<int>(statement->integer(2)),
                        .grade = text(*statement, 4),
                        .not_graded_reason = text(*statement, 5)});
    std::sort(rows.begin(), rows.end(),
              [](const GradeRow& a, const GradeRow& b) { return std::tie(a.year, a.id) < std::tie(b.year, b.id); });
    return rows;
}

std::vector<AttachmentRow> attachments_of(Store& store, const base::Uuid& record) {
    auto statement = internals(store).reader().prepare(
        "select id, record_type, record_id, file_name, media_type, length(content) from attachment"
        " where tenant = $1 and record_id = $2 order by file_name, id");
    const auto id = base::to_string(record);
    statement->bind_integer(1, store.tenant);
    statement->bind_text(2, id);
    std::vector<AttachmentRow> rows;
    while (statement->step())
        rows.push_back({.id = statement->id(0),
                        .record_type = text(*statement, 1),
                        .record_id = text(*statement, 2),
                        .file_name = text(*statement, 3),
                        .media_type = text(*statement, 4),
                        .size = statement->integer(5)});
    return rows;
}

std::vector<const schema::RecordType*> types_of_owner(Store& store, const schema::RecordType& owner) {
    std::vector<const schema::RecordType*> types;
    for (const auto& referrer : internals(store).types().of(owner).referrers)
        if (referrer.field->name == referrer.type->type->owner) types.push_back(referrer.type->type);
    return types;
}

std::vector<base::Uuid> ids_of_owner(Store& store, const schema::RecordType& type, const schema::RecordType& owner_type,
                                     const base::Uuid& owner) {
    std::string sql{"select id from "};
    sql.append(type.name).append(" where tenant = $1 and ");
    for (const auto& field : type.fields)
        if (field.target == &owner_type) {
            sql.append(field.name).append(" = $2");
            break;
        }
    auto statement = internals(store).reader().prepare(sql);
    statement->bind_integer(1, store.tenant);
    statement->bind_id(2, owner);
    std::vector<base::Uuid> ids;
    while (statement->step()) ids.push_back(statement->id(0));
    return ids;
}

}  // namespace store
