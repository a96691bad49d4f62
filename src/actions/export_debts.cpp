// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_debts.h"

#include "actions/log_access.h"
#include "actions/reach.h"
#include "base/number_format.h"
#include "formats/xlsx_writer.h"

namespace actions {
namespace {

using formats::XlsxCell;
using formats::XlsxColumn;

constexpr std::size_t everything = 100'000'000;

XlsxCell text_cell(std::string_view text) { return text.empty() ? XlsxCell{} : XlsxCell{.value = std::string{text}}; }

std::vector<std::string> titles_of(const FindDebts& request, const DebtPage& page) {
    std::string when = "Ngày ";
    when.append(base::to_vietnamese(page.on)).append(", ");
    when.append(base::format_count(static_cast<std::int64_t>(page.total))).append(" khoản, mức đầy đủ ");
    when.append(std::to_string(page.score)).append("/100");
    std::vector<std::string> titles{"Danh sách nợ dữ liệu " + page.organisation.name, std::move(when)};
    std::string filter;
    const auto add = [&](std::string_view name, std::string_view value) {
        filter.append(filter.empty() ? "Lọc: " : "; ").append(name).append(" = ").append(value);
    };
    if (!request.checks.empty()) add("phép kiểm tra", request.checks);
    if (!request.severities.empty()) add("mức độ", request.severities);
    if (request.days_min > 0) add("số ngày từ", std::to_string(request.days_min));
    if (!filter.empty()) titles.push_back(std::move(filter));
    return titles;
}

std::vector<XlsxColumn> columns() {
    using enum formats::XlsxNumberFormat;
    return {{.header = "Mã chi bộ", .number_format = text, .width = 16},
            {.header = "Chi bộ, tổ chức", .number_format = text, .width = 36},
            {.header = "Họ và tên", .number_format = text, .width = 28},
            {.header = "Số lý lịch", .number_format = text, .width = 14},
            {.header = "Mức độ", .number_format = text, .width = 10},
            {.header = "Nợ dữ liệu", .number_format = text, .width = 40},
            {.header = "Cụ thể", .number_format = text, .width = 50},
            {.header = "Đang ghi", .number_format = text, .width = 24},
            {.header = "Cách xử lý", .number_format = text, .width = 60},
            {.header = "Từ ngày", .number_format = date, .width = 12},
            {.header = "Số ngày", .number_format = general, .width = 9},
            {.header = "Mã phép kiểm tra", .number_format = text, .width = 36}};
}

}  // namespace

base::Result<std::size_t> export_debts(Context& context, FindDebts request, const std::string& path) {
    TRY(require_organisation(context, rules::Right::export_rows, request.organisation));
    request.offset = 0;
    request.limit = everything;
    const auto page = TRY(find_debts(context, request));
    const auto& snapshot = page.table->snapshot();
    const auto day = stats::to_day(page.on);

    formats::XlsxWriter writer{path};
    writer.begin_sheet({.name = "Nợ dữ liệu", .titles = titles_of(request, page), .columns = columns()});
    for (const auto& row : page.items) {
        std::string_view full_name, profile_number;
        if (row.member)
            if (const auto number = snapshot.roster->find(row.member->id)) {
                full_name = snapshot.roster->full_name(*number, day);
                profile_number = snapshot.roster->profile_number(*number);
            }
        const bool has_owner = row.owner != stats::none;
        const auto& debt = *row.debt;
        const std::vector<XlsxCell> cells{
            text_cell(has_owner ? std::string_view{snapshot.columns->forest.code(row.owner)} : std::string_view{}),
            text_cell(has_owner ? snapshot.names->name(row.owner, day) : std::string_view{}),
            text_cell(full_name),
            text_cell(profile_number),
            text_cell(quality::label_of(debt.check->severity)),
            text_cell(debt.check->label),
            text_cell(debt.text),
            text_cell(debt.value),
            text_cell(debt.check->remedy),
            XlsxCell{.value = debt.since},
            XlsxCell{.value = static_cast<double>(age_days(debt, page.on))},
            text_cell(debt.check->code)};
        writer.write_row(cells);
    }
    writer.finish();
    log_access(context, "export_debts", records::Organisation::type, page.organisation.id);
    return page.items.size();
}

}  // namespace actions
