// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "base/date.h"
#include "stats/columns.h"
#include "stats/name_table.h"

namespace stats {

// What the roster is made from, beside the facts: the texts and dates of members that no figure asks.
struct RosterFacts {
    struct Member {
        base::Uuid person;
        std::string profile_number, card_number;
        base::PartialDate born_on;
        Day admission_decided_on = never, ceremony_on = never, recognised_on = never;  // never = not known.
    };
    std::vector<Member> members;                  // In the order of Facts::members.
    std::vector<NameId> names_of_versions;        // In the order of Facts::member_versions.
    std::vector<std::string> organisation_names;  // In the order of Facts::organisation_versions.
};

// By what a list of members can be sorted. Ties are in the order of names, then of birth dates, then of profile
// numbers; what is not known comes last. Party age: from the decision on admission, else from the ceremony.
enum class MemberSort : std::uint8_t { name, born_on, party_age, ceremony_on, recognised_on, profile_number, cell };
inline constexpr std::size_t kept_sorts = 6;  // All but the cell, which depends on the day.

// Danh sách đảng viên: who the members of the columns are, with the names of every day. Members have the numbers of
// Columns::members. Never changed after it is built; about 150 bytes a member.
class Roster {
public:
    Roster(const Facts& facts, const RosterFacts& texts, std::shared_ptr<const NameTable> names);

    // A name of a member over a span of days; each member has one on every day: the one that holds, else the last one
    // before, else the first one.
    using Span = std::uint32_t;

    std::size_t size() const { return members_.size(); }
    std::optional<std::uint32_t> find(const base::Uuid& member) const;
    const base::Uuid& id(std::uint32_t member) const { return members_[member].id; }
    const base::Uuid& person(std::uint32_t member) const { return members_[member].person; }
    base::PartialDate born_on(std::uint32_t member) const { return members_[member].born_on; }
    Day admission_decided_on(std::uint32_t member) const { return members_[member].admission_decided_on; }
    Day ceremony_on(std::uint32_t member) const { return members_[member].ceremony_on; }
    Day recognised_on(std::uint32_t member) const { return members_[member].recognised_on; }
    // The day from which the Party age counts; never = not known.
    Day party_age_from(std::uint32_t member) const {
        return members_[member].admission_decided_on != never ? members_[member].admission_decided_on
                                                              : members_[member].ceremony_on;
    }
    std::string_view profile_number(std::uint32_t member) const { return text(members_[member].profile_number); }
    std::string_view card_number(std::uint32_t member) const { return text(members_[member].card_number); }
    std::string_view full_name(std::uint32_t member, Day day) const {
        return names_->texts[name_of(span(member, day))];
    }

    Span span(std::uint32_t member, Day day) const {
        Span at = start_[member];
        while (at + 1 < start_[member + 1] && span_from_[at + 1] <= day) ++at;
        return at;
    }
    NameId name_of(Span span) const { return span_name_[span]; }
    std::uint32_t span_count() const { return static_cast<std::uint32_t>(span_name_.size()); }
    // The place of a span among all when sorted so; not for MemberSort::cell.
    std::uint32_t rank(MemberSort sort, Span span) const { return ranks_[static_cast<std::size_t>(sort)][span]; }
    std::span<const std::uint32_t> ranks(MemberSort sort) const { return ranks_[static_cast<std::size_t>(sort)]; }

    const NameTable& names() const { return *names_; }
    // The names in which a word occurs, ascending.
    std::span<const NameId> names_with(WordId word) const {
        return std::span{postings_}.subspan(postings_start_[word], postings_start_[word + 1] - postings_start_[word]);
    }
    // Members whose number begins so, or is that card number.
    std::span<const std::uint32_t> with_profile_number(std::string_view prefix) const;
    std::span<const std::uint32_t> with_card_number(std::string_view number) const;

private:
    using Number = std::array<char, 14>;  // Filled up with zeros.
    static std::string_view text(const Number& number) {
        std::size_t length = 0;
        while (length < number.size() && number[length]) ++length;
        return {number.data(), length};
    }
    struct Member {
        base::Uuid id, person;
        Number profile_number, card_number;
        base::PartialDate born_on;
        Day admission_decided_on, ceremony_on, recognised_on;
    };
    static Number number_of(std::string_view text);
    void add_names(const Facts& facts, const RosterFacts& texts);
    void rank_all();
    std::vector<Span> sorted(std::vector<std::uint32_t> by) const;
    void index_words();

    std::vector<Member> members_;
    std::shared_ptr<const NameTable> names_;
    std::vector<std::uint32_t> start_;  // Of each member: its first span.
    std::vector<NameId> span_name_;
    std::vector<Day> span_from_;
    std::vector<std::uint32_t> span_member_;
    std::array<std::vector<std::uint32_t>, kept_sorts> ranks_;
    std::vector<std::uint32_t> postings_start_;
    std::vector<NameId> postings_;
    std::vector<std::uint32_t> by_profile_number_, by_card_number_;
};

}  // namespace stats
