// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/roster.h"

#include <algorithm>
#include <numeric>

#include "stats/grouped.h"

namespace stats {
namespace {

constexpr NameId nameless = none;

struct VersionName {
    std::uint32_t member;
    Day from;
    NameId name;
};

// Members in the order of a number; those without come first.
std::vector<std::uint32_t> ordered_by(std::size_t members, const auto& number_of) {
    std::vector<std::uint32_t> order(members);
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return number_of(a) < number_of(b); });
    return order;
}

template <class NumberOf>
std::span<const std::uint32_t> range_with(const std::vector<std::uint32_t>& order, std::string_view prefix,
                                          const NumberOf& number_of) {
    const auto begin = std::lower_bound(order.begin(), order.end(), prefix, [&](std::uint32_t member, auto wanted) {
        return number_of(member).substr(0, wanted.size()) < wanted;
    });
    const auto end = std::upper_bound(begin, order.end(), prefix, [&](auto wanted, std::uint32_t member) {
        return wanted < number_of(member).substr(0, wanted.size());
    });
    return {order.data() + (begin - order.begin()), static_cast<std::size_t>(end - begin)};
}

}  // namespace

Roster::Number Roster::number_of(std::string_view text) {
    Number number{};
    std::copy_n(text.begin(), std::min(text.size(), number.size()), number.begin());
    return number;
}

Roster::Roster(const Facts& facts, const RosterFacts& texts, std::shared_ptr<const NameTable> names)
    : names_{std::move(names)} {
    members_.reserve(facts.members.size());
    for (std::size_t i = 0; i < facts.members.size(); ++i) {
        const auto& from = texts.members[i];
        members_.push_back({facts.members[i].id, from.person, number_of(from.profile_number),
                            number_of(from.card_number), from.born_on, from.admission_decided_on, from.ceremony_on,
                            from.recognised_on});
    }
    add_names(facts, texts);
    by_profile_number_ = ordered_by(size(), [this](std::uint32_t member) { return profile_number(member); });
    by_card_number_ = ordered_by(size(), [this](std::uint32_t member) { return card_number(member); });
    rank_all();
    index_words();
}

void Roster::add_names(const Facts& facts, const RosterFacts& texts) {
    std::vector<VersionName> versions;
    versions.reserve(facts.member_versions.size());
    for (std::size_t i = 0; i < facts.member_versions.size(); ++i)
        versions.push_back(
            {facts.member_versions[i].member, facts.member_versions[i].from, texts.names_of_versions[i]});
    const Grouped<VersionName> grouped{versions, &VersionName::member, &VersionName::from, size()};

    start_.reserve(size() + 1);
    span_name_.reserve(versions.size());
    for (std::uint32_t member = 0; member < size(); ++member) {
        start_.push_back(span_count());
        for (const auto& version : grouped.of(member)) {
            if (span_count() > start_.back() && span_name_.back() == version.name) continue;
            span_name_.push_back(version.name);
            span_from_.push_back(version.from);
            span_member_.push_back(member);
        }
        if (span_count() == start_.back()) {
            span_name_.push_back(nameless);
            span_from_.push_back(0);
            span_member_.push_back(member);
        }
    }
    start_.push_back(span_count());
    if (std::find(span_name_.begin(), span_name_.end(), nameless) == span_name_.end()) return;
    // Members of whom no name is known share an empty one.
    auto with_empty = std::make_shared<NameTable>(*names_);
    const auto empty = static_cast<NameId>(with_empty->size());
    with_empty->texts.add({});
    with_empty->sort_keys.add({});
    with_empty->words_end.push_back(static_cast<std::uint32_t>(with_empty->words.size()));
    std::replace(span_name_.begin(), span_name_.end(), nameless, empty);
    names_ = std::move(with_empty);
}

// Sorts by a number of each span and keeps the present order of those that have the same one.
std::vector<Roster::Span> Roster::sorted(std::vector<std::uint32_t> by) const {
    const auto& name_rank = ranks_[0];
    std::vector<std::uint64_t> keys(span_count());
    for (Span span = 0; span < span_count(); ++span) keys[span] = std::uint64_t{by[span]} << 32 | name_rank[span];
    std::sort(keys.begin(), keys.end());
    std::vector<Span> by_name(span_count());
    for (Span span = 0; span < span_count(); ++span) by_name[name_rank[span]] = span;
    std::vector<Span> ranks(span_count());
    for (std::uint32_t at = 0; at < span_count(); ++at) ranks[by_name[keys[at] & 0xFFFFFFFF]] = at;
    return ranks;
}

