// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "quality/check.h"
#include "records/grading.h"
#include "records/party_member.h"
#include "records/person.h"

namespace quality {

// One stay in a cell, with what the register knows of that organisation.
struct Stay {
    records::Membership membership;
    std::string cell_name;
    std::optional<records::OrganisationKind> cell_kind;  // On the day of the file, or its last one.
    std::optional<base::Date> cell_ended_on;             // The first day on which it is no more.
};

struct YearGrade {
    int year = 0;
    records::MemberGrade grade;
};

// What somebody else's file has too. Whose it is stays unsaid: whoever sees the one file may not see the other.
enum class Twin : std::uint8_t { person, old_identity_number, old_card_number };

// Hồ sơ đảng viên as the checks see it on one day: the rows of one member, those of a kind in the order of their days.
struct MemberFile {
    base::Date on;
    records::PartyMember member;
    records::Person person;
    std::vector<records::PersonVersion> versions;
    std::vector<Stay> stays;
    std::vector<YearGrade> grades;
    std::vector<schema::Record> exemptions, suspensions, departures;
    std::vector<schema::Record> social_memberships, military_services, work_histories, education_histories, rewards,
        honorary_titles, papers;
    // The latest year, ended by that day, that had a campaign over the home cell of its 31/12.
    std::optional<int> year_to_be_graded;
    std::vector<Twin> twins;

    // What held on the day, else the last before, else the first; null when there is none at all.
    const records::PersonVersion* version() const;
    // The home stay of that day; null = none.
    const Stay* home_on(base::Date day) const;
    const Stay* guest_on(base::Date day) const;
    bool has_left() const;        // Left by the day, and is in no cell.
    bool is_yet_to_come() const;  // Becomes a member after the day.
    bool is_full() const;         // Chính thức on the day, by the stay or by the recognition.
};

// A date of a record without a struct; nothing when the field is empty.
std::optional<base::PartialDate> date_in(const schema::Record& record, std::string_view field);
std::string_view text_in(const schema::Record& record, std::string_view field);

}  // namespace quality
