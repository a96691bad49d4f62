// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/grants.h"

#include "actions/scope_for_tests.h"
#include "records/platform.h"

namespace actions {
namespace {

using base::date;
using records::Role;

class GrantsTest : public SmallCity {
protected:
    GrantsTest() {
        account("quantri", {{Role::administrator, "T"}});
        account("bantochuc", {{Role::organisation_board, "T"}});
        account("capuy", {{Role::grassroots_committee, "T.A"}});
        account("phong", {{Role::organisation_board, "T.A"}});
        lan_ = account("lan");
    }
    std::string granted(const std::string& by, Role role, const std::string& organisation) {
        return granted(by, lan_, role, organisation);
    }
    std::string granted(const std::string& by, const base::Uuid& to, Role role, const std::string& organisation) {
        const auto result = grant_role(as(by), {.account_id = to,
                                                .role = role,
                                                .organisation = organisation,
                                                .valid_from = date(2025, 6, 1),
                                                .valid_to = {}});
        return result ? "" : result.error().code;
    }
    std::string delegated(const std::string& by, Role role, const std::string& organisation, base::Date from,
                          std::optional<base::Date> to) {
        const auto result = delegate_role(as(by), {"lan", role, organisation, from, to});
        return result ? "" : result.error().code;
    }
    std::size_t roles_of(const std::string& name) { return as(name).access.grants.size(); }
    base::Uuid id_of(const std::string& name) { return must(find_account(*store_, name)).id; }

