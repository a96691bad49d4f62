// SPDX-License-Identifier: AGPL-3.0-or-later
// A small city with people and accounts, for the tests of this folder. Today is 01/06/2025.
//
//   T            Đảng bộ thành phố
//     T.A        Đảng bộ phường An          cells T.A.1, T.A.2
//     T.B        Đảng bộ phường Bình        cell  T.B.1
//     T.C        Đảng bộ phường Cát         cell  T.C.1; both ended on 01/07/2024, when T.C was absorbed by T.A
//
// Members by name: an (T.A.1), binh (T.B.1, before 2023 T.A.1), chi (left T.A.2 in 2022), dung (died in T.C.1 in 2023),
// giang (T.B.1, guest in T.A.2 today).
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <map>

#include "actions/accounts.h"
#include "actions/credential.h"
#include "actions/grants.h"
#include "actions/reach.h"
#include "records/all.h"
#include "records/organisation_events.h"
#include "records/party_member.h"

namespace actions {

class SmallCity : public testing::Test {
protected:
    static constexpr std::int64_t start_ms = 1'748'750'400'000;  // 01/06/2025, 04:00 UTC

    SmallCity() {
        auto transaction = store_->begin({.action = "test", .actor = "cli:test", .at_ms = 1});
        using records::OrganisationKind;
        const auto end = base::date(2024, 7, 1);
        organisation(*transaction, "T", "", OrganisationKind::district);
        for (const auto* ward : {"T.A", "T.B"})
            organisation(*transaction, ward, "T", OrganisationKind::grassroots_party);
        organisation(*transaction, "T.C", "T", OrganisationKind::grassroots_party, end);
        for (const auto* cell : {"T.A.1", "T.A.2"}) organisation(*transaction, cell, "T.A", OrganisationKind::cell);
        organisation(*transaction, "T.B.1", "T.B", OrganisationKind::cell);
        organisation(*transaction, "T.C.1", "T.C", OrganisationKind::cell, end);
        succession(*transaction, "T.C", "T.A", end);

        stay(*transaction, "an", "T.A.1", base::date(2015, 1, 1));
        stay(*transaction, "binh", "T.A.1", base::date(2015, 1, 1), base::date(2023, 1, 1));
        stay(*transaction, "binh", "T.B.1", base::date(2023, 1, 1));
        stay(*transaction, "chi", "T.A.2", base::date(2015, 1, 1), base::date(2022, 1, 1));
        stay(*transaction, "dung", "T.C.1", base::date(2015, 1, 1), base::date(2023, 1, 1));
        stay(*transaction, "giang", "T.B.1", base::date(2015, 1, 1));
        stay(*transaction, "giang", "T.A.2", base::date(2025, 1, 1), {}, records::MembershipKind::guest);
        transaction->commit();
    }
    ~SmallCity() override {
        context_.reach.reset();
        store_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    template <class T>
    static T must(base::Result<T> result) {
        if (!result) throw std::runtime_error{result.error().code};
        return *std::move(result);
    }
    static std::string code_of(const base::Result<void>& result) { return result ? "" : result.error().code; }

    // An account with roles, made by the local administrator, with a password that holds at once.
    base::Uuid account(const std::string& name, const std::vector<std::pair<records::Role, std::string>>& roles = {},
                       const std::string& member = {}) {
        NewAccount order{.name = name, .display_name = "Tài khoản " + name};
        if (!member.empty()) order.member_id = members_.at(member);
        const auto created = must(create_account(local_, order));
        for (const auto& [role, code] : roles)
            must(grant_role(local_, {.account_id = created.account.id,
                                     .role = role,
                                     .organisation = code,
                                     .valid_from = base::date(2025, 1, 1)}));
        must_void(change_credential(local_, local_.intent("test"), created.account.id,
                                    [](Credential& credential, store::Transaction&) {
                                        credential.must_change_password = false;
                                        return base::Result<void>{};
                                    }));
        passwords_[name] = created.password;
        return created.account.id;
    }
    static void must_void(const base::Result<void>& result) {
        if (!result) throw std::runtime_error{result.error().code};
    }
    // Acts as that account, with what it may do now.
    Context& as(const std::string& name) {
        const auto account = must(find_account(*store_, name));
        context_.actor = name;
        context_.access = access_of(context_, account.id);
        return context_;
    }
    Context& as(records::Role role, const std::string& code) {
        context_.actor = "test";
        context_.access = {.grants = {{role, {organisations_.at(code)}}}};
        return context_;
    }

    std::map<std::string, base::Uuid> organisations_, members_, persons_;
    std::map<std::string, std::string> passwords_;
    std::string folder_ = new_folder();
    std::unique_ptr<store::Store> store_ = store::Store::open({folder_}, records::all(), true);
    Context local_{.store = *store_,
                   .actor = "cli:test",
                   .today = base::date(2025, 6, 1),
                   .now_ms = start_ms,
                   .access = rules::Access::local_administrator()};
    Context context_{.store = *store_, .actor = "test", .today = base::date(2025, 6, 1), .now_ms = start_ms};

private:
    static std::string new_folder() {
        char name[] = "/tmp/kientoan-scope-XXXXXX";
        if (!mkdtemp(name)) throw std::runtime_error{"no temporary folder"};
        return name;
    }

    void organisation(store::Transaction& transaction, const std::string& code, const std::string& superior,
                      records::OrganisationKind kind, std::optional<base::Date> end = {}) {
        records::Organisation organisation{.code = code};
        organisations_[code] = must(transaction.insert(organisation)).value;
        records::OrganisationVersion version{.organisation_id = organisation.id,
                                             .valid_from = base::date(2010, 1, 1),
                                             .valid_to = end,
                                             .name = "Tổ chức " + code,
                                             .kind = kind};
        if (!superior.empty()) version.superior_id = base::Id<records::Organisation>{organisations_.at(superior)};
        must(transaction.insert(version));
    }
    void succession(store::Transaction& transaction, const std::string& before, const std::string& after,
                    base::Date on) {
        records::Decision decision{
            .number = "1-QĐ/TU", .issued_on = on, .issuer = "Thành ủy", .kind = "decision", .subject = {}};
        must(transaction.insert(decision));
        schema::Record record{records::organisation_succession};
        record["predecessor_id"] = organisations_.at(before);
        record["successor_id"] = organisations_.at(after);
        record["act"] = std::string{"absorb"};
        record["effective_on"] = on;
        record["decision_id"] = decision.id.value;
        must(transaction.insert(record));
    }
    void stay(store::Transaction& transaction, const std::string& name, const std::string& cell, base::Date from,
              std::optional<base::Date> to = {}, records::MembershipKind kind = records::MembershipKind::home) {
        if (!members_.contains(name)) {
            records::Person person{.born_on = {1980, 5, 2}, .sex = records::Sex::female, .ethnicity = "kinh"};
            persons_[name] = must(transaction.insert(person)).value;
            records::PartyMember member{.person_id = person.id, .ceremony_on = base::date(2010, 1, 1)};
            members_[name] = must(transaction.insert(member)).value;
        }
        records::Membership membership{.member_id = {members_.at(name)},
                                       .cell_id = {organisations_.at(cell)},
                                       .valid_from = from,
                                       .valid_to = to,
                                       .kind = kind,
                                       .status = records::MembershipStatus::full};
        must(transaction.insert(membership));
    }
};

}  // namespace actions
