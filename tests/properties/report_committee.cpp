// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/properties/report_committee.h"

#include <map>
#include <stdexcept>

#include "records/all.h"
#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"

namespace report_test {
namespace {

using namespace records;
using base::date;

template <class T>
T must(base::Result<T> result) {
    if (!result)
        throw std::runtime_error{result.error().code + " " +
                                 (result.error().args.empty() ? "" : result.error().args[0])};
    return *std::move(result);
}

struct OrganisationRow {
    const char *code, *name, *superior;
    OrganisationKind kind;
    const char* unit_type;
};

struct MemberRow {
    const char *number, *name;
    Sex sex;
    int born;
    const char *ethnicity, *religion, *occupation, *education, *theory, *cell;
    int ceremony_year;
    MembershipStatus status;
    std::optional<Grade> grade;
    std::optional<NotGradedReason> reason = {};
};

constexpr auto full = MembershipStatus::full;
constexpr auto probationary = MembershipStatus::probationary;

// clang-format off
const std::vector<OrganisationRow> organisations{
    {"TL",   "Đảng bộ thị xã Tân Lâm",     "",     OrganisationKind::district,         ""},
    {"TL01", "Đảng bộ phường Đông Lương",  "TL",   OrganisationKind::grassroots_party, "ward"},
    {"TL0101", "Chi bộ khu phố 1",         "TL01", OrganisationKind::cell,             ""},
    {"TL0102", "Chi bộ khu phố 2",         "TL01", OrganisationKind::cell,             ""},
    {"TL02", "Chi bộ Trạm Y tế",           "TL",   OrganisationKind::grassroots_cell,  "public_service_unit"},
    {"TL03", "Chi bộ Hợp tác xã Cam Lộ",   "TL",   OrganisationKind::grassroots_cell,  "cooperative"},
};

const std::vector<MemberRow> members{
    {"000001QT", "Hoàng Văn Ấm",     Sex::male,   1955, "kinh",         "none",        "retired",         "intermediate", "intermediate", "TL0101", 1982, full, Grade::good},
    {"000002QT", "Lê Thị Bưởi",      Sex::female, 1968, "kinh",         "buddhism",    "retired",         "college",      "intermediate", "TL0101", 1994, full, Grade::excellent},
    {"000003QT", "Trần Đình Cẩn",    Sex::male,   1990, "kinh",         "none",        "state_officer",   "university",   "advanced",     "TL0101", 2012, full, Grade::good},
    {"000004QT", "Hồ Thị Ngàn",      Sex::female, 1995, "bru_van_kieu", "none",        "commune_officer", "university",   "elementary",   "TL0101", 2017, full, Grade::good},
    {"000005QT", "Nguyễn Văn Đạo",   Sex::male,   1938, "kinh",         "none",        "retired",         "elementary",   "",             "TL0102", 1966, full, {}, NotGradedReason::exempt},
    {"000006QT", "Phan Thị Én",      Sex::female, 1988, "kinh",         "catholicism", "public_employee", "master",       "intermediate", "TL0102", 2010, full, Grade::completed},
    {"000007QT", "Võ Minh Giang",    Sex::male,   1979, "kinh",         "none",        "farmer",          "",             "",             "TL0102", 2003, full, Grade::not_completed},
    {"000008QT", "Đỗ Thị Hạnh",      Sex::female, 1985, "kinh",         "none",        "public_employee", "university",   "intermediate", "TL02",   2008, full, Grade::excellent},
    {"000009QT", "Bùi Quốc Khánh",   Sex::male,   1992, "kinh",         "none",        "public_employee", "university",   "",             "TL02",   2015, full, {}},
    {"000010QT", "Hồ Văn Lăng",      Sex::male,   1998, "bru_van_kieu", "none",        "public_employee", "college",      "",             "TL02",   2020, probationary, {}, NotGradedReason::admitted_under_6_months},
    {"000011QT", "Mai Thị Mận",      Sex::female, 1975, "kinh",         "none",        "farmer",          "intermediate", "elementary",   "TL03",   2000, full, Grade::good},
    {"000012QT", "Ngô Văn Nghĩa",    Sex::male,   1970, "kinh",         "none",        "farmer",          "",             "",             "TL03",   1999, full, Grade::good},
};
// clang-format on

class Builder {
public:
    explicit Builder(store::Transaction& transaction) : transaction_{transaction} {}

