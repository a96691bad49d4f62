// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/access_search.h"

#include <map>

#include "actions/action_labels.h"
#include "actions/audit_search.h"
#include "actions/reach.h"
#include "actions/reference_labels.h"
#include "records/all.h"
#include "records/party_member.h"
#include "records/platform.h"
#include "schema/json_writer.h"
#include "store/access_log.h"

namespace actions {
namespace {

using rules::Right;

constexpr std::size_t looked_at_max = 20'000, looked_at_together = 500;

// Whether someone whose right does not reach everything may know that this was read. Files repeat, so the answer is
// remembered.
class Sight {
public:
    explicit Sight(Context& context)
        : context_{context}, sees_all_{reach_of(context, Right::read_audit).is_everything()} {}

    bool sees(const store::AccessLine& line) {
        if (sees_all_) return true;
        if (!line.record_id) return false;
        const auto [at, is_new] = known_.emplace(*line.record_id, false);
        if (is_new)
            if (const auto* type = records::find_type(line.record_type))
                if (const auto record = context_.store.find(*type, *line.record_id))
                    at->second = may(context_, Right::read_audit, *record);
        return at->second;
    }

private:
    Context& context_;
    bool sees_all_;
    std::map<base::Uuid, bool> known_;
};

std::map<std::string, std::string> display_names(store::Reader& reader, const AccessPage& page) {
    std::map<std::string, std::string> names;
    for (const auto& line : page.entries) names.emplace(line.actor, line.actor);
    store::Condition of_names{.field = "name", .op = store::Op::in, .values = {}};
    for (const auto& [actor, name] : names) of_names.values.emplace_back(actor);
    reader.scan(records::account, {.conditions = {std::move(of_names)}}, [&](const schema::Record& account) {
        names[std::get<std::string>(account["name"])] = std::get<std::string>(account["display_name"]);
    });
    return names;
}

void add_names(Context& context, AccessPage& page) {
    ReferenceLabels members{context.store, context.today};
    const auto& member_type = records::PartyMember::type;
    for (const auto& line : page.entries)
        if (line.record_id && line.record_type == member_type.name) members.want(member_type, *line.record_id);
    members.load();
    const auto actors = display_names(context.store, page);
    for (auto& line : page.entries) {
        line.actor_name = actors.at(line.actor);
        if (line.record_id && line.record_type == member_type.name)
            line.name = members.of(member_type, *line.record_id);
    }
}

}  // namespace

base::Result<AccessPage> access_search(Context& context, const AccessSearch& search) {
    TRY(require(context, Right::read_audit));
    if (search.limit == 0 || search.limit > audit_limit_max)
        return base::Refusal{"list.limit", {std::to_string(audit_limit_max)}, {}};
    Sight sight{context};
    AccessPage page;
    store::AccessQuery query{.before = search.before,
                             .limit = looked_at_together,
                             .actor = search.actor,
                             .record_id = search.record,
                             .from_ms = begin_ms(search.from),
                             .before_ms = end_ms(search.to)};
    bool is_full = false;
    for (std::size_t looked_at = 0; looked_at < looked_at_max && !is_full;) {
        std::size_t found = 0;
        store::scan_reads(context.store, query, [&](const base::Uuid& id, const store::AccessLine& line) {
            ++found;
            if (is_full) return;
            if (sight.sees(line)) {
                if (page.entries.size() == search.limit) {
                    is_full = true;
                    return;
                }
                page.entries.push_back({.at_ms = line.at_ms,
                                        .actor = line.actor,
                                        .action = line.action,
                                        .action_label = action_label(line.action),
                                        .record_type = line.record_type,
                                        .record_id = line.record_id});
            }
            query.before = id;
        });
        looked_at += found;
        if (found < query.limit && !is_full) {
            add_names(context, page);
            return page;
        }
    }
    page.next = query.before;
    add_names(context, page);
    return page;
}

std::string to_json(const AccessPage& page) {
    schema::JsonWriter json;
    json.objects("entries", page.entries, [&](const ShownAccess& line) {
        json.time("at", line.at_ms).member("actor", line.actor).member("actor_name", line.actor_name);
        json.member("action", line.action).member("action_label", line.action_label);
        json.member("record_type", line.record_type).member_if("record_id", line.record_id);
        json.member_if("name", line.name);
    });
    json.member_if("next", page.next);
    return json.take();
}

}  // namespace actions
