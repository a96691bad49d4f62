// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/member_history.h"

#include <set>

#include "actions/action_labels.h"
#include "actions/audit_index.h"
#include "actions/log_access.h"
#include "actions/reach.h"
#include "records/party_member.h"
#include "schema/json_writer.h"
#include "store/member_file.h"

namespace actions {
namespace {

using records::PartyMember;

struct Row {
    std::string_view type;
    base::Uuid id;
};

base::Refusal no_member() { return {"not_found", {std::string{PartyMember::type.label}}, {}}; }

// The rows that make the file today: the member first, then the person.
base::Result<std::vector<Row>> rows_of_file(store::Store& store, const base::Uuid& member) {
    const auto found = store.find(PartyMember::type, member);
    if (!found) return no_member();
    const auto person = std::get<base::Uuid>((*found)["person_id"]);
    std::vector<Row> rows{{PartyMember::type.name, member}, {records::Person::type.name, person}};
    const auto add = [&](const schema::RecordType& type, const schema::RecordType& owner_type,
                         const base::Uuid& owner) {
        for (const auto& id : store::ids_of_owner(store, type, owner_type, owner)) rows.push_back({type.name, id});
    };
    for (const auto* type : store::types_of_owner(store, records::Person::type))
        add(*type, records::Person::type, person);
    for (const auto* type : store::types_of_owner(store, PartyMember::type)) add(*type, PartyMember::type, member);
    return rows;
}

std::shared_ptr<const AuditIndex> index_of(Context& context) {
    if (context.registers)
        if (auto index = context.registers->audit_index()) return index;
    return AuditIndex::continued(context.store, nullptr, store::last_sequence(context.store));
}

// The rows of the file that an entry touched, by the number of the entry, newest first.
std::map<std::int64_t, std::vector<Row>, std::greater<>> rows_by_entry(const AuditIndex& index,
                                                                       const std::vector<Row>& rows) {
    std::map<std::int64_t, std::vector<Row>, std::greater<>> by_entry;
    for (const auto& row : rows)
        for (const auto sequence : index.touching({&row.id, 1})) by_entry[sequence].push_back(row);
    return by_entry;
}

// A batch does not say which rows it wrote; the index does.
void spell_out_batches(HistoryEntry& entry, const std::vector<Row>& rows) {
    std::vector<HistoryChange> changes;
    for (auto& change : entry.changes) {
        if (change.id) {
            changes.push_back(std::move(change));
            continue;
        }
        for (const auto& row : rows) {
            if (row.type != change.type) continue;
            auto& of_row = changes.emplace_back(change);
            of_row.id = row.id;
            of_row.rows = 1;
        }
    }
    entry.changes = std::move(changes);
}

base::Result<HistoryPage> read_history(Context& context, const base::Uuid& member, std::int64_t before,
                                       std::size_t limit) {
    TRY(require_member(context, rules::Right::open_file, member));
    const auto rows = TRY(rows_of_file(context.store, member));
    std::set<base::Uuid> ids;
    for (const auto& row : rows) ids.insert(row.id);
    const auto member_text = base::to_string(rows[0].id), person_text = base::to_string(rows[1].id);
    const auto concerns = [&](const HistoryReader::Images& images) {
        const auto names = [](std::string_view image, std::string_view id) {
            return image.find(id) != std::string_view::npos;
        };
        return images.id.is_nil() || ids.contains(images.id) || names(images.before, member_text) ||
               names(images.after, member_text) || names(images.before, person_text) ||
               names(images.after, person_text);
    };

    HistoryReader reader{context};
    HistoryPage page;
    for (const auto& [sequence, touched] : rows_by_entry(*index_of(context), rows)) {
        if (before > 0 && sequence >= before) continue;
        if (!page.entries.empty() && page.entries.size() >= limit) {
            page.next = page.entries.back().sequence;
            break;
        }
        for (const auto& found : store::audit_entries(context.store, {&sequence, 1})) {
            auto entry = reader.read(found, concerns);
            spell_out_batches(entry, touched);
            // Two ids of one hash: the entry is about someone else.
            if (!entry.changes.empty()) page.entries.push_back(std::move(entry));
        }
    }
    return page;
}

}  // namespace

base::Result<HistoryPage> member_history(Context& context, const base::Uuid& member, std::int64_t before,
                                         std::size_t limit) {
    base::Result<HistoryPage> page = no_member();
    store::read_one_state(context.store, [&] { page = read_history(context, member, before, limit); });
    if (page) log_access(context, "member_history", PartyMember::type, member);
    return page;
}

base::Result<std::vector<ReaderLine>> member_readers(Context& context, const base::Uuid& member, std::size_t limit) {
    TRY(require_member(context, rules::Right::open_file, member));
    if (!context.store.find(PartyMember::type, member)) return no_member();
    HistoryReader names{context};
    std::vector<ReaderLine> lines;
    store::scan_reads(context.store, {.limit = limit, .record_id = member},
                      [&](const base::Uuid&, const store::AccessLine& line) {
                          lines.push_back({line.at_ms, line.actor, {}, line.action, action_label(line.action)});
                      });
    for (auto& line : lines) line.actor_name = names.actor_name(line.actor);
    return lines;
}

std::string to_json(const std::vector<ReaderLine>& lines) {
    schema::JsonWriter json;
    json.objects("entries", lines, [&](const ReaderLine& line) {
        json.time("at", line.at_ms).member("actor", line.actor).member("actor_name", line.actor_name);
        json.member("action", line.action).member("action_label", line.action_label);
    });
    return json.take();
}

}  // namespace actions
