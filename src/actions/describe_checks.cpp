// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/describe_checks.h"

namespace actions {
namespace {

using quality::Check;
using schema::JsonWriter;

std::string_view field_label(const Check& check) {
    return check.field.empty() ? std::string_view{} : (*check.type)[check.field].options.label;
}

void append_check(std::string& text, const Check& check) {
    text.append("### ").append(check.label).append("\n\n`").append(check.code).append("` · ");
    text.append(quality::label_of(check.severity));
    if (check.weight) text.append(" · trừ ").append(std::to_string(check.weight)).append(" điểm");
    text.append(" · ").append(check.type->label);
    if (!check.field.empty()) text.append(", mục ").append(field_label(check));
    text.append("\n\n").append(check.meaning).append("\n\n**Cách xử lý.** ").append(check.remedy).append("\n");
    if (!check.source.empty()) text.append("\n*Nguồn: ").append(check.source).append(".*\n");
    text.append("\n");
}

constexpr std::string_view introduction =
    R"(# Nợ dữ liệu

Danh sách nợ dữ liệu của mỗi chi bộ: trong hồ sơ đảng viên và tổ chức còn thiếu gì, ghi gì không thể có. Xem bằng `kientoan debt`
hoặc trang web; `kientoan debt --xlsx TỆP` xuất ra Excel. Trang này in từ bảng các phép kiểm tra: `kientoan debt --checks --markdown`.

- **Sai**: điều không thể có, hoặc làm hỏng một biểu mà sổ phải lập. **Nợ**: còn thiếu, hoặc quá hạn. **Lưu ý**: lạ, nhưng có thể đúng;
  không trừ điểm.
- **Mức đầy đủ** của một hồ sơ là 100 trừ điểm của các phép kiểm tra thấy có lỗi, mỗi phép trừ một lần, thấp nhất là 0. Giá trị giả
  (“không rõ”, “…”, 01/01/1900, 000000000000) tính như để trống, nên ghi cho có không làm tăng điểm. Mức đầy đủ của chi bộ là trung
  bình cộng của các đảng viên, trừ điểm của chính chi bộ; làm tròn xuống, nên 100 nghĩa là không còn gì sai, nợ.
- **Tuổi** của một khoản nợ là số ngày kể từ khi có nó: với việc do thời gian gây ra (hết hạn dự bị, chi bộ đã kết thúc) là ngày ấy;
  với việc khác là ngày dòng dữ liệu được ghi lần cuối.
- Hồ sơ của người đã ra khỏi Đảng, từ trần, chuyển đi thì chỉ kiểm tra việc giảm.
- Danh sách che số định danh và không hiện địa chỉ, điện thoại; muốn xem thì mở hồ sơ.

)";

}  // namespace

void write_check_name(JsonWriter& json, const Check& check) {
    json.member("check", check.code).member("check_label", check.label);
    json.member("severity", quality::name_of(check.severity));
    json.member("severity_label", quality::label_of(check.severity));
}

void write_place_of_check(JsonWriter& json, const Check& check) {
    json.member("record_type", check.type->name).member("record_type_label", check.type->label);
    if (!check.field.empty()) json.member("field", check.field).member("field_label", field_label(check));
}

void write_counts(JsonWriter& json, const DebtCounts& counts, base::Date on) {
    for (std::size_t i = 0; i < quality::severity_count; ++i)
        json.member(quality::name_of(static_cast<quality::Severity>(i)), counts.by_severity[i]);
    if (counts.oldest)
        json.member("oldest_since", *counts.oldest).member("oldest_days", std::max(0, on - *counts.oldest));
}

std::string checks_to_json() {
    JsonWriter json;
    struct Row {
        std::string_view group;
        const Check* check;
    };
    std::vector<Row> rows;
    for (const auto& group : quality::check_groups())
        for (const auto& check : group.checks) rows.push_back({group.label, &check});
    json.objects("checks", rows, [&](const Row& row) {
        const auto& check = *row.check;
        json.member("group", row.group);
        write_check_name(json, check);
        json.member("weight", check.weight).member("subject", check.is_of_members() ? "member" : "organisation");
        json.member("meaning", check.meaning).member("remedy", check.remedy).member_if("source", check.source);
        write_place_of_check(json, check);
    });
    return json.take();
}

std::string checks_to_markdown() {
    std::string text{introduction};
    text.append("Có ").append(std::to_string(quality::checks().size())).append(" phép kiểm tra.\n\n");
    for (const auto& group : quality::check_groups()) {
        text.append("## ").append(group.label).append("\n\n");
        for (const auto& check : group.checks) append_check(text, check);
    }
    text.pop_back();
    return text;
}

std::string checks_to_text() {
    std::string text;
    for (const auto& group : quality::check_groups()) {
        text.append(group.label).append("\n");
        for (const auto& check : group.checks) {
            text.append("  ").append(check.code).append(" (").append(quality::label_of(check.severity)).append("): ");
            text.append(check.label).append("\n      ").append(check.meaning).append("\n      → ");
            text.append(check.remedy).append("\n");
        }
    }
    return text;
}

}  // namespace actions
