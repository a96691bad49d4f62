// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_members.h"

#include <algorithm>
#include <array>

#include "actions/answer_figure.h"
#include "actions/masking.h"
#include "actions/reach.h"
#include "records/grading.h"
#include "records/organisation.h"
#include "records/party_member.h"

namespace actions {
namespace {

using stats::Code;
using stats::GradeMark;
using stats::MemberSort;

constexpr std::size_t limit_max = 100'000;

struct SortName {
    std::string_view name;
    MemberSort sort;
};
constexpr std::array sort_names{
    SortName{"name", MemberSort::name},
    SortName{"born_on", MemberSort::born_on},
    SortName{"party_age", MemberSort::party_age},
    SortName{"ceremony_on", MemberSort::ceremony_on},
    SortName{"recognised_on", MemberSort::recognised_on},
    SortName{"profile_number", MemberSort::profile_number},
    SortName{"cell", MemberSort::cell},
};
// In the order of GradeMark.
constexpr std::array<std::string_view, stats::grade_marks> mark_names{
    "excellent", "good", "completed", "not_completed", "not_graded", "missing", "none"};

base::Refusal bad_parameter(std::string_view name, std::string_view value, std::string expected) {
    return {"request.bad_parameter", {std::string{name}, std::string{value}, std::move(expected)}, {}};
}

std::string joined(const auto& names, const auto& name_of) {
    std::string all;
    for (const auto& each : names) {
        if (!all.empty()) all += ", ";
        all += name_of(each);
    }
    return all;
}

std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto comma = list.find(',');
        parts.push_back(list.substr(0, comma));
        if (comma == std::string_view::npos) return parts;
        list.remove_prefix(comma + 1);
    }
}

base::Result<void> read_sort(const std::string& text, stats::MemberQuery& query) {
    std::string_view name = text;
    query.descending = name.starts_with('-');
    if (query.descending) name.remove_prefix(1);
    if (name.empty()) return {};
    for (const auto& known : sort_names)
        if (known.name == name) {
            query.sort = known.sort;
            return {};
        }
    return bad_parameter("sort", text, joined(sort_names, [](const SortName& known) { return known.name; }));
}

base::Result<void> read_kinds(std::string_view list, stats::MemberQuery& query) {
    query.wants_home = query.wants_guests = false;
    for (const auto kind : split(list)) {
        if (kind == "home")
            query.wants_home = true;
        else if (kind == "guest")
            query.wants_guests = true;
        else
            return bad_parameter("kind", list, "home, guest");
    }
    return {};
}

base::Result<void> read_grades(std::string_view list, int year, stats::MemberQuery& query) {
    if (year == 0) return bad_parameter("year", "", "năm của mức xếp loại");
    query.grade_year = year;
    for (const auto name : split(list)) {
        const auto found = std::find(mark_names.begin(), mark_names.end(), name);
        if (found == mark_names.end())
            return bad_parameter("grade", list, joined(mark_names, [](auto each) { return each; }));
        query.grades.push_back(static_cast<GradeMark>(found - mark_names.begin()));
    }
    return {};
}

base::Result<void> read_codes(const std::string& name, std::string_view list, stats::MemberQuery& query) {
    const auto& columns = figures::member_state.columns;
    const auto* column = figures::member_state.find(name);
    if (!column) return bad_parameter(name, list, joined(columns, [](const auto& each) { return each.name; }));
    stats::OnlyCodes only{static_cast<std::size_t>(column - columns.data()), {}};
    const auto& codes = figures::list_of(*column);
    for (const auto code : split(list)) {
        const auto at = codes.index_of(code);
        if (!at && !code.empty())
            return bad_parameter(name, list, joined(codes.codes, [](const auto& each) { return each.code; }));
        only.codes.push_back(at ? static_cast<Code>(*at) : stats::no_code);
    }
    query.only.push_back(std::move(only));
    return {};
}

base::Result<void> read_figure(Context& context, const FindMembers& request, stats::MemberQuery& query) {
    const auto* figure = TRY(figure_named(request.figure));
    if (figure->subject->entity != figures::member_state.entity)
        return base::Refusal{"figure.not_of_members", {std::string{figure->label}}, {}};
    TRY(check_breakdown(*figure, request.by));
    const auto on = request.year == 0 ? request.on : std::nullopt;
    const auto period = TRY(figure_period(*figure, request.year, on, context.today));
    query.on = *period.valid_to - 1;
    query.figure = stats::BehindFigure{figure, period, request.by, request.key};
    return {};
}

