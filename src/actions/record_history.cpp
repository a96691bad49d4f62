// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/record_history.h"

#include <boost/json.hpp>

#include "actions/audit_image.h"
#include "actions/log_access.h"
#include "actions/masking.h"
#include "actions/reach.h"
#include "actions/record_reach.h"
#include "actions/reference_labels.h"
#include "schema/json.h"

namespace actions {
namespace {

namespace json = boost::json;
using schema::Record;

constexpr std::size_t all = 0;

// The images that the chain has of the record.
struct Images {
    std::optional<Record> first;  // The earliest.
    std::optional<Record> last;   // The latest.
};

Images images_of(const std::vector<store::AuditEntry>& entries, const schema::RecordType& type, const base::Uuid& id) {
    Images images;
    const auto text = base::to_string(id);
    for (const auto& entry : entries) {
        const auto changes = json::parse(entry.changes);
        for (const auto& change : changes.as_array()) {
            const auto& object = change.as_object();
            const auto* of = object.if_contains("id");
            if (!of || !of->is_string() || std::string_view{of->get_string()} != text) continue;
            // Newest first: within an entry what is after comes before what was before.
            for (const auto* side : {"after", "before"})
                if (const auto* image = object.if_contains(side)) {
                    auto record = schema::from_json(type, *image).record;
                    record.id = id;
                    if (!images.last) images.last = record;
                    images.first = std::move(record);
                }
        }
    }
    return images;
}

// A batch says how many rows it wrote; here it says what it wrote of this one.
void spell_out(HistoryChange& change, const Record& written, Context& context) {
    change.id = written.id;
    change.rows = 1;
    ReferenceLabels labels{context.store, context.today};
    labels.want(written);
    labels.load();
    for (std::size_t i = 0; i < written.values.size(); ++i) {
        const auto& field = written.type->fields[i];
        if (schema::is_empty(written.values[i]) || is_hidden(field)) continue;
        auto text = labels.text(field, written.values[i]);
        HistoryField shown{std::string{field.name}, std::string{field.options.label}, {}, {}};
        (change.op == "erase" ? shown.before : shown.after) = std::move(text);
        change.fields.push_back(std::move(shown));
    }
}

}  // namespace

base::Result<HistoryPage> record_history(Context& context, const schema::RecordType& type, const base::Uuid& id,
                                         std::int64_t before, std::size_t limit) {
    if (type.protection == schema::Protection::administration)
        return base::Refusal{"record.own_action", {std::string{type.label}}, {}};
    const auto entries = entries_touching(context, {&id, 1}, 0, all);
    const auto images = images_of(entries, type, id);
    const auto current = context.store.find(type, id);
    const auto& known = current ? current : images.last;
    if (!known) return not_there(type);
    TRY(require_record(context, reading_right(type), *known));
    log_access(context, access_lines(context, type, {&*known}, "record_history"));

    const Record& first = images.first ? *images.first : *known;
    HistoryReader reader{context};
    HistoryPage page;
    for (const auto& entry : entries) {
        if (before > 0 && entry.sequence >= before) continue;
        if (page.entries.size() == limit) {
            page.next = page.entries.back().sequence;
            break;
        }
        auto read = reader.read(entry, [&](const HistoryReader::Images& change) {
            return change.type == type.name && (change.id == id || change.id.is_nil());
        });
        for (auto& change : read.changes)
            if (!change.id) spell_out(change, first, context);
        if (!read.changes.empty()) page.entries.push_back(std::move(read));
    }
    return page;
}

}  // namespace actions
