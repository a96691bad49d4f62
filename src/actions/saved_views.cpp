// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/saved_views.h"

#include <algorithm>

#include "actions/reach.h"
#include "actions/sign_in.h"
#include "base/text.h"
#include "records/platform.h"

namespace actions {
namespace {

SavedView view_of(const schema::Record& record) {
    return {.id = record.id,
            .name = std::get<std::string>(record["name"]),
            .record_type = std::get<std::string>(record["record_type"]),
            .definition = std::get<std::string>(record["definition"])};
}

store::Condition of_account(const base::Uuid& account) { return {.field = "account_id", .values = {account}}; }

}  // namespace

std::vector<SavedView> list_views(Context& context, const std::string& record_type) {
    const auto account = own_account(context);
    if (!account) return {};
    store::Query query{.conditions = {of_account(*account)}};
    if (!record_type.empty()) query.conditions.push_back({.field = "record_type", .values = {record_type}});
    std::vector<SavedView> views;
    for (const auto& record : context.store.select(records::saved_view, query)) views.push_back(view_of(record));
    std::sort(views.begin(), views.end(),
              [](const SavedView& a, const SavedView& b) { return base::sort_key(a.name) < base::sort_key(b.name); });
    return views;
}

base::Result<SavedView> save_view(Context& context, const SavedView& view) {
    const auto account = TRY(own_account(context));
    const auto transaction = context.store.begin(context.intent("save_view"));
    auto same_name = transaction->select(
        records::saved_view, {.conditions = {of_account(account), {.field = "name", .values = {view.name}}}});
    schema::Record record = same_name.empty() ? schema::Record{records::saved_view} : std::move(same_name.front());
    record["account_id"] = account;
    record["name"] = view.name;
    record["record_type"] = view.record_type;
    record["definition"] = view.definition;
    if (same_name.empty())
        TRY(transaction->insert(record));
    else
        TRY(transaction->correct(record));
    transaction->commit();
    return view_of(record);
}

base::Result<void> forget_view(Context& context, const base::Uuid& view) {
    const auto account = TRY(own_account(context));
    const auto transaction = context.store.begin(context.intent("forget_view"));
    const auto record = transaction->find(records::saved_view, view);
    if (!record || std::get<base::Uuid>((*record)["account_id"]) != account) return not_there(records::saved_view);
    TRY(transaction->erase(records::saved_view, view, record->version));
    transaction->commit();
    return {};
}

}  // namespace actions
