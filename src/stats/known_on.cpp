// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/known_on.h"

#include "base/check.h"

namespace stats {
namespace {

const Code yes = static_cast<Code>(*figures::yes_no.index_of("yes"));
const Code no = static_cast<Code>(*figures::yes_no.index_of("no"));

void overlay(Codes& codes, const Codes& given) {
    for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = given[i] == no_code ? codes[i] : given[i];
}

bool holds(const auto& dated, Day day) { return dated.from <= day && day < dated.to; }

}  // namespace

Rules::Rules(std::span<const figures::Column> columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].rule) continue;
        Rule rule{i, columns.size(), {}};
        for (std::size_t from = 0; from < columns.size(); ++from)
            if (columns[from].name == columns[i].from) rule.from = from;
        CHECK(rule.from < columns.size());
        rule.answers.fill(columns[i].rule({}) ? yes : no);
        const auto& list = figures::list_of(columns[rule.from]);
        for (std::size_t code = 0; code < list.codes.size(); ++code)
            rule.answers[code] = columns[i].rule(list.codes[code].code) ? yes : no;
        rules_.push_back(rule);
    }
}

void Rules::apply(Codes& codes) const {
    for (const auto& rule : rules_) codes[rule.column] = rule.answers[codes[rule.from]];
}

MembersKnown::MembersKnown(const Facts& facts)
    : facts_{facts},
      versions_{facts.member_versions, &Facts::MemberVersion::member, &Facts::MemberVersion::from,
                facts.members.size()},
      holdings_{facts.holdings, &Facts::Holding::member, &Facts::Holding::from, facts.members.size()},
      rules_{figures::member_columns()} {
    const auto columns = figures::member_columns();
    CHECK(columns.size() <= nothing_holds_.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].type && columns[i].field.empty()) nothing_holds_[i] = no;
}

Codes MembersKnown::on(std::uint32_t member, Day day) const {
    Codes codes = nothing_holds_;
    overlay(codes, facts_.members[member].codes);
    for (const auto& version : versions_.of(member))
        if (holds(version, day)) overlay(codes, version.codes);
    for (const auto& holding : holdings_.of(member))
        if (holds(holding, day)) codes[holding.column] = yes;
    rules_.apply(codes);
    return codes;
}

void MembersKnown::add_changes(std::uint32_t member, Day from, Day to, std::vector<Day>& days) const {
    const auto add = [&](const auto& dated) {
        if (from < dated.from && dated.from < to) days.push_back(dated.from);
        if (from < dated.to && dated.to < to) days.push_back(dated.to);
    };
    for (const auto& version : versions_.of(member)) add(version);
    for (const auto& holding : holdings_.of(member)) add(holding);
}

OrganisationsKnown::OrganisationsKnown(const Facts& facts)
    : versions_{facts.organisation_versions, &Facts::OrganisationVersion::organisation,
                &Facts::OrganisationVersion::from, facts.organisations.size()},
      rules_{figures::organisation_columns()} {}

Codes OrganisationsKnown::on(std::uint32_t organisation, Day day) const {
    Codes codes = no_codes();
    for (const auto& version : versions_.of(organisation))
        if (holds(version, day)) codes = version.codes;
    rules_.apply(codes);
    return codes;
}

}  // namespace stats
