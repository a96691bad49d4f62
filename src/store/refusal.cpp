// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/transaction.h"

namespace store {
namespace {

bool exists(Connection& connection, std::string_view table, std::int32_t tenant, const base::Uuid& id) {
    auto statement = connection.prepare("select 1 from " + std::string{table} + " where tenant = $1 and id = $2");
    statement->bind_integer(1, tenant);
    statement->bind_id(2, id);
    return statement->step();
}

std::string joined(const std::vector<std::string>& names, char separator) {
    std::string text;
    for (const auto& name : names) {
        if (!text.empty()) text += separator;
        text += name;
    }
    return text;
}

base::Refusal not_unique(const TypeSql& type, const Violation& violation, const schema::Record* record) {
    std::string label, value;
    for (const auto& index : type.table.indexes) {
        if (!index.unique || (index.name != violation.constraint && joined(index.columns, ',') != violation.constraint))
            continue;
        for (const auto& column : index.columns) {
            if (!label.empty()) label += ", ", value += ", ";
            label += type.type->operator[](column).options.label;
            if (record) value += schema::to_text((*record)[column]);
        }
    }
    // No index of a field: the id itself is taken.
    if (label.empty()) label = "id", value = record ? base::to_string(record->id) : "";
    return {"not_unique", {label, record ? value : violation.value}, {}};
}

base::Refusal missing_reference(Connection& connection, const TypeSql& type, const Violation& violation,
                                std::int32_t tenant, const schema::Record* record) {
    for (const auto& field : type.type->fields) {
        if (!field.target) continue;
        if (!violation.constraint.empty()) {
            const std::string name = type.table.name + "_" + std::string{field.name} + "_reference";
            if (name == violation.constraint)
                return {"not_found",
                        {std::string{field.options.label},
                         record ? schema::to_text((*record)[field.name]) : violation.value},
                        {}};
        } else if (record) {
            // SQLite does not say which reference it was.
            const auto* id = std::get_if<base::Uuid>(&(*record)[field.name]);
            if (id && !exists(connection, field.target->name, tenant, *id))
                return {"not_found", {std::string{field.options.label}, base::to_string(*id)}, {}};
        }
    }
    throw violation;
}

}  // namespace

base::Refusal refusal_of(Connection& connection, const TypeTable& types, const Violation& violation,
                         std::int32_t tenant, const schema::Record* record) {
    const auto* type = record ? &types.of(*record->type) : types.find(violation.table);
    if (!type) throw violation;
    if (violation.kind == Violation::Kind::unique) return not_unique(*type, violation, record);
    return missing_reference(connection, *type, violation, tenant, record);
}

std::optional<base::Refusal> in_use(Connection& connection, const TypeSql& type, std::int32_t tenant,
                                    const base::Uuid& id) {
    for (const auto& referrer : type.referrers) {
        auto statement = connection.prepare("select count(*) from " + referrer.type->table.name +
                                            " where tenant = $1 and " + std::string{referrer.field->name} + " = $2");
        statement->bind_integer(1, tenant);
        statement->bind_id(2, id);
        statement->step();
        if (const auto rows = statement->integer(0); rows > 0)
            return base::Refusal{"in_use", {std::string{referrer.type->type->label}, std::to_string(rows)}, {}};
    }
    return {};
}

}  // namespace store
