// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/revert.h"

#include <algorithm>
#include <boost/json.hpp>
#include <unordered_set>

#include "base/check.h"
#include "store/audit_read.h"
#include "store/sql_store.h"

namespace store {
namespace {

namespace json = boost::json;

// One step of an entry. Images are null where there was no row.
struct Step {
    const TypeSql* type = nullptr;
    base::Uuid id;
    const json::object* before = nullptr;
    const json::object* after = nullptr;
};

// The chain was verified when it was written: what cannot be read was damaged since.
[[noreturn]] void damaged(std::int64_t sequence) {
    throw base::Fault{"Nhật ký số " + std::to_string(sequence) + " bị hỏng. Hãy chạy lệnh verify."};
}

base::Result<std::vector<Step>> steps_of(const TypeTable& types, const json::array& changes, std::int64_t sequence) {
    std::vector<Step> steps;
    for (const auto& change : changes) {
        const auto& object = change.as_object();
        if (!object.contains("id")) return base::Refusal{"revert.batch", {std::to_string(sequence)}, {}};
        const auto id = base::parse_uuid(std::string_view{object.at("id").as_string()});
        const auto* type = types.find(std::string_view{object.at("type").as_string()});
        if (!id || !type) damaged(sequence);
        const auto image = [&](std::string_view name) {
            const auto* found = object.if_contains(name);
            return found ? &found->as_object() : nullptr;
        };
        steps.push_back({type, *id, image("before"), image("after")});
    }
    return steps;
}

json::object image_of(const TypeSql& type, const schema::Record& record) {
    std::string text;
    type.canonical.append(text, record);
    return json::parse(text).as_object();
}

bool differs(json::object a, json::object b, bool with_version) {
    if (!with_version) a.erase("version"), b.erase("version");
    return a != b;
}

schema::Value value_of(const schema::Field& field, const json::value& image) {
    if (field.kind == schema::Kind::boolean) return image.as_bool();
    if (field.kind == schema::Kind::integer) return image.as_int64();
    const std::string_view text = image.as_string();
    switch (field.kind) {
        case schema::Kind::date: return base::parse_iso_partial_date(text).value().first_day();
        case schema::Kind::partial_date: return base::parse_iso_partial_date(text).value();
        case schema::Kind::reference: return base::parse_uuid(text).value();
        default: return std::string{text};
    }
}

// The row of an image. What the image keeps as a digest alone is taken from the row of today.
std::optional<schema::Record> row_of(const TypeSql& type, const json::object& image, const schema::Record* current) {
    schema::Record record{*type.type};
    record.id = base::parse_uuid(std::string_view{image.at("id").as_string()}).value();
    record.version = image.at("version").as_int64();
    for (std::size_t i = 0; i < type.type->fields.size(); ++i) {
        const auto& field = type.type->fields[i];
        const auto* part = image.if_contains(field.name);
        if (field.options.derive || !part) continue;
        if (field.kind != schema::Kind::bytes && !field.is_secret())
            record.values[i] = value_of(field, *part);
        else if (current)
            record.values[i] = current->values[i];
    }
    if (differs(image_of(type, record), image, true)) return {};
    return record;
}

// Each row must be as the entry left it.
base::Result<void> check_untouched(Transaction& transaction, const std::vector<Step>& steps) {
    std::unordered_set<base::Uuid> seen;
    std::vector<std::pair<const TypeSql*, std::int64_t>> changed;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (!seen.insert(step->id).second) continue;
        const auto row = transaction.find(*step->type->type, step->id);
        const bool is_same =
            row && step->after ? !differs(image_of(*step->type, *row), *step->after, true) : !row && !step->after;
        if (is_same) continue;
        const auto found =
            std::find_if(changed.begin(), changed.end(), [&](const auto& each) { return each.first == step->type; });
        if (found == changed.end())
            changed.emplace_back(step->type, 1);
        else
            ++found->second;
    }
    if (changed.empty()) return {};
    const auto& [type, rows] = changed.front();
    return base::Refusal{"changed_since", {std::string{type->type->label}, std::to_string(rows)}, {}};
}

base::Result<void> take_back(Transaction& transaction, const Step& step) {
    const auto& type = *step.type->type;
    const auto row = transaction.find(type, step.id);
    if (!step.before) return transaction.erase(type, step.id, row.value().version);
    auto restored = row_of(*step.type, *step.before, row ? &*row : nullptr);
    if (!restored) return base::Refusal{"revert.content_gone", {std::string{type.label}}, {}};
    if (row) {
        restored->version = row->version;
        return transaction.correct(*restored);
    }
    TRY(transaction.insert(*restored));
    return {};
}

}  // namespace

base::Result<std::int64_t> revert(Store& store, Transaction& transaction, std::int64_t sequence) {
    const auto entries = audit_entries(store, {&sequence, 1});
    if (entries.empty()) return base::Refusal{"not_found", {"Nhật ký", std::to_string(sequence)}, {}};
    boost::system::error_code error;
    const auto changes = json::parse(entries.front().changes, error);
    if (error || !changes.is_array()) damaged(sequence);
    const auto steps = TRY(steps_of(internals(store).types(), changes.get_array(), sequence));
    TRY(check_untouched(transaction, steps));
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) TRY(take_back(transaction, *step));
    return static_cast<std::int64_t>(steps.size());
}

}  // namespace store
