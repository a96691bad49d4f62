// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/faults.h"

#include <algorithm>
#include <map>
#include <set>

#include "actions/take_over_rows.h"
#include "demo/fault_kinds.h"
#include "demo/model.h"
#include "demo/random.h"
#include "formats/csv_writer.h"
#include "records/grading.h"
#include "records/member_events.h"
#include "records/party_member.h"

namespace demo {
namespace {

using records::Membership;
using records::OrganisationKind;
using records::OrganisationVersion;
using schema::Record;
using schema::Value;

constexpr int roomy_cell = 12;  // Who is spoiled here leaves more than enough full members.

std::vector<Record> rows_of(actions::Context& context, const schema::RecordType& type, std::string_view field,
                            const base::Uuid& id) {
    return context.store.select(type, {.conditions = {{.field = field, .values = {Value{id}}}}});
}

template <class R>
Record record_of(const R& row) {
    return schema::to_record(row);
}

// The whole work: gathers what is there, spoils it, and hands it over.
class Spoiler {
public:
    explicit Spoiler(actions::Context& context) : context_{context} {
        for (auto& version : context.store.select<OrganisationVersion>({.on = demo_year_end}))
            versions_.emplace(version.organisation_id.value, std::move(version));
        for (auto& organisation : context.store.select<records::Organisation>())
            organisations_.emplace(organisation.code, std::move(organisation));
        for (auto& member : context.store.select<records::PartyMember>())
            members_.emplace(member.id.value, std::move(member));
        for (auto& stay : context.store.select<Membership>()) {
            if (!stay.valid_to || *stay.valid_to > demo_year_end) cells_[stay.cell_id.value].push_back(stay);
            stays_.emplace(stay.member_id.value, std::move(stay));
        }
    }

    base::Result<std::vector<PlantedFault>> plant() {
        spoil_organisations();
        fill_pools();
        for (const auto& kind : member_fault_kinds()) spoil_members(kind);
        TRY(actions::take_over_rows(context_, std::move(rows_)));
        return std::move(planted_);
    }

private:
    const records::Organisation& organisation(const base::Uuid& id) const {
        const auto found = std::find_if(organisations_.begin(), organisations_.end(),
                                        [&](const auto& one) { return one.second.id.value == id; });
        CHECK(found != organisations_.end());
        return found->second;
    }

    void note(std::string_view check, const records::Organisation& organisation, std::string name) {
        planted_.push_back({check, false, organisation.id.value, organisation.code, std::move(name)});
    }

    void rewrite(const Record& before, Record after) {
        rows_.removed.push_back(before);
        rows_.written.push_back(std::move(after));
    }

    // Organisations in the order of their codes that are not yet taken; the first `count` that fit are.
    template <class Fits>
    std::vector<OrganisationVersion> take(std::size_t count, Fits fits) {
        std::vector<OrganisationVersion> taken;
        for (const auto& [code, organisation] : organisations_) {
            const auto found = versions_.find(organisation.id.value);
            if (taken.size() == count || found == versions_.end() || taken_.contains(organisation.id.value)) continue;
            if (!fits(found->second)) continue;
            taken.push_back(found->second);
            taken_.insert(organisation.id.value);
        }
        CHECK(taken.size() == count);
        return taken;
    }

    std::size_t size(const base::Uuid& cell) const {
        const auto found = cells_.find(cell);
        return found == cells_.end() ? 0 : found->second.size();
    }
    bool is_roomy_cell(const OrganisationVersion& version) const {
        return version.kind == OrganisationKind::cell && size(version.organisation_id.value) >= roomy_cell;
    }

    void spoil_organisations() {
        constexpr auto n = demo_faults_of_a_kind;
        const auto is_grassroots = [](const OrganisationVersion& v) { return records::is_grassroots(v.kind); };
        const auto roomy = [this](const OrganisationVersion& v) { return is_roomy_cell(v); };
        for (const auto& version : take(n, is_grassroots)) {
            auto changed = version;
            changed.unit_type = {};
            rewrite(record_of(version), record_of(changed));
            note("organisation_version.unit_type_missing", organisation(version.organisation_id.value), version.name);
        }
        std::set<base::Uuid> superiors;  // Two of one name below one superior would be a fault of another kind.
        for (const auto& version : take(n, [&](const OrganisationVersion& v) {
                 return is_roomy_cell(v) && superiors.insert(v.superior_id->value).second;
             })) {
            auto changed = version;
            changed.name = "Chưa rõ";
            rewrite(record_of(version), record_of(changed));
            note("organisation_version.name_missing", organisation(version.organisation_id.value), version.name);
        }
        spoil_founding(take(n, roomy));
        leave_behind(take(n, roomy));
        found_empty_cells();
        make_small(n);
        const auto other = take(1, roomy);
        places_.other_cell = other.front().organisation_id.value;
    }

