// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/debt_files.h"

#include <algorithm>

#include "base/text.h"
#include "records/histories.h"
#include "records/member_events.h"

namespace actions {
namespace {

using quality::MemberFile;
using quality::OrganisationFile;
using stats::Place;

// SQLite takes the square of their number to read a list of so many places in a statement.
constexpr std::size_t files_at_once = 256;

// Rows of many files, found by their owner.
class Batch {
public:
    Batch(store::Reader& reader, const Snapshot& snapshot, base::Date on)
        : reader_{reader}, snapshot_{snapshot}, on_{on} {
        // Many registers keep no lists of work, study or papers: then nobody's are looked for.
        for (const auto* type :
             {&records::exemption, &records::suspension, &records::departure, &records::social_membership,
              &records::military_service, &records::work_history, &records::education_history, &records::reward,
              &records::honorary_title, &records::paper_on_file})
            if (reader_.select(*type, {.limit = 1}).empty()) without_rows_.push_back(type);
    }

    std::vector<MemberFile>& read(std::span<const base::Uuid> members, const GradingYears& years) {
        files_.clear();
        by_member_.clear();
        by_person_.clear();
        read_members(members);
        read_persons();
        read_stays();
        read_grades(years);
        using F = MemberFile;
        add_rows(records::exemption, "member_id", &F::exemptions, "valid_from");
        add_rows(records::suspension, "member_id", &F::suspensions, "valid_from");
        add_rows(records::departure, "member_id", &F::departures, "departed_on");
        add_rows(records::social_membership, "person_id", &F::social_memberships, "began_on");
        add_rows(records::military_service, "person_id", &F::military_services, "began_on");
        add_rows(records::work_history, "person_id", &F::work_histories, "began_on");
        add_rows(records::education_history, "person_id", &F::education_histories, "began_on");
        add_rows(records::reward, "person_id", &F::rewards, "awarded_on");
        add_rows(records::honorary_title, "person_id", &F::honorary_titles, "awarded_on");
        add_rows(records::paper_on_file, "person_id", &F::papers, "dated_on");
        return files_;
    }

private:
    using Places = std::unordered_map<base::Uuid, std::size_t>;

    static std::vector<schema::Value> ids_in(const Places& places) {
        std::vector<schema::Value> ids;
        ids.reserve(places.size());
        for (const auto& [id, place] : places) ids.emplace_back(id);
        return ids;
    }

    // Calls `visit(file, record)` for each row of the type whose `owner` is among the places.
    template <class Visit>
    void scan_owned(const schema::RecordType& type, std::string_view owner, const Places& places, Visit visit) {
        store::Query query;
        query.conditions.push_back({.field = owner, .op = store::Op::in, .values = ids_in(places)});
        reader_.scan(type, query, [&](const schema::Record& record) {
            const auto& id = owner == "id" ? record.id : std::get<base::Uuid>(record[owner]);
            visit(files_[places.at(id)], record);
        });
    }

    void read_members(std::span<const base::Uuid> members) {
        store::Query query;
        query.conditions.push_back({.field = "id", .op = store::Op::in, .values = {members.begin(), members.end()}});
        reader_.scan(records::PartyMember::type, query, [&](const schema::Record& record) {
            auto& file = files_.emplace_back();
            file.on = on_;
            file.member = schema::from_record<records::PartyMember>(record);
            by_member_.emplace(record.id, files_.size() - 1);
            by_person_.emplace(file.member.person_id.value, files_.size() - 1);
        });
    }

    void read_persons() {
        scan_owned(records::Person::type, "id", by_person_, [](MemberFile& file, const schema::Record& record) {
            file.person = schema::from_record<records::Person>(record);
        });
        scan_owned(records::PersonVersion::type, "person_id", by_person_,
                   [](MemberFile& file, const schema::Record& record) {
                       file.versions.push_back(schema::from_record<records::PersonVersion>(record));
                   });
        for (auto& file : files_)
            std::sort(file.versions.begin(), file.versions.end(),
                      [](const auto& a, const auto& b) { return a.valid_from < b.valid_from; });
    }

