// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/accounts.h"

#include <unordered_map>

#include "actions/credential.h"
#include "actions/grants.h"
#include "actions/password.h"
#include "actions/reach.h"
#include "actions/sessions.h"
#include "records/party_member.h"

namespace actions {
namespace {

using rules::Right;

schema::Record new_account(const NewAccount& order) {
    schema::Record record{records::account};
    record["name"] = order.name;
    record["display_name"] = order.display_name;
    if (order.member_id) record["member_id"] = *order.member_id;
    record["is_closed"] = false;
    return record;
}

base::Result<CreatedAccount> insert_account(Context& context, store::Transaction& transaction,
                                            const NewAccount& order) {
    CreatedAccount created{.account = new_account(order), .password = random_password()};
    TRY(transaction.insert(created.account));
    Credential credential{.account_id = created.account.id};
    credential.set_password(created.password, true, context.now_ms);
    auto record = to_record(credential);
    TRY(transaction.insert(record));
    return created;
}

base::Result<void> refuse_second_account(store::Reader& reader, const base::Uuid& member) {
    const auto others = reader.select(records::account, {.conditions = {{.field = "member_id", .values = {member}},
                                                                        {.field = "is_closed", .values = {false}}},
                                                         .limit = 1});
    if (others.empty()) return {};
    return base::Refusal{
        "not_unique",
        {std::string{records::account["member_id"].options.label}, std::get<std::string>(others.front()["name"])},
        {}};
}

void insert_root_grants(Context& context, store::Transaction& transaction, const base::Uuid& account) {
    const Reach everything{forest_of(context)};
    for (const auto root : everything.tops()) {
        schema::Record grant{records::role_grant};
        grant["account_id"] = account;
        grant["role"] = std::string{schema::code_of(records::Role::administrator)};
        grant["organisation_id"] = everything.forest().ids()[root];
        grant["valid_from"] = context.today;
        const auto written = transaction.insert(grant);
        CHECK(written.has_value());
    }
}

}  // namespace

base::Result<CreatedAccount> create_account(Context& context, const NewAccount& order) {
    TRY(require(context, Right::manage_accounts));
    if (order.member_id) {
        if (!context.store.find(records::PartyMember::type, *order.member_id))
            return not_there(records::PartyMember::type);
        TRY(require_member(context, Right::manage_accounts, *order.member_id));
    }
    auto transaction = context.store.begin(context.intent("create_account"));
    transaction->lock_structure();  // Two clerks must not give one member two accounts.
    if (order.member_id) TRY(refuse_second_account(*transaction, *order.member_id));
    auto created = TRY(insert_account(context, *transaction, order));
    transaction->commit();
    return created;
}

base::Result<schema::Record> change_account(Context& context, const AccountChange& order) {
    TRY(require_account(context, order.account_id));
    auto record = context.store.find(records::account, order.account_id);
    if (!record) return not_there(records::account);
    const bool closes = order.is_closed && *order.is_closed && !std::get<bool>((*record)["is_closed"]);
    if (closes && order.account_id == context.access.account_id) return base::Refusal{"account.own", {}, {}};
    if (order.display_name) (*record)["display_name"] = *order.display_name;
    if (order.is_closed) (*record)["is_closed"] = *order.is_closed;
    record->version = order.version;
    auto transaction = context.store.begin(context.intent(closes ? "close_account" : "change_account"));
    TRY(transaction->correct(*record));
    if (closes) TRY(end_sessions(context, *transaction, order.account_id));
    transaction->commit();
    access_changed(context);
    return *std::move(record);
}

base::Result<std::string> reset_password(Context& context, const base::Uuid& account) {
    TRY(require_account(context, account));
    auto password = random_password();
    TRY(change_credential(context, context.intent("reset_password"), account,
                          [&](Credential& credential, store::Transaction& transaction) {
                              credential.set_password(password, true, context.now_ms);
                              return end_sessions(context, transaction, account);
                          }));
    access_changed(context);
    return password;
}

base::Result<void> reset_totp(Context& context, const base::Uuid& account) {
    TRY(require_account(context, account));
    TRY(change_credential(context, context.intent("reset_totp"), account,
                          [](Credential& credential, store::Transaction&) {
                              credential.forget_totp();
                              return base::Result<void>{};
                          }));
    access_changed(context);
    return {};
}

base::Result<std::vector<AccountRow>> list_accounts(Context& context) {
    TRY(require(context, Right::manage_accounts));
    std::vector<AccountRow> rows;
    std::unordered_map<base::Uuid, std::size_t> row_of;
    const auto managed = managed_accounts(context);
    for (auto& account : context.store.select(records::account, {.order = {{"name"}}})) {
        if (!managed.contains(account.id)) continue;
        row_of.emplace(account.id, rows.size());
        rows.push_back({.account = std::move(account)});
    }
    for (auto& grant : list_grants(context)) {
        const auto row = row_of.find(grant.account_id);
        if (row != row_of.end() && (!grant.period.valid_to || *grant.period.valid_to > context.today))
            rows[row->second].grants.push_back(std::move(grant));
    }
    context.store.scan(records::credential, {}, [&](const schema::Record& record) {
        const auto credential = credential_of(record);
        const auto found = row_of.find(credential.account_id);
        if (found == row_of.end()) return;
        auto& row = rows[found->second];
        row.has_totp = credential.has_totp();
        row.must_change_password = credential.must_change_password;
        row.is_locked = credential.is_locked(context.now_ms);
        row.last_sign_in_at_ms = credential.last_sign_in_at_ms;
    });
    return rows;
}

std::optional<FirstAdministrator> ensure_first_administrator(Context& context) {
    constexpr std::string_view name = "quantri";
    if (context.store.count(records::account, {}) == 0) {
        auto transaction = context.store.begin(context.intent("create_first_administrator"));
        transaction->lock_structure();
        if (transaction->count(records::account, {}) != 0) return {};  // Another server was faster.
        auto created =
            insert_account(context, *transaction, {.name = std::string{name}, .display_name = "Quản trị hệ thống"});
        CHECK(created.has_value());
        insert_root_grants(context, *transaction, created->account.id);
        transaction->commit();
        return FirstAdministrator{std::string{name}, std::move(created->password)};
    }
    // Made when there was no organisation yet: gets them now.
    const auto first = find_account(context.store, name);
    if (first && context.store.count(records::role_grant, {}) == 0) {
        auto transaction = context.store.begin(context.intent("grant_first_administrator"));
        transaction->lock_structure();
        if (transaction->count(records::role_grant, {}) != 0) return {};
        insert_root_grants(context, *transaction, first->id);
        transaction->commit();
        access_changed(context);
    }
    return {};
}

}  // namespace actions