    // The row of an organisation cannot be taken away while others refer to it, and need not be: nothing is wrong with
    // it by itself.
    void spoil_founding(const std::vector<OrganisationVersion>& cells) {
        for (const auto& version : cells) {
            auto changed = organisation(version.organisation_id.value);
            changed.founded_on = base::PartialDate{2019, 5, 0};
            rows_.corrected.push_back(record_of(changed));
            note("organisation.founded_after_start", changed, version.name);
        }
    }

    // Under a party of the grassroots something that ended in 2019, with cells that nobody moved away.
    void leave_behind(const std::vector<OrganisationVersion>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto ended =
                add_organisation("DH.CU." + std::to_string(i + 1), "Đảng bộ bộ phận cũ số " + std::to_string(i + 1),
                                 OrganisationKind::section_party, cells[i].superior_id->value, base::date(2019, 1, 1));
            auto changed = cells[i];
            changed.superior_id = base::Id<records::Organisation>{ended};
            rewrite(record_of(cells[i]), record_of(changed));
            note("organisation_version.superior_ended", organisation(cells[i].organisation_id.value), cells[i].name);
        }
        places_.ended_cell = add_organisation("DH.CU.9", "Chi bộ cũ số 9", OrganisationKind::cell,
                                              cells.front().superior_id->value, base::date(2019, 1, 1));
    }

    void found_empty_cells() {
        for (const auto& party : take(demo_faults_of_a_kind, [](const OrganisationVersion& v) {
                 return v.kind == OrganisationKind::grassroots_party;
             })) {
            const auto& code = organisation(party.organisation_id.value).code;
            const auto id =
                add_organisation(code + ".90", "Chi bộ số 90", OrganisationKind::cell, party.organisation_id.value, {});
            planted_.push_back({"cell.empty", false, id, code + ".90", "Chi bộ số 90"});
        }
    }

    // All but two of a small cell are entered in the next one.
    void make_small(std::size_t count) {
        std::map<base::Uuid, std::vector<OrganisationVersion>> by_superior;
        for (const auto& [id, version] : versions_)
            if (is_roomy_cell(version) && !taken_.contains(id))
                by_superior[version.superior_id->value].push_back(version);
        for (const auto& [superior, cells] : by_superior) {
            if (count == 0 || cells.size() < 4) continue;
            --count;
            const auto &small = cells[0], &large = cells[1];
            taken_.insert(small.organisation_id.value);
            taken_.insert(large.organisation_id.value);
            auto stays = cells_.at(small.organisation_id.value);
            std::sort(stays.begin(), stays.end(), [](const auto& a, const auto& b) { return a.id.value < b.id.value; });
            for (std::size_t i = 2; i < stays.size(); ++i) move(stays[i], large.organisation_id.value);
            note("cell.too_few_full_members", organisation(small.organisation_id.value), small.name);
        }
        CHECK(count == 0);
    }

    void move(const Membership& stay, const base::Uuid& cell) {
        auto changed = stay;
        changed.cell_id = {cell};
        rewrite(record_of(stay), record_of(changed));
        for (const auto& grade : rows_of(context_, records::MemberGrade::type, "member_id", stay.member_id.value)) {
            auto moved = grade;
            moved["cell_id"] = cell;
            rewrite(grade, std::move(moved));
        }
    }

    base::Uuid add_organisation(std::string code, std::string name, OrganisationKind kind, const base::Uuid& superior,
                                std::optional<base::Date> ended_on) {
        records::Organisation organisation{.id = {ids_.next()}, .code = std::move(code), .founded_on = {}, .note = {}};
        OrganisationVersion version;
        version.id = {ids_.next()};
        version.organisation_id = organisation.id;
        version.valid_from = demo_register_start;
        version.valid_to = ended_on;
        version.name = std::move(name);
        version.kind = kind;
        version.superior_id = base::Id<records::Organisation>{superior};
        rows_.written.push_back(record_of(organisation));
        rows_.written.push_back(record_of(version));
        return organisation.id.value;
    }

