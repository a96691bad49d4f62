// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/audit_search.h"

#include <boost/json.hpp>

#include "actions/audit_image.h"
#include "actions/reach.h"
#include "records/all.h"
#include "schema/json.h"

namespace actions {
namespace {

namespace json = boost::json;
using rules::Right;

constexpr std::int64_t day_ms = 86'400'000, viet_nam_ms = 7 * 3'600'000;
constexpr std::size_t looked_at_max = 20'000, looked_at_together = 500;

std::vector<store::AuditEntry> entries_of(Context& context, const AuditSearch& search, std::int64_t before,
                                          std::size_t limit) {
    store::AuditQuery query{.before = before,
                            .limit = limit,
                            .actor = search.actor,
                            .action = search.action,
                            .type = search.type,
                            .record = search.record,
                            .from_ms = begin_ms(search.from),
                            .before_ms = end_ms(search.to)};
    std::vector<store::AuditEntry> entries;
    if (!search.record || !context.registers) {
        store::scan_audit(context.store, query, [&](const store::AuditEntry& entry) { entries.push_back(entry); });
        return entries;
    }
    // A server knows which entries touched a record.
    const auto fits = [&](const store::AuditEntry& entry) {
        const auto& intent = entry.intent;
        return (query.actor.empty() || intent.actor == query.actor) &&
               (query.action.empty() || intent.action == query.action) &&
               (!query.from_ms || intent.at_ms >= *query.from_ms) &&
               (!query.before_ms || intent.at_ms < *query.before_ms);
    };
    for (auto& entry : entries_touching(context, {&*search.record, 1}, before, 0))
        if (fits(entry) && entries.size() < limit) entries.push_back(std::move(entry));
    return entries;
}

// What of an entry someone sees whose right does not reach everything.
class Sight {
public:
    explicit Sight(Context& context) : context_{context} {}

    // Whether a record of the entry lies in reach: then also what its batches wrote is for this person to see.
    void look_at(const store::AuditEntry& entry) {
        seen_.clear();
        const auto changes = json::parse(entry.changes);
        for (const auto& change : changes.as_array()) {
            const auto& object = change.as_object();
            if (!object.contains("id")) continue;
            const auto* type = records::find_type(std::string_view{object.at("type").as_string()});
            const auto id = base::parse_uuid(std::string_view{object.at("id").as_string()});
            const auto* image = object.if_contains("after");
            if (!image) image = object.if_contains("before");
            if (!type || !id || !image) continue;
            auto record = schema::from_json(*type, *image).record;
            record.id = *id;
            if (may(context_, Right::read_audit, record)) seen_.push_back(*id);
        }
    }
    bool sees(const base::Uuid& id) const {
        return id.is_nil() ? !seen_.empty() : std::find(seen_.begin(), seen_.end(), id) != seen_.end();
    }

private:
    Context& context_;
    std::vector<base::Uuid> seen_;
};

}  // namespace

std::optional<std::int64_t> begin_ms(std::optional<base::Date> from) {
    if (!from) return {};
    return std::int64_t{from->days} * day_ms - viet_nam_ms;
}

std::optional<std::int64_t> end_ms(std::optional<base::Date> to) {
    if (!to) return {};
    return (std::int64_t{to->days} + 1) * day_ms - viet_nam_ms;
}

base::Result<HistoryPage> audit_search(Context& context, const AuditSearch& search) {
    TRY(require(context, Right::read_audit));
    if (search.limit == 0 || search.limit > audit_limit_max)
        return base::Refusal{"list.limit", {std::to_string(audit_limit_max)}, {}};
    if (!search.type.empty() && !records::find_type(search.type))
        return base::Refusal{"record.unknown_type", {search.type}, {}};
    const bool sees_all = reach_of(context, Right::read_audit).is_everything();

    HistoryReader reader{context};
    Sight sight{context};
    HistoryPage page;
    std::int64_t before = search.before;
    for (std::size_t looked_at = 0; looked_at < looked_at_max;) {
        const auto together = sees_all ? search.limit + 1 - page.entries.size() : looked_at_together;
        const auto entries = entries_of(context, search, before, together);
        looked_at += entries.size();
        for (const auto& entry : entries) {
            if (page.entries.size() == search.limit) {
                page.next = before;
                return page;
            }
            before = entry.sequence;
            if (sees_all) {
                page.entries.push_back(reader.read(entry));
                continue;
            }
            sight.look_at(entry);
            if (!sight.sees({})) continue;
            page.entries.push_back(
                reader.read(entry, [&](const HistoryReader::Images& change) { return sight.sees(change.id); }));
        }
        if (entries.size() < together) return page;
    }
    page.next = before;
    return page;
}

}  // namespace actions
