// SPDX-License-Identifier: AGPL-3.0-or-later
// The list of members equals one made naively from the rows of the store: for random days, organisations, filters,
// sorts and pages; and the list behind a figure has as many rows as the figure says.
#include <algorithm>
#include <map>
#include <set>

#include "actions/answer_figure.h"
#include "actions/find_members.h"
#include "base/text.h"
#include "figures/age_band.h"
#include "records/all.h"
#include "tests/properties/figures_register.h"
#include "tests/store/both_engines.h"

namespace figures_test {
namespace {

using actions::FindMembers;
using actions::MemberPage;

// What the naive list knows of one row.
struct Row {
    Uuid id;
    std::string name, profile_number, cell, kind, status, sex, ethnicity, occupation, age_band, exempt;
    base::PartialDate born_on;
};

std::string text(const schema::Value& value) {
    const auto* given = std::get_if<std::string>(&value);
    return given ? *given : std::string{};
}

bool holds(const schema::Record& record, Date on) {
    const auto* to = std::get_if<Date>(&record["valid_to"]);
    return std::get<Date>(record["valid_from"]) <= on && (!to || on < *to);
}

class MemberList : public store_test::BothEngines {
protected:
    void load(std::uint32_t seed) {
        registers_.reset();
        store_.reset();
        address_ = new_address();
        store_ = store::Store::open(address_, records::all(), true);
        register_ = std::make_unique<RandomRegister>(*store_, seed, Size{.members = 60});
        give_names();
        context_ = std::make_unique<actions::Context>(actions::Context{.store = *store_,
                                                                       .actor = "cli:test",
                                                                       .today = base::date(2021, 6, 1),
                                                                       .access = rules::Access::local_administrator()});
        registers_ = std::make_unique<actions::Registers>(address_, records::all());
        context_->registers = registers_.get();
    }

    // Names of a few words, some alike but for the tone or its place, and numbers.
    void give_names() {
        static const std::vector<std::string> families{"Nguyễn", "Trần", "Lê", "Đặng"};
        static const std::vector<std::string> middles{"Thị", "Văn", "Thị Thu", "Hồng"};
        static const std::vector<std::string> givens{"Hòa", "Hoà", "Hoa", "Hoàng", "Hằng", "An", "Ân", "Đức"};
        const auto any = [this](const std::vector<std::string>& words) {
            return words[static_cast<std::size_t>(register_->number(0, static_cast<int>(words.size()) - 1))];
        };
        auto transaction = store_->begin({.action = "test", .actor = "cli:test", .at_ms = 1'700'000'000'001});
        for (auto& version : transaction->select(records::PersonVersion::type)) {
            version["full_name"] = any(families) + " " + any(middles) + " " + any(givens);
            ASSERT_TRUE(transaction->correct(version));
        }
        int number = 100'000;
        for (auto& member : transaction->select(records::PartyMember::type)) {
            number += register_->number(1, 900);
            if (register_->chance(90)) member["profile_number"] = std::to_string(number) + "QT";
            if (register_->chance(50)) member["card_number"] = "9900" + std::to_string(number) + "11";
            ASSERT_TRUE(transaction->correct(member));
        }
        transaction->commit();
    }