// What the codes of a row say; rows of different tables have different columns.
class RowCodes {
public:
    RowCodes(const stats::Table& table, std::uint32_t row) : table_{table}, row_{row} {}
    std::string_view operator[](std::string_view name) const {
        const auto* column = table_.subject->find(name);
        if (!column) return {};
        const auto& codes = table_.codes[static_cast<std::size_t>(column - table_.subject->columns.data())];
        if (codes.empty() || codes[row_] == stats::no_code) return {};
        return figures::list_of(*column).codes[codes[row_]].code;
    }

private:
    const stats::Table& table_;
    std::uint32_t row_;
};

std::optional<base::Date> date_of(stats::Day day) {
    if (day == stats::never) return {};
    return stats::to_date(day);
}

MemberRow row_of(const Snapshot& snapshot, const stats::MemberHit& hit, stats::Day day, int grade_year) {
    const auto& roster = *snapshot.roster;
    const auto& columns = *snapshot.columns;
    const RowCodes codes{*hit.table, hit.row};
    const auto card = roster.card_number(hit.member);
    MemberRow row{.id = roster.id(hit.member),
                  .full_name = roster.full_name(hit.member, day),
                  .profile_number = roster.profile_number(hit.member),
                  .card_number = card.empty() ? std::string{} : mask(card),
                  .born_on = roster.born_on(hit.member),
                  .ceremony_on = date_of(roster.ceremony_on(hit.member)),
                  .recognised_on = date_of(roster.recognised_on(hit.member)),
                  .kind = hit.table == &columns.guests ? "guest" : "home",
                  .status = codes["status"],
                  .sex = codes["sex"],
                  .ethnicity = codes["ethnicity"],
                  .occupation = codes["occupation"],
                  .professional_education = codes["professional_education"],
                  .political_theory = codes["political_theory"],
                  .cell = columns.forest.code(hit.cell),
                  .cell_name = snapshot.names->name(hit.cell, day)};
    if (row.status.empty())
        if (const auto state = columns.state_on(hit.member, day); state != stats::none)
            row.status = RowCodes{columns.table_of(figures::member_state), state}["status"];
    if (const auto* marks = grade_year ? columns.grades_of(grade_year) : nullptr)
        row.grade = mark_names[static_cast<std::size_t>((*marks)[hit.member])];
    return row;
}

}  // namespace

base::Result<MemberPage> find_members(Context& context, const FindMembers& request) {
    TRY(require_organisation(context, rules::Right::see, request.organisation));
    MemberPage page{.snapshot = snapshot_of(context), .offset = request.offset};
    const auto& columns = *page.snapshot->columns;
    const auto place = columns.forest.find(request.organisation);
    if (!place) return base::Refusal{"organisation.unknown", {request.organisation}, {}};

    stats::MemberQuery query{.organisation = *place,
                             .on = request.on.value_or(context.today),
                             .text = request.text,
                             .offset = request.offset,
                             .limit = std::min(request.limit, limit_max)};
    TRY(read_sort(request.sort, query));
    if (!request.figure.empty()) TRY(read_figure(context, request, query));
    for (const auto& [name, codes] : request.only) {
        if (name == "grade")
            TRY(read_grades(codes, request.year, query));
        else if (query.figure)
            return bad_parameter(name, codes, "không lọc thêm khi xem danh sách của một số liệu");
        else if (name == "kind")
            TRY(read_kinds(codes, query));
        else
            TRY(read_codes(name, codes, query));
    }

    const auto found = stats::list_members(columns, *page.snapshot->roster, query);
    page.total = found.total;
    page.on = query.on;
    const auto day = stats::to_day(query.on);
    page.items.reserve(found.hits.size());
    for (const auto& hit : found.hits) page.items.push_back(row_of(*page.snapshot, hit, day, request.year));

    page.organisation_id = columns.forest.ids()[*place];
    page.organisation = columns.forest.code(*place);
    page.organisation_name = page.snapshot->names->name(*place, day);
    if (const auto kind = page.snapshot->names->kind(*place, day); kind != stats::no_code)
        page.organisation_kind = records::organisation_kinds.codes[kind].code;
    return page;
}

}  // namespace actions
