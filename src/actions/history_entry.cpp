// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/history_entry.h"

#include <boost/json.hpp>

#include "actions/action_labels.h"
#include "actions/masking.h"
#include "records/all.h"
#include "records/platform.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

namespace json = boost::json;
using schema::JsonWriter;

std::string_view op_label(std::string_view op) {
    if (op == "insert") return "Thêm";
    if (op == "correct") return "Sửa";
    if (op == "erase") return "Xóa";
    if (op == "close") return "Kết thúc";
    return op;
}

std::string_view text_at(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value && value->is_string() ? std::string_view{value->get_string()} : std::string_view{};
}

// A value of an image in words.
class Wording {
public:
    explicit Wording(const Snapshot& snapshot) : snapshot_{snapshot} {}

    std::string of(const schema::Field& field, const json::object* image) const {
        const auto* value = image ? image->if_contains(field.name) : nullptr;
        if (!value || value->is_null()) return {};
        if (value->is_bool()) return value->get_bool() ? "có" : "không";
        if (value->is_int64()) return std::to_string(value->get_int64());
        if (!value->is_string()) return {};
        const std::string_view text = value->get_string();
        switch (field.options.privacy) {
            case schema::Privacy::identifier: return mask(text);
            case schema::Privacy::secret: return mask({});
            default: break;
        }
        switch (field.kind) {
            case schema::Kind::code: return std::string{field.list->label_of(text)};
            case schema::Kind::date:
            case schema::Kind::partial_date: {
                const auto date = base::parse_iso_partial_date(text);
                return date ? base::to_vietnamese(*date) : std::string{text};
            }
            case schema::Kind::bytes: return "tệp";
            case schema::Kind::reference: return name_of(text);
            default: return std::string{text};
        }
    }

private:
    // Organisations and members by name; other records have none that all would understand.
    std::string name_of(std::string_view text) const {
        const auto id = base::parse_uuid(text);
        if (!id) return std::string{text};
        const auto& columns = *snapshot_.columns;
        if (const auto place = columns.forest.find(*id))
            return std::string{snapshot_.names->name(*place, stats::last_day)};
        if (const auto member = snapshot_.roster->find(*id))
            return std::string{snapshot_.roster->full_name(*member, stats::last_day)};
        return std::string{text};
    }

    const Snapshot& snapshot_;
};

const json::object* image_at(const json::object& change, std::string_view key) {
    const auto* value = change.if_contains(key);
    return value ? value->if_object() : nullptr;
}

HistoryChange change_of(const json::object& from, const Wording& wording) {
    HistoryChange change{.type = std::string{text_at(from, "type")}, .op = std::string{text_at(from, "op")}};
    const auto* type = records::find_type(change.type);
    change.type_label = type ? std::string{type->label} : change.type;
    change.op_label = op_label(change.op);
    change.id = base::parse_uuid(text_at(from, "id"));
    if (const auto* rows = from.if_contains("rows"); rows && rows->is_int64()) change.rows = rows->get_int64();
    if (!type) return change;
    const auto *before = image_at(from, "before"), *after = image_at(from, "after");
    for (const auto& field : type->fields) {
        if (field.options.derive) continue;
        const auto* old_value = before ? before->if_contains(field.name) : nullptr;
        const auto* new_value = after ? after->if_contains(field.name) : nullptr;
        const bool is_equal = old_value && new_value ? *old_value == *new_value : !old_value && !new_value;
        if (is_equal) continue;
        change.fields.push_back({std::string{field.name}, std::string{field.options.label}, wording.of(field, before),
                                 wording.of(field, after)});
    }
    return change;
}

void write_change(JsonWriter& json, const HistoryChange& change) {
    json.member("type", change.type).member("type_label", change.type_label).member_if("id", change.id);
    json.member("op", change.op).member("op_label", change.op_label);
    if (!change.id) json.member("rows", change.rows);
    json.objects("fields", change.fields, [&](const HistoryField& field) {
        json.member("field", field.field).member("label", field.label);
        json.member("before", field.before).member("after", field.after);
    });
}

void write_entry(JsonWriter& json, const HistoryEntry& entry) {
    json.member("sequence", entry.sequence).time("at", entry.at_ms);
    json.member("actor", entry.actor).member("actor_name", entry.actor_name);
    json.member("action", entry.action).member("action_label", entry.action_label);
    json.member_if("reason", entry.reason).member_if("article", entry.article);
    if (const auto& decision = entry.decision)
        json.object("decision", [&] {
            json.member("id", decision->id).member("number", decision->number);
            json.member_if("issued_on", decision->issued_on);
        });
    json.objects("changes", entry.changes, write_change);
}

}  // namespace

HistoryReader::HistoryReader(Context& context) : context_{context}, snapshot_{snapshot_of(context)} {}

const std::string& HistoryReader::actor_name(const std::string& actor) {
    const auto [found, is_new] = actors_.try_emplace(actor, actor);
    if (is_new && !actor.starts_with("cli:"))
        context_.store.scan(
            records::account, {.conditions = {{.field = "name", .values = {actor}}}},
            [&](const schema::Record& account) { found->second = std::get<std::string>(account["display_name"]); });
    return found->second;
}

HistoryEntry HistoryReader::read(const store::AuditEntry& entry) { return read(entry, nullptr); }

HistoryEntry HistoryReader::read(const store::AuditEntry& entry, const std::function<bool(const Images&)>& concerns) {
    HistoryEntry read{.sequence = entry.sequence,
                      .at_ms = entry.intent.at_ms,
                      .actor = entry.intent.actor,
                      .actor_name = actor_name(entry.intent.actor),
                      .action = entry.intent.action,
                      .action_label = action_label(entry.intent.action),
                      .reason = entry.intent.reason,
                      .article = entry.intent.article};
    if (const auto& id = entry.intent.decision_id) {
        const auto [found, is_new] = decisions_.try_emplace(*id, HistoryEntry::Basis{*id, {}, {}});
        if (is_new)
            if (const auto decision = context_.store.find(base::Id<records::Decision>{*id})) {
                found->second.number = decision->number;
                found->second.issued_on = decision->issued_on;
            }
        read.decision = found->second;
    }

    const auto parsed = json::parse(entry.changes);
    const Wording wording{*snapshot_};
    for (const auto& value : parsed.as_array()) {
        const auto& change = value.as_object();
        if (concerns) {
            const auto text_of = [&](std::string_view key) {
                const auto* image = image_at(change, key);
                return image ? json::serialize(*image) : std::string{};
            };
            const auto before = text_of("before"), after = text_of("after");
            const auto id = base::parse_uuid(text_at(change, "id"));
            if (!concerns({text_at(change, "type"), id.value_or(base::Uuid{}), before, after})) continue;
        }
        read.changes.push_back(change_of(change, wording));
    }
    return read;
}

std::string to_json(const HistoryPage& page) {
    JsonWriter json;
    json.objects("entries", page.entries, write_entry);
    if (page.next > 0) json.member("next", page.next);
    return json.take();
}

}  // namespace actions
