// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_register.h"
#include "actions/import_register.h"
#include "actions/register_template.h"
#include "actions/undo_import.h"
#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"

namespace cli {

int import_file(const ImportOptions& options) {
    Session session{options.where, !options.dry_run};
    const auto report = actions::import_register(session.context(), {.kind = options.kind,
                                                                     .path = options.file,
                                                                     .dry_run = options.dry_run,
                                                                     .organisation = options.organisation,
                                                                     .year = options.year,
                                                                     .error_file = options.error_file});
    if (!report) return refuse(report.error());
    print_line(options.json ? actions::to_json(*report) : actions::to_text(*report));
    return report->has_errors() ? Exit::answer_is_no : Exit::fine;
}

int undo_import(const UndoOptions& options) {
    Session session{options.where};
    const auto report = actions::undo_import(session.context(), options.batch);
    if (!report) return refuse(report.error());
    print_line(options.json ? actions::to_json(*report) : actions::to_text(*report));
    return Exit::fine;
}

int write_import_template(const TemplateOptions& options) {
    if (const auto written = actions::write_template(options.kind, options.out); !written)
        return refuse(written.error());
    print_line("Đã ghi mẫu sổ vào " + options.out + ".");
    return Exit::fine;
}

int export_file(const ExportOptions& options) {
    Session session{options.where};
    const auto year_end = options.year ? std::optional{base::last_day_of_year(options.year)} : std::nullopt;
    const auto on = parse_day(options.on, year_end.value_or(session.context().today));
    if (!on) return refuse(on.error());
    const auto report = actions::export_register(
        session.context(),
        {.kind = options.kind, .organisation = options.organisation, .on = *on, .path = options.out});
    if (!report) return refuse(report.error());
    print_line("Đã xuất " + base::format_count(report->rows) + " dòng ra " + options.out + ".");
    return Exit::fine;
}

}  // namespace cli
