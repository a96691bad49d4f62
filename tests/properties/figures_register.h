// SPDX-License-Identifier: AGPL-3.0-or-later
// A register made at random: a tree that changes, people who come, move, change and go, and gradings. Kept both as rows
// of a store and as plain values that a test can reason about.
#pragma once

#include <random>
#include <stdexcept>

#include "records/grading.h"
#include "records/lists.h"
#include "records/member_events.h"
#include "records/party_member.h"
#include "store/store.h"

namespace figures_test {

using base::Date;
using base::Uuid;

// How much of it. Members lie in the cells that their number chooses; days lie between the two dates.
struct Size {
    int districts = 2, grassroots = 5, cells = 9, members = 40;
    Date first = base::date(2016, 1, 1), last = base::date(2021, 12, 31);
    // Strange: superiors that end before what is below them, gaps, several campaigns a year, grades of strangers.
    bool strange = true;
};

class RandomRegister {
public:
    RandomRegister(store::Store& store, std::uint32_t seed, Size size)
        : random_{seed}, size_{size}, ids_{seed, 1'600'000'000'000} {
        transaction_ = store.begin({.action = "test", .actor = "cli:test", .at_ms = 1'700'000'000'000});
        make_tree();
        for (int i = 0; i < size_.members; ++i) make_member(i);
        make_campaigns();
        must(transaction_->flush());
        transaction_->commit();
        transaction_.reset();
    }

    struct Node {
        Uuid id;
        std::string code;
        int level;
        struct Version {
            Date from;
            std::optional<Date> to;
            int superior;  // -1 = none.
        };
        std::vector<Version> versions;
    };
    struct Campaign {
        int node, year;
    };