    // All rows of the day in an organisation, from the rows of the store.
    std::vector<Row> naive(int node, Date on) {
        std::map<Uuid, schema::Record> persons, members;
        std::map<Uuid, std::vector<schema::Record>> versions;
        for (auto& person : store_->select(records::Person::type)) persons.emplace(person.id, person);
        for (auto& member : store_->select(records::PartyMember::type)) members.emplace(member.id, member);
        for (auto& version : store_->select(records::PersonVersion::type, {.order = {{"valid_from"}}}))
            versions[std::get<Uuid>(version["person_id"])].push_back(version);
        std::map<Uuid, bool> exempt;
        for (auto& exemption : store_->select(records::exemption))
            if (holds(exemption, on)) exempt[std::get<Uuid>(exemption["member_id"])] = true;

        std::map<Uuid, std::string> codes;
        for (const auto& each : register_->nodes()) codes.emplace(each.id, each.code);
        const auto subtree = register_->subtree(node, on);

        std::vector<Row> rows;
        for (auto& membership : store_->select(records::Membership::type)) {
            if (!holds(membership, on)) continue;
            const auto cell = std::get<Uuid>(membership["cell_id"]);
            if (std::find(subtree.begin(), subtree.end(), cell) == subtree.end()) continue;
            const auto& member = members.at(std::get<Uuid>(membership["member_id"]));
            const auto& person = persons.at(std::get<Uuid>(member["person_id"]));
            Row row{.id = member.id,
                    .profile_number = text(member["profile_number"]),
                    .cell = codes.at(cell),
                    .kind = text(membership["kind"]),
                    .status = text(membership["status"]),
                    .sex = text(person["sex"]),
                    .ethnicity = text(person["ethnicity"]),
                    .born_on = std::get<base::PartialDate>(person["born_on"])};
            row.exempt = exempt.contains(member.id) ? "yes" : "no";
            if (const auto band = figures::age_band(row.born_on.first_day(), on))
                row.age_band = figures::age_bands.codes[*band].code;
            const auto& history = versions[person.id];
            row.name = text(history.front()["full_name"]);
            for (const auto& version : history) {
                if (std::get<Date>(version["valid_from"]) <= on) row.name = text(version["full_name"]);
                if (holds(version, on)) row.occupation = text(version["occupation"]);
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

    static std::string column(const Row& row, const std::string& name) {
        if (name == "kind") return row.kind;
        if (name == "status") return row.status;
        if (name == "sex") return row.sex;
        if (name == "ethnicity") return row.ethnicity;
        if (name == "occupation") return row.occupation;
        if (name == "age_band") return row.age_band;
        return row.exempt;
    }

    static std::vector<std::string> split(const std::string& list) {
        std::vector<std::string> parts{""};
        for (const char c : list)
            if (c == ',')
                parts.emplace_back();
            else
                parts.back() += c;
        return parts;
    }

    static std::vector<std::string> words_of(const std::string& text) {
        std::vector<std::string> words{""};
        for (const char c : text)
            if (c == ' ')
                words.emplace_back();
            else
                words.back() += c;
        return words;
    }

    // Each word is the beginning of a word of the name; without diacritics any tone fits.
    static bool fits(const Row& row, const std::string& typed) {
        if (typed.empty()) return true;
        for (const auto& word : words_of(base::to_lower(typed))) {
            if (word[0] >= '0' && word[0] <= '9') {
                if (!row.profile_number.starts_with(word) && std::to_string(row.born_on.year) != word) return false;
                continue;
            }
            bool one = false;
            for (const auto& of_name : words_of(base::to_lower(row.name)))
                one = one || (word == base::fold(word)
                                  ? base::fold(of_name).starts_with(word)
                                  : base::canonical_tone(of_name).starts_with(base::canonical_tone(word)));
            if (!one) return false;
        }
        return true;
    }

    FindMembers random_request() {
        const int last = static_cast<int>(register_->nodes().size()) - 1;
        node_ = register_->chance(50) ? 0 : register_->number(0, last);
        FindMembers request{.organisation = register_->nodes()[static_cast<std::size_t>(node_)].code,
                            .on = register_->random_day(),
                            .limit = 1'000};
        const auto any = [this](const std::vector<std::string>& from) {
            return from[static_cast<std::size_t>(register_->number(0, static_cast<int>(from.size()) - 1))];
        };
        request.sort =
            any({"", "name", "-name", "born_on", "-born_on", "profile_number", "-profile_number", "cell", "-cell"});
        if (register_->chance(40)) request.only.emplace_back("kind", any({"guest", "home", "home,guest"}));
        if (register_->chance(30)) request.only.emplace_back("sex", any({"male", "female"}));
        if (register_->chance(20)) request.only.emplace_back("status", any({"full", "probationary"}));
        if (register_->chance(20)) request.only.emplace_back("exempt", any({"yes", "no"}));
        if (register_->chance(20)) request.only.emplace_back("age_band", any({"18_30,31_35", "over_60", ",36_40"}));
        if (register_->chance(20))
            request.only.emplace_back("ethnicity", any({"kinh", "kinh,tay,thai,hoa,kho_me,muong"}));
        if (register_->chance(20)) request.only.emplace_back("occupation", "");
        if (register_->chance(40))
            request.text = any({"hoa", "Hòa", "hoà", "ng thi", "hoa nguyen", "1004", "an", "ân", "Đức", "le 1", "zz",
                                std::to_string(register_->number(1950, 2000))});
        return request;
    }

    std::vector<Row> expected(const FindMembers& request) {
        auto rows = naive(node_, *request.on);
        std::erase_if(rows, [&](const Row& row) {
            bool has_kind = false;
            for (const auto& [name, list] : request.only) {
                has_kind = has_kind || name == "kind";
                const auto wanted = split(list);
                if (std::find(wanted.begin(), wanted.end(), column(row, name)) == wanted.end()) return true;
            }
            return (!has_kind && row.kind != "home") || !fits(row, request.text);
        });
        return rows;
    }

    std::unique_ptr<RandomRegister> register_;
    std::unique_ptr<actions::Context> context_;
    std::unique_ptr<actions::Registers> registers_;
    int node_ = 0;
};

// Whether the page is in the order that was asked for: never a later one before an earlier one.
void expect_sorted(const MemberPage& page, std::string sort) {
    const bool descending = sort.starts_with('-');
    if (descending) sort.erase(0, 1);
    const auto key = [&](const actions::MemberRow& row) -> std::string {
        if (sort == "born_on") return base::to_iso(row.born_on.first_day());
        if (sort == "profile_number") return row.profile_number.empty() ? "~" : std::string{row.profile_number};
        if (sort == "cell") return std::string{row.cell} + "\x01" + base::name_sort_key(row.full_name);
        return base::name_sort_key(row.full_name);
    };
    for (std::size_t i = 1; i < page.items.size(); ++i) {
        const auto before = key(page.items[i - 1]), after = key(page.items[i]);
        EXPECT_TRUE(descending ? before >= after : before <= after) << sort << ": " << before << " | " << after;
    }
}

std::multiset<std::string> shown(const MemberPage& page) {
    std::multiset<std::string> all;
    for (const auto& row : page.items)
        all.insert(base::to_string(row.id) + " " + std::string{row.full_name} + " " + std::string{row.cell} + " " +
                   std::string{row.kind} + " " + std::string{row.status} + " " + std::string{row.occupation});
    return all;
}
std::multiset<std::string> shown(const std::vector<Row>& rows) {
    std::multiset<std::string> all;
    for (const auto& row : rows)
        all.insert(base::to_string(row.id) + " " + row.name + " " + row.cell + " " + row.kind + " " + row.status + " " +
                   row.occupation);
    return all;
}

TEST_P(MemberList, equals_a_naive_one_for_random_filters_sorts_and_days) {
    std::size_t found = 0;
    for (std::uint32_t seed = 1; seed <= (is_sqlite() ? 4u : 1u); ++seed) {
        load(seed);
        for (int round = 0; round < (is_sqlite() ? 120 : 30); ++round) {
            const auto request = random_request();
            std::string trace = "seed " + std::to_string(seed) + ", " + request.organisation + " on " +
                                base::to_iso(*request.on) + ", sort " + request.sort + ", text " + request.text;
            for (const auto& [name, codes] : request.only) trace += ", " + name + "=" + codes;
            SCOPED_TRACE(trace);
            const auto page = actions::find_members(*context_, request);
            ASSERT_TRUE(page) << page.error().code;
            EXPECT_EQ(page->total, page->items.size());
            EXPECT_EQ(shown(*page), shown(expected(request)));
            expect_sorted(*page, request.sort);
            found += page->total;
            if (HasFailure()) return;
        }
    }
    EXPECT_GT(found, is_sqlite() ? 300u : 100u);
}

// The pages of a list are the list cut into pieces, in either direction.
TEST_P(MemberList, pages_are_pieces_of_the_whole) {
    load(11);
    for (int round = 0; round < 40; ++round) {
        auto request = random_request();
        const auto whole = actions::find_members(*context_, request);
        ASSERT_TRUE(whole);
        std::vector<std::string> ids, in_pages;
        for (const auto& row : whole->items) ids.push_back(base::to_string(row.id) + std::string{row.kind});
        request.limit = static_cast<std::size_t>(register_->number(1, 7));
        for (;; request.offset += request.limit) {
            const auto page = actions::find_members(*context_, request);
            ASSERT_TRUE(page);
            EXPECT_EQ(page->total, whole->total);
            EXPECT_LE(page->items.size(), request.limit);
            for (const auto& row : page->items) in_pages.push_back(base::to_string(row.id) + std::string{row.kind});
            if (page->items.empty()) break;
        }
        EXPECT_EQ(in_pages, ids) << request.sort;
    }
}

// The list behind a figure, or a part of it, has as many rows as it says.
TEST_P(MemberList, of_a_figure_has_as_many_rows_as_the_figure) {
    load(5);
    std::int64_t counted = 0;
    for (const auto& figure : figures::all()) {
        if (figure.subject->entity != &records::PartyMember::type) continue;
        for (const auto by : figures::breakdowns(figure)) {
            const auto& code = register_->nodes()[register_->chance(60) ? 0 : 2].code;
            const auto answer = actions::answer_figure(
                *context_,
                {.figure = std::string{figure.name}, .organisation = code, .year = 2018, .by = std::string{by}});
            ASSERT_TRUE(answer);
            FindMembers request{
                .organisation = code, .year = 2018, .figure = std::string{figure.name}, .by = std::string{by}};
            for (const auto& part : answer->parts) {
                request.key = part.key;
                const auto page = actions::find_members(*context_, request);
                ASSERT_TRUE(page);
                EXPECT_EQ(static_cast<std::int64_t>(page->total), part.count)
                    << figure.name << " by " << by << " = " << part.key << " of " << code;
                counted += part.count;
            }
            request.by.clear();
            EXPECT_EQ(static_cast<std::int64_t>(actions::find_members(*context_, request)->total), answer->value);
        }
    }
    EXPECT_GT(counted, 1'000);
}

TEST_P(MemberList, filters_by_the_grade_of_a_year) {
    load(5);
    FindMembers request{.organisation = "T", .on = base::date(2018, 12, 31), .year = 2018, .limit = 1'000};
    const auto whole = actions::find_members(*context_, request);
    ASSERT_TRUE(whole);
    std::size_t sum = 0;
    for (const auto* grade : {"excellent", "good", "completed", "not_completed", "not_graded", "missing", "none"}) {
        request.only = {{"grade", grade}};
        const auto page = actions::find_members(*context_, request);
        ASSERT_TRUE(page);
        for (const auto& row : page->items) EXPECT_EQ(row.grade, grade);
        sum += page->total;
    }
    EXPECT_EQ(sum, whole->total);
    EXPECT_GT(sum, 0u);
}

TEST_P(MemberList, refuses_what_it_does_not_know) {
    load(1);
    const auto code = [&](const FindMembers& request) {
        const auto page = actions::find_members(*context_, request);
        return page ? std::string{} : page.error().code;
    };
    EXPECT_EQ(code({.organisation = "nirgendwo"}), "organisation.unknown");
    EXPECT_EQ(code({.organisation = "T", .sort = "shoe_size"}), "request.bad_parameter");
    EXPECT_EQ(code({.organisation = "T", .only = {{"sex", "both"}}}), "request.bad_parameter");
    EXPECT_EQ(code({.organisation = "T", .only = {{"shoe_size", "42"}}}), "request.bad_parameter");
    EXPECT_EQ(code({.organisation = "T", .only = {{"grade", "good"}}}), "request.bad_parameter");
    EXPECT_EQ(code({.organisation = "T", .figure = "cells"}), "figure.not_of_members");
    EXPECT_EQ(code({.organisation = "T", .figure = "member"}), "figure.unknown");
    EXPECT_EQ(code({.organisation = "T", .figure = "members.graded"}), "figure.needs_year");
}

ON_BOTH_ENGINES(MemberList);

}  // namespace
}  // namespace figures_test
