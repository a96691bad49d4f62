// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/debt_table.h"

#include <algorithm>
#include <set>

#include "actions/masking.h"
#include "base/text.h"
#include "quality/dummy.h"
#include "store/audit_read.h"

namespace actions {
namespace {

using quality::Finding;
using quality::MemberFile;
using quality::Twin;
using stats::Place;

// More members than this are read faster all at once.
constexpr std::size_t followed_max = 1'000;
constexpr std::size_t kept_days = 3;
// Of debts that are as old as their row, until that is known.
constexpr base::Date undated{INT32_MIN};

// What a list may show of a field without opening the file: identifiers masked, of personal things the birth date only.
std::string shown(const quality::Check& check, const std::string& value) {
    const auto* field = check.field.empty() ? nullptr : check.type->find(check.field);
    if (!field) return {};
    if (is_identifier(*field)) return value.empty() ? value : mask(value);
    if (field->options.privacy == schema::Privacy::open || check.field == "born_on") return value;
    return {};
}

std::vector<Debt> debts_of(const std::vector<Finding>& findings) {
    std::vector<Debt> debts;
    debts.reserve(findings.size());
    for (const auto& finding : findings)
        debts.push_back({finding.check, finding.record, shown(*finding.check, finding.value), quality::text_of(finding),
                         finding.since.value_or(undated)});
    return debts;
}

std::uint64_t key_of(std::string_view text) { return std::hash<std::string_view>{}(text) | 1; }

// Name, full birth date, sex and native place: where one is missing nothing is compared.
std::uint64_t person_key(const MemberFile& file) {
    const auto* version = file.version();
    if (!version || file.person.born_on.day == 0 || quality::is_dummy_name(version->full_name) ||
        quality::is_dummy_text(file.person.native_place))
        return 0;
    std::string text = base::fold(version->full_name);
    text.append("|").append(base::to_iso(file.person.born_on)).append("|");
    text.append(file.person.sex == records::Sex::male ? "m|" : "f|").append(base::fold(file.person.native_place));
    return key_of(text);
}

std::uint64_t number_key(const std::string& number) {
    return number.empty() || quality::is_dummy_number(number) ? 0 : key_of(number);
}

MemberDebts debts_of_member(const MemberFile& file, const stats::Forest& forest) {
    MemberDebts member{.id = file.member.id.value, .person = file.member.person_id.value};
    const auto findings = quality::examine(file);
    member.debts = debts_of(findings);
    member.score = quality::score_of(findings);
    member.is_counted = !file.has_left() && !file.is_yet_to_come();
    const auto* owner = file.home_on(file.on);
    member.is_home = owner != nullptr;
    member.is_full = owner && owner->membership.status == records::MembershipStatus::full;
    for (const auto& stay : file.stays) {
        if (stay.membership.kind != records::MembershipKind::home) continue;
        if (!member.is_home && stay.membership.valid_from <= file.on) owner = &stay;
        const auto place = forest.find(stay.membership.cell_id.value);
        if (place && stay.membership.status == records::MembershipStatus::full)
            member.full_spans.push_back({*place, {stay.membership.valid_from, stay.membership.valid_to}});
    }
    if (!owner && !file.stays.empty()) owner = &file.stays.front();
    if (owner) member.owner = forest.find(owner->membership.cell_id.value).value_or(stats::none);
    if (member.is_counted)
        member.keys = {person_key(file), number_key(file.person.old_identity_number),
                       number_key(file.member.old_card_number)};
    return member;
}

// The members that the entries touched; nothing = too many, or rows on which many depend.
std::optional<std::vector<base::Uuid>> touched_members(store::Store& store, const DebtTable& before,
                                                       const Snapshot& snapshot) {
    const auto last = snapshot.sequence;
    constexpr std::array<std::string_view, 6> of_many{
        "organisation",     "organisation_version", "organisation_succession",
        "grading_campaign", "organisation_grade",   "import_batch"};
    std::set<base::Uuid> ids;
    bool is_too_much = false;
    store::scan_touched(store, before.sequence(), last, [&](const store::Touched& row) {
        is_too_much = is_too_much || ids.size() > 4 * followed_max ||
                      std::find(of_many.begin(), of_many.end(), row.type) != of_many.end();
        ids.insert(row.id);
    });
    if (is_too_much) return {};
    // The owners of rows are named by their images.
    store::scan_audit(store, {.before = last + 1, .after = before.sequence()}, [&](const store::AuditEntry& entry) {
        constexpr std::string_view mark = "_id\":\"";
        const std::string_view text = entry.changes;
        for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
            if (const auto id = base::parse_uuid(text.substr(at + mark.size(), 36))) ids.insert(*id);
    });
    std::vector<base::Uuid> members;
    for (const auto& member : before.members())
        if (ids.contains(member.id) || ids.contains(member.person)) members.push_back(member.id);
    // And those who are new.
    const std::size_t known = members.size();
    for (const auto& id : ids)
        if (snapshot.roster->find(id) &&
            !std::binary_search(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(known), id))
            members.push_back(id);
    if (members.size() > followed_max) return {};
    return members;
}

}  // namespace

MemberDebts* DebtTable::find(const base::Uuid& member) {
    const auto found = std::lower_bound(members_.begin(), members_.end(), member,
                                        [](const MemberDebts& one, const base::Uuid& id) { return one.id < id; });
    return found == members_.end() || found->id != member ? nullptr : &*found;
}

void DebtTable::read_members(store::Store& store, std::span<const base::Uuid> ids) {
    const auto& forest = snapshot_->columns->forest;
    std::vector<MemberDebts> fresh;
    read_member_files(store, *snapshot_, *years_, ids, on_, [&](MemberFile& file) {
        auto member = debts_of_member(file, forest);
        if (auto* known = find(member.id))
            *known = std::move(member);
        else
            fresh.push_back(std::move(member));
    });
    if (fresh.empty()) return;
    members_.insert(members_.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    std::sort(members_.begin(), members_.end(), [](const MemberDebts& a, const MemberDebts& b) { return a.id < b.id; });
}

void DebtTable::read_twins(store::Store& store) {
    // Those who had twins before are looked at again, since they may have none now.
    std::unordered_map<base::Uuid, std::vector<Twin>> twins;
    for (const auto& id : with_twins_) twins[id];
    for (const auto of : {Twin::person, Twin::old_identity_number, Twin::old_card_number}) {
        std::vector<std::pair<std::uint64_t, std::size_t>> keys;
        for (std::size_t i = 0; i < members_.size(); ++i)
            if (const auto key = members_[i].keys[static_cast<std::size_t>(of)]) keys.emplace_back(key, i);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 1; i < keys.size(); ++i) {
            if (keys[i].first != keys[i - 1].first) continue;
            twins[members_[keys[i - 1].second].id].push_back(of);
            twins[members_[keys[i].second].id].push_back(of);
        }
    }
    std::vector<base::Uuid> ids;
    with_twins_.clear();
    for (const auto& [id, list] : twins) {
        ids.push_back(id);
        if (!list.empty()) with_twins_.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    read_member_files(store, *snapshot_, *years_, ids, on_, [&](MemberFile& file) {
        file.twins = twins.at(file.member.id.value);
        if (auto* member = find(file.member.id.value)) *member = debts_of_member(file, snapshot_->columns->forest);
    });
}

void DebtTable::read_organisations(store::Store& store) {
    const auto& forest = snapshot_->columns->forest;
    const auto day = stats::to_day(on_);
    const auto& tree = forest.tree_on(day);
    struct Heads {
        int members = 0, full = 0;
    };
    std::vector<Heads> own(forest.size()), below(forest.size() + 1);
    std::vector<std::vector<quality::FullSpan>> spans(forest.size());
    organisations_.assign(forest.size(), {});
    for (const auto& member : members_) {
        for (const auto& [place, span] : member.full_spans) spans[place].push_back(span);
        if (!member.is_home || member.owner == stats::none) continue;
        ++own[member.owner].members;
        own[member.owner].full += member.is_full;
        ++organisations_[member.owner].members;
        organisations_[member.owner].members_score += member.score;
    }
    for (std::size_t at = 0; at < tree.order.size(); ++at)
        below[at + 1] = {below[at].members + own[tree.order[at]].members, below[at].full + own[tree.order[at]].full};

    for (auto& [place, file] : read_organisation_files(store, *snapshot_, *years_, on_)) {
        const bool is_cell = records::is_cell(file.version().kind);
        const auto &first = below[tree.position[place]], &last = below[tree.end[place]];
        file.members = is_cell ? own[place].members : last.members - first.members;
        file.full_members = is_cell ? own[place].full : last.full - first.full;
        file.full_spans = std::move(spans[place]);
        const auto findings = quality::examine(file);
        auto& organisation = organisations_[place];
        organisation.debts = debts_of(findings);
        organisation.lost = 100 - quality::score_of(findings);
        // Rounded down: only what is whole is 100.
        const auto mean = organisation.members ? organisation.members_score / organisation.members : 100;
        organisation.score = std::max(0, static_cast<int>(mean) - organisation.lost);
    }
}

void DebtTable::date_debts(store::Store& store) {
    const auto each = [this](auto&& visit) {
        for (auto& member : members_)
            for (auto& debt : member.debts) visit(debt, member.id);
        for (Place place = 0; place < organisations_.size(); ++place)
            for (auto& debt : organisations_[place].debts) visit(debt, snapshot_->columns->forest.ids()[place]);
    };
    // What points at no row is as old as the file.
    const auto row_of = [](const Debt& debt, const base::Uuid& owner) {
        return debt.record.is_nil() ? owner : debt.record;
    };
    std::unordered_map<base::Uuid, std::int64_t> sequences;
    each([&](const Debt& debt, const base::Uuid& owner) {
        const auto row = row_of(debt, owner);
        if (debt.since == undated && !written_on_.contains(row)) sequences.emplace(row, 0);
    });
    if (!sequences.empty())
        store::scan_touched(store, 0, snapshot_->sequence, [&](const store::Touched& row) {
            if (const auto found = sequences.find(row.id); found != sequences.end()) found->second = row.sequence;
        });
    std::set<std::int64_t> entries;
    for (const auto& [row, sequence] : sequences)
        if (sequence > 0) entries.insert(sequence);
    const std::vector<std::int64_t> numbers{entries.begin(), entries.end()};
    std::unordered_map<std::int64_t, base::Date> days;
    for (const auto& entry : store::audit_entries(store, numbers)) {
        constexpr std::int64_t day_ms = 86'400'000;
        days[entry.sequence] = base::Date{static_cast<std::int32_t>(entry.intent.at_ms / day_ms)};
    }
    for (const auto& [row, sequence] : sequences) written_on_[row] = days.contains(sequence) ? days.at(sequence) : on_;
    each([&](Debt& debt, const base::Uuid& owner) {
        if (debt.since == undated) debt.since = written_on_.at(row_of(debt, owner));
    });
}

DebtTablePtr DebtTable::built(store::Store& store, SnapshotPtr snapshot, base::Date on) {
    auto table = std::make_shared<DebtTable>();
    table->snapshot_ = std::move(snapshot);
    table->on_ = on;
    store::read_one_state(store, [&] {
        table->years_ = std::make_shared<const GradingYears>(store, *table->snapshot_);
        const auto& roster = *table->snapshot_->roster;
        std::vector<base::Uuid> ids;
        ids.reserve(roster.size());
        for (std::uint32_t member = 0; member < roster.size(); ++member) ids.push_back(roster.id(member));
        table->members_.reserve(ids.size());
        table->read_members(store, ids);
        table->read_twins(store);
        table->read_organisations(store);
        table->date_debts(store);
    });
    return table;
}

DebtTablePtr DebtTable::continued(store::Store& store, const DebtTable& before, SnapshotPtr snapshot) {
    if (snapshot->sequence < before.sequence()) return built(store, std::move(snapshot), before.on_);
    const auto touched = touched_members(store, before, *snapshot);
    if (!touched) return built(store, std::move(snapshot), before.on_);
    auto table = std::make_shared<DebtTable>(before);
    table->snapshot_ = std::move(snapshot);
    // GradingYears looks into the forest of its snapshot.
    table->years_ = std::make_shared<const GradingYears>(store, *table->snapshot_);
    store::read_one_state(store, [&] {
        store::scan_touched(store, before.sequence(), table->snapshot_->sequence,
                            [&](const store::Touched& row) { table->written_on_.erase(row.id); });
        table->read_members(store, *touched);
        table->read_twins(store);
        table->read_organisations(store);
        table->date_debts(store);
    });
    // Someone has been removed.
    if (table->members_.size() != table->snapshot_->roster->size()) return built(store, table->snapshot_, before.on_);
    return table;
}

DebtTablePtr DebtKeeper::table(Context& context, base::Date on) {
    const std::lock_guard lock{mutex_};
    auto snapshot = snapshot_of(context);
    const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const auto& kept) { return kept->on() == on; });
    DebtTablePtr table = found == tables_.end() ? nullptr : *found;
    if (table) tables_.erase(found);
    if (!table)
        table = DebtTable::built(context.store, std::move(snapshot), on);
    else if (table->sequence() != snapshot->sequence)
        table = DebtTable::continued(context.store, *table, std::move(snapshot));
    tables_.insert(tables_.begin(), table);
    if (tables_.size() > kept_days) tables_.pop_back();
    return table;
}

DebtTablePtr debts_on(Context& context, base::Date on) {
    if (context.registers) return context.registers->debts().table(context, on);
    return DebtTable::built(context.store, snapshot_of(context), on);
}

}  // namespace actions
