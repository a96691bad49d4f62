// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/accounts.h"

#include <algorithm>

#include "actions/accounts.h"
#include "actions/credential.h"
#include "actions/grants.h"
#include "actions/load_tree.h"
#include "demo/model.h"
#include "records/party_member.h"

namespace demo {
namespace {

using actions::Context;
using records::Role;
using rules::OrganisationTree;

constexpr int delegation_days = 30;

struct Chosen {
    std::string root, grassroots, cell;
    std::string member_number;
    base::Uuid member_id;
};

// The first of its members by profile number: one who has been there all along.
void choose_member(Context& context, const base::Uuid& cell, Chosen& chosen) {
    const auto stays =
        context.store.select<records::Membership>({.conditions = {{.field = "cell_id", .values = {cell}},
                                                                  {.field = "status", .values = {std::string{"full"}}},
                                                                  {.field = "valid_to", .op = store::Op::is_empty}}});
    for (const auto& stay : stays) {
        const auto member = context.store.find(stay.member_id);
        if (!member || member->profile_number.empty()) continue;
        if (!chosen.member_number.empty() && chosen.member_number < member->profile_number) continue;
        chosen.member_number = member->profile_number;
        chosen.member_id = member->id.value;
    }
}

Chosen choose(Context& context) {
    const auto tree = actions::load_tree(context.store, demo_year_end);
    Chosen chosen;
    std::size_t most = 0;
    for (OrganisationTree::Place place = 0; place < tree.nodes().size(); ++place) {
        const auto& node = tree[place];
        if (!node.superior) chosen.root = node.code;
        if (node.kind != records::OrganisationKind::grassroots_party || tree.children(place).size() <= most) continue;
        most = tree.children(place).size();
        chosen.grassroots = node.code;
    }
    const auto cell = tree.children(tree.find(chosen.grassroots).value()).front();
    chosen.cell = tree[cell].code;
    choose_member(context, tree[cell].id.value, chosen);
    return chosen;
}

base::Result<void> make_account(Context& context, const DemoAccount& account, const std::string& password,
                                const Chosen& chosen) {
    actions::NewAccount order{.name = account.name, .display_name = account.display_name};
    if (!account.member.empty()) order.member_id = chosen.member_id;
    const auto created = TRY(actions::create_account(context, order));
    TRY(actions::change_credential(context, context.intent("make_demo_account"), created.account.id,
                                   [&](actions::Credential& credential, store::Transaction&) {
                                       credential.set_password(password, false, context.now_ms);
                                       return base::Result<void>{};
                                   }));
    if (account.organisation.empty()) return {};
    TRY(actions::grant_role(context, {.account_id = created.account.id,
                                      .role = account.role,
                                      .organisation = account.organisation,
                                      .valid_from = demo_register_start}));
    return {};
}

base::Result<void> delegate(Context& context, const Chosen& chosen) {
    Context as_secretary{.store = context.store, .actor = "bithu", .today = context.today, .now_ms = context.now_ms};
    const auto secretary = TRY(actions::find_account(context.store, "bithu"));
    as_secretary.access = actions::access_of(as_secretary, secretary.id);
    TRY(actions::delegate_role(as_secretary, {.account = "phobithu",
                                              .role = Role::cell_secretary,
                                              .organisation = chosen.cell,
                                              .valid_from = context.today,
                                              .valid_to = context.today + delegation_days}));
    return {};
}

}  // namespace

base::Result<std::vector<DemoAccount>> make_demo_accounts(Context& context) {
    const auto chosen = choose(context);
    std::vector<DemoAccount> accounts{
        {"quantri", "Quản trị hệ thống (mẫu)", Role::administrator, chosen.root, {}},
        {"bantochuc", "Cán bộ Ban Tổ chức (mẫu)", Role::organisation_board, chosen.root, {}},
        {"capuy", "Cán bộ cấp ủy cơ sở (mẫu)", Role::grassroots_committee, chosen.grassroots, {}},
        {"bithu", "Bí thư chi bộ (mẫu)", Role::cell_secretary, chosen.cell, {}},
        {"lanhdao", "Lãnh đạo cấp ủy (mẫu)", Role::leader, chosen.root, {}},
        {"phobithu", "Phó bí thư chi bộ, được ủy quyền (mẫu)", Role::cell_secretary, {}, {}},
        {"dangvien", "Đảng viên (mẫu)", Role::member, chosen.cell, chosen.member_number},
    };
    for (const auto& account : accounts) TRY(make_account(context, account, std::string{demo_password}, chosen));
    TRY(delegate(context, chosen));
    return accounts;
}

}  // namespace demo
