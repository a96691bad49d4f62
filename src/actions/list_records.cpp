// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/list_records.h"

#include "actions/list_query.h"
#include "actions/log_access.h"
#include "actions/record_reach.h"

namespace actions {
namespace {

// What the filters pin down: the owners, or the record that an attachment belongs to.
Pinned pinned_by(const ListRecords& list, const std::vector<store::Condition>& conditions) {
    Pinned pinned;
    constexpr std::size_t few = 20;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const auto& filter = list.filters[i];
        if (filter.field == "record_type") pinned.record_type = filter.value;
        if (filter.field == "record_id") pinned.record_id = filter.value;
        const auto& condition = conditions[i];
        if (filter.field != list.type->belongs_to || condition.op != store::Op::in || condition.values.size() > few)
            continue;
        for (const auto& value : condition.values) pinned.owners.push_back(std::get<base::Uuid>(value));
    }
    return pinned;
}

}  // namespace

base::Result<RecordPage> list_records(Context& context, const ListRecords& list) {
    if (list.limit == 0 || list.limit > list_limit_max)
        return base::Refusal{"list.limit", {std::to_string(list_limit_max)}, {}};
    store::Query query;
    for (const auto& filter : list.filters) query.conditions.push_back(TRY(condition_of(*list.type, filter)));
    if (list.type->shape == schema::Shape::dated) query.on = list.on;
    query.order = TRY(order_of(*list.type, list.sort));
    if (!list.cursor.empty()) query.after = TRY(read_cursor(list, query.order));
    auto reach = TRY(reading_conditions(context, *list.type, list.organisation, pinned_by(list, query.conditions)));
    for (auto& condition : reach) query.conditions.push_back(std::move(condition));

    RecordPage page;
    page.total = context.store.count(*list.type, query);
    query.limit = list.limit + 1;
    auto records = context.store.select(*list.type, query);
    if (records.size() > list.limit) {
        records.pop_back();
        page.next = cursor_of(list, query.order, records.back());
    }
    std::vector<const schema::Record*> read;
    for (const auto& record : records) read.push_back(&record);
    log_access(context, access_lines(context, *list.type, read, "list_records"));
    page.items = show(context.store, list.on.value_or(context.today), std::move(records));
    return page;
}

std::string to_json(const RecordPage& page) {
    schema::JsonWriter json;
    json.member("total", page.total).objects("items", page.items, write_shown).member_if("next", page.next);
    return json.take();
}

}  // namespace actions
