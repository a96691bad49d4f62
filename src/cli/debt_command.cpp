// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/describe_checks.h"
#include "actions/export_debts.h"
#include "actions/reach.h"
#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"

namespace cli {
namespace {

constexpr std::size_t everything = 100'000'000;

// "Sai · Chi bộ Khu phố 3 · Nguyễn Văn An (000123QT): message", and below it what to do.
void print_row(const actions::DebtPage& page, const actions::DebtRow& row) {
    const auto& snapshot = page.table->snapshot();
    const auto day = stats::to_day(page.on);
    const auto& debt = *row.debt;
    std::string line{quality::label_of(debt.check->severity)};
    if (row.owner != stats::none) line.append(" · ").append(snapshot.names->name(row.owner, day)).append(" (");
    if (row.owner != stats::none) line.append(snapshot.columns->forest.code(row.owner)).append(")");
    if (row.member)
        if (const auto number = snapshot.roster->find(row.member->id)) {
            line.append(" · ").append(snapshot.roster->full_name(*number, day));
            line.append(" (").append(snapshot.roster->profile_number(*number)).append(")");
        }
    line.append(": ").append(debt.text);
    if (!debt.value.empty()) line.append(" [").append(debt.value).append("]");
    line.append(" · từ ").append(base::to_vietnamese(debt.since)).append(" · ").append(debt.check->code);
    print_line(line);
}

void print_page(const actions::DebtPage& page) {
    std::string title = page.organisation.name;
    title.append(", ngày ").append(base::to_vietnamese(page.on)).append(": mức đầy đủ ");
    title.append(std::to_string(page.score)).append("/100; ");
    for (std::size_t i = 0; i < quality::severity_count; ++i) {
        title.append(i ? ", " : "").append(base::format_count(page.counts.by_severity[i])).append(" ");
        title.append(quality::label_of(static_cast<quality::Severity>(i)));
    }
    print_line(title);
    for (const auto& row : page.items) print_row(page, row);
}

int print_checks(const DebtOptions& options) {
    print(options.markdown ? actions::checks_to_markdown()
          : options.json   ? actions::checks_to_json().append("\n")
                           : actions::checks_to_text());
    return Exit::fine;
}

}  // namespace

int debt(const DebtOptions& options) {
    if (options.checks) return print_checks(options);
    Session session{options.where};
    auto& context = session.context();
    const auto on = parse_day(options.on, context.today);
    if (!on) return refuse(on.error());
    actions::FindDebts request{.organisation = options.organisation,
                               .on = *on,
                               .checks = options.check,
                               .severities = options.severity,
                               .days_min = options.days_min,
                               .limit = everything};
    if (request.organisation.empty()) request.organisation = actions::home_of(context);
    const auto page = actions::find_debts(context, request);
    if (!page) return refuse(page.error());
    if (!options.xlsx.empty()) {
        const auto rows = actions::export_debts(context, request, options.xlsx);
        if (!rows) return refuse(rows.error());
        print_line("Đã ghi " + base::format_count(static_cast<std::int64_t>(*rows)) + " khoản ra " + options.xlsx +
                   ".");
    } else if (options.json) {
        print_line(actions::to_json(*page));
    } else {
        print_page(*page);
    }
    return page->counts.has_work() ? Exit::answer_is_no : Exit::fine;
}

}  // namespace cli
