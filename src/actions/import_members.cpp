// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <array>

#include "actions/import_run.h"
#include "actions/import_stays.h"
#include "records/member_events.h"
#include "rules/admission_age.h"
#include "rules/import_member_dates.h"

namespace actions {
namespace {

using records::Membership;
using records::PartyMember;
using records::Person;
using records::PersonVersion;
using rules::MemberDate;

std::size_t place(const schema::RecordType& type, std::string_view field) {
    return members_sheet.index_of(type, field);
}

const std::size_t profile_column = place(PartyMember::type, "profile_number");
const std::size_t card_column = place(PartyMember::type, "card_number");
const std::size_t personal_id_column = place(Person::type, "personal_id");
const std::size_t cell_column = place(Membership::type, "cell_id");
const std::size_t stay_from_column = place(Membership::type, "valid_from");
const std::size_t status_column = place(Membership::type, "status");
const std::size_t entry_column = place(Membership::type, "entry");
const std::size_t exempt_column = place(records::exemption, "valid_from");
const std::size_t ground_column = place(records::exemption, "ground");
const std::size_t suspended_column = place(records::suspension, "valid_from");
const std::size_t departed_column = place(records::departure, "departed_on");
const std::size_t departure_kind_column = place(records::departure, "kind");

// By MemberDate.
const std::array<std::size_t, rules::member_date_count> date_columns{
    place(Person::type, "born_on"),
    place(Person::type, "youth_union_joined_on"),
    place(PartyMember::type, "admission_decided_on"),
    place(PartyMember::type, "ceremony_on"),
    place(PartyMember::type, "recognised_on"),
    stay_from_column,
    exempt_column,
    suspended_column,
    departed_column,
};
std::size_t column_of(MemberDate date) { return date_columns[static_cast<std::size_t>(date)]; }

// Numbers that only one person has: the column, and where the register keeps them.
struct Identifier {
    std::size_t column;
    const schema::RecordType* type;
    std::string_view field;
};
const std::array identifiers{
    Identifier{profile_column, &PartyMember::type, "profile_number"},
    Identifier{card_column, &PartyMember::type, "card_number"},
    Identifier{personal_id_column, &Person::type, "personal_id"},
};

std::optional<base::Date> day_at(const ImportRow& row, std::size_t column) {
    const auto* day = value_at<base::Date>(row, column);
    return day ? std::optional{*day} : std::nullopt;
}

class MembersTarget : public ImportTarget {
public:
    explicit MembersTarget(ImportRun& run)
        : run_{run}, is_register_empty_{run.register_before().count(Person::type, {.limit = 1}) == 0} {}

    void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) override {
        for (auto& row : rows) {
            examine_pairs(row, faults);
            examine_dates(row, faults);
        }
        if (!is_register_empty_) examine_identifiers_in_register(rows, faults);
        for (auto& row : rows) examine_identifiers_in_file(row, faults);
        for (auto& row : rows) {
            const auto* cell = examine_stay(row, faults);
            if (!row.has_fault && cell && !run_.report().has_errors()) insert(row, *cell);
        }
    }

private:
    // Columns that say something only together.
    void examine_pairs(ImportRow& row, ImportSheetFaults& faults) const {
        for (const auto& [first, second] :
             {std::pair{exempt_column, ground_column}, {departed_column, departure_kind_column}})
            for (const auto& [given, missing] : {std::pair{first, second}, {second, first}})
                if (!schema::is_empty(row.values[given]) && schema::is_empty(row.values[missing]))
                    faults.add(row, missing, {"required", {{}}, {}}, {});
    }

    void examine_dates(ImportRow& row, ImportSheetFaults& faults) const {
        rules::MemberDates dates;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            const auto& value = row.values[date_columns[i]];
            if (const auto* day = std::get_if<base::Date>(&value)) dates[i] = base::PartialDate{*day};
            if (const auto* partial = std::get_if<base::PartialDate>(&value)) dates[i] = *partial;
        }
        bool is_admission_clear = true;
        for (const auto& conflict : rules::find_date_conflicts(dates)) {
            const auto earlier = column_of(conflict.earlier), later = column_of(conflict.later);
            const auto value = schema::to_text(row.values[later]);
            faults.add_as_is(
                row, later,
                {"date_order",
                 {faults.header(earlier), schema::to_text(row.values[earlier]), faults.header(later), value},
                 {}},
                value);
            is_admission_clear &= conflict.later > MemberDate::ceremony_on;
        }
        if (is_admission_clear) examine_age(row, faults);
    }