    // Members by what can be spoiled about them, shuffled.
    void fill_pools() {
        std::map<base::Uuid, base::PartialDate> born;
        for (const auto& person : context_.store.select<records::Person>()) born[person.id.value] = person.born_on;
        std::set<base::Uuid> special, left;
        for (const auto* type : {&records::exemption, &records::suspension})
            for (const auto& row : context_.store.select(*type)) special.insert(std::get<base::Uuid>(row["member_id"]));
        for (const auto& row : context_.store.select(records::departure))
            left.insert(std::get<base::Uuid>(row["member_id"]));
        for (const auto& [id, member] : members_) {
            const auto& cell = stays_.at(id).cell_id.value;
            if (special.contains(id) || taken_.contains(cell) || size(cell) < roomy_cell) continue;
            const auto birth = born.at(member.person_id.value);
            if (left.contains(id)) {
                if (member.recognised_on) pools_[FaultPool::departed].push_back(id);
            } else if (!member.recognised_on) {
                pools_[FaultPool::newest].push_back(id);
            } else if (member.recognised_on->year() == demo_year) {
                pools_[FaultPool::recognised].push_back(id);
            } else if (member.ceremony_on >= base::date(2011, 3, 1) && member.ceremony_on.year() < demo_year - 2) {
                pools_[FaultPool::recent].push_back(id);
                // Old enough to have been admitted as whoever else of the pool.
            } else if (birth.day != 0 && birth.year <= 1965 && member.ceremony_on >= base::date(1990, 1, 1) &&
                       stays_.at(id).entry == records::Entry::registered) {
                pools_[FaultPool::settled].push_back(id);
            }
        }
        DemoRandom random{2020'12'31};
        for (auto& [pool, ids] : pools_) random.shuffle(ids);
    }

    std::vector<Record> file_of(const base::Uuid& member) {
        const auto& person = members_.at(member).person_id.value;
        std::vector<Record> rows;
        const auto add = [&](const schema::RecordType& type, std::string_view field, const base::Uuid& id) {
            for (auto& row : rows_of(context_, type, field, id)) rows.push_back(std::move(row));
        };
        add(records::Person::type, "id", person);
        add(records::PersonVersion::type, "person_id", person);
        add(records::PartyMember::type, "id", member);
        add(Membership::type, "member_id", member);
        add(records::departure, "member_id", member);
        add(records::MemberGrade::type, "member_id", member);
        return rows;
    }

    void spoil_members(const FaultKind& kind) {
        auto& pool = pools_[kind.pool];
        CHECK(pool.size() >= demo_faults_of_a_kind);
        std::vector<FaultyFile> files;
        for (int i = 0; i < static_cast<int>(demo_faults_of_a_kind); ++i) {
            const auto id = pool.back();
            pool.pop_back();
            auto rows = file_of(id);
            rows_.removed.insert(rows_.removed.end(), rows.begin(), rows.end());
            auto& file = files.emplace_back(std::move(rows));
            const auto name = std::get<std::string>(file.version()["full_name"]);
            kind.spoil(file, i, i < 3 ? files[0] : files[3], places_);
            planted_.push_back({kind.check, true, id, members_.at(id).profile_number, name});
        }
        for (const auto& file : files)
            rows_.written.insert(rows_.written.end(), file.rows().begin(), file.rows().end());
    }

    actions::Context& context_;
    base::UuidGenerator ids_;
    std::map<base::Uuid, OrganisationVersion> versions_;          // Of the last day, by organisation.
    std::map<std::string, records::Organisation> organisations_;  // By code.
    std::map<base::Uuid, records::PartyMember> members_;
    std::map<base::Uuid, Membership> stays_;               // The one of each member.
    std::map<base::Uuid, std::vector<Membership>> cells_;  // Members on the last day.
    std::map<FaultPool, std::vector<base::Uuid>> pools_;
    std::set<base::Uuid> taken_;  // Organisations.
    FaultPlaces places_;
    actions::OldRows rows_;
    std::vector<PlantedFault> planted_;
};

}  // namespace

base::Result<std::vector<PlantedFault>> plant_demo_faults(actions::Context& context) {
    return Spoiler{context}.plant();
}

void write_planted_faults(const std::string& path, std::span<const PlantedFault> faults) {
    formats::CsvWriter writer{path};
    writer.write_row(std::vector<std::string>{"Mã phép kiểm tra", "Hồ sơ", "Số lý lịch, mã tổ chức", "Tên"});
    for (const auto& fault : faults)
        writer.write_row(std::vector<std::string>{
            std::string{fault.check}, fault.is_of_member ? "Đảng viên" : "Tổ chức", fault.code, fault.name});
    writer.finish();
}

}  // namespace demo
