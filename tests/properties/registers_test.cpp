// SPDX-License-Identifier: AGPL-3.0-or-later
// What a server keeps in memory follows the store: after any commit it is what a new start would load; readers
// meanwhile see one whole state or another.
#include <atomic>
#include <thread>

#include "actions/find_members.h"
#include "actions/registers.h"
#include "actions/store_pool.h"
#include "records/all.h"
#include "stats/answer.h"
#include "tests/properties/figures_register.h"
#include "tests/store/both_engines.h"

namespace figures_test {
namespace {

using actions::RegisterFacts;
using actions::Registers;

void expect_equal(const stats::Table& a, const stats::Table& b) {
    const std::string name{a.subject->name};
    EXPECT_EQ(a.start, b.start) << name;
    EXPECT_EQ(a.entity, b.entity) << name;
    EXPECT_EQ(a.other, b.other) << name;
    EXPECT_EQ(a.from, b.from) << name;
    EXPECT_EQ(a.to, b.to) << name;
    EXPECT_EQ(a.born, b.born) << name;
    EXPECT_EQ(a.codes, b.codes) << name;
}

void expect_equal(const RegisterFacts& a, const RegisterFacts& b, Date day) {
    const auto columns_a = stats::build_columns(a.facts()), columns_b = stats::build_columns(b.facts());
    ASSERT_EQ(columns_a->members, columns_b->members);
    for (std::size_t i = 0; i < columns_a->tables.size(); ++i) expect_equal(columns_a->tables[i], columns_b->tables[i]);
    expect_equal(columns_a->guests, columns_b->guests);
    const stats::Roster roster_a{a.facts(), a.roster(), std::make_shared<stats::NameTable>(a.names())};
    const stats::Roster roster_b{b.facts(), b.roster(), std::make_shared<stats::NameTable>(b.names())};
    const auto on = stats::to_day(day);
    for (std::uint32_t member = 0; member < roster_a.size(); ++member) {
        EXPECT_EQ(roster_a.full_name(member, on), roster_b.full_name(member, on));
        EXPECT_EQ(roster_a.profile_number(member), roster_b.profile_number(member));
        EXPECT_EQ(roster_a.card_number(member), roster_b.card_number(member));
        EXPECT_EQ(roster_a.born_on(member), roster_b.born_on(member));
        EXPECT_EQ(roster_a.ceremony_on(member), roster_b.ceremony_on(member));
        for (const auto sort : {stats::MemberSort::name, stats::MemberSort::born_on, stats::MemberSort::party_age,
                                stats::MemberSort::profile_number})
            EXPECT_EQ(roster_a.rank(sort, roster_a.span(member, on)), roster_b.rank(sort, roster_b.span(member, on)));
    }
    const stats::OrganisationNames names_a{a.facts(), a.roster().organisation_names, columns_a->forest};
    const stats::OrganisationNames names_b{b.facts(), b.roster().organisation_names, columns_b->forest};
    for (stats::Place place = 0; place < columns_a->forest.size(); ++place) {
        EXPECT_EQ(names_a.name(place, on), names_b.name(place, on));
        EXPECT_EQ(names_a.kind(place, on), names_b.kind(place, on));
    }
}

class RegistersFollow : public store_test::BothEngines {
protected:
    void load(std::uint32_t seed) {
        store_.reset();
        address_ = new_address();
        store_ = store::Store::open(address_, records::all(), true);
        register_ = std::make_unique<RandomRegister>(*store_, seed, Size{.members = 25});
    }
    std::unique_ptr<store::Transaction> begin() {
        return store_->begin({.action = "test", .actor = "cli:test", .at_ms = 1'700'000'000'001});
    }
    template <class T>
    T& any(std::vector<T>& rows) {
        return rows[static_cast<std::size_t>(register_->number(0, static_cast<int>(rows.size()) - 1))];
    }
    schema::Record any_row(store::Transaction& transaction, const schema::RecordType& type) {
        auto rows = transaction.select(type);
        return any(rows);
    }
    static void must(bool done) {
        if (!done) throw std::runtime_error{"refused"};
    }