    void examine_age(ImportRow& row, ImportSheetFaults& faults) const {
        const auto* born = value_at<base::PartialDate>(row, column_of(MemberDate::born_on));
        if (!born) return;
        for (const auto date : {MemberDate::admission_decided_on, MemberDate::ceremony_on}) {
            const auto day = day_at(row, column_of(date));
            if (!day) continue;
            if (const auto young = rules::too_young_to_admit(*born, *day))
                faults.add(row, column_of(date),
                           {"under_18_at_admission",
                            {{},
                             base::to_vietnamese(*day),
                             std::to_string(young->age_months),
                             std::to_string(young->age_months_min)},
                            std::string{young->source}},
                           base::to_vietnamese(*day));
            return;
        }
    }

    void examine_identifiers_in_file(ImportRow& row, ImportSheetFaults& faults) {
        for (std::size_t i = 0; i < identifiers.size(); ++i) {
            const auto* value = value_at<std::string>(row, identifiers[i].column);
            if (!value) continue;
            if (const auto first = seen_[i].row_of(*value, row.row))
                faults.add(row, identifiers[i].column, {"duplicate_in_file", {{}, *value, std::to_string(*first)}, {}},
                           *value);
        }
    }

    void examine_identifiers_in_register(std::vector<ImportRow>& rows, ImportSheetFaults& faults) const {
        for (const auto& identifier : identifiers) {
            std::vector<schema::Value> values;
            for (const auto& row : rows)
                if (value_at<std::string>(row, identifier.column)) values.push_back(row.values[identifier.column]);
            std::unordered_map<std::string, base::Uuid> known;
            for (const auto& record :
                 select_in(run_.register_before(), *identifier.type, identifier.field, std::move(values))) {
                const bool is_person = record.type == &Person::type;
                known.emplace(schema::to_text(record[identifier.field]),
                              is_person ? record.id : std::get<base::Uuid>(record["person_id"]));
            }
            if (known.empty()) continue;
            for (auto& row : rows) {
                const auto* value = value_at<std::string>(row, identifier.column);
                const auto found = value ? known.find(*value) : known.end();
                if (found == known.end()) continue;
                faults.add(row, identifier.column, {"duplicate_in_register", {{}, *value, name_of(found->second)}, {}},
                           *value);
            }
        }
    }

    // That a number is taken has to be said; by whom, only to those who may know.
    std::string name_of(const base::Uuid& person) const {
        if (!run_.reaches_everything()) {
            const auto member = run_.register_before().select<PartyMember>(
                {.conditions = {{.field = "person_id", .values = {person}}}, .limit = 1});
            if (member.empty() || run_.reached({&member.front().id.value, 1}).empty()) return {};
        }
        const auto versions = run_.register_before().select(PersonVersion::type,
                                                            {.conditions = {{.field = "person_id", .values = {person}}},
                                                             .order = {{.field = "valid_from", .descending = true}},
                                                             .limit = 1});
        return versions.empty() ? std::string{} : schema::to_text(versions.front()["full_name"]);
    }

    // The day from which the member belongs to the cell: as stated, else since the admission or, if that is later,
    // since there is the cell.
    std::optional<base::Date> stay_from(const ImportRow& row, const OrganisationDirectory::Entry* cell) const {
        if (const auto stated = day_at(row, stay_from_column)) return stated;
        const auto ceremony = day_at(row, column_of(MemberDate::ceremony_on));
        return ceremony && cell ? std::max(*ceremony, cell->first_day()) : ceremony;
    }

