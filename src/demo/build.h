// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "actions/import_report.h"
#include "demo/registers.h"

namespace demo {

// A set of made-up registers that anyone can try the product with.
struct DemoSet {
    std::string_view name;   // Word of the command line.
    std::string_view label;  // Vietnamese.
    std::string_view organisation;
    int year;
};
std::span<const DemoSet> demo_sets();

struct DemoBuild {
    DemoFiles files;
    std::vector<actions::ImportReport> imports;  // Organisations, members, grades.
};

// Writes the registers of that set into `folder` and imports them by the ordinary import. Refusals: those of
// import_register; "demo.unknown_set" {name, names there are}; "demo.import_failed" {file, errors, first message}, for
// a store that already holds other registers.
base::Result<DemoBuild> build_demo(actions::Context& context, const std::string& set, const std::string& folder);

}  // namespace demo