    void read_stays() {
        scan_owned(records::Membership::type, "member_id", by_member_,
                   [this](MemberFile& file, const schema::Record& record) {
                       file.stays.push_back(stay_of(schema::from_record<records::Membership>(record)));
                   });
        for (auto& file : files_)
            std::sort(file.stays.begin(), file.stays.end(),
                      [](const auto& a, const auto& b) { return a.membership.valid_from < b.membership.valid_from; });
    }

    quality::Stay stay_of(records::Membership membership) const {
        quality::Stay stay{.membership = std::move(membership)};
        const auto& forest = snapshot_.columns->forest;
        const auto place = forest.find(stay.membership.cell_id.value);
        if (!place) return stay;
        const auto day = stats::to_day(on_);
        stay.cell_name = snapshot_.names->name(*place, day);
        if (const auto kind = snapshot_.names->kind(*place, day); kind != stats::no_code)
            stay.cell_kind = static_cast<records::OrganisationKind>(kind);
        if (const auto end = forest.end(*place); end != stats::never) stay.cell_ended_on = stats::to_date(end);
        return stay;
    }

    void read_grades(const GradingYears& years) {
        scan_owned(records::MemberGrade::type, "member_id", by_member_,
                   [&](MemberFile& file, const schema::Record& record) {
                       auto grade = schema::from_record<records::MemberGrade>(record);
                       const int year = years.year_of(grade.campaign_id.value);
                       file.grades.push_back({year, std::move(grade)});
                   });
        const auto& forest = snapshot_.columns->forest;
        for (auto& file : files_) {
            std::sort(file.grades.begin(), file.grades.end(),
                      [](const auto& a, const auto& b) { return a.year < b.year; });
            file.year_to_be_graded = years.latest(on_, [&](base::Date day) -> std::optional<Place> {
                const auto* home = file.home_on(day);
                return home ? forest.find(home->membership.cell_id.value) : std::nullopt;
            });
        }
    }

    void add_rows(const schema::RecordType& type, std::string_view owner, std::vector<schema::Record> MemberFile::*rows,
                  std::string_view day) {
        if (std::find(without_rows_.begin(), without_rows_.end(), &type) != without_rows_.end()) return;
        bool are_there = false;
        scan_owned(type, owner, owner == "member_id" ? by_member_ : by_person_,
                   [&](MemberFile& file, const schema::Record& record) {
                       (file.*rows).push_back(record);
                       are_there = true;
                   });
        if (!are_there) return;
        const auto first_day = [&](const schema::Record& record) {
            const auto date = quality::date_in(record, day);
            return date ? date->first_day() : base::Date{INT32_MAX};
        };
        for (auto& file : files_)
            std::stable_sort((file.*rows).begin(), (file.*rows).end(),
                             [&](const auto& a, const auto& b) { return first_day(a) < first_day(b); });
    }

    store::Reader& reader_;
    const Snapshot& snapshot_;
    base::Date on_;
    std::vector<const schema::RecordType*> without_rows_;
    std::vector<MemberFile> files_;
    Places by_member_, by_person_;
};

// Names that stand twice below one superior: each gets the code of another.
void find_twins(std::vector<std::pair<Place, OrganisationFile>>& files) {
    struct Named {
        base::Uuid superior;
        std::string name;
        std::size_t at;
        bool is_like(const Named& other) const { return superior == other.superior && name == other.name; }
    };
    std::vector<Named> named;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& version = files[i].second.version();
        if (version.superior_id) named.push_back({version.superior_id->value, base::fold(version.name), i});
    }
    std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
        return a.superior != b.superior ? a.superior < b.superior : a.name < b.name;
    });
    for (std::size_t i = 1; i < named.size(); ++i) {
        if (!named[i].is_like(named[i - 1])) continue;
        auto &one = files[named[i - 1].at].second, &other = files[named[i].at].second;
        one.twin_code = other.organisation.code;
        other.twin_code = one.organisation.code;
    }
}

}  // namespace