    const std::vector<Node>& nodes() const { return nodes_; }
    const std::vector<Campaign>& campaigns() const { return campaigns_; }
    // Often 01/01 or 01/07 or the day beside it, so that things happen on the same day, or on the next.
    Date random_day() { return often_half_year(size_.first + number(0, size_.last - size_.first)); }
    int number(int low, int high) { return std::uniform_int_distribution<int>{low, high}(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }

    // Where the node hangs on that day: by the version that holds, else the last one before, else the first one.
    int superior_on(int node, Date day) const {
        const auto& versions = nodes_[static_cast<std::size_t>(node)].versions;
        for (std::size_t i = versions.size(); i-- > 0;)
            if (versions[i].from <= day) return versions[i].superior;
        return versions.front().superior;
    }
    bool is_in(int node, int root, Date day) const {
        for (; node >= 0; node = superior_on(node, day))
            if (node == root) return true;
        return false;
    }
    std::vector<Uuid> subtree(int root, Date day) const {
        std::vector<Uuid> ids;
        for (int i = 0; i < static_cast<int>(nodes_.size()); ++i)
            if (is_in(i, root, day)) ids.push_back(nodes_[static_cast<std::size_t>(i)].id);
        return ids;
    }
    // What lies in the campaigns of the year on its last day.
    std::vector<Uuid> graded(int year) const {
        std::vector<Uuid> ids;
        for (int i = 0; i < static_cast<int>(nodes_.size()); ++i)
            for (const auto& campaign : campaigns_)
                if (campaign.year == year && is_in(i, campaign.node, base::last_day_of_year(year))) {
                    ids.push_back(nodes_[static_cast<std::size_t>(i)].id);
                    break;
                }
        return ids;
    }

private:
    template <class T>
    static void must(base::Result<T> result) {
        if (!result)
            throw std::runtime_error{result.error().code + " " +
                                     (result.error().args.empty() ? "" : result.error().args[0])};
    }
    template <class R>
    base::Id<R> insert(R row) {
        row.id.value = ids_.next();
        auto record = schema::to_record(row);
        must(transaction_->insert_bulk(record));
        return row.id;
    }
    void insert(schema::Record record) {
        record.id = ids_.next();
        must(transaction_->insert_bulk(record));
    }
    std::string code_of(const schema::CodeList& list, int empty_percent) {
        if (chance(empty_percent)) return {};
        return std::string{
            list.codes[static_cast<std::size_t>(number(0, static_cast<int>(list.codes.size()) - 1))].code};
    }

    Date often_half_year(Date day) {
        if (chance(20)) return day;
        const Date half_year = base::date(day.year(), day.month() < 7 ? 1 : 7, 1);
        return chance(70) ? half_year : half_year + number(-1, 1);
    }
    // Of how many spans a history consists.
    int spans() { return size_.strange ? number(1, 4) : chance(10) ? 2 : 1; }
    // A day after `from`, at most so many days.
    Date later(Date from, int days_max) { return std::max(from + 1, often_half_year(from + number(1, days_max))); }

    void make_tree() {
        add_node("T", 0, -1);
        const int levels[] = {size_.districts, size_.grassroots, size_.cells};
        int above = 0;  // The first node of the level above.
        for (int level = 1; level <= 3; ++level) {
            const int begin = static_cast<int>(nodes_.size());
            for (int i = 0; i < levels[level - 1]; ++i)
                add_node(nodes_[static_cast<std::size_t>(number(above, begin - 1))].code + "." + std::to_string(i),
                         level, above);
            above = begin;
        }
        first_cell_ = above;
    }
    // The node hangs, in turn, from nodes of the level above.
    void add_node(std::string code, int level, int above) {
        using records::OrganisationKind;
        static constexpr OrganisationKind kinds[][2] = {
            {OrganisationKind::provincial, OrganisationKind::provincial},
            {OrganisationKind::district, OrganisationKind::superior},
            {OrganisationKind::grassroots_party, OrganisationKind::grassroots_cell},
            {OrganisationKind::cell, OrganisationKind::temporary_cell}};
        const int end_above = static_cast<int>(nodes_.size()) - 1;
        records::Organisation organisation{.code = code};
        Node node{insert(organisation).value, code, level, {}};

        const bool steady = !size_.strange || level == 0;
        Date from = steady || chance(60) ? size_.first : random_day();
        const int pieces = steady ? 1 : number(1, 3);
        for (int piece = 0; piece < pieces; ++piece) {
            const bool last = piece + 1 == pieces;
            std::optional<Date> to = later(from, 800);
            if (last && (steady || chance(75))) to.reset();
            int superior = -1;
            // Those of the level above were all made before the first of this level.
            if (level > 0) do
                    superior = number(above, end_above);
                while (nodes_[static_cast<std::size_t>(superior)].level != level - 1);
            records::OrganisationVersion version{.organisation_id = {node.id},
                                                 .valid_from = from,
                                                 .valid_to = to,
                                                 .name = "Tổ chức " + code,
                                                 .kind = kinds[level][chance(70) ? 0 : 1]};
            if (level == 2) version.unit_type = code_of(records::unit_types, 20);
            if (superior >= 0)
                version.superior_id = base::Id<records::Organisation>{nodes_[static_cast<std::size_t>(superior)].id};
            insert(version);
            node.versions.push_back({from, to, superior});
            if (!to) break;
            from = *to;
        }
        nodes_.push_back(std::move(node));
    }

    Uuid random_cell() {
        return nodes_[static_cast<std::size_t>(number(first_cell_, static_cast<int>(nodes_.size()) - 1))].id;
    }

    void make_member(int i) {
        records::Person person{.born_on = random_birth(),
                               .sex = chance(40) ? records::Sex::female : records::Sex::male};
        person.ethnicity = chance(70) ? "kinh" : code_of(records::ethnic_groups, 0);
        const auto person_id = insert(person);
        make_versions(person_id, i);

        records::PartyMember member{.person_id = person_id, .ceremony_on = base::date(2010, 2, 3)};
        const auto member_id = insert(member);
        members_.push_back(member_id.value);
        make_memberships(member_id);
        if (chance(30)) make_holding(records::exemption, member_id.value);
        if (chance(30)) make_holding(records::exemption, member_id.value);
        if (chance(20)) make_holding(records::suspension, member_id.value);
    }
    base::PartialDate random_birth() {
        if (chance(10)) return {number(230, 250) * 8, 2, 29};
        const int year = number(1930, 2004);
        if (chance(20)) return {year, 0, 0};
        if (chance(20)) return chance(50) ? base::PartialDate{year, 1, 1} : base::PartialDate{year, 12, 31};
        if (chance(20)) return {year, number(1, 12), 0};
        return {year, number(1, 12), number(1, 28)};
    }
    void make_versions(base::Id<records::Person> person, int i) {
        Date from = !size_.strange || chance(80) ? base::date(1990, 1, 1) : random_day();
        for (int pieces = spans(); pieces > 0; --pieces) {
            records::PersonVersion version{
                .person_id = person, .valid_from = from, .full_name = "Nguyễn Văn " + std::to_string(i)};
            if (pieces > 1) version.valid_to = later(std::max(from, size_.first), 700);
            version.religion = code_of(records::religions, 30);
            version.occupation = code_of(records::occupations, 10);
            version.general_education = code_of(records::general_education_levels, 10);
            version.professional_education = code_of(records::professional_education_levels, 20);
            version.academic_title = code_of(records::academic_titles, 90);
            version.political_theory = code_of(records::political_theory_levels, 30);
            insert(version);
            if (version.valid_to) from = *version.valid_to;
        }
    }
    void make_memberships(base::Id<records::PartyMember> member) {
        using namespace records;
        Membership row{.member_id = member, .cell_id = {random_cell()}, .kind = MembershipKind::home};
        row.valid_from = chance(size_.strange ? 60 : 95) ? size_.first - number(0, 2000) : random_day();
        row.status = chance(30) ? MembershipStatus::probationary : MembershipStatus::full;
        row.entry = chance(50) ? Entry::registered : Entry::admitted;
        for (int pieces = spans(); pieces > 0; --pieces) {
            row.valid_to.reset();
            if (pieces > 1 || (size_.strange && chance(25)))
                row.valid_to = later(std::max(row.valid_from, size_.first), 700);
            insert(row);
            if (!row.valid_to) break;
            if (chance(pieces > 1 ? 25 : 80)) make_departure(row);
            row.valid_from = chance(70) ? *row.valid_to : later(*row.valid_to, 300);
            row.entry = static_cast<Entry>(number(1, 4));
            row.status = MembershipStatus::full;
            if (chance(70)) row.cell_id = {random_cell()};
        }
        if (size_.strange && chance(20))
            insert(Membership{.member_id = member,
                              .cell_id = {random_cell()},
                              .valid_from = random_day(),
                              .kind = MembershipKind::guest,
                              .status = MembershipStatus::full});
    }
    void make_departure(const records::Membership& row) {
        schema::Record departure{records::departure};
        departure["member_id"] = row.member_id.value;
        departure["departed_on"] = *row.valid_to - (chance(70) ? 0 : 1);
        departure["kind"] = code_of(records::departure_kinds, 0);
        departure["cell_id"] = row.cell_id.value;
        departure["status"] = std::string{"full"};
        insert(std::move(departure));
    }
    void make_holding(const schema::RecordType& type, const Uuid& member) {
        schema::Record row{type};
        const Date from = random_day();
        row["member_id"] = member;
        row["valid_from"] = from;
        if (chance(60)) row["valid_to"] = later(from, 900);
        if (type.find("ground")) row["ground"] = std::string{"age_or_health"};
        insert(std::move(row));
    }

    void make_campaigns() {
        for (int year = size_.first.year(); year <= size_.last.year(); ++year) {
            if (size_.strange && chance(20)) continue;
            make_campaign(0, year);
            if (!size_.strange) continue;
            make_campaign(number(1, static_cast<int>(nodes_.size()) - 1), year);
        }
    }
    void make_campaign(int node, int year) {
        using namespace records;
        const bool everyone = !size_.strange;
        if (size_.strange && node == 0 && chance(50)) node = 1;
        for (const auto& campaign : campaigns_)
            if (campaign.node == node && campaign.year == year) return;
        campaigns_.push_back({node, year});
        const auto campaign =
            insert(GradingCampaign{.organisation_id = {nodes_[static_cast<std::size_t>(node)].id}, .year = year});
        for (const auto& member : members_) {
            if (!everyone && chance(40)) continue;
            MemberGrade grade{.campaign_id = campaign, .member_id = {member}, .cell_id = {random_cell()}};
            set_grade(grade);
            insert(grade);
        }
        for (const auto& graded : nodes_) {
            if (graded.level < 2 || chance(40)) continue;
            OrganisationGrade grade{.campaign_id = campaign, .organisation_id = {graded.id}};
            set_grade(grade);
            insert(grade);
        }
    }
    void set_grade(auto& row) {
        if (chance(80))
            row.grade = static_cast<records::Grade>(number(0, 3));
        else
            row.not_graded_reason = static_cast<records::NotGradedReason>(number(0, 5));
    }

    std::mt19937 random_;
    Size size_;
    base::UuidGenerator ids_;
    std::unique_ptr<store::Transaction> transaction_;
    std::vector<Node> nodes_;
    std::vector<Campaign> campaigns_;
    std::vector<Uuid> members_;
    int first_cell_ = 0;
};

}  // namespace figures_test