    // One change of the kinds that clerks make.
    void change_something() {
        auto transaction = begin();
        switch (register_->number(0, 11)) {
            case 0: {
                auto row = any_row(*transaction, records::PersonVersion::type);
                row["full_name"] = "Trần Thị " + std::to_string(register_->number(1, 9));
                row["occupation"] = std::string{"farmer"};
                row["occupation"] = schema::Value{};
                must(transaction->correct(row).has_value());
                break;
            }
            case 1: {
                auto row = any_row(*transaction, records::Person::type);
                row["born_on"] = base::PartialDate{register_->number(1940, 2000), 0, 0};
                row["ethnicity"] = std::string{"tay"};
                must(transaction->correct(row).has_value());
                break;
            }
            case 2: {
                auto row = any_row(*transaction, records::PartyMember::type);
                row["profile_number"] = std::to_string(register_->number(100'000, 999'999)) + "QT";
                row["ceremony_on"] = register_->random_day();
                row["recognised_on"] = schema::Value{};
                must(transaction->correct(row).has_value());
                break;
            }
            case 3: {
                auto row = any_row(*transaction, records::Membership::type);
                row["kind"] = std::string{register_->chance(50) ? "home" : "guest"};
                row["status"] = std::string{register_->chance(50) ? "full" : "probationary"};
                must(transaction->correct(row).has_value());
                break;
            }
            case 4: {
                const auto row = any_row(*transaction, records::Membership::type);
                must(transaction->erase(*row.type, row.id, row.version).has_value());
                break;
            }
            case 5: {
                auto row = any_row(*transaction, records::OrganisationVersion::type);
                row["name"] = "Tổ chức đổi tên " + std::to_string(register_->number(1, 99));
                must(transaction->correct(row).has_value());
                break;
            }
            case 6: {
                const auto row = any_row(*transaction, records::exemption);
                must(transaction->erase(*row.type, row.id, row.version).has_value());
                break;
            }
            case 7: {
                auto row = any_row(*transaction, records::MemberGrade::type);
                row["grade"] = std::string{"good"};
                row["not_graded_reason"] = schema::Value{};
                must(transaction->correct(row).has_value());
                break;
            }
            case 8: add_member(*transaction); break;
            case 9: {
                records::Organisation organisation{.code = "N" + std::to_string(++added_)};
                must(transaction->insert(organisation).has_value());
                records::OrganisationVersion version{.organisation_id = organisation.id,
                                                     .valid_from = base::date(2018, 1, 1),
                                                     .name = "Chi bộ mới",
                                                     .kind = records::OrganisationKind::cell,
                                                     .superior_id = {{register_->nodes()[1].id}}};
                must(transaction->insert(version).has_value());
                break;
            }
            case 10: {
                // Of no concern to memory.
                auto row = any_row(*transaction, records::PersonVersion::type);
                row["phone"] = "0" + std::to_string(register_->number(900'000'000, 999'999'999));
                must(transaction->correct(row).has_value());
                break;
            }
            default: {
                const auto row = any_row(*transaction, records::PersonVersion::type);
                must(transaction->erase(*row.type, row.id, row.version).has_value());
                break;
            }
        }
        transaction->commit();
    }

    void add_member(store::Transaction& transaction) {
        records::Person person{
            .born_on = base::PartialDate{1990, 5, 1}, .sex = records::Sex::female, .ethnicity = "kinh"};
        must(transaction.insert(person).has_value());
        records::PersonVersion version{
            .person_id = person.id, .valid_from = base::date(1990, 5, 1), .full_name = "Lê Thị Mới"};
        must(transaction.insert(version).has_value());
        if (register_->chance(30)) return;  // A person who is no member.
        records::PartyMember member{.person_id = person.id, .ceremony_on = base::date(2017, 3, 4)};
        must(transaction.insert(member).has_value());
        records::Membership membership{.member_id = member.id,
                                       .cell_id = {register_->nodes().back().id},
                                       .valid_from = base::date(2017, 3, 4),
                                       .status = records::MembershipStatus::full,
                                       .entry = records::Entry::admitted};
        must(transaction.insert(membership).has_value());
    }

