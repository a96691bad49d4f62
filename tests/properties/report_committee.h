// SPDX-License-Identifier: AGPL-3.0-or-later
// An invented committee, small enough to count by hand: a town with a ward of two cells and two grassroots cells, and
// thirteen members in 2020. One of them has no grade row, one is exempt, one was admitted under six months ago; one
// moved between cells, one died, one came from elsewhere.
#pragma once

#include <memory>

#include "actions/context.h"
#include "tests/support/process.h"

namespace report_test {

class Committee {
public:
    Committee();

    actions::Context& context() { return context_; }
    store::Store& store() { return *store_; }
    // Corrects the sex of the member with that profile number, as found out later.
    void correct_sex(const std::string& profile_number);
    // Gives the member without a grade one.
    void enter_missing_grade();

private:
    support::TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_;
    actions::Context context_;
};

inline constexpr const char* town = "TL";
inline constexpr const char* ward = "TL01";
inline constexpr int year = 2020;
inline constexpr const char* member_without_grade = "000009QT";

}  // namespace report_test
