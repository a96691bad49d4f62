// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/build.h"

#include <algorithm>
#include <array>

#include "actions/import_register.h"

namespace demo {
namespace {

constexpr std::array sets{DemoSet{"dong-ha-2020", "Đảng bộ thành phố Đông Hà, năm 2020", "DH", demo_year}};

base::Result<actions::ImportReport> import_whole(actions::Context& context, const actions::ImportRequest& request) {
    auto report = TRY(actions::import_register(context, request));
    if (!report.has_errors()) return report;
    return base::Refusal{"demo.import_failed",
                         {report.file_name, std::to_string(report.error_count),
                          report.errors.empty() ? std::string{} : report.errors.front().message},
                         {}};
}

}  // namespace

std::span<const DemoSet> demo_sets() { return sets; }

base::Result<DemoBuild> build_demo(actions::Context& context, const std::string& set, const std::string& folder) {
    const auto found = std::find_if(sets.begin(), sets.end(), [&](const auto& known) { return known.name == set; });
    if (found == sets.end()) return base::Refusal{"demo.unknown_set", {set, std::string{sets.front().name}}, {}};

    DemoBuild build{write_demo_registers(folder), {}};
    actions::ImportRequest organisations, members, grades;
    organisations.kind = "organisations";
    organisations.path = build.files.organisations;
    members.kind = "members";
    members.path = build.files.members;
    grades.kind = "grades";
    grades.path = build.files.grades;
    grades.organisation = found->organisation;
    grades.year = found->year;
    for (const auto* request : {&organisations, &members, &grades})
        build.imports.push_back(TRY(import_whole(context, *request)));
    return build;
}

}  // namespace demo
