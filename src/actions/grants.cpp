// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/grants.h"

#include <array>
#include <unordered_map>

#include "actions/reach.h"
#include "actions/sessions.h"
#include "actions/sign_in.h"

namespace actions {
namespace {

using rules::Right;

// Where the caller manages accounts that have a role: in reach of those own grants that allow it and may hand out the
// role.
class Management {
public:
    explicit Management(Context& context) : context_{context} {}

    bool covers(records::Role role, const base::Uuid& organisation) {
        if (context_.access.is_local_administrator) return true;
        auto& reach = reaches_[static_cast<std::size_t>(role)];
        if (!reach) {
            std::vector<base::Uuid> roots;
            for (const auto& own : context_.access.grants)
                if (rules::allows(own.role, Right::manage_accounts) && rules::may_hand_out(own.role, role))
                    roots.push_back(own.organisation.value);
            reach.emplace(forest_of(context_), roots, context_.today);
        }
        return reach->holds(organisation);
    }
    // Of an account with grants of today or later: all of them. Without: whatever its member says.
    enum class Answer { no, yes, by_member };
    Answer judge(std::span<const RoleGrant> grants) {
        auto answer = Answer::by_member;
        for (const auto& grant : grants) {
            if (grant.period.valid_to && *grant.period.valid_to <= context_.today) continue;
            if (!covers(grant.role, grant.organisation.value)) return Answer::no;
            answer = Answer::yes;
        }
        return answer;
    }

private:
    Context& context_;
    std::array<std::optional<Reach>, 6> reaches_;  // By role.
};

bool manages(Context& context, records::Role role, const base::Uuid& organisation) {
    return Management{context}.covers(role, organisation);
}

std::vector<RoleGrant> grants_of(store::Reader& reader, const base::Uuid& account) {
    std::vector<RoleGrant> grants;
    reader.scan(records::role_grant,
                {.conditions = {{.field = "account_id", .values = {account}}}, .order = {{"valid_from"}}},
                [&](const schema::Record& record) { grants.push_back(role_grant_of(record)); });
    return grants;
}

}  // namespace

base::Result<void> require_account(Context& context, const base::Uuid& account) {
    if (context.access.is_local_administrator) return {};
    TRY(require(context, Right::manage_accounts));
    const auto record = context.store.find(records::account, account);
    if (!record) return not_there(records::account);
    const auto answer = Management{context}.judge(grants_of(context.store, account));
    const auto* member = std::get_if<base::Uuid>(&(*record)["member_id"]);
    const bool is_managed = answer == Management::Answer::by_member
                                ? !member || require_member(context, Right::manage_accounts, *member)
                                : answer == Management::Answer::yes;
    if (!is_managed) return not_there(records::account);
    return {};
}

std::unordered_set<base::Uuid> managed_accounts(Context& context) {
    std::unordered_map<base::Uuid, std::vector<RoleGrant>> grants;
    context.store.scan(records::role_grant, {}, [&](const schema::Record& record) {
        auto grant = role_grant_of(record);
        grants[grant.account_id].push_back(std::move(grant));
    });
    struct Account {
        base::Uuid id;
        std::optional<base::Uuid> member;
    };
    std::vector<Account> accounts;
    std::vector<base::Uuid> members;
    context.store.scan(records::account, {}, [&](const schema::Record& record) {
        const auto* member = std::get_if<base::Uuid>(&record["member_id"]);
        accounts.push_back({record.id, member ? std::optional{*member} : std::nullopt});
        if (member) members.push_back(*member);
    });
    std::unordered_set<base::Uuid> managed;
    if (!context.access.may_anywhere(Right::manage_accounts)) return managed;
    const auto reached = reached_members(context, Right::manage_accounts, members);
    Management management{context};
    for (const auto& account : accounts) {
        const auto answer = management.judge(grants[account.id]);
        if (answer == Management::Answer::by_member ? !account.member || reached.contains(*account.member)
                                                    : answer == Management::Answer::yes)
            managed.insert(account.id);
    }
    return managed;
}

namespace {

base::Result<base::Uuid> insert_grant(Context& context, const std::string& action, const RoleGrant& grant) {
    auto transaction = context.store.begin(context.intent(action));
    transaction->lock_structure();  // Two clerks must not give the same role twice.
    for (const auto& other : grants_of(*transaction, grant.account_id))
        if (other.role == grant.role && other.organisation == grant.organisation &&
            other.delegated_by == grant.delegated_by && other.period.overlaps(grant.period))
            return base::Refusal{"grant.already",
                                 {std::string{records::roles.label_of(schema::code_of(grant.role))},
                                  forest_of(context)->code(*forest_of(context)->find(grant.organisation.value))},
                                 {}};
    schema::Record record{records::role_grant};
    record["account_id"] = grant.account_id;
    record["role"] = std::string{schema::code_of(grant.role)};
    record["organisation_id"] = grant.organisation.value;
    record["valid_from"] = grant.period.valid_from;
    if (grant.period.valid_to) record["valid_to"] = *grant.period.valid_to;
    if (grant.delegated_by) record["delegated_by"] = *grant.delegated_by;
    const auto id = TRY(transaction->insert(record));
    transaction->commit();
    access_changed(context);
    return id;
}

base::Result<base::Id<records::Organisation>> organisation_of(Context& context, const std::string& code) {
    const auto forest = forest_of(context);
    const auto place = forest->find(code);
    if (!place) return base::Refusal{"organisation.unknown", {code}, {}};
    return base::Id<records::Organisation>{forest->ids()[*place]};
}

// An own grant, not delegated, that covers organisation and period.
bool has_role(Context& context, const base::Uuid& account, records::Role role, const base::Uuid& organisation,
              const base::Period& period) {
    for (const auto& own : grants_of(context.store, account)) {
        const bool spans = own.period.valid_from <= period.valid_from &&
                           (!own.period.valid_to || (period.valid_to && *period.valid_to <= *own.period.valid_to));
        if (own.delegated_by || own.role != role || !spans) continue;
        if (Reach{forest_of(context), {&own.organisation.value, 1}, context.today}.holds(organisation)) return true;
    }
    return false;
}

}  // namespace

base::Result<base::Uuid> grant_role(Context& context, const NewGrant& order) {
    TRY(require_account(context, order.account_id));
    if (!context.store.find(records::account, order.account_id)) return not_there(records::account);
    TRY(require_organisation(context, Right::manage_accounts, order.organisation));
    const auto organisation = TRY(organisation_of(context, order.organisation));
    if (!manages(context, order.role, organisation.value))
        return base::Refusal{
            "access.denied", {std::string{rules::label_of(Right::manage_accounts)}, order.organisation}, {}};
    return insert_grant(context, "grant_role",
                        {.id = {},
                         .account_id = order.account_id,
                         .role = order.role,
                         .organisation = organisation,
                         .period = {order.valid_from, order.valid_to},
                         .delegated_by = {}});
}

base::Result<void> end_grant(Context& context, const base::Uuid& id) {
    const auto record = context.store.find(records::role_grant, id);
    if (!record) return not_there(records::role_grant);
    const auto grant = role_grant_of(*record);
    const bool is_own = grant.delegated_by && *grant.delegated_by == context.access.account_id;
    if (!is_own &&
        (!require_account(context, grant.account_id) || !manages(context, grant.role, grant.organisation.value)))
        return not_there(records::role_grant);
    if (grant.period.valid_to && *grant.period.valid_to <= context.today)
        return base::Refusal{"grant.ended", {base::to_vietnamese(*grant.period.valid_to)}, {}};
    auto transaction = context.store.begin(context.intent("end_grant"));
    if (grant.period.valid_from < context.today)
        TRY(transaction->close(records::role_grant, id, grant.version, context.today));
    else
        TRY(transaction->erase(records::role_grant, id, grant.version));
    transaction->commit();
    access_changed(context);
    return {};
}

base::Result<base::Uuid> delegate_role(Context& context, const Delegation& order) {
    const auto own = TRY(own_account(context));
    const auto account = TRY(find_account(context.store, order.account));
    if (account.id == own) return base::Refusal{"delegation.self", {}, {}};
    if (!order.valid_to) return base::Refusal{"delegation.needs_end", {}, {}};
    TRY(require_organisation(context, Right::see, order.organisation));
    const auto organisation = TRY(organisation_of(context, order.organisation));
    const base::Period period{order.valid_from, order.valid_to};
    if (!has_role(context, own, order.role, organisation.value, period))
        return base::Refusal{"delegation.no_role",
                             {std::string{records::roles.label_of(schema::code_of(order.role))}, order.organisation},
                             {}};
    return insert_grant(context, "delegate_role",
                        {.id = {},
                         .account_id = account.id,
                         .role = order.role,
                         .organisation = organisation,
                         .period = period,
                         .delegated_by = own});
}

std::vector<RoleGrant> list_grants(Context& context, const std::optional<base::Uuid>& account) {
    store::Query query{.order = {{"account_id"}, {"valid_from"}}};
    if (account) query.conditions.push_back({.field = "account_id", .values = {*account}});
    const auto managed = managed_accounts(context);
    const auto& own = context.access.account_id;
    std::vector<RoleGrant> grants;
    context.store.scan(records::role_grant, query, [&](const schema::Record& record) {
        auto grant = role_grant_of(record);
        const bool is_own = !own.is_nil() && (grant.account_id == own || grant.delegated_by == own);
        if (is_own || managed.contains(grant.account_id)) grants.push_back(std::move(grant));
    });
    return grants;
}

}  // namespace actions
