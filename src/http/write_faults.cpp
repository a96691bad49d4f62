// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/write_faults.h"

#include "base/messages.h"
#include "http/answer.h"
#include "schema/json_object.h"

namespace http {
namespace {

using schema::JsonObject;

void append_fault(std::string& out, const actions::FieldFault& fault) {
    JsonObject object{out};
    object.text("field", fault.field);
    object.text("code", fault.refusal.code);
    object.text("message", base::message(fault.refusal));
}

void append_conflict(std::string& out, const actions::FieldConflict& conflict) {
    JsonObject object{out};
    object.text("field", conflict.field);
    object.text("label", conflict.label);
    object.text("yours", conflict.yours);
    object.text("theirs", conflict.theirs);
}

}  // namespace

Response refused_with(const base::Refusal& refusal, const actions::WriteFaults& faults) {
    auto response = refused(refusal);
    response.body.clear();
    JsonObject object{response.body};
    object.text("code", refusal.code);
    object.text("message", base::message(refusal));
    object.text_if("source", refusal.source);
    if (!faults.fields.empty()) object.list("fields", faults.fields, append_fault);
    if (!faults.differences.empty()) object.list("differences", faults.differences, append_conflict);
    return response;
}

}  // namespace http
