// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/letterhead.h"

#include "base/text.h"
#include "reports/committee_name.h"

namespace reports {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string recipients_of(const Document& document) {
    std::string lines;
    if (!document.issuer.superior.empty()) lines += "- " + committee_name(document.issuer.superior) + ",\n";
    if (!document.subordinates.empty()) lines += "- Các tổ chức đảng trực thuộc,\n";
    return lines + "- Lưu hồ sơ.";
}

}  // namespace

std::string date_in_words(base::Date date) {
    const auto month = date.month() < 3 ? two_digits(date.month()) : std::to_string(date.month());
    return "ngày " + two_digits(date.day()) + " tháng " + month + " năm " + std::to_string(date.year());
}

Letterhead letterhead(const Document& document) {
    const auto& issuer = document.issuer;
    const auto sign = issuer_sign(issuer.kind);
    const auto place = place_of(issuer.name);
    const bool is_signed = document.signature && document.differences.empty();
    Letterhead head;
    head.superior = base::to_upper(issuer.superior);
    head.issuer = base::to_upper(committee_name(issuer.name));
    head.number = "Số ……-" + std::string{document.report->sign} + "/" + (sign.empty() ? "……" : sign);
    head.date = (place.empty() ? "……………" : place) + ", " +
                (is_signed ? date_in_words(document.signature->on) : "ngày …… tháng …… năm ……");
    head.title = "BÁO CÁO";
    head.subject = document.subject;
    head.recipients = recipients_of(document);
    head.on_behalf_of = base::to_upper(on_behalf_of(issuer.kind));
    head.signer = is_signed ? document.signature->signer : "";
    return head;
}

}  // namespace reports
