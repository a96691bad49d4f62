// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/placeholders.h"

#include <array>
#include <set>

#include "figures/figure.h"
#include "reports/fill_sentence.h"

namespace reports {
namespace {

using Kind = formats::DocxPlaceholder::Kind;

struct Named {
    std::string_view name, meaning;
};

// clang-format off
constexpr std::array letterhead_names{
    Named{"superior",      "Tên tổ chức cấp trên, chữ in hoa"},
    Named{"issuer",        "Tên cơ quan ban hành, chữ in hoa"},
    Named{"organisation",  "Tên tổ chức lập báo cáo"},
    Named{"number",        "Số và ký hiệu, chừa chỗ ghi số"},
    Named{"date",          "Địa danh và ngày tháng năm; chừa chỗ khi chưa ký"},
    Named{"title",         "Tên loại văn bản, chữ in hoa"},
    Named{"subject",       "Trích yếu"},
    Named{"year",          "Năm báo cáo"},
    Named{"previous_year", "Năm trước"},
    Named{"last_day",      "Ngày cuối năm báo cáo"},
    Named{"recipients",    "Nơi nhận, mỗi nơi một dòng"},
    Named{"on_behalf_of",  "Thể thức đề ký, chữ in hoa"},
    Named{"signer",        "Người ký; trống khi chưa ký"},
    Named{"checks",        "Một câu: đã đối chiếu bao nhiêu đẳng thức số liệu"},
    Named{"signature",     "Một câu về lần ký trước; trống khi chưa ký"},
    Named{"remark",        "Ghi chú về mẫu biểu"},
};
constexpr std::array row_flags{
    Named{"total",   "Có ở dòng tổng"},
    Named{"plain",   "Có ở dòng thường"},
    Named{"part",    "Có ở dòng “trong đó”"},
    Named{"heading", "Có ở dòng chỉ có tên nhóm"},
};
constexpr std::array difference_names{
    Named{"label",    "Tên số liệu"},
    Named{"reported", "Số đã báo cáo"},
    Named{"now",      "Số hiện tại"},
};
// clang-format on

// Adds the names of a row: each code of a breakdown, or the number itself, also of the year before.
void add_row_names(std::vector<std::string>& names, std::string_view of) {
    auto share = parse_share(of);
    if (!share) return;
    const auto add = [&] {
        names.push_back(name_of(*share));
        names.push_back(name_of(*share) + "@previous");
    };
    if (share->by.empty() || !share->code.empty()) return add();
    for (const auto& code : figures::list_of(*figures::find(share->figure)->subject->find(share->by)).codes) {
        share->code = code.code;
        add();
    }
    share->code = unknown_code;
    add();
}

std::vector<std::string> all_number_names(const Report& report) {
    std::vector<std::string> names;
    for (const auto& section : report.sections)
        for (const auto& block : section.blocks) {
            if (const auto* sentence = std::get_if<Sentence>(&block)) {
                for (const auto name : names_in(sentence->text))
                    if (parse_share(name)) names.emplace_back(name);
            } else if (const auto* table = std::get_if<YearsTable>(&block)) {
                for (const auto& row : table->rows) add_row_names(names, row.of);
            }
        }
    for (const auto& ratio : figures::ratios()) names.emplace_back(ratio.name);
    return names;
}

std::string meaning_of(std::string_view name) {
    if (const auto* ratio = figures::find_ratio(name))
        return "Tỷ lệ: " + std::string{ratio->label} + ", " + std::string{ratio->base};
    const bool is_previous = name.ends_with("@previous");
    const auto share = parse_share(name.substr(0, name.find('@')));
    return label_of(*share) + (is_previous ? ", năm trước" : "");
}

class Collector {
public:
    explicit Collector(const Report& report) {
        for (const auto& [name, meaning] : letterhead_names) add(Kind::value, name, {}, meaning);
        for (std::size_t i = 0; i < report.sections.size(); ++i)
            add(Kind::value, heading_name(i), {},
                "“" + std::string{report.sections[i].heading} + "”; trống khi phần này không có gì");
        for (const auto& section : report.sections)
            for (const auto& block : section.blocks) std::visit([&](const auto& each) { add(each); }, block);
        add(Kind::list, "notes", {}, "Những đẳng thức không khớp và ghi chú khác");
        add(Kind::value, "text", "notes", "Ghi chú, có cả hai số và việc cần làm");
        add(Kind::list, "differences", {}, "Số liệu đã thay đổi từ khi ký");
        for (const auto& [name, meaning] : difference_names) add(Kind::value, name, "differences", meaning);
        for (const auto& name : number_names(report)) add(Kind::value, name, {}, meaning_of(name));
    }
    std::vector<Placeholder> take() { return std::move(all_); }

private:
    void add(Kind kind, std::string_view name, std::string_view list, std::string_view meaning) {
        all_.push_back({kind, std::string{name}, std::string{list}, std::string{meaning}});
    }
    void add(const Sentence& sentence) {
        add(Kind::value, "sentence." + std::string{sentence.name}, {},
            "Câu: “" + std::string{sentence.text.substr(0, sentence.text.find_first_of("{["))} +
                "…”; trống khi không có gì để nói");
    }
    // The columns of a table are the names of its list.
    void add_table(std::string_view name, std::string_view caption, const std::vector<FilledColumn>& columns) {
        const auto list = "table." + std::string{name};
        add(Kind::list, list, {}, "Các dòng của bảng “" + std::string{caption} + "”");
        for (const auto& column : columns) add(Kind::value, column.name, list, column.header);
        for (const auto& [flag, meaning] : row_flags) add(Kind::value, flag, list, meaning);
    }
    void add(const YearsTable& table) {
        std::vector<FilledColumn> columns{{"label", "Chỉ tiêu"}, {"this_year", "Năm báo cáo"}};
        if (!table.share_of.empty()) columns.push_back({"share", "Tỷ lệ " + std::string{table.base}});
        columns.push_back({"previous_year", "Năm trước"});
        columns.push_back({"change", "% so với năm trước"});
        add_table(table.name, table.caption, columns);
    }
    void add(const SubordinatesTable& table) {
        std::vector<FilledColumn> columns{{"label", "Tổ chức"}};
        for (const auto& column : table.columns) columns.push_back({column.name, std::string{column.header}});
        columns.push_back({"grade", std::string{table.grade_header}});
        add_table(table.name, table.caption, columns);
    }

