// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/period.h"
#include "records/organisation.h"
#include "records/party_member.h"
#include "store/store.h"

// How rows of a file name organisations and members of the register.
namespace actions {

class Reach;

// All organisations with what they were over time, by code and by name. Loaded once per import: about 1 µs each.
class OrganisationDirectory {
public:
    struct Version {
        base::Period period;
        records::OrganisationKind kind{};
        std::optional<base::Uuid> superior;
        std::string name;
    };
    struct Entry {
        base::Uuid id;
        std::string code;
        std::vector<Version> versions;  // By time; never empty.
        bool is_reached = true;

        base::Date first_day() const { return versions.front().period.valid_from; }
        std::optional<base::Date> end() const { return versions.back().period.valid_to; }
        // What held on that day, or at first when the day is before all we know. Null when the organisation had ended.
        const Version* on(base::Date day) const;
    };

    // `reach` = those whom rows may name; null = all.
    OrganisationDirectory(store::Reader& reader, const Reach* reach);
    // Of those in reach: by code, else by a name that only one of them bears, however it is cased and spaced.
    const Entry* find(std::string_view code_or_name) const;
    // By code, also out of reach: a code is taken wherever it is.
    const Entry* find_code(std::string_view code) const;
    const Entry* find(const base::Uuid& id) const;
    const std::vector<Entry>& all() const { return entries_; }
    // Whether `id` is `ancestor` or stands below it on that day.
    bool is_within(const base::Uuid& id, const base::Uuid& ancestor, base::Date on) const;

private:
    std::vector<Entry> entries_;
    std::unordered_map<base::Uuid, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::size_t> by_name_;  // SIZE_MAX = several bear it.
};

// A member of the register, as far as checks need it.
struct KnownMember {
    base::Uuid id, person_id;
    std::string profile_number, card_number, personal_id, full_name;
    std::optional<base::Date> recognised_on;
};

// The numbers by which one row names a member; any may be empty.
struct MemberNumbers {
    std::string profile_number, card_number, personal_id;
};

// Whom each row means: by the first of its numbers that is given. A few queries for all rows of a chunk together.
std::vector<std::optional<KnownMember>> find_members(store::Reader& reader, const std::vector<MemberNumbers>& rows);

// Whether two spellings are one name: case, blanks and the place of the tone do not count, marks do.
bool is_same_name(std::string_view a, std::string_view b);

// The rows of `type` whose `field` is one of `values`, in as few queries as the store takes.
std::vector<schema::Record> select_in(store::Reader& reader, const schema::RecordType& type, std::string_view field,
                                      std::vector<schema::Value> values, std::optional<base::Date> on = {});

}  // namespace actions
