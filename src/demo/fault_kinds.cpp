// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/fault_kinds.h"

#include <algorithm>
#include <array>

#include "records/grading.h"
#include "records/histories.h"
#include "records/member_events.h"
#include "records/party_member.h"

namespace demo {
namespace {

using base::date;
using records::Membership;
using schema::Record;
using schema::Value;

std::string digits(int number, std::size_t length) {
    auto text = std::to_string(number);
    return std::string(length > text.size() ? length - text.size() : 0, '0') + text;
}

// Another row about the person or the member of the file.
Record row_about(FaultyFile& file, const schema::RecordType& type) {
    Record row{type};
    if (type.owner == "person_id")
        row["person_id"] = file.person().id;
    else
        row["member_id"] = file.member().id;
    return row;
}

// In that place all along, also when graded.
void move(FaultyFile& file, const base::Uuid& organisation) {
    file.stay()["cell_id"] = organisation;
    file.grade()["cell_id"] = organisation;
}

std::string text(const Record& row, std::string_view field) { return std::get<std::string>(row[field]); }
base::Date day(const Record& row, std::string_view field) { return std::get<base::Date>(row[field]); }

void be_too_old(FaultyFile& f, int number) {
    f.person()["born_on"] = base::PartialDate{1902 + number, 0, 0};
    f.person()["personal_id"] = f.identity_number(number);
}

void be_too_young(FaultyFile& f, int number) {
    const auto admitted = day(f.member(), "admission_decided_on");
    f.person()["born_on"] = base::PartialDate{base::add_months(admitted, -(17 * 12 + number))};
    f.person()["youth_union_joined_on"] = Value{};
    f.person()["personal_id"] = f.identity_number(10 + number);
}

// The same person entered again, a little later and under other numbers.
void be_like(FaultyFile& f, int number, FaultyFile& model) {
    if (&f == &model) return;
    for (const auto field : {"born_on", "sex", "native_place", "youth_union_joined_on"})
        f.person()[field] = model.person()[field];
    f.person()["personal_id"] = f.identity_number(20 + number);
    f.version()["full_name"] = model.version()["full_name"];
}

void split_stay(FaultyFile& f, base::Date end, base::Date begin) {
    auto later = f.stay();
    later.id = {};
    later["valid_from"] = begin;
    later["entry"] = std::string{"moved"};
    f.stay()["valid_to"] = end;
    f.add(std::move(later));
}

void be_in_two_cells(FaultyFile& f, const base::Uuid& other_cell) {
    auto second = f.stay();
    second.id = {};
    second["cell_id"] = other_cell;
    second["valid_from"] = date(2020, 6, 1);
    second["entry"] = std::string{"moved"};
    f.add(std::move(second));
}

void be_departed_again(FaultyFile& f, int number) {
    auto again = f.row(records::departure);
    again.id = {};
    again["departed_on"] = day(again, "departed_on") + (1 + number);
    f.add(std::move(again));
}

void add_departure(FaultyFile& f, int number) {
    auto row = row_about(f, records::departure);
    row["departed_on"] = date(2020, 10, 5 + number);
    row["kind"] = std::string{"transferred_out"};
    row["cell_id"] = f.stay()["cell_id"];
    row["status"] = std::string{"full"};
    f.add(std::move(row));
}

void add_work(FaultyFile& f, base::PartialDate began, Value ended) {
    auto row = row_about(f, records::work_history);
    row["began_on"] = began;
    row["ended_on"] = ended;
    row["job"] = std::string{"Công tác tại địa phương"};
    f.add(std::move(row));
}

void add_paper_without_shelf(FaultyFile& f) {
    auto row = row_about(f, records::paper_on_file);
    row["kind"] = std::string{"political_standards"};
    row["dated_on"] = base::PartialDate{2014, 5, 0};
    f.add(std::move(row));
}

// clang-format off
using F = FaultyFile;
using P = FaultPlaces;
constexpr auto settled = FaultPool::settled;
constexpr std::array kinds{
    FaultKind{"person_version.full_name_missing", settled, [](F& f, int, F&, const P&) { f.version()["full_name"] = std::string{"Chưa rõ"}; }},
    FaultKind{"person_version.full_name_letters", settled, [](F& f, int n, F&, const P&) { f.version()["full_name"] = text(f.version(), "full_name") + std::string(1, "?*1/2"[n]); }},
    FaultKind{"person.born_on_missing", settled, [](F& f, int, F&, const P&) { f.person()["born_on"] = base::PartialDate{1900, 1, 1}; }},
    FaultKind{"person.born_on_too_old", settled, [](F& f, int n, F&, const P&) { be_too_old(f, n); }},
    FaultKind{"person.twice", settled, [](F& f, int n, F& model, const P&) { be_like(f, n, model); }},
    FaultKind{"person.personal_id_missing", settled, [](F& f, int n, F&, const P&) { f.person()["personal_id"] = n == 0 ? Value{} : Value{std::string(12, static_cast<char>('0' + n))}; }},
    FaultKind{"person.personal_id_form", settled, [](F& f, int, F&, const P&) { f.person()["personal_id"] = text(f.person(), "personal_id").substr(1); }},
    FaultKind{"person.personal_id_province", settled, [](F& f, int, F&, const P&) { f.person()["personal_id"] = "047" + text(f.person(), "personal_id").substr(3); }},
    FaultKind{"person.personal_id_sex", settled, [](F& f, int, F&, const P&) { auto id = text(f.person(), "personal_id"); id[3] = id[3] == '0' ? '1' : '0'; f.person()["personal_id"] = id; }},
    FaultKind{"person.personal_id_birth_year", settled, [](F& f, int, F&, const P&) { auto id = text(f.person(), "personal_id"); id[5] = id[5] == '9' ? '0' : static_cast<char>(id[5] + 1); f.person()["personal_id"] = id; }},
    FaultKind{"person.old_identity_number_twice", settled, [](F& f, int n, F&, const P&) { f.person()["old_identity_number"] = std::string{n < 3 ? "197046210" : "197046311"}; }},
    FaultKind{"party_member.profile_number_missing", settled, [](F& f, int, F&, const P&) { f.member()["profile_number"] = Value{}; }},
    FaultKind{"party_member.profile_number_form", settled, [](F& f, int, F&, const P&) { f.member()["profile_number"] = text(f.member(), "profile_number").substr(1); }},
    FaultKind{"party_member.card_number_missing", settled, [](F& f, int, F&, const P&) { f.member()["card_number"] = Value{}; }},
    FaultKind{"party_member.card_number_not_personal_id", settled, [](F& f, int n, F&, const P&) { f.member()["card_number"] = f.identity_number(30 + n); }},
    FaultKind{"party_member.card_before_recognition", FaultPool::newest, [](F& f, int n, F&, const P&) { f.member()["card_number"] = "4590" + digits(7120 + n, 4); }},
    FaultKind{"person.birth_place_missing", settled, [](F& f, int n, F&, const P&) { constexpr std::array<std::string_view, 5> ways{"...", "Không rõ", "không nhớ", "-", "Chưa cập nhật"}; f.person()["birth_place"] = std::string{ways[n]}; }},
    FaultKind{"person_version.permanent_residence_vague", settled, [](F& f, int, F&, const P&) { f.version()["permanent_residence"] = std::string{"thành phố Đông Hà, tỉnh Quảng Trị"}; }},
    FaultKind{"person.youth_union_after_admission", settled, [](F& f, int, F&, const P&) { f.person()["youth_union_joined_on"] = base::PartialDate{day(f.member(), "admission_decided_on") + 40}; }},
    FaultKind{"party_member.decision_after_ceremony", settled, [](F& f, int n, F&, const P&) { f.member()["admission_decided_on"] = day(f.member(), "ceremony_on") + (1 + n); }},
    FaultKind{"party_member.admitted_too_young", settled, [](F& f, int n, F&, const P&) { be_too_young(f, n); }},
    FaultKind{"party_member.recognised_too_early", FaultPool::recent, [](F& f, int n, F&, const P&) { f.member()["recognised_on"] = day(f.member(), "recognised_on") - (1 + 30 * n); }},
    FaultKind{"party_member.probation_overdue", FaultPool::recognised, [](F& f, int, F&, const P&) { f.forget_recognition(); }},
    FaultKind{"membership.no_home", settled, [](F& f, int n, F&, const P&) { f.stay()["valid_to"] = date(2020, 6, 1 + n); f.drop(records::MemberGrade::type); }},
    FaultKind{"membership.guest_without_home", settled, [](F& f, int, F&, const P&) { f.stay()["kind"] = std::string{"guest"}; f.stay()["valid_from"] = date(2020, 2, 3); f.drop(records::MemberGrade::type); }},
    FaultKind{"membership.overlap", settled, [](F& f, int, F&, const P& places) { be_in_two_cells(f, places.other_cell); }},
    FaultKind{"membership.gap", settled, [](F& f, int n, F&, const P&) { split_stay(f, date(2018, 3, 1), date(2018, 4 + n, 1)); }},
    FaultKind{"membership.cell_ended", settled, [](F& f, int, F&, const P& places) { move(f, places.ended_cell); }},
    FaultKind{"membership.status_not_updated", FaultPool::recent, [](F& f, int, F&, const P&) { f.last_stay()["status"] = std::string{"probationary"}; }},
    FaultKind{"membership.after_departure", settled, [](F& f, int n, F&, const P&) { add_departure(f, n); }},
    FaultKind{"departure.twice", FaultPool::departed, [](F& f, int n, F&, const P&) { be_departed_again(f, n); }},
    FaultKind{"member_grade.missing", settled, [](F& f, int, F&, const P&) { f.drop(records::MemberGrade::type); }},
    FaultKind{"work_history.gap", settled, [](F& f, int n, F&, const P&) { add_work(f, {1990, 9, 0}, base::PartialDate{1999, 5, 0}); add_work(f, {2000, 1 + n, 0}, {}); }},
    FaultKind{"paper_on_file.shelf_missing", settled, [](F& f, int, F&, const P&) { add_paper_without_shelf(f); }},
};
// clang-format on

}  // namespace

schema::Record& FaultyFile::row(const schema::RecordType& type) {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Record& row) { return row.type == &type; });
    CHECK(found != rows_.end());
    return *found;
}

