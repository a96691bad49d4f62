// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of the registers as the files that the checks of data quality look at.
#pragma once

#include <functional>
#include <unordered_map>

#include "actions/registers.h"
#include "quality/member_file.h"
#include "quality/organisation_file.h"

namespace actions {

// Đợt xếp loại of all years: which organisations each one covers, and who has a row in it.
class GradingYears {
public:
    explicit GradingYears(store::Reader& reader, const Snapshot& snapshot);

    int year_of(const base::Uuid& campaign) const;  // 0 = no such campaign.
    // The latest year, ended by that day, that had a campaign over the organisation on its 31/12; `place_on` says where
    // to look on a day (nothing = nowhere).
    std::optional<int> latest(base::Date on,
                              const std::function<std::optional<stats::Place>(base::Date)>& place_on) const;
    bool has_row(const base::Uuid& organisation, int year) const;

private:
    struct Campaign {
        int year;
        stats::Place root;
    };
    const stats::Forest& forest_;
    std::vector<Campaign> campaigns_;  // Latest year first.
    std::unordered_map<base::Uuid, int> years_;
    std::unordered_map<base::Uuid, std::vector<int>> rows_;  // Of organisations.
};

// Visits the files of these members that there are, as of a day; the twins are left empty. Rows are read for some
// hundreds of members at a time: about 50 µs a member without optimisation.
void read_member_files(store::Reader& reader, const Snapshot& snapshot, const GradingYears& years,
                       std::span<const base::Uuid> members, base::Date on,
                       const std::function<void(quality::MemberFile&)>& visit);

// The files of all Party organisations that exist on a day, with their places. Members are not yet counted.
std::vector<std::pair<stats::Place, quality::OrganisationFile>> read_organisation_files(store::Reader& reader,
                                                                                        const Snapshot& snapshot,
                                                                                        const GradingYears& years,
                                                                                        base::Date on);

}  // namespace actions
