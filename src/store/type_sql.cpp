// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/type_sql.h"

namespace store {
namespace {

std::string place(std::size_t number) { return "$" + std::to_string(number); }

[[noreturn]] void unreadable(const schema::RecordType& type, const schema::Field& field, const base::Uuid& id) {
    throw base::Fault{"Dữ liệu hỏng: " + std::string{type.label} + " " + base::to_string(id) + ", mục “" +
                      std::string{field.options.label} + "” không đọc được. Hãy chạy lệnh verify."};
}

template <class T>
T& hold(schema::Value& value) {
    if (auto* held = std::get_if<T>(&value)) return *held;
    return value.emplace<T>();
}

bool read_cell(const Statement& row, int column, schema::Kind kind, schema::Value& value) {
    switch (kind) {
        case schema::Kind::boolean: value = row.integer(column) != 0; return true;
        case schema::Kind::integer: value = row.integer(column); return true;
        case schema::Kind::text:
        case schema::Kind::code: hold<std::string>(value) = row.text(column); return true;
        case schema::Kind::date: {
            const auto date = base::parse_iso_date(row.text(column));
            if (date) value = *date;
            return date.has_value();
        }
        case schema::Kind::partial_date: {
            const auto date = base::parse_iso_partial_date(row.text(column));
            if (date) value = *date;
            return date.has_value();
        }
        case schema::Kind::reference: value = row.id(column); return true;
        case schema::Kind::bytes: {
            const auto bytes = row.bytes(column);
            hold<schema::Bytes>(value).assign(bytes.begin(), bytes.end());
            return true;
        }
    }
    return false;
}

}  // namespace

TypeSql::TypeSql(const schema::RecordType& record_type, std::size_t place_among_types)
    : type{&record_type}, number{place_among_types}, table{table_of(record_type)}, canonical{record_type} {
    columns = "id, version";
    std::string places = "$1, $2", names = "tenant, id", sets = "version = $3";
    std::size_t next = 3;
    for (const auto& field : type->fields) {
        columns.append(", ").append(field.name);
        names.append(", ").append(field.name);
        places += ", " + place(next);
        sets.append(", ").append(field.name).append(" = " + place(next + 1));
        ++next;
    }
    const std::string name{type->name};
    select_one = "select " + columns + " from " + name + " where tenant = $1 and id = $2";
    insert = "insert into " + name + " (" + names + ", version) values (" + places + ", " + place(next) + ")";
    update = "update " + name + " set " + sets + " where tenant = $1 and id = $2";
    remove = "delete from " + name + " where tenant = $1 and id = $2";
}

TypeTable::TypeTable(std::span<const schema::RecordType* const> types) : record_types_{types.begin(), types.end()} {
    CHECK(types.size() <= 255);  // The number of a type is one byte in an audit entry.
    types_.reserve(types.size());
    for (const auto* type : types) {
        types_.emplace_back(*type, types_.size());
        by_type_.emplace(type, &types_.back());
    }
    for (const auto& referring : types_)
        for (const auto& field : referring.type->fields)
            if (field.target) {
                const auto found = by_type_.find(field.target);
                CHECK(found != by_type_.end());
                // Owners first: also the order in which tables are made and rows are copied.
                CHECK(found->second->number <= referring.number);
                types_[found->second->number].referrers.push_back({&referring, &field});
            }
}

const TypeSql& TypeTable::of(const schema::RecordType& type) const {
    const auto found = by_type_.find(&type);
    if (found == by_type_.end()) throw base::Bug{"the store does not know " + std::string{type.name}};
    return *found->second;
}

const TypeSql* TypeTable::find(std::string_view name) const {
    for (const auto& type : types_)
        if (type.type->name == name) return &type;
    return nullptr;
}

void read_record(const Statement& row, const schema::RecordType& type, schema::Record& record) {
    record.type = &type;
    record.id = row.id(0);
    record.version = row.integer(1);
    record.values.resize(type.fields.size());
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const int column = static_cast<int>(i) + 2;
        if (row.is_null(column))
            record.values[i] = std::monostate{};
        else if (!read_cell(row, column, type.fields[i].kind, record.values[i]))
            unreadable(type, type.fields[i], record.id);
    }
}

void bind_row(Binder& to, std::int32_t tenant, const schema::Record& record) {
    to.bind_integer(1, tenant);
    to.bind_id(2, record.id);
    int at = 3;
    for (const auto& value : record.values) to.bind(at++, value);
    to.bind_integer(at, record.version);
}

}  // namespace store