void Roster::rank_all() {
    // Names in Vietnamese order; of equal keys ("Hoà", "Hòa") as written.
    std::vector<NameId> by_name(names_->size());
    std::iota(by_name.begin(), by_name.end(), 0u);
    std::sort(by_name.begin(), by_name.end(), [this](NameId a, NameId b) {
        const auto key_a = names_->sort_keys[a], key_b = names_->sort_keys[b];
        return key_a != key_b ? key_a < key_b : names_->texts[a] < names_->texts[b];
    });
    std::vector<std::uint32_t> rank_of_name(by_name.size()), rank_of_number(size());
    for (std::uint32_t i = 0; i < by_name.size(); ++i) rank_of_name[by_name[i]] = i;
    for (std::uint32_t i = 0; i < size(); ++i) rank_of_number[by_profile_number_[i]] = i;

    std::vector<Span> order(span_count());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](Span a, Span b) {
        const auto key = [&](Span span) {
            return std::tuple{rank_of_name[span_name_[span]], members_[span_member_[span]].born_on,
                              rank_of_number[span_member_[span]], span};
        };
        return key(a) < key(b);
    });
    auto& by_names = ranks_[static_cast<std::size_t>(MemberSort::name)];
    by_names.resize(span_count());
    for (std::uint32_t i = 0; i < span_count(); ++i) by_names[order[i]] = i;

    const auto rank = [&](MemberSort sort, const auto& number_of) {
        std::vector<std::uint32_t> numbers(span_count());
        for (Span span = 0; span < span_count(); ++span) numbers[span] = number_of(span_member_[span]);
        ranks_[static_cast<std::size_t>(sort)] = sorted(std::move(numbers));
    };
    rank(MemberSort::born_on, [&](std::uint32_t member) {
        const auto born = born_on(member);
        if (born == base::PartialDate{}) return none;
        return static_cast<std::uint32_t>(born.year) << 16 | static_cast<std::uint32_t>(born.month) << 8 |
               static_cast<std::uint32_t>(born.day);
    });
    // The later the day, the younger.
    rank(MemberSort::party_age, [&](std::uint32_t member) {
        const Day from = party_age_from(member);
        return from == never ? none : std::uint32_t{last_day} - from;
    });
    rank(MemberSort::ceremony_on, [&](std::uint32_t member) { return std::uint32_t{ceremony_on(member)}; });
    rank(MemberSort::recognised_on, [&](std::uint32_t member) { return std::uint32_t{recognised_on(member)}; });
    rank(MemberSort::profile_number,
         [&](std::uint32_t member) { return profile_number(member).empty() ? none : rank_of_number[member]; });
}

void Roster::index_words() {
    postings_start_.assign(names_->spelled.size() + 1, 0);
    for (const WordId word : names_->words) ++postings_start_[word + 1];
    std::partial_sum(postings_start_.begin(), postings_start_.end(), postings_start_.begin());
    postings_.resize(names_->words.size());
    std::vector<std::uint32_t> next{postings_start_};
    for (NameId name = 0; name < names_->size(); ++name)
        for (const WordId word : names_->words_of(name)) postings_[next[word]++] = name;
}

std::optional<std::uint32_t> Roster::find(const base::Uuid& member) const {
    const auto found = std::lower_bound(members_.begin(), members_.end(), member,
                                        [](const Member& row, const base::Uuid& id) { return row.id < id; });
    if (found == members_.end() || found->id != member) return {};
    return static_cast<std::uint32_t>(found - members_.begin());
}

std::span<const std::uint32_t> Roster::with_profile_number(std::string_view prefix) const {
    return range_with(by_profile_number_, prefix, [this](std::uint32_t member) { return profile_number(member); });
}

std::span<const std::uint32_t> Roster::with_card_number(std::string_view number) const {
    const auto begins =
        range_with(by_card_number_, number, [this](std::uint32_t member) { return card_number(member); });
    std::size_t whole = 0;
    while (whole < begins.size() && card_number(begins[whole]).size() == number.size()) ++whole;
    return begins.first(whole);
}

}  // namespace stats
