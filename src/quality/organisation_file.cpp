// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/organisation_file.h"

#include <algorithm>

namespace quality {

const records::OrganisationVersion& OrganisationFile::version() const {
    CHECK(!versions.empty());
    const records::OrganisationVersion* found = &versions.front();
    for (const auto& version : versions)
        if (version.valid_from <= on) found = &version;
    return *found;
}

base::Date OrganisationFile::fewer_full_members_since(int least) const {
    // Members come on `from` and go on `to`; the last day by which one of those who go made them too few.
    struct Step {
        base::Date day;
        int by;
    };
    std::vector<Step> steps;
    for (const auto& span : full_spans) {
        if (span.from > on) continue;
        steps.push_back({span.from, 1});
        if (span.to && *span.to <= on) steps.push_back({*span.to, -1});
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.day < b.day; });
    auto since = versions.empty() ? on : versions.front().valid_from;
    int count = 0;
    bool were_enough = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        count += steps[i].by;
        if (i + 1 < steps.size() && steps[i + 1].day == steps[i].day) continue;
        if (were_enough && count < least) since = steps[i].day;
        were_enough = count >= least;
    }
    return since;
}

}  // namespace quality
