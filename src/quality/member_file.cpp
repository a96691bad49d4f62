// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/member_file.h"

#include <algorithm>

namespace quality {
namespace {

bool holds(const records::Membership& stay, base::Date day) {
    return stay.valid_from <= day && (!stay.valid_to || day < *stay.valid_to);
}

const Stay* stay_on(const std::vector<Stay>& stays, records::MembershipKind kind, base::Date day) {
    const auto found = std::find_if(stays.begin(), stays.end(), [&](const Stay& stay) {
        return stay.membership.kind == kind && holds(stay.membership, day);
    });
    return found == stays.end() ? nullptr : &*found;
}

}  // namespace

const records::PersonVersion* MemberFile::version() const {
    const records::PersonVersion* found = nullptr;
    for (const auto& version : versions)
        if (!found || version.valid_from <= on) found = &version;
    return found;
}

const Stay* MemberFile::home_on(base::Date day) const { return stay_on(stays, records::MembershipKind::home, day); }
const Stay* MemberFile::guest_on(base::Date day) const { return stay_on(stays, records::MembershipKind::guest, day); }

bool MemberFile::has_left() const {
    if (home_on(on) || guest_on(on)) return false;
    return std::any_of(departures.begin(), departures.end(), [&](const schema::Record& departure) {
        const auto day = date_in(departure, "departed_on");
        return day && day->first_day() <= on;
    });
}

bool MemberFile::is_yet_to_come() const {
    if (stays.empty()) return member.ceremony_on > on;
    return std::all_of(stays.begin(), stays.end(), [&](const Stay& stay) { return stay.membership.valid_from > on; });
}

bool MemberFile::is_full() const {
    if (member.recognised_on && *member.recognised_on <= on) return true;
    const auto* home = home_on(on);
    return home && home->membership.status == records::MembershipStatus::full;
}

std::optional<base::PartialDate> date_in(const schema::Record& record, std::string_view field) {
    const auto& value = record[field];
    if (const auto* date = std::get_if<base::Date>(&value)) return base::PartialDate{*date};
    if (const auto* date = std::get_if<base::PartialDate>(&value)) return *date;
    return {};
}

std::string_view text_in(const schema::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record[field]);
    return text ? std::string_view{*text} : std::string_view{};
}

}  // namespace quality
