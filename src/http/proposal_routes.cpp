// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/proposals.h"
#include "http/handlers.h"
#include "http/write_faults.h"

namespace http {
namespace {

base::Result<actions::ListProposals> list_request(const Call& call) {
    actions::ListProposals list{.state = call.query_text("state"), .organisation = call.query_text("organisation")};
    list.before = TRY(call.query_id("before"));
    list.limit = static_cast<std::size_t>(TRY(call.query_number("limit", 50, 1, 500)));
    return list;
}

}  // namespace

base::Result<Response> member_proposals(Call& call) {
    auto list = TRY(list_request(call));
    list.member_id = TRY(call.id());
    return json_answer(actions::to_json(TRY(actions::list_proposals(call.context, list))));
}

base::Result<Response> list_proposals(Call& call) {
    return json_answer(actions::to_json(TRY(actions::list_proposals(call.context, TRY(list_request(call))))));
}

base::Result<Response> propose(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"record_type", "record_id", "fields", "reason"}));
    const actions::NewProposal proposal{.member_id = TRY(call.id()),
                                        .record_type = TRY(body.text("record_type")),
                                        .record_id = TRY(body.id("record_id")),
                                        .fields = body.json("fields"),
                                        .reason = TRY(body.text_if("reason")).value_or("")};
    actions::WriteFaults faults;
    const auto proposed = actions::propose(call.context, proposal, faults);
    if (!proposed) return refused_with(proposed.error(), faults);
    return json_answer(actions::to_json(*proposed), 201);
}

base::Result<Response> decide_proposal(Call& call) {
    const auto body = TRY(call.body());
    TRY(body.only({"accept", "remark", "mode", "on"}));
    const bool is_change = TRY(body.text_if("mode")).value_or("correct") == "change";
    const actions::ProposalDecision decision{
        .id = TRY(call.id()),
        .accept = TRY(body.texts("accept")),
        .remark = TRY(body.text_if("remark")).value_or(""),
        .mode = is_change ? actions::ChangeMode::change : actions::ChangeMode::correct,
        .on = TRY(body.day_if("on"))};
    actions::WriteFaults faults;
    const auto decided = actions::decide_proposal(call.context, decision, faults);
    if (!decided) return refused_with(decided.error(), faults);
    return json_answer(actions::to_json(*decided));
}

base::Result<Response> withdraw_proposal(Call& call) {
    TRY(actions::withdraw_proposal(call.context, TRY(call.id())));
    return no_content();
}

}  // namespace http
