// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "figures/figure.h"
#include "reports/document.h"

namespace reports {

// What a report asks of the registers.
struct Question {
    const figures::Figure* figure = nullptr;
    std::string_view by = {};  // One of figures::breakdowns, or nothing.
    std::string organisation;  // Code.
    int year = 0;

    auto key() const { return std::tie(figure, by, organisation, year); }
    bool operator<(const Question& other) const { return key() < other.key(); }
};
using Ask = std::function<figures::Answer(const Question&)>;

// The numbers of one report: each asked once, and those that the report shows kept in order.
class Numbers {
public:
    Numbers(Ask ask, std::string organisation, int year)
        : ask_{std::move(ask)}, organisation_{std::move(organisation)}, year_{year} {}

    int year() const { return year_; }
    const std::string& organisation() const { return organisation_; }

    // Without `organisation` or `year`: those of the report.
    const figures::Answer& answer(std::string_view figure, std::string_view by = {}, std::string_view organisation = {},
                                  int year = 0);
    std::int64_t value(const figures::Share& share, std::string_view organisation = {}, int year = 0);

    // A number as printed; from then on it belongs to the report.
    Piece count(const figures::Share& share, std::string_view organisation = {}, int year = 0);
    Piece percent(const figures::Ratio& ratio);

    std::vector<Number> kept() const { return kept_; }

private:
    void keep(const figures::Share& share, const std::string& organisation, int year, std::int64_t value);

    Ask ask_;
    std::string organisation_;
    int year_;
    std::map<Question, figures::Answer> answers_;
    std::vector<Number> kept_;
    std::set<std::tuple<std::string, std::string, int>> kept_names_;
};

}  // namespace reports
