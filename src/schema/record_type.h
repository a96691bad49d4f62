// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "schema/code_list.h"
#include "schema/value.h"

namespace schema {

struct RecordType;
struct Record;

enum class Kind : std::uint8_t { boolean, integer, text, date, partial_date, code, reference, bytes };

// entity: a thing with an id. dated: true of its owner over [valid_from, valid_to). event: happened to its owner on a
// day.
enum class Shape : std::uint8_t { entity, dated, event };

// What a change of a dated record must rest on: a decision, or a stated reason.
enum class Basis : std::uint8_t { reason, decision };

// What happens to a reference to an organisation when that organisation is merged, divided or dissolved:
// follow: moves to the successor; stay: history stays with the old one; close: the row ends on that day; ask: the plan
// must say.
enum class OnReorganise : std::uint8_t { unstated, follow, stay, close, ask };

// Who may reach the records of a type (phạm vi). belongs: whoever reaches the organisation, member or person to whom
// the record belongs. open: whoever may see anything. administration: whoever manages accounts. own_account: the
// account.
enum class Protection : std::uint8_t { belongs, open, administration, own_account };

enum class Show : std::uint8_t { in_form, in_list_and_form, nowhere };

// open: anyone in scope. personal: opening it is logged. identifier: also masked until revealed. secret: never leaves
// the store: no JSON, no form, and the audit image has only its digest.
enum class Privacy : std::uint8_t { open, personal, identifier, secret };

// What is particular about a field; only that is written in a description.
struct FieldOptions {
    std::string_view label;  // Vietnamese, as printed on the official form.
    bool required = false;
    bool unique = false;  // Within a tenant.
    Show show = Show::in_form;
    Privacy privacy = Privacy::open;
    std::string_view source = {};    // Form or article that asks for it, e.g. "2-HSĐV, mục 4".
    std::string_view synonyms = {};  // Other column headers met in registers, separated by '|'.
    std::string_view help = {};      // One line for the form and the import template.
    std::uint16_t max_length = 0;    // Characters after NFC; 0 = 255.
    std::int64_t min = INT64_MIN, max = INT64_MAX;
    bool (*accepts)(std::string_view) = nullptr;  // Format of an identifier; refused as bad_identifier.
    OnReorganise on_reorganise = OnReorganise::unstated;
    // A stored key that follows from another field (search and sort keys): never entered, filled by `complete`.
    std::string_view derived_from = {};
    std::string (*derive)(std::string_view) = nullptr;
};

struct Field {
    std::string_view name;  // Column, JSON key, form field and TypeScript property: one name.
    Kind kind{};
    FieldOptions options;
    const CodeList* list = nullptr;              // Of a code.
    const RecordType* target = nullptr;          // Of a reference.
    Value (*get)(const void* record) = nullptr;  // Null where the record type has no struct.
    void (*set)(void* record,
                const Value& value) = nullptr;  // The value has the field's kind, or is empty where not required.

    constexpr bool is_secret() const { return options.privacy == Privacy::secret; }
    constexpr std::size_t length_max() const { return options.max_length ? options.max_length : 255; }
};

// Everything about a record type (loại hồ sơ), described once: table, JSON, validation, OpenAPI, TypeScript, forms,
// import and export columns, audit labels and memory columns follow from it. Every table also has tenant, id and
// version.
struct RecordType {
    std::string_view name;   // Table, URL segment, TypeScript type.
    std::string_view label;  // Vietnamese.
    Shape shape = Shape::entity;
    std::string_view owner = {};  // Of dated and event records: the reference field to whom the fact belongs.
    std::string_view on = {};     // Of event records: the date field.
    // Of what `belongs`: the reference that leads to its organisation, member or person; "id" = it is one itself.
    // "record_id" = to whatever record the fields record_type and record_id name.
    std::string_view belongs_to = {};
    Protection protection = Protection::belongs;
    Basis basis = Basis::reason;
    std::span<const Field> fields;
    // Fields that are unique together, e.g. "campaign_id,member_id"; several separated by ';'.
    std::string_view unique_together = {};
    // What must hold within one record beyond its fields; adds refusals. Null = nothing.
    void (*check)(const Record& record, std::vector<base::Refusal>& refusals) = nullptr;

    // Place of a field in `fields`; a Bug when there is none.
    std::size_t index_of(std::string_view field) const;
    const Field* find(std::string_view field) const;
    const Field& operator[](std::string_view field) const { return fields[index_of(field)]; }
};

// A record of any type: values in the order of the type's fields.
struct Record {
    const RecordType* type = nullptr;
    base::Uuid id;             // Nil until inserted.
    std::int64_t version = 0;  // Counts the writes of this row; the second of two clerks is refused by it.
    std::vector<Value> values;

    Record() = default;
    explicit Record(const RecordType& record_type) : type{&record_type}, values(record_type.fields.size()) {}
    Value& operator[](std::string_view field) { return values[type->index_of(field)]; }
    const Value& operator[](std::string_view field) const { return values[type->index_of(field)]; }
    bool operator==(const Record&) const = default;
};

}  // namespace schema
