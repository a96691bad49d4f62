// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/organisation_node.h"
#include "figures/figure.h"

namespace actions {

// A key figure: of the day, or of a graded year with the one before it beside it.
struct KeyFigure {
    const figures::Figure* figure = nullptr;
    std::int64_t value = 0;
    std::optional<std::int64_t> previous;
    std::optional<int> year;
};

struct ChartPart {
    std::string key, label;
    std::int64_t count = 0;
};
struct Chart {
    const figures::Figure* figure = nullptr;
    std::string_view by;
    std::optional<int> year;
    std::vector<ChartPart> parts;
};

// What somebody should look at. due: a day has passed or is near; warning: a rule is not kept; note: good to know.
struct Attention {
    std::string code;
    std::string_view severity;
    std::string text;  // One Vietnamese line, with the article where law says so.
    std::int64_t count = 0;
    std::string link;  // Path and query of the page that shows them.
};

struct Overview {
    OrganisationMention organisation;
    base::Date on;
    std::vector<KeyFigure> figures;
    std::vector<Chart> charts;
    std::vector<Attention> attention;
};

// Tổng quan of an organisation and all below it on a day. Refused as "organisation.unknown" {code}. About 1 ms.
base::Result<Overview> overview(Context& context, const std::string& organisation, base::Date on);
std::string to_json(const Overview& overview);

}  // namespace actions
