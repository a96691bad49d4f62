// SPDX-License-Identifier: AGPL-3.0-or-later
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "quality/sample_files_for_tests.h"

namespace quality {
namespace {

using base::date;
using records::OrganisationKind;
using F = OrganisationFile;
using Spoil = std::function<void(F&)>;

struct Row {
    std::string_view check;
    Spoil wrong, right;
};

records::OrganisationVersion& version(F& file) { return file.versions.front(); }

void be(F& file, OrganisationKind kind, int members) {
    version(file).kind = kind;
    version(file).unit_type = records::is_grassroots(kind) ? "ward" : "";
    if (records::is_grassroots(kind)) file.superior->kind = OrganisationKind::district;
    file.members = file.full_members = members;
}

Spoil sized(OrganisationKind kind, int members, base::Date on = sample_day) {
    return [=](F& file) {
        be(file, kind, members);
        file.on = on;
    };
}

std::vector<Row> rows() {
    const Spoil nothing = [](F&) {};
    return {
        {"organisation_version.name_missing", [](F& f) { version(f).name = "Chưa có"; },
         [](F& f) { version(f).name = "Chi bộ Chưa"; }},
        {"organisation_version.name_twice", [](F& f) { f.twin_code = "DH.01.03"; }, nothing},
        {"organisation_version.superior_missing",
         [](F& f) {
             version(f).superior_id = {};
             f.superior = {};
         },
         [](F& f) {
             be(f, OrganisationKind::district, 4);
             version(f).superior_id = {};
             f.superior = {};
         }},
        {"organisation_version.superior_ended", [](F& f) { f.superior_ended_on = sample_day; },
         [](F& f) { f.superior_ended_on = sample_day + 1; }},
        {"organisation_version.wrong_level", [](F& f) { f.superior->kind = OrganisationKind::cell; },
         [](F& f) { f.superior->kind = OrganisationKind::section_party; }},
        {"organisation_version.unit_type_missing",
         [](F& f) {
             be(f, OrganisationKind::grassroots_cell, 4);
             version(f).unit_type = {};
         },
         [](F& f) { be(f, OrganisationKind::grassroots_cell, 4); }},
        {"organisation_version.unit_type_unneeded", [](F& f) { version(f).unit_type = "ward"; }, nothing},
        {"organisation.founded_after_start", [](F& f) { f.organisation.founded_on = date(2009, 8, 12); },
         [](F& f) {
             f.organisation.founded_on = base::PartialDate{2009, 0, 0};
         }},
        {"organisation_version.period_gap",
         [](F& f) {
             f.versions.push_back(version(f));
             version(f).valid_to = date(2015, 1, 1);
             f.versions.back().valid_from = date(2015, 1, 2);
         },
         [](F& f) {
             f.versions.push_back(version(f));
             version(f).valid_to = date(2015, 1, 1);
             f.versions.back().valid_from = date(2015, 1, 1);
         }},
        {"organisation_grade.missing",
         [](F& f) {
             be(f, OrganisationKind::grassroots_cell, 4);
             f.year_to_be_graded = 2020;
         },
         [](F& f) {
             be(f, OrganisationKind::grassroots_cell, 4);
             f.year_to_be_graded = 2020;
             f.has_grade_row = true;
         }},
        {"cell.empty", [](F& f) { f.members = f.full_members = 0; }, nothing},
        {"cell.too_few_full_members", [](F& f) { f.full_members = 2; }, [](F& f) { f.full_members = 3; }},
        {"cell.too_large", sized(OrganisationKind::cell, 31, date(2025, 7, 1)),
         sized(OrganisationKind::cell, 31, date(2025, 6, 30))},
        {"organisation.too_small_for_party", sized(OrganisationKind::grassroots_party, 29),
         sized(OrganisationKind::grassroots_party, 30)},
        {"organisation.too_large_for_cell", sized(OrganisationKind::grassroots_cell, 30),
         sized(OrganisationKind::grassroots_cell, 29)},
    };
}

using Codes = std::vector<std::string_view>;

Codes found_in(const F& file) {
    Codes codes;
    for (const auto& finding : examine(file)) codes.push_back(finding.check->code);
    return codes;
}

TEST(OrganisationChecks, FindNothingInACellInOrder) { EXPECT_EQ(found_in(sample_cell_file()), Codes{}); }

TEST(OrganisationChecks, EachFindsItsFaultAndNothingAtTheEdge) {
    for (const auto& row : rows()) {
        SCOPED_TRACE(row.check);
        auto wrong = sample_cell_file(), right = sample_cell_file();
        row.wrong(wrong);
        row.right(right);
        EXPECT_EQ(found_in(wrong), Codes{row.check});
        EXPECT_EQ(found_in(right), Codes{});
    }
}

TEST(OrganisationChecks, EachHasARow) {
    std::set<std::string_view> tried;
    for (const auto& row : rows()) tried.insert(row.check);
    for (const auto* check : checks()) EXPECT_NE(tried.contains(check->code), check->is_of_members()) << check->code;
}

// Three came, one went, one came again, two went: too few since the last of these days.
TEST(OrganisationChecks, CountBackToTheDayOnWhichMembersBecameTooFew) {
    auto file = sample_cell_file();
    file.full_spans = {{date(2010, 1, 1), date(2020, 5, 1)},
                       {date(2010, 1, 1), date(2020, 6, 1)},
                       {date(2010, 1, 1), {}},
                       {date(2020, 5, 1), {}}};
    EXPECT_EQ(file.fewer_full_members_since(3), date(2020, 6, 1));
    file.full_spans = {{date(2012, 1, 1), {}}};
    EXPECT_EQ(file.fewer_full_members_since(3), date(2009, 8, 11));
    file.full_spans = {{date(2010, 1, 1), date(2019, 1, 1)}};
    EXPECT_EQ(file.fewer_full_members_since(1), date(2019, 1, 1));
}

}  // namespace
}  // namespace quality