    void add_organisations() {
        for (const auto& row : organisations) {
            Organisation organisation{.code = row.code};
            ids_[row.code] = must(transaction_.insert(organisation));
            OrganisationVersion version{.organisation_id = ids_[row.code],
                                        .valid_from = date(2010, 1, 1),
                                        .name = row.name,
                                        .kind = row.kind,
                                        .unit_type = row.unit_type};
            if (*row.superior) version.superior_id = ids_[row.superior];
            must(transaction_.insert(version));
        }
    }

    base::Id<PartyMember> add_person(const MemberRow& row) {
        Person person{.born_on = base::PartialDate{row.born, 5, 19}, .sex = row.sex, .ethnicity = row.ethnicity};
        const auto person_id = must(transaction_.insert(person));
        PersonVersion version{.person_id = person_id,
                              .valid_from = date(row.ceremony_year, 1, 1),
                              .full_name = row.name,
                              .religion = row.religion,
                              .occupation = row.occupation,
                              .general_education = "upper_secondary",
                              .professional_education = row.education,
                              .political_theory = row.theory};
        must(transaction_.insert(version));
        PartyMember member{.person_id = person_id,
                           .profile_number = row.number,
                           .card_number = "41" + std::string{row.number, 6},
                           .ceremony_on = ceremony_of(row)};
        if (row.status == full) member.recognised_on = base::add_months(member.ceremony_on, 12);
        return must(transaction_.insert(member));
    }

    void add_stay(base::Id<PartyMember> member, const char* cell, base::Date from, std::optional<base::Date> to,
                  MembershipStatus status, Entry entry) {
        Membership stay{.member_id = member,
                        .cell_id = ids_[cell],
                        .valid_from = from,
                        .valid_to = to,
                        .status = status,
                        .entry = entry};
        must(transaction_.insert(stay));
    }

    void add_members() {
        for (const auto& row : members) {
            const auto id = member_ids_[row.number] = add_person(row);
            if (row.number == std::string{"000003QT"}) {  // Moved from the health station to the ward.
                add_stay(id, "TL02", date(2012, 6, 1), date(2020, 4, 1), full, Entry::registered);
                add_stay(id, row.cell, date(2020, 4, 1), {}, full, Entry::moved);
            } else if (row.number == std::string{"000012QT"}) {  // Came from another province.
                add_stay(id, row.cell, date(2020, 3, 2), {}, full, Entry::transferred_in);
            } else {
                const auto from = ceremony_of(row);
                add_stay(id, row.cell, from, {}, row.status, from.year() == year ? Entry::admitted : Entry::registered);
            }
        }
        const MemberRow dead{"000013QT", "Lý Văn Oanh", Sex::male, 1931, "kinh", "none", "retired", "",
                             "",         "TL0102",      1952,      full, {}};
        const auto id = add_person(dead);
        add_stay(id, dead.cell, ceremony_of(dead), date(2020, 9, 10), full, Entry::registered);
        schema::Record departure{records::departure};
        departure["member_id"] = id.value;
        departure["departed_on"] = date(2020, 9, 10);
        departure["kind"] = std::string{"died"};
        departure["cell_id"] = ids_[dead.cell].value;
        departure["status"] = std::string{"full"};
        must(transaction_.insert(departure));

        schema::Record exemption{records::exemption};
        exemption["member_id"] = member_ids_["000005QT"].value;
        exemption["valid_from"] = date(2019, 1, 1);
        exemption["ground"] = std::string{"age_or_health"};
        must(transaction_.insert(exemption));
    }

