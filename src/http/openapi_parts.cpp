// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/openapi_parts.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "actions/masking.h"
#include "actions/record_writing.h"
#include "figures/figure.h"
#include "records/all.h"
#include "reports/report.h"
#include "rules/access.h"
#include "schema/openapi.h"

namespace http {

extern const std::string_view openapi_parts_text;

namespace {

namespace json = boost::json;

struct CodeWithLabel {
    std::string_view code, label;
};
using Lists = std::map<std::string_view, std::vector<CodeWithLabel>>;

// Accounts and sessions are read by actions of their own only.
bool is_read_generically(const schema::RecordType& type) {
    return type.protection != schema::Protection::administration;
}

Lists all_lists() {
    Lists lists;
    for (const auto* type : records::all()) {
        if (is_read_generically(*type)) lists["record_types"].push_back({type->name, type->label});
        for (const auto& field : type->fields) {
            if (!field.list || lists.contains(field.list->name)) continue;
            for (const auto& code : field.list->codes) lists[field.list->name].push_back({code.code, code.label});
        }
    }
    for (const auto& figure : figures::all()) lists["figures"].push_back({figure.name, figure.label});
    for (const auto* report : reports::all_reports()) lists["reports"].push_back({report->name, report->label});
    for (std::size_t i = 0; i < rules::right_count; ++i) {
        const auto right = static_cast<rules::Right>(i);
        lists["rights"].push_back({rules::name_of(right), rules::label_of(right)});
    }
    return lists;
}

class Filling {
public:
    void fill(json::value& value) {
        if (auto* array = value.if_array())
            for (auto& item : *array) fill(item);
        auto* object = value.if_object();
        if (!object) return;
        for (auto& [key, member] : *object) fill(member);
        if (const auto* list = object->if_contains("x-list")) add_codes(*object, list->as_string());
        if (const auto* type = object->if_contains("x-record-type")) add_fields(*object, type->as_string());
    }
    std::vector<std::string> take_unknown() { return std::move(unknown_); }

private:
    void add_codes(json::object& object, std::string_view name) {
        const auto list = lists_.find(name);
        if (list == lists_.end()) return unknown_.emplace_back(name), void();
        json::array codes;
        json::object labels;
        for (const auto& each : list->second) {
            codes.emplace_back(each.code);
            labels.emplace(each.code, each.label);
        }
        object["enum"] = std::move(codes);
        object["x-labels"] = std::move(labels);
    }

    void add_fields(json::object& object, std::string_view name) {
        const auto* type = records::find_type(name);
        if (!type) return unknown_.emplace_back(name), void();
        auto whole = schema::openapi_schema(*type);
        auto& properties = whole["properties"].as_object();
        auto& required = whole["required"].as_array();
        // Answers never carry keys of search, secrets and the content of files.
        for (const auto& field : type->fields) {
            if (!actions::is_hidden(field)) continue;
            properties.erase(field.name);
            required.erase(std::remove(required.begin(), required.end(), json::value(field.name)), required.end());
        }
        required.emplace_back("id");
        required.emplace_back("version");
        if (const auto* more = object.if_contains("properties"))
            for (const auto& [key, member] : more->as_object()) properties[key] = member;
        if (const auto* more = object.if_contains("required"))
            required.insert(required.end(), more->as_array().begin(), more->as_array().end());
        object = std::move(whole);
    }

    Lists lists_ = all_lists();
    std::vector<std::string> unknown_;
};

json::object reference(std::string_view schema) { return {{"$ref", "#/components/schemas/" + std::string{schema}}}; }

// A record as pages show it.
json::value shown(const schema::RecordType& type) {
    const json::value text{{"type", "string"}};
    return {{"x-record-type", type.name},
            {"properties",
             {{"_labels",
               {{"type", "object"},
                {"description", "Chữ của các mã và của những hồ sơ được nhắc đến."},
                {"additionalProperties", text}}},
              {"_masked", {{"type", "array"}, {"description", "Những trường đã che bớt."}, {"items", text}}}}},
            {"required", json::array{"_labels"}}};
}

// "Record" and "NewRecord": any of the types; which one is meant the path says.
class OneOfTypes {
public:
    explicit OneOfTypes(std::string_view description) : description_{description} {}
    void add(std::string_view type, std::string_view schema) {
        any_.emplace_back(reference(schema));
        by_type_.emplace(type, "#/components/schemas/" + std::string{schema});
    }
    json::object take() {
        return {{"description", description_}, {"anyOf", std::move(any_)}, {"x-record-types", std::move(by_type_)}};
    }

private:
    std::string_view description_;
    json::array any_;
    json::object by_type_;
};

void add_record_types(json::object& schemas) {
    OneOfTypes shown_types{"Một hồ sơ của loại đã hỏi, kèm chữ của các mã."};
    OneOfTypes new_types{"Các trường của một hồ sơ mới, của loại ở địa chỉ."};
    Filling filling;
    for (const auto* type : records::all()) {
        const auto plain = schema::type_name(type->name);
        if (is_read_generically(*type)) {
            filling.fill(schemas["Shown" + plain] = shown(*type));
            shown_types.add(type->name, "Shown" + plain);
        }
        if (actions::require_generic(*type, actions::Write::create)) {
            schemas[plain] = schema::openapi_schema(*type);
            new_types.add(type->name, plain);
        }
    }
    schemas["Record"] = shown_types.take();
    schemas["NewRecord"] = new_types.take();
}

json::object parts() { return json::parse(openapi_parts_text).as_object(); }
json::object& schemas_of(json::object& document) { return document["components"].as_object()["schemas"].as_object(); }

}  // namespace

json::object openapi_frame() {
    json::value document = parts();
    Filling{}.fill(document);
    add_record_types(schemas_of(document.as_object()));
    return std::move(document.as_object());
}

std::vector<std::string> openapi_parts_defects() {
    json::value document = parts();
    Filling filling;
    filling.fill(document);
    auto defects = filling.take_unknown();
    json::object of_records;
    add_record_types(of_records);
    for (const auto& [name, schema] : schemas_of(document.as_object()))
        if (of_records.contains(name)) defects.emplace_back(name);
    return defects;
}

}  // namespace http