    std::unique_ptr<RandomRegister> register_;
    int added_ = 0;
};

TEST_P(RegistersFollow, what_follows_equals_what_is_loaded) {
    int followed = 0;
    for (std::uint32_t seed = 1; seed <= (is_sqlite() ? 3u : 1u); ++seed) {
        load(seed);
        RegisterFacts facts;
        facts.load(*store_);
        for (int round = 0; round < 40; ++round) {
            for (int i = register_->number(1, 3); i > 0; --i) change_something();
            const auto last = store::last_sequence(*store_);
            if (facts.follow(*store_, last))
                ++followed;
            else
                facts.load(*store_);
            EXPECT_EQ(facts.sequence(), last);
            RegisterFacts anew;
            anew.load(*store_);
            expect_equal(facts, anew, register_->random_day());
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(followed, 20);
}

TEST_P(RegistersFollow, who_has_written_sees_it) {
    load(1);
    Registers registers{address_, records::all()};
    actions::StorePool pool{address_, records::all(), 1};
    pool.on_commit = [&](std::int64_t sequence) { registers.committed(sequence); };
    const auto loan = pool.borrow();
    actions::Context context{.store = *loan, .actor = "cli:test", .today = base::date(2018, 6, 1)};
    context.access = rules::Access::local_administrator();
    context.registers = &registers;
    const auto before = actions::snapshot_of(context);
    for (int i = 1; i <= 3; ++i) {
        auto transaction = loan->begin({.action = "test", .actor = "cli:test", .at_ms = 1});
        add_member(*transaction);
        auto version = any_row(*transaction, records::PersonVersion::type);
        version["full_name"] = "Đinh Văn " + std::to_string(i);
        must(transaction->correct(version).has_value());
        const auto sequence = transaction->commit();
        EXPECT_EQ(loan->last_commit, sequence);
        EXPECT_GE(actions::snapshot_of(context)->sequence, sequence);
    }
    EXPECT_LT(before->sequence, registers.snapshot()->sequence);
    EXPECT_EQ(registers.fault(), "");
}

TEST_P(RegistersFollow, notices_what_another_process_writes) {
    load(1);
    Registers registers{address_, records::all()};
    change_something();
    const auto last = store::last_sequence(*store_);
    for (int i = 0; i < 300 && registers.snapshot()->sequence < last; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(registers.snapshot()->sequence, last);
}

// Each transaction writes the name and the number of two members alike: no reader may see only one of the two.
TEST_P(RegistersFollow, readers_see_whole_states_while_someone_writes) {
    load(2);
    Registers registers{address_, records::all()};
    std::vector<base::Uuid> pair;
    for (const auto& member : store_->select(records::PartyMember::type, {.limit = 2})) pair.push_back(member.id);
    std::atomic<bool> stops{false};
    std::atomic<int> states{0}, broken{0};
    const auto read = [&] {
        std::int64_t seen = 0;
        while (!stops) {
            const auto snapshot = registers.snapshot();
            if (snapshot->sequence < seen) ++broken;
            if (snapshot->sequence > seen) ++states;
            seen = snapshot->sequence;
            const auto& roster = *snapshot->roster;
            const auto first = roster.profile_number(*roster.find(pair[0]));
            const auto second = roster.profile_number(*roster.find(pair[1]));
            if (!first.empty() && first.substr(0, 6) != second.substr(0, 6)) ++broken;
            if (roster.size() != snapshot->columns->members.size()) ++broken;
        }
    };
    std::thread one{read}, two{read};
    for (int i = 0; i < 20; ++i) {
        auto transaction = begin();
        int place = 0;
        for (const auto& id : pair) {
            auto member = *transaction->find(records::PartyMember::type, id);
            member["profile_number"] = std::to_string(200'000 + i) + (place++ ? "HN" : "QT");
            must(transaction->correct(member).has_value());
        }
        const auto sequence = transaction->commit();
        registers.committed(sequence);
        if (i % 3 == 0) registers.snapshot(sequence);
    }
    stops = true;
    one.join();
    two.join();
    EXPECT_EQ(broken, 0);
    EXPECT_GT(states, 5);
}

TEST_P(RegistersFollow, the_audit_index_names_the_entries_that_touched_a_record) {
    load(3);
    std::shared_ptr<const actions::AuditIndex> index;
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < 8; ++i) change_something();
        index = actions::AuditIndex::continued(*store_, index, store::last_sequence(*store_));
    }
    std::size_t found = 0;
    for (const auto* type : {&records::PartyMember::type, &records::Person::type, &records::Membership::type})
        for (const auto& record : store_->select(*type)) {
            std::vector<std::int64_t> expected;
            store_->scan_audit([&](const store::AuditEntry& entry) { expected.push_back(entry.sequence); }, 0,
                               record.id);
            const auto touching = index->touching({&record.id, 1});
            // The index also has those that name the record as an owner.
            for (const auto sequence : expected)
                EXPECT_NE(std::find(touching.begin(), touching.end(), sequence), touching.end());
            EXPECT_TRUE(std::is_sorted(touching.rbegin(), touching.rend()));
            found += expected.size();
        }
    EXPECT_GT(found, 50u);
    const base::Uuid nobody{};
    EXPECT_TRUE(index->touching({&nobody, 1}).empty());
}

ON_BOTH_ENGINES(RegistersFollow);

// A connection that the server has cut is not lent again.
TEST(StorePool, opens_anew_what_the_server_has_closed) {
    const auto database = store_test::PostgresqlServer::shared().new_database();
    const store_test::TemporaryFolder keys;
    const store::Address address{database, keys.path};
    store::Store::open(address, records::all(), true);
    actions::StorePool pool{address, records::all(), 1};
    EXPECT_EQ(store::last_sequence(*pool.borrow()), 0);
    store_test::PostgresqlServer::run(
        database,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
        " and pid <> pg_backend_pid()");
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    EXPECT_EQ(store::last_sequence(*pool.borrow()), 0);
}

TEST(StorePool, lends_each_store_to_one_at_a_time) {
    const store_test::TemporaryFolder folder;
    const store::Address address{folder.path + "/data", folder.path + "/keys"};
    store::Store::open(address, records::all(), true);
    actions::StorePool pool{address, records::all(), 2};
    std::atomic<int> lent{0}, most{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                const auto loan = pool.borrow();
                const int now = ++lent;
                int seen = most;
                while (now > seen && !most.compare_exchange_weak(seen, now)) {}
                store::last_sequence(*loan);
                --lent;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_LE(most, 2);
    EXPECT_GE(most, 1);
}

}  // namespace
}  // namespace figures_test