    void add_grades() {
        GradingCampaign campaign{.organisation_id = ids_["TL"], .year = year};
        const auto campaign_id = must(transaction_.insert(campaign));
        for (const auto& row : members) {
            if (!row.grade && !row.reason) continue;
            MemberGrade grade{.campaign_id = campaign_id,
                              .member_id = member_ids_[row.number],
                              .cell_id = ids_[row.cell],
                              .grade = row.grade,
                              .not_graded_reason = row.reason};
            must(transaction_.insert(grade));
        }
        const auto add = [&](const char* code, std::optional<Grade> grade, std::optional<NotGradedReason> reason) {
            OrganisationGrade row{
                .campaign_id = campaign_id, .organisation_id = ids_[code], .grade = grade, .not_graded_reason = reason};
            must(transaction_.insert(row));
        };
        add("TL01", Grade::good, {});
        add("TL02", Grade::excellent, {});
        add("TL03", {}, NotGradedReason::not_stated);
    }

    // What only the member form shows.
    void add_file_of_first_member(store::Transaction& transaction) {
        const auto member = transaction.find(member_ids_["000001QT"]);
        const auto add = [&](const schema::RecordType& type, std::map<std::string, schema::Value> values) {
            schema::Record record{type};
            record["person_id"] = member->person_id.value;
            for (auto& [field, value] : values) record[field] = std::move(value);
            must(transaction.insert(record));
        };
        add(work_history, {{"began_on", base::PartialDate{1976, 3, 0}},
                           {"ended_on", base::PartialDate{1981, 12, 0}},
                           {"job", "Chiến sĩ, Trung đoàn 18"},
                           {"post", "Tiểu đội trưởng"}});
        add(work_history, {{"began_on", base::PartialDate{1982, 1, 0}},
                           {"ended_on", base::PartialDate{2015, 5, 0}},
                           {"job", "Công nhân, sau là quản đốc Xưởng cơ khí Đông Lương"}});
        add(military_service, {{"began_on", base::PartialDate{1976, 3, 12}},
                               {"ended_on", base::PartialDate{1981, 12, 20}},
                               {"highest_rank", "Trung sĩ"}});
        add(reward, {{"awarded_on", base::PartialDate{1995, 9, 0}},
                     {"form", "Bằng khen"},
                     {"authority", "Ủy ban nhân dân tỉnh"}});
        add(paper_on_file,
            {{"kind", "family_relations"}, {"number", "05/BK"}, {"dated_on", base::PartialDate{1982, 2, 3}}});
    }

private:
    static base::Date ceremony_of(const MemberRow& row) { return date(row.ceremony_year, 9, 2); }

    store::Transaction& transaction_;
    std::map<std::string, base::Id<Organisation>> ids_;
    std::map<std::string, base::Id<PartyMember>> member_ids_;
};

}  // namespace

Committee::Committee()
    : store_{store::Store::open({folder_.file("data")}, records::all(), true)},
      context_{*store_, "cli:test", date(2021, 1, 5), 1'609'808'400'000, rules::Access::local_administrator()} {
    const auto transaction = store_->begin(context_.intent("test"));
    Builder builder{*transaction};
    builder.add_organisations();
    builder.add_members();
    builder.add_grades();
    builder.add_file_of_first_member(*transaction);
    transaction->commit();
}

void Committee::correct_sex(const std::string& profile_number) {
    const auto transaction = store_->begin(context_.intent("correct_person", "Ghi nhầm giới tính"));
    const auto member =
        transaction->select<PartyMember>({.conditions = {{.field = "profile_number", .values = {profile_number}}}})
            .at(0);
    auto person = *transaction->find(member.person_id);
    person.sex = person.sex == Sex::male ? Sex::female : Sex::male;
    if (!transaction->correct(person)) throw std::runtime_error{"not corrected"};
    transaction->commit();
}

void Committee::enter_missing_grade() {
    const auto transaction = store_->begin(context_.intent("grade"));
    const auto member =
        transaction
            ->select<PartyMember>(
                {.conditions = {{.field = "profile_number", .values = {std::string{member_without_grade}}}}})
            .at(0);
    const auto stay =
        transaction->select<Membership>({.conditions = {{.field = "member_id", .values = {member.id.value}}}}).at(0);
    MemberGrade grade{.campaign_id = transaction->select<GradingCampaign>().at(0).id,
                      .member_id = member.id,
                      .cell_id = stay.cell_id,
                      .grade = Grade::good};
    must(transaction->insert(grade));
    transaction->commit();
}

}  // namespace report_test
