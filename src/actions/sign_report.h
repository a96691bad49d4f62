// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "actions/make_report.h"
#include "base/uuid.h"

namespace actions {

struct SignReport {
    ReportRequest report;
    std::string signer;       // Name, as it stands under the report.
    bool sign_again = false;  // Keeps what was signed before beside it.
};

struct SignedReport {
    base::Uuid id;
    std::string head;            // The signed head of the audit chain at that moment, a few readable lines.
    reports::Document document;  // As signed.
};

// Ký báo cáo: keeps the numbers of the report as they are now, with the signer and the head of the audit chain, in one
// transaction. Later corrections of the registers show as differences. Refusals: those of make_report; "required"
// {label} without a signer; "report.already_signed" {code, year, signer, day} unless told to sign again.
base::Result<SignedReport> sign_report(Context& context, const SignReport& order);

}  // namespace actions
