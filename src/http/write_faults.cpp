// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/write_faults.h"

#include "base/messages.h"
#include "http/answer.h"

namespace http {

using schema::JsonWriter;

Response refused_with(const base::Refusal& refusal, const actions::WriteFaults& faults) {
    JsonWriter json;
    write_refusal(json, refusal);
    if (!faults.fields.empty())
        json.objects("fields", faults.fields, [&](const actions::FieldFault& fault) {
            json.member("field", fault.field).member("code", fault.refusal.code);
            json.member("message", base::message(fault.refusal));
        });
    if (!faults.differences.empty())
        json.objects("differences", faults.differences, [&](const actions::FieldConflict& conflict) {
            json.member("field", conflict.field).member("label", conflict.label);
            json.member("yours", conflict.yours).member("theirs", conflict.theirs);
        });
    auto response = refused(refusal);
    response.body = json.take();
    return response;
}

}  // namespace http
