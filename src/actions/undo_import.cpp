// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/undo_import.h"

#include <boost/json.hpp>

#include "actions/reach.h"
#include "base/check.h"
#include "base/number_format.h"
#include "records/party_member.h"
#include "records/platform.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

using records::Membership;

// Whose batch it is: whoever imported it, and whoever may import in all that was given to that person then.
bool is_reached(Context& context, const schema::Record& batch) {
    const auto& reach = reach_of(context, rules::Right::import);
    if (reach.is_everything() || schema::to_text(batch["imported_by"]) == context.actor) return true;
    const auto* organisation = std::get_if<base::Uuid>(&batch["organisation_id"]);
    return organisation && reach.holds(*organisation);
}

base::Result<schema::Record> find_batch(Context& context, const std::string& batch) {
    std::optional<schema::Record> found;
    bool is_ambiguous = false;
    for (const auto& record : context.store.select(records::import_batch)) {
        if (batch.empty() || !base::to_string(record.id).starts_with(batch) || !is_reached(context, record)) continue;
        is_ambiguous |= found.has_value();
        found = record;
    }
    if (is_ambiguous) return base::Refusal{"import.ambiguous_batch", {batch}, {}};
    if (!found) return base::Refusal{"import.unknown_batch", {batch}, {}};
    return *std::move(found);
}

// The entry that wrote the batch: the first that touched its row.
store::AuditEntry entry_of(store::Store& store, const base::Uuid& batch) {
    store::AuditEntry entry;
    store.scan_audit([&](const store::AuditEntry& touching) { entry = touching; }, 0, batch);
    CHECK(entry.sequence > 0);
    return entry;
}

// Opens the stays again that the entry closed, as they were; refused as "changed_since" when one was written since.
base::Result<std::int64_t> reopen_stays(store::Transaction& transaction, const store::AuditEntry& entry) {
    std::int64_t reopened = 0;
    const auto changes = boost::json::parse(entry.changes);
    for (const auto& change : changes.as_array()) {
        const auto& object = change.as_object();
        if (object.at("op") != "correct" || object.at("type").as_string() != std::string_view{Membership::type.name})
            continue;
        const auto id = base::parse_uuid(std::string_view{object.at("id").as_string()});
        auto row = transaction.find(Membership::type, *id);
        const auto& after = object.at("after").as_object();
        if (!row || row->version != after.at("version").to_number<std::int64_t>())
            return base::Refusal{"changed_since", {std::string{Membership::type.label}, "1"}, {}};
        (*row)["valid_to"] = {};
        TRY(transaction.correct(*row));
        ++reopened;
    }
    return reopened;
}

}  // namespace

base::Result<UndoReport> undo_import(Context& context, const std::string& batch) {
    TRY(require(context, rules::Right::import));
    const auto record = TRY(find_batch(context, batch));
    const auto id = base::to_string(record.id);
    const auto entry = entry_of(context.store, record.id);

    auto transaction = context.store.begin(
        context.intent("undo_import", "Hoàn tác đợt nhập " + id + ", tệp " + schema::to_text(record["file_name"])));
    transaction->lock_structure();
    UndoReport report{
        .batch = id, .kind = schema::to_text(record["kind"]), .file_name = schema::to_text(record["file_name"])};
    report.rows_removed = TRY(transaction->erase_inserted_by(entry.sequence));
    report.rows_restored = TRY(reopen_stays(*transaction, entry));
    transaction->commit();
    return report;
}

std::vector<ImportedBatch> list_imports(Context& context) {
    std::vector<ImportedBatch> batches;
    if (!context.access.may_anywhere(rules::Right::import)) return batches;
    for (const auto& record :
         context.store.select(records::import_batch, {.order = {{.field = "imported_at_ms", .descending = true}}}))
        if (is_reached(context, record))
            batches.push_back({.batch = base::to_string(record.id),
                               .kind = schema::to_text(record["kind"]),
                               .file_name = schema::to_text(record["file_name"]),
                               .imported_by = schema::to_text(record["imported_by"]),
                               .state = schema::to_text(record["state"]),
                               .row_count = std::get<std::int64_t>(record["row_count"]),
                               .imported_at_ms = std::get<std::int64_t>(record["imported_at_ms"])});
    return batches;
}

std::string to_json(const UndoReport& report) {
    schema::JsonWriter json;
    json.member("batch", report.batch).member("kind", report.kind).member("file", report.file_name);
    json.member("rows_removed", report.rows_removed).member("rows_restored", report.rows_restored);
    return json.take();
}

std::string to_text(const UndoReport& report) {
    std::string text = "Đã hoàn tác đợt nhập " + report.batch + " (tệp " + report.file_name + "): xóa " +
                       base::format_count(report.rows_removed) + " hồ sơ";
    if (report.rows_restored > 0) text += ", mở lại " + base::format_count(report.rows_restored) + " lần sinh hoạt";
    return text + ".\n";
}

}  // namespace actions