    const OrganisationDirectory::Entry* examine_stay(ImportRow& row, ImportSheetFaults& faults) const {
        const auto* code = value_at<std::string>(row, cell_column);
        const auto from = stay_from(row, code ? run_.organisations().find(*code) : nullptr);
        const auto* cell = find_cell_of(run_, row, cell_column, from, day_at(row, departed_column), faults);

        const auto recognised = day_at(row, column_of(MemberDate::recognised_on));
        const auto* status = value_at<std::string>(row, status_column);
        if (recognised && *recognised <= run_.context().today && status && *status == "probationary")
            faults.add_as_is(row, status_column,
                             {"import.probationary_recognised",
                              {faults.header(column_of(MemberDate::recognised_on)), base::to_vietnamese(*recognised)},
                              {}},
                             shown(members_sheet.columns[status_column], row.values[status_column]));

        // The cell began only after the member had left.
        const auto departed = day_at(row, departed_column);
        if (cell && !row.has_fault && departed && from && *departed <= *from)
            faults.add(row, cell_column, {"unknown_organisation", {{}, *code, base::to_vietnamese(*departed - 1)}, {}},
                       *code);
        return cell;
    }

    void insert(ImportRow& row, const OrganisationDirectory::Entry& cell) {
        const auto ceremony = *day_at(row, column_of(MemberDate::ceremony_on));
        const auto recognised = day_at(row, column_of(MemberDate::recognised_on));
        const auto departed = day_at(row, departed_column);
        const Stay stay = stay_of(row, cell, ceremony, recognised, departed);
        const bool is_exempt = !schema::is_empty(row.values[exempt_column]);
        const bool is_suspended = !schema::is_empty(row.values[suspended_column]);

        auto person = person_.make(row);
        run_.insert(person);
        auto version = version_.make(row);
        version["person_id"] = person.id;
        version["valid_from"] = ceremony;
        run_.insert(version);
        auto member = member_.make(row);
        member["person_id"] = person.id;
        run_.insert(member);

        const auto parts = parts_of(stay, recognised);
        for (const auto& part : parts) insert_stay(run_, member.id, part);
        if (is_exempt) insert_spell(exemption_.make(row), member.id, departed);
        if (is_suspended) insert_spell(suspension_.make(row), member.id, departed);
        if (departed) {
            auto departure = departure_.make(row);
            departure["member_id"] = member.id;
            departure["cell_id"] = cell.id;
            departure["status"] = std::string{schema::code_of(parts.back().status)};
            run_.insert(departure);
        }
    }

    static Stay stay_of(const ImportRow& row, const OrganisationDirectory::Entry& cell, base::Date ceremony,
                        std::optional<base::Date> recognised, std::optional<base::Date> departed) {
        Stay stay{.cell_id = cell.id};
        const auto stated = day_at(row, stay_from_column);
        stay.period = {stated ? *stated : std::max(ceremony, cell.first_day()), departed};
        const auto* status = value_at<std::string>(row, status_column);
        stay.status = recognised || (status && *status == "full") ? records::MembershipStatus::full
                                                                  : records::MembershipStatus::probationary;
        stay.entry = stay.period.valid_from == ceremony ? records::Entry::admitted : records::Entry::registered;
        if (const auto* entry = value_at<std::string>(row, entry_column))
            stay.entry = *schema::parse_code<records::Entry>(*entry);
        return stay;
    }

    void insert_spell(schema::Record record, const base::Uuid& member, std::optional<base::Date> departed) {
        record["member_id"] = member;
        if (departed) record["valid_to"] = *departed;
        run_.insert(record);
    }

    ImportRun& run_;
    bool is_register_empty_;
    std::array<SeenInFile, identifiers.size()> seen_;
    RecordFiller person_{members_sheet, Person::type};
    RecordFiller version_{members_sheet, PersonVersion::type};
    RecordFiller member_{members_sheet, PartyMember::type};
    RecordFiller exemption_{members_sheet, records::exemption};
    RecordFiller suspension_{members_sheet, records::suspension};
    RecordFiller departure_{members_sheet, records::departure};
};

}  // namespace

std::unique_ptr<ImportTarget> import_members(ImportRun& run) { return std::make_unique<MembersTarget>(run); }

}  // namespace actions
