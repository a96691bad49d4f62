// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/fill_table.h"

#include "base/check.h"
#include "base/number_format.h"

namespace reports {
namespace {

figures::Share share_of(std::string_view name) {
    const auto share = parse_share(name);
    CHECK(share);
    return *share;
}

// The share of a count in another; empty when there is nothing of which it could be one.
Piece percent(const Piece& count, const Piece& base) {
    Piece piece = count;
    piece.text = base::format_percent(count.value, base.value);
    piece.number += " / " + base.number + (count.year == base.year ? "" : "@previous");
    piece.denominator = base.value;
    return piece;
}

class YearsFiller {
public:
    YearsFiller(const YearsTable& table, Numbers& numbers) : table_{table}, numbers_{numbers} {
        const auto year = std::to_string(numbers.year());
        filled_ = {
            table.name, std::string{table.caption}, {{"label", "Chỉ tiêu"}, {"this_year", "Năm " + year, true}}, {}};
        if (has_shares()) filled_.columns.push_back({"share", "Tỷ lệ " + std::string{table.base}, true});
        filled_.columns.push_back({"previous_year", "Năm " + std::to_string(numbers.year() - 1), true});
        filled_.columns.push_back({"change", "% so với năm trước", true});
    }

    FilledTable fill() {
        for (const auto& row : table_.rows) add(row);
        drop_empty_headings();
        if (!table_.when.empty() && numbers_.value(share_of(table_.when)) == 0) filled_.rows.clear();
        return std::move(filled_);
    }

private:
    bool has_shares() const { return !table_.share_of.empty(); }

    void add(const Row& row) {
        if (row.style == Style::heading) {
            FilledRow heading{row.style, std::vector<Piece>(filled_.columns.size())};
            heading.cells[0].text = row.label;
            filled_.rows.push_back(std::move(heading));
            return;
        }
        const auto share = share_of(row.of);
        if (!share.by.empty() && share.code.empty()) return add_each(row, share);
        const auto label = row.label.empty() ? label_of(share) : std::string{row.label};
        add(row.style, label, share, row.only_if_any);
    }

    void add_each(const Row& row, figures::Share share) {
        const auto* figure = figures::find(share.figure);
        const auto& parts = numbers_.answer(share.figure, share.by).by;  // All codes, then perhaps the unknown one.
        for (const auto& part : parts) {
            if (part.key.empty()) continue;
            share.code = part.key;
            add(row.style, std::string{figures::label_of_key(*figure, share.by, part.key)}, share, true);
        }
        share.code = unknown_code;
        add(row.style, std::string{figures::label_of_key(*figure, share.by, {})}, share, true);
    }

    void add(Style style, std::string label, const figures::Share& share, bool only_if_any) {
        const auto now = numbers_.count(share);
        const auto before = numbers_.count(share, {}, numbers_.year() - 1);
        if (only_if_any && now.value == 0 && before.value == 0) return;
        const bool has_before = was_asked(share, numbers_.year() - 1);
        FilledRow row{style, {{.text = std::move(label)}, now}};
        if (has_shares()) row.cells.push_back(percent(now, numbers_.count(share_of(table_.share_of))));
        row.cells.push_back(has_before ? before : Piece{.text = "–"});
        row.cells.push_back(has_before ? percent(now, before) : Piece{});
        filled_.rows.push_back(std::move(row));
    }

    // A year in which nobody was graded has no zero to show.
    bool was_asked(const figures::Share& share, int year) {
        return figures::find(share.figure)->when != figures::When::campaign ||
               numbers_.answer("members.to_grade", {}, {}, year).value > 0;
    }

    void drop_empty_headings() {
        auto& rows = filled_.rows;
        for (auto i = rows.size(); i-- > 0;)
            if (rows[i].style == Style::heading && (i + 1 == rows.size() || rows[i + 1].style == Style::heading))
                rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    }

    const YearsTable& table_;
    Numbers& numbers_;
    FilledTable filled_;
};

// The grade of the organisation, in the words that stand over the same grade of its members.
std::string grade_in_words(const SubordinatesTable& table, const Subordinate& subordinate) {
    if (!subordinate.not_graded_reason.empty()) return "Chưa xếp loại";
    for (const auto& column : table.columns)
        if (const auto share = share_of(column.of); share.by == "grade" && share.code == subordinate.grade)
            return std::string{column.header};
    return {};
}

// A row of the numbers of one organisation.
FilledRow subordinate_row(const SubordinatesTable& table, const Subordinate& subordinate, Numbers& numbers) {
    FilledRow row{Style::plain, {{.text = subordinate.name}}};
    for (const auto& column : table.columns) row.cells.push_back(numbers.count(share_of(column.of), subordinate.code));
    row.cells.push_back({.text = grade_in_words(table, subordinate)});
    return row;
}

}  // namespace

FilledTable fill_table(const YearsTable& table, Numbers& numbers) { return YearsFiller{table, numbers}.fill(); }

FilledTable fill_table(const SubordinatesTable& table, const Scope& scope, Numbers& numbers) {
    FilledTable filled{table.name, std::string{table.caption}, {{"label", "Tổ chức"}}, {}};
    for (const auto& column : table.columns) filled.columns.push_back({column.name, std::string{column.header}, true});
    filled.columns.push_back({"grade", std::string{table.grade_header}});
    if (scope.subordinates.empty()) return filled;

    FilledRow total{Style::total, {{.text = "Cộng"}}};
    FilledRow itself{Style::plain, {{.text = "Sinh hoạt trực tiếp tại " + scope.issuer.name}}};
    for (const auto& column : table.columns) {
        total.cells.push_back(numbers.count(share_of(column.of)));
        itself.cells.push_back(total.cells.back());
    }
    for (const auto& subordinate : scope.subordinates) {
        filled.rows.push_back(subordinate_row(table, subordinate, numbers));
        for (std::size_t i = 1; i <= table.columns.size(); ++i)
            itself.cells[i].value -= filled.rows.back().cells[i].value;
    }
    bool has_own = false;
    for (std::size_t i = 1; i <= table.columns.size(); ++i) {
        itself.cells[i].text = base::format_count(itself.cells[i].value);
        itself.cells[i].number.clear();
        has_own = has_own || itself.cells[i].value != 0;
    }
    if (has_own) filled.rows.push_back(itself);
    if (has_own) filled.rows.back().cells.emplace_back();
    total.cells.emplace_back();
    filled.rows.push_back(std::move(total));
    return filled;
}

}  // namespace reports