schema::Record& FaultyFile::person() { return row(records::Person::type); }
schema::Record& FaultyFile::version() { return row(records::PersonVersion::type); }
schema::Record& FaultyFile::member() { return row(records::PartyMember::type); }
schema::Record& FaultyFile::stay() { return row(Membership::type); }
schema::Record& FaultyFile::grade() { return row(records::MemberGrade::type); }

schema::Record& FaultyFile::last_stay() {
    schema::Record* last = nullptr;
    for (auto& row : rows_)
        if (row.type == &Membership::type && (!last || day(*last, "valid_from") < day(row, "valid_from"))) last = &row;
    CHECK(last);
    return *last;
}

void FaultyFile::forget_recognition() {
    member()["recognised_on"] = Value{};
    member()["card_number"] = Value{};
    auto stay = last_stay();
    for (const auto& row : rows_)
        if (row.type == &Membership::type)
            stay["valid_from"] = std::min(day(stay, "valid_from"), day(row, "valid_from"));
    stay["status"] = std::string{"probationary"};
    drop(Membership::type);
    add(std::move(stay));
}

void FaultyFile::drop(const schema::RecordType& type) {
    std::erase_if(rows_, [&](const Record& row) { return row.type == &type; });
}

base::PartialDate FaultyFile::born_on() { return std::get<base::PartialDate>(person()["born_on"]); }

// Real numbers do not reach these serials.
std::string FaultyFile::identity_number(int serial) {
    const int year = born_on().year;
    const int sex = text(person(), "sex") == "female" ? 1 : 0;
    return "045" + std::to_string((year - 1900) / 100 * 2 + sex) + digits(year % 100, 2) + digits(800'000 + serial, 6);
}

std::span<const FaultKind> member_fault_kinds() { return kinds; }

}  // namespace demo