    base::Uuid lan_;
};

TEST_F(GrantsTest, NobodyGrantsMoreThanTheOwnSubtreeOrARoleAbove) {
    EXPECT_EQ(granted("phong", Role::cell_secretary, "T.B.1"), "organisation.unknown");
    EXPECT_EQ(granted("phong", Role::administrator, "T.A"), "access.denied");
    EXPECT_EQ(granted("phong", Role::grassroots_committee, "T.A"), "");
    EXPECT_EQ(granted("phong", Role::grassroots_committee, "T.A"), "grant.already");
    EXPECT_EQ(granted("capuy", Role::cell_secretary, "T.A.1"), "access.denied");  // Manages no accounts.
    EXPECT_EQ(granted("quantri", Role::organisation_board, "T"), "");
    EXPECT_EQ(roles_of("lan"), 2u);
}

// Otherwise a new password would be a way up.
TEST_F(GrantsTest, NobodyManagesAnAccountThatMayMore) {
    EXPECT_EQ(code_of(require_account(as("phong"), id_of("bantochuc"))), "not_found");
    EXPECT_EQ(code_of(require_account(as("phong"), id_of("quantri"))), "not_found");
    EXPECT_EQ(code_of(require_account(as("bantochuc"), id_of("quantri"))), "not_found");
    EXPECT_EQ(code_of(require_account(as("phong"), id_of("capuy"))), "");
    EXPECT_EQ(code_of(require_account(as("quantri"), id_of("bantochuc"))), "");
    EXPECT_EQ(code_of(require_account(as("capuy"), lan_)), "access.denied");
    EXPECT_EQ(reset_password(as("phong"), id_of("quantri")).error().code, "not_found");
    EXPECT_EQ(granted("phong", id_of("bantochuc"), Role::leader, "T.A"), "not_found");
}

TEST_F(GrantsTest, AGrantEndsTodayAndOneToComeIsTakenBack) {
    const auto running = must(grant_role(local_, {lan_, Role::leader, "T.A", date(2025, 1, 1), {}}));
    const auto later = must(grant_role(local_, {lan_, Role::leader, "T.B", date(2025, 9, 1), {}}));
    EXPECT_EQ(roles_of("lan"), 1u);
    EXPECT_EQ(code_of(end_grant(as("phong"), later)), "not_found");
    must_void(end_grant(as("quantri"), running));
    must_void(end_grant(as("quantri"), later));
    EXPECT_EQ(roles_of("lan"), 0u);
    const auto kept = *store_->find(records::role_grant, running);
    EXPECT_EQ(std::get<base::Date>(kept["valid_to"]), date(2025, 6, 1));
    EXPECT_FALSE(store_->find(records::role_grant, later));
    EXPECT_EQ(code_of(end_grant(as("quantri"), running)), "grant.ended");
}

TEST_F(GrantsTest, OneDelegatesTheOwnRoleForAWhile) {
    const auto from = date(2025, 6, 1), to = date(2025, 6, 15);
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A.1", from, {}), "delegation.needs_end");
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.B", from, to), "organisation.unknown");
    EXPECT_EQ(delegated("capuy", Role::organisation_board, "T.A", from, to), "delegation.no_role");
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A", date(2024, 12, 1), to), "delegation.no_role");
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A", to, from), "date_order");
    EXPECT_EQ(delegate_role(as("capuy"), {"capuy", Role::grassroots_committee, "T.A", from, to}).error().code,
              "delegation.self");
    EXPECT_EQ(delegate_role(as("capuy"), {"ai", Role::grassroots_committee, "T.A", from, to}).error().code,
              "account.unknown");
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A.1", from, to), "");
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A.1", from, to), "grant.already");

    EXPECT_TRUE(require_member(as("lan"), rules::Right::change, members_.at("an")));
    EXPECT_FALSE(require_organisation(as("lan"), rules::Right::see, "T.A.2"));
    // What was delegated is not handed on.
    EXPECT_EQ(delegate_role(as("lan"), {"phong", Role::grassroots_committee, "T.A.1", from, to}).error().code,
              "delegation.no_role");
    context_.today = to;
    EXPECT_EQ(roles_of("lan"), 0u);
}

TEST_F(GrantsTest, ADelegationFallsWithTheOwnRole) {
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A", date(2025, 6, 1), date(2025, 12, 1)), "");
    EXPECT_EQ(roles_of("lan"), 1u);
    const auto own = list_grants(local_, id_of("capuy"));
    ASSERT_EQ(own.size(), 1u);
    must_void(end_grant(local_, own[0].id));
    EXPECT_EQ(roles_of("lan"), 0u);
}

TEST_F(GrantsTest, ADelegationFallsWithTheAccount) {
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A", date(2025, 6, 1), date(2025, 12, 1)), "");
    const auto record = must(find_account(*store_, "capuy"));
    must(change_account(local_, {.account_id = record.id, .version = record.version, .is_closed = true}));
    EXPECT_EQ(roles_of("lan"), 0u);
}

TEST_F(GrantsTest, WhoDelegatedMayEndIt) {
    EXPECT_EQ(delegated("capuy", Role::grassroots_committee, "T.A", date(2025, 6, 1), date(2025, 12, 1)), "");
    const auto grants = list_grants(as("capuy"));
    ASSERT_EQ(grants.size(), 2u);  // The own one, and the one delegated.
    for (const auto& grant : grants)
        if (grant.delegated_by) must_void(end_grant(as("capuy"), grant.id));
    EXPECT_EQ(roles_of("lan"), 0u);
}

TEST_F(GrantsTest, AccountsAreMadeWhereOneManagesThem) {
    EXPECT_EQ(create_account(as("capuy"), {.name = "moi", .display_name = "Mới"}).error().code, "access.denied");
    EXPECT_EQ(create_account(as("phong"), {"moi", "Mới", members_.at("binh")}).error().code, "not_found");
    const auto made = must(create_account(as("phong"), {"moi", "Mới", members_.at("an")}));
    EXPECT_EQ(create_account(as("phong"), {"moi2", "Mới", members_.at("an")}).error().code, "not_unique");
    EXPECT_EQ(create_account(as("phong"), {.name = "moi", .display_name = "Mới"}).error().code, "not_unique");
    EXPECT_EQ(create_account(as("phong"), {.name = "Mới", .display_name = "Mới"}).error().code, "bad_identifier");
    EXPECT_TRUE(find_credential(*store_, made.account.id)->must_change_password);
    EXPECT_EQ(as("moi").access.member_id, members_.at("an"));
}

TEST_F(GrantsTest, ListsShowWhatOneManages) {
    const auto names = [&](const std::string& by) {
        std::string text;
        for (const auto& row : must(list_accounts(as(by)))) text += std::get<std::string>(row.account["name"]) + " ";
        return text;
    };
    EXPECT_EQ(names("quantri"), "bantochuc capuy lan phong quantri ");
    EXPECT_EQ(names("bantochuc"), "bantochuc capuy lan phong ");
    EXPECT_EQ(names("phong"), "capuy lan phong ");
    EXPECT_EQ(list_accounts(as("capuy")).error().code, "access.denied");

    account("cua-an", {}, "an");
    account("cua-binh", {}, "binh");
    for (const auto* by : {"quantri", "bantochuc", "phong", "capuy"}) {
        as(by);
        const auto managed = managed_accounts(context_);
        for (const auto& record : store_->select(records::account))
            EXPECT_EQ(managed.contains(record.id), require_account(context_, record.id).has_value())
                << by << " " << schema::to_text(record["name"]);
    }
}

TEST_F(GrantsTest, NobodyClosesTheOwnAccountOrWritesOverAnother) {
    const auto own = must(find_account(*store_, "quantri"));
    EXPECT_EQ(
        change_account(as("quantri"), {.account_id = own.id, .version = own.version, .is_closed = true}).error().code,
        "account.own");
    const auto lan = *store_->find(records::account, lan_);
    must(change_account(as("quantri"), {.account_id = lan_, .version = lan.version, .display_name = "Lan"}));
    EXPECT_EQ(
        change_account(as("quantri"), {.account_id = lan_, .version = lan.version, .display_name = "Hoa"}).error().code,
        "conflict");
}

// Its own fixture: there must be no account yet.
class FirstStart : public SmallCity {};

TEST_F(FirstStart, MakesOneAdministratorOnce) {
    const auto first = ensure_first_administrator(local_);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->name, "quantri");
    EXPECT_EQ(first->password.size(), 19u);
    EXPECT_FALSE(ensure_first_administrator(local_));
    const auto quantri = must(find_account(*store_, "quantri"));
    EXPECT_TRUE(find_credential(*store_, quantri.id)->must_change_password);
    as("quantri");
    EXPECT_TRUE(require_organisation(context_, rules::Right::manage_accounts, "T.B.1"));
    EXPECT_FALSE(require_member(context_, rules::Right::open_file, members_.at("an")));
}

}  // namespace
}  // namespace actions
