// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/document.h"

#include "base/number_format.h"

namespace reports {

std::string FilledSentence::text() const {
    std::string text;
    for (const auto& piece : pieces) text += piece.text;
    return text;
}

std::string summary_of_checks(const Document& document) {
    const auto all = base::format_count(static_cast<std::int64_t>(document.identities_checked));
    const auto broken = base::format_count(static_cast<std::int64_t>(document.notes.size()));
    if (document.notes.empty()) return "Đã đối chiếu " + all + " đẳng thức số liệu: tất cả đều khớp.";
    return "Đã đối chiếu " + all + " đẳng thức số liệu: " + broken + " không khớp.";
}

std::string summary_of_signature(const Document& document) {
    if (!document.signature) return {};
    const auto& signature = *document.signature;
    return "Đã ký: " + signature.signer + ", ngày " + base::to_vietnamese(signature.on) + ". " +
           (document.differences.empty() ? "Số liệu hiện tại đúng như khi ký."
                                         : "Số liệu đã thay đổi từ khi ký, xem bảng dưới đây.");
}

FilledTable table_of_differences(const Document& document) {
    FilledTable table{"differences",
                      "Số liệu đã thay đổi từ khi ký",
                      {{"label", "Số liệu"}, {"reported", "Số đã báo cáo", true}, {"now", "Số hiện tại", true}},
                      {}};
    for (const auto& difference : document.differences) {
        Piece reported{.text = base::format_count(difference.reported), .value = difference.reported};
        Piece now{base::format_count(difference.now), difference.name, difference.organisation, difference.year,
                  difference.now};
        table.rows.push_back({Style::plain, {{.text = difference.label}, std::move(reported), std::move(now)}});
    }
    return table;
}

}  // namespace reports