    std::vector<Placeholder> all_;
};

std::string markdown_of(const Report& report) {
    std::string out = "## " + std::string{report.label} + " (`" + std::string{report.name} + "`)\n\n";
    const auto all = template_placeholders(report);
    const auto add_rows = [&](std::string_view list) {
        for (const auto& each : all)
            if (each.kind == Kind::value && each.list == list)
                out += "| `{{" + each.name + "}}` | " + each.meaning + " |\n";
    };
    out += "### Giá trị\n\n| Chỗ điền | Được thay bằng |\n|---|---|\n";
    add_rows("");
    for (const auto& list : all) {
        if (list.kind != Kind::list) continue;
        out += "\n### Danh sách `{{#" + list.name + "}} … {{/" + list.name + "}}`\n\n" + list.meaning +
               ".\n\n| Chỗ điền | Được thay bằng |\n|---|---|\n";
        add_rows(list.name);
    }
    return out;
}

}  // namespace

std::vector<std::string> number_names(const Report& report) {
    std::vector<std::string> names;
    std::set<std::string> known;
    for (auto& name : all_number_names(report))
        if (known.insert(name).second) names.push_back(std::move(name));
    return names;
}

std::string heading_name(std::size_t section) { return "heading." + std::to_string(section + 1); }

std::vector<Placeholder> template_placeholders(const Report& report) { return Collector{report}.take(); }

std::string placeholders_as_markdown() {
    std::string out = R"(# Chỗ điền trong mẫu báo cáo

Tệp này do chương trình viết ra (`./dev bless`). Lấy mẫu có sẵn bằng `kientoan report placeholders --out MAU.docx`, sửa
trong Word hay LibreOffice, rồi dùng bằng `kientoan report year-end … --template MAU.docx --out BAOCAO.docx`. Mẫu có chỗ
điền không nằm trong danh sách dưới đây bị từ chối, kèm tên của chỗ điền đó.

- `{{ten}}`: được thay bằng giá trị.
- `{{#danh_sach}} … {{/danh_sach}}`: lặp lại cho từng dòng; đặt hai đầu trong các ô của một dòng bảng thì lặp lại dòng đó.
- `{{?ten}} … {{/ten}}`: chỉ giữ khi có giá trị hay danh sách không rỗng; `{{^ten}} … {{/ten}}`: chỉ giữ khi không có.

)";
    for (const auto* report : all_reports()) out += markdown_of(*report);
    return out;
}

base::Result<void> check_template(const Report& report, std::string_view document_template) {
    formats::DocxNames known;
    for (const auto& each : template_placeholders(report)) {
        if (each.kind == Kind::list)
            known.lists[each.name];
        else if (each.list.empty())
            known.values.insert(each.name);
        else
            known.lists[each.list].insert(each.name);
    }
    base::Refusal unknown{"report.unknown_placeholder", {}, {}};
    for (const auto& refusal : formats::check_template(document_template, known)) {
        const bool is_name =
            refusal.code.starts_with("template.unknown_") || refusal.code == "template.name_only_in_list";
        if (!is_name) return refusal;
        unknown.args.push_back(refusal.args.front());
    }
    if (!unknown.args.empty()) return unknown;
    return {};
}

}  // namespace reports