GradingYears::GradingYears(store::Reader& reader, const Snapshot& snapshot) : forest_{snapshot.columns->forest} {
    for (const auto& campaign : reader.select<records::GradingCampaign>()) {
        const int year = static_cast<int>(campaign.year);
        years_.emplace(campaign.id.value, year);
        if (const auto root = forest_.find(campaign.organisation_id.value)) campaigns_.push_back({year, *root});
    }
    std::sort(campaigns_.begin(), campaigns_.end(),
              [](const Campaign& a, const Campaign& b) { return a.year > b.year; });
    for (const auto& grade : reader.select<records::OrganisationGrade>())
        rows_[grade.organisation_id.value].push_back(year_of(grade.campaign_id.value));
}

int GradingYears::year_of(const base::Uuid& campaign) const {
    const auto found = years_.find(campaign);
    return found == years_.end() ? 0 : found->second;
}

std::optional<int> GradingYears::latest(base::Date on,
                                        const std::function<std::optional<Place>(base::Date)>& place_on) const {
    for (const auto& campaign : campaigns_) {
        const auto last = base::last_day_of_year(campaign.year);
        if (last > on) continue;
        const auto place = place_on(last);
        if (place && forest_.tree_on(stats::to_day(last)).is_in(*place, campaign.root)) return campaign.year;
    }
    return {};
}

bool GradingYears::has_row(const base::Uuid& organisation, int year) const {
    const auto found = rows_.find(organisation);
    return found != rows_.end() && std::find(found->second.begin(), found->second.end(), year) != found->second.end();
}

void read_member_files(store::Reader& reader, const Snapshot& snapshot, const GradingYears& years,
                       std::span<const base::Uuid> members, base::Date on,
                       const std::function<void(MemberFile&)>& visit) {
    Batch batch{reader, snapshot, on};
    for (std::size_t at = 0; at < members.size(); at += files_at_once)
        for (auto& file : batch.read(members.subspan(at, std::min(files_at_once, members.size() - at)), years))
            visit(file);
}

std::vector<std::pair<Place, OrganisationFile>> read_organisation_files(store::Reader& reader, const Snapshot& snapshot,
                                                                        const GradingYears& years, base::Date on) {
    const auto& forest = snapshot.columns->forest;
    std::vector<std::optional<OrganisationFile>> all(forest.size());
    for (auto& organisation : reader.select<records::Organisation>())
        if (const auto place = forest.find(organisation.id.value)) {
            all[*place].emplace();
            all[*place]->on = on;
            all[*place]->organisation = std::move(organisation);
        }
    reader.scan(records::OrganisationVersion::type, {.conditions = {}, .on = {}, .order = {{"valid_from"}}},
                [&](const schema::Record& record) {
                    auto version = schema::from_record<records::OrganisationVersion>(record);
                    const auto place = forest.find(version.organisation_id.value);
                    if (place && all[*place]) all[*place]->versions.push_back(std::move(version));
                });

    std::vector<std::pair<Place, OrganisationFile>> files;
    const auto day = stats::to_day(on);
    for (Place place = 0; place < all.size(); ++place) {
        if (!all[place] || all[place]->versions.empty() || !forest.exists_on(place, day)) continue;
        if (!records::is_party(all[place]->version().kind)) continue;
        files.emplace_back(place, *all[place]);
        auto& file = files.back().second;
        if (const auto& superior = file.version().superior_id)
            if (const auto above = forest.find(superior->value);
                above && all[*above] && !all[*above]->versions.empty()) {
                file.superior = all[*above]->version();
                if (forest.end(*above) != stats::never) file.superior_ended_on = stats::to_date(forest.end(*above));
            }
        file.year_to_be_graded = years.latest(on, [&](base::Date last) -> std::optional<Place> {
            return forest.exists_on(place, stats::to_day(last)) ? std::optional{place} : std::nullopt;
        });
        file.has_grade_row =
            file.year_to_be_graded && years.has_row(file.organisation.id.value, *file.year_to_be_graded);
    }
    find_twins(files);
    return files;
}

}  // namespace actions
