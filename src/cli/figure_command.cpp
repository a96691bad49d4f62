// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"
#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"

namespace cli {
namespace {

void print_catalogue() {
    for (const auto& figure : figures::all()) {
        print_line(std::string{figure.name} + "  " + std::string{figure.label} + " (" +
                   std::string{figures::label_of(figure.unit)} + ")");
        std::string names;
        for (const auto name : figures::breakdowns(figure)) names += (names.empty() ? "" : ", ") + std::string{name};
        print_line("    --by " + names);
    }
}

void print_answer(const actions::FigureAnswer& answer) {
    const auto when = answer.on ? "ngày " + base::to_vietnamese(*answer.on) : "năm " + std::to_string(answer.year);
    print_line(answer.organisation_name + ", " + when);
    print_line(std::string{answer.figure->label} + ": " + base::format_count(answer.value) + " " +
               std::string{figures::label_of(answer.figure->unit)});
    for (const auto& part : answer.parts) print_line("    " + part.label + ": " + base::format_count(part.count));
    for (const auto& item : answer.list) {
        print("    " + (item.code.empty() ? std::string{"—"} : item.code) + "  " + item.name);
        print_line(item.cell.empty() ? "" : "  (" + item.cell + " " + item.cell_name + ")");
    }
}

}  // namespace

int figure(const FigureOptions& options) {
    if (options.all) {
        print_catalogue();
        return Exit::fine;
    }
    if (options.name.empty() || options.organisation.empty()) {
        print_error("Cần tên số liệu và --organisation; `figure --all` liệt kê các số liệu.");
        return Exit::wrong_usage;
    }
    actions::FigureRequest request{.figure = options.name,
                                   .organisation = options.organisation,
                                   .year = options.year,
                                   .by = options.by,
                                   .list = options.list};
    for (auto [text, day] : {std::pair{&options.on, &request.on}, std::pair{&options.structure, &request.structure}}) {
        if (text->empty()) continue;
        const auto parsed = parse_day(*text);
        if (!parsed) return refuse(parsed.error());
        *day = *parsed;
    }
    Session session{options.where};
    const auto answer = actions::answer_figure(session.context(), request);
    if (!answer) return refuse(answer.error());
    if (options.json)
        print_line(actions::to_json(*answer));
    else
        print_answer(*answer);
    return Exit::fine;
}

}  // namespace cli
