// SPDX-License-Identifier: AGPL-3.0-or-later
// Facts written down by hand, for the tests of this folder.
#pragma once

#include "base/check.h"
#include "figures/subject.h"
#include "stats/facts.h"

namespace stats_test {

using base::date;
using namespace stats;

inline Code code(const figures::Subject& subject, std::string_view column, std::string_view name) {
    const auto at = figures::list_of(*subject.find(column)).index_of(name);
    CHECK(at);
    return static_cast<Code>(*at);
}
inline void set(Codes& codes, std::span<const figures::Column> columns, std::string_view column,
                std::string_view name) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == column) codes[i] = static_cast<Code>(*figures::list_of(columns[i]).index_of(name));
}

class FactsWriter {
public:
    Facts facts;

    std::uint32_t organisation(std::string code) {
        base::Uuid id;
        id.bytes[0] = 1;
        id.bytes[15] = static_cast<std::uint8_t>(facts.organisations.size());
        facts.organisations.push_back({id, std::move(code)});
        return static_cast<std::uint32_t>(facts.organisations.size() - 1);
    }
    void version(std::uint32_t organisation, std::string_view kind, std::uint32_t superior, Day from, Day to = never) {
        facts.organisation_versions.push_back({organisation, from, to, superior});
        set(facts.organisation_versions.back().codes, figures::organisation_columns(), "kind", kind);
    }
    std::uint32_t member(base::Date born, std::string_view sex, std::string_view ethnicity = "kinh") {
        base::Uuid id;
        id.bytes[0] = 2;
        id.bytes[15] = static_cast<std::uint8_t>(facts.members.size());
        facts.members.push_back({id, to_day(born)});
        set(facts.members.back().codes, figures::member_columns(), "sex", sex);
        set(facts.members.back().codes, figures::member_columns(), "ethnicity", ethnicity);
        return static_cast<std::uint32_t>(facts.members.size() - 1);
    }
    void stays(std::uint32_t member, std::uint32_t cell, base::Date from, std::optional<base::Date> to = {},
               std::string_view status = "full", std::string_view entry = "registered") {
        facts.memberships.push_back({member, cell, to_day(from), to_day(to),
                                     code(figures::member_entry, "status", status),
                                     code(figures::member_entry, "kind", entry)});
    }
};

}  // namespace stats_test
