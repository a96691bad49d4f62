// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/audit_image.h"

#include <algorithm>
#include <boost/json.hpp>

#include "actions/registers.h"
#include "schema/json.h"

namespace actions {
namespace {

namespace json = boost::json;

// The image of the record in that version, if this change has it.
std::optional<schema::Record> image_in(const json::object& change, const schema::Record& current,
                                       std::int64_t version) {
    const auto* id = change.if_contains("id");
    if (!id || !id->is_string() || std::string_view{id->get_string()} != base::to_string(current.id)) return {};
    for (const auto* side : {"before", "after"}) {
        const auto* image = change.if_contains(side);
        const auto* number = image && image->is_object() ? image->get_object().if_contains("version") : nullptr;
        if (!number || !number->is_int64() || number->get_int64() != version) continue;
        // An image of an older description may hold what is refused today; the rest of it still counts.
        auto record = schema::from_json(*current.type, *image).record;
        record.id = current.id;
        record.version = version;
        return record;
    }
    return {};
}

// The index may lag behind by the last commits.
void add_recent(store::Store& store, std::int64_t after, std::span<const base::Uuid> records,
                std::vector<std::int64_t>& sequences) {
    std::vector<std::int64_t> recent;
    store::scan_touched(store, after, store::last_sequence(store), [&](const store::Touched& row) {
        const bool is_wanted = std::find(records.begin(), records.end(), row.id) != records.end();
        if (is_wanted && (recent.empty() || recent.back() != row.sequence)) recent.push_back(row.sequence);
    });
    sequences.insert(sequences.begin(), recent.rbegin(), recent.rend());
}

}  // namespace

std::vector<store::AuditEntry> entries_touching(Context& context, std::span<const base::Uuid> records,
                                                std::int64_t before, std::size_t limit) {
    std::vector<store::AuditEntry> entries;
    if (context.registers) {
        if (const auto index = context.registers->audit_index()) {
            auto sequences = index->touching(records);
            add_recent(context.store, index->sequence(), records, sequences);
            if (before > 0) std::erase_if(sequences, [&](std::int64_t sequence) { return sequence >= before; });
            if (limit > 0 && sequences.size() > limit) sequences.resize(limit);
            return store::audit_entries(context.store, sequences);
        }
    }
    for (const auto& record : records)
        store::scan_audit(context.store, {.before = before, .limit = limit, .record = record},
                          [&](const store::AuditEntry& entry) { entries.push_back(entry); });
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.sequence > b.sequence; });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const auto& a, const auto& b) { return a.sequence == b.sequence; }),
                  entries.end());
    if (limit > 0 && entries.size() > limit) entries.resize(limit);
    return entries;
}

std::optional<schema::Record> version_of(Context& context, const schema::Record& current, std::int64_t version) {
    if (version == current.version) return current;
    if (version < 1 || version > current.version) return {};
    // Each entry since then raised the version.
    const auto entries =
        entries_touching(context, {&current.id, 1}, 0, static_cast<std::size_t>(current.version - version) + 1);
    for (const auto& entry : entries) {
        const auto changes = json::parse(entry.changes);
        for (const auto& change : changes.as_array())
            if (auto image = image_in(change.as_object(), current, version)) return image;
    }
    return {};
}

}  // namespace actions
