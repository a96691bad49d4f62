// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/context.h"
#include "records/all.h"
#include "records/organisation.h"
#include "records/party_member.h"
#include "records/person.h"
#include "tests/store/both_engines.h"

namespace property_test {

using base::date;
using records::OrganisationKind;

// A committee with two cells and three members, on both engines, and its local administrator on 1 June 2021.
class SmallCommittee : public store_test::BothEngines {
protected:
    void SetUp() override {
        address_ = new_address();
        store_ = store::Store::open(address_, records::all(), true);
        context_ = std::make_unique<actions::Context>(actions::Context{.store = *store_,
                                                                       .actor = "cli:lan",
                                                                       .today = date(2021, 6, 1),
                                                                       .now_ms = 1'622'505'600'123,
                                                                       .access = rules::Access::local_administrator()});
        begin("build");
        top_ = add_organisation("DB", "Đảng bộ phường Một", OrganisationKind::grassroots_party, {});
        cell_ = add_organisation("DB.1", "Chi bộ 1", OrganisationKind::cell, top_);
        other_ = add_organisation("DB.2", "Chi bộ 2", OrganisationKind::cell, top_);
        hoa_ = add_member("Nguyễn Thị Hòa", "123456QT", cell_, date(2015, 2, 3), records::MembershipStatus::full);
        add_member("Nguyễn Thị Hoàng", "123457QT", cell_, date(2015, 2, 3), records::MembershipStatus::full);
        add_member("Trần Văn Hoa", "223458QT", other_, date(2020, 5, 3), records::MembershipStatus::probationary);
        end();
    }

    void begin(const std::string& action) {
        transaction_ =
            store_->begin({.action = action, .actor = "cli:lan", .at_ms = 1'622'505'600'000, .reason = "Lý do nêu ra"});
    }
    std::int64_t end() {
        const auto sequence = transaction_->commit();
        transaction_.reset();
        return sequence;
    }
    template <class R>
    base::Id<R> insert(R row) {
        return store_test::must_insert(*transaction_, row);
    }
    base::Uuid insert(schema::Record record) {
        auto inserted = transaction_->insert(record);
        if (!inserted) throw std::runtime_error{inserted.error().code};
        return *inserted;
    }
    base::Id<records::Organisation> add_organisation(const std::string& code, const std::string& name,
                                                     OrganisationKind kind,
                                                     std::optional<base::Id<records::Organisation>> superior) {
        const auto id = insert(records::Organisation{.code = code});
        insert(records::OrganisationVersion{.organisation_id = id,
                                            .valid_from = date(2010, 1, 1),
                                            .name = name,
                                            .kind = kind,
                                            .superior_id = superior});
        return id;
    }
    base::Id<records::PartyMember> add_member(const std::string& name, const std::string& number,
                                              base::Id<records::Organisation> cell, base::Date ceremony,
                                              records::MembershipStatus status) {
        const auto person = insert(records::Person{.born_on = base::PartialDate{1985, 3, 12},
                                                   .sex = records::Sex::female,
                                                   .ethnicity = "kinh",
                                                   .personal_id = "0451850" + number.substr(1, 5)});
        insert(records::PersonVersion{
            .person_id = person, .valid_from = date(1985, 3, 12), .full_name = name, .phone = "0905123456"});
        const auto member =
            insert(records::PartyMember{.person_id = person, .profile_number = number, .ceremony_on = ceremony});
        insert(records::Membership{.member_id = member,
                                   .cell_id = cell,
                                   .valid_from = ceremony,
                                   .status = status,
                                   .entry = records::Entry::admitted});
        return member;
    }
    base::Uuid person_of(base::Id<records::PartyMember> member) { return store_->find(member)->person_id.value; }

    std::unique_ptr<actions::Context> context_;
    std::unique_ptr<store::Transaction> transaction_;
    base::Id<records::Organisation> top_, cell_, other_;
    base::Id<records::PartyMember> hoa_;
};

}  // namespace property_test
