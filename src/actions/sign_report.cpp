// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sign_report.h"

#include "actions/load_tree.h"
#include "actions/reach.h"
#include "actions/sign_report_kept.h"
#include "base/text.h"
#include "records/platform.h"
#include "reports/freeze.h"
#include "store/maintenance.h"

namespace actions {

base::Result<SignedReport> sign_report(Context& context, const SignReport& order) {
    const auto signer = base::clean_text(order.signer);
    if (signer.empty()) return base::Refusal{"required", {"Người ký"}, {}};
    TRY(require_organisation(context, rules::Right::sign_report, order.report.organisation));
    SignedReport done{.document = TRY(make_report(context, order.report))};
    const auto& earlier = done.document.signature;
    if (earlier && !order.sign_again)
        return base::Refusal{"report.already_signed",
                             {order.report.organisation, std::to_string(order.report.year), earlier->signer,
                              base::to_vietnamese(earlier->on)},
                             {}};

    const auto organisation = TRY(find_organisation(context.store, order.report.organisation));
    done.head = store::to_text(store::sign_head(context.store, context.now_ms));
    done.document.signature = reports::Signature{signer, day_in_vietnam(context.now_ms), done.head};
    done.document.differences.clear();

    schema::Record kept{records::frozen_report};
    kept["report"] = std::string{done.document.report->name};
    kept["organisation_id"] = organisation.id.value;
    kept["year"] = std::int64_t{order.report.year};
    kept["signed_at_ms"] = context.now_ms;
    kept["signed_by"] = signer;
    kept["figures"] = reports::freeze(done.document);
    kept["head"] = done.head;

    const auto transaction = context.store.begin(context.intent("sign_report"));
    done.id = TRY(transaction->insert(kept));
    transaction->commit();
    return done;
}

}  // namespace actions
