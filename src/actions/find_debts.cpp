// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_debts.h"

#include <algorithm>

#include "actions/reach.h"

namespace actions {
namespace {

using quality::Check;
using quality::Severity;
using stats::Place;

std::vector<std::string_view> words_in(std::string_view list) {
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (comma > 0) words.push_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return words;
}

// What the request keeps.
struct Filter {
    std::vector<const Check*> checks;
    std::vector<Severity> severities;
    int days_min = 0;
    base::Date on;

    bool keeps(const Debt& debt) const {
        return (checks.empty() || std::find(checks.begin(), checks.end(), debt.check) != checks.end()) &&
               (severities.empty() ||
                std::find(severities.begin(), severities.end(), debt.check->severity) != severities.end()) &&
               age_days(debt, on) >= days_min;
    }
};

base::Result<Filter> filter_of(const FindDebts& request, base::Date on) {
    Filter filter{.days_min = request.days_min, .on = on};
    for (const auto code : words_in(request.checks)) {
        const auto* check = quality::find_check(code);
        if (!check)
            return base::Refusal{"request.bad_parameter", {"check", std::string{code}, "mã phép kiểm tra dữ liệu"}, {}};
        filter.checks.push_back(check);
    }
    for (const auto name : words_in(request.severities)) {
        const auto severity = quality::find_severity(name);
        if (!severity)
            return base::Refusal{"request.bad_parameter", {"severity", std::string{name}, "error, debt, note"}, {}};
        filter.severities.push_back(*severity);
    }
    return filter;
}

// Calls `visit` for each debt of the organisations there, and of those who are, or last were, in them.
template <class Visit>
void each_debt(const DebtTable& table, Place root, bool with_homeless, Visit visit) {
    const auto& tree = table.snapshot().columns->forest.tree_on(stats::to_day(table.on()));
    for (const auto place : tree.subtree(root))
        for (const auto& debt : table.organisations()[place].debts) visit(DebtRow{&debt, nullptr, place});
    for (const auto& member : table.members()) {
        if (member.debts.empty()) continue;
        if (member.owner == stats::none ? !with_homeless : !tree.is_in(member.owner, root)) continue;
        for (const auto& debt : member.debts) visit(DebtRow{&debt, &member, member.owner});
    }
}

void sort_rows(const DebtTable& table, std::vector<DebtRow>& rows) {
    const auto day = stats::to_day(table.on());
    const auto& roster = *table.snapshot().roster;
    const auto& tree = table.snapshot().columns->forest.tree_on(day);
    struct Key {
        int severity;
        base::Date since;
        std::uint32_t position, name;
        bool operator<(const Key& other) const {
            return std::tie(severity, since, position, name) <
                   std::tie(other.severity, other.since, other.position, other.name);
        }
    };
    std::vector<std::pair<Key, DebtRow>> keyed;
    keyed.reserve(rows.size());
    for (const auto& row : rows) {
        Key key{static_cast<int>(row.debt->check->severity), row.debt->since, stats::none, 0};
        if (row.owner != stats::none) key.position = tree.position[row.owner];
        if (row.member)
            if (const auto number = roster.find(row.member->id))
                key.name = 1 + roster.rank(stats::MemberSort::name, roster.span(*number, day));
        keyed.emplace_back(key, row);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = keyed[i].second;
}

}  // namespace

void DebtCounts::add(const Debt& debt) {
    ++by_severity[static_cast<std::size_t>(debt.check->severity)];
    if (!oldest || debt.since < *oldest) oldest = debt.since;
}

std::int64_t age_days(const Debt& debt, base::Date on) { return std::max(0, on - debt.since); }

int score_below(const DebtTable& table, Place root) {
    const auto& tree = table.snapshot().columns->forest.tree_on(stats::to_day(table.on()));
    const auto& organisations = table.organisations();
    const auto subtree = tree.subtree(root);
    if (subtree.size() == 1) return organisations[root].score;
    std::int64_t members = 0, sum = 0, lost = 0;
    for (const auto place : subtree) {
        const auto& one = organisations[place];
        members += one.members;
        sum += one.members_score;
        // The points of an organisation weigh as much as its members do, and at least as one.
        lost += one.lost * std::max<std::int64_t>(1, one.members);
    }
    if (members == 0) return lost > 0 ? 0 : 100;
    return static_cast<int>(std::max<std::int64_t>(0, sum - lost) / members);
}

base::Result<DebtPage> find_debts(Context& context, const FindDebts& request) {
    TRY(require_organisation(context, rules::Right::see, request.organisation));
    const auto on = request.on.value_or(context.today);
    const auto filter = TRY(filter_of(request, on));
    DebtPage page{.table = debts_on(context, on), .on = on, .offset = request.offset};
    const auto& snapshot = page.table->snapshot();
    const auto root = snapshot.columns->forest.find(request.organisation);
    if (!root) return base::Refusal{"organisation.unknown", {request.organisation}, {}};
    page.organisation = mention_of(snapshot, *root, on);
    page.score = score_below(*page.table, *root);

    std::vector<DebtRow> rows;
    std::unordered_map<const Check*, std::int64_t> by_check;
    each_debt(*page.table, *root, reach_of(context, rules::Right::see).is_everything(), [&](const DebtRow& row) {
        if (age_days(*row.debt, on) < filter.days_min) return;
        ++by_check[row.debt->check];
        if (!filter.keeps(*row.debt)) return;
        page.counts.add(*row.debt);
        rows.push_back(row);
    });
    for (const auto* check : quality::checks())
        if (const auto found = by_check.find(check); found != by_check.end()) page.checks.push_back(*found);
    sort_rows(*page.table, rows);
    page.total = rows.size();
    const auto first = std::min(request.offset, rows.size());
    const auto last = std::min(rows.size(), first + request.limit);
    page.items.assign(rows.begin() + static_cast<std::ptrdiff_t>(first),
                      rows.begin() + static_cast<std::ptrdiff_t>(last));
    return page;
}

}  // namespace actions
