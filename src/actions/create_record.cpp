// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/create_record.h"

#include <boost/json.hpp>

#include "actions/masking.h"
#include "actions/reach.h"
#include "actions/record_invariants.h"

namespace actions {

base::Result<ShownRecord> create_record(Context& context, const NewRecord& order, WriteFaults& faults) {
    const auto& type = *order.type;
    TRY(require_generic(type, Write::create));
    const auto right = writing_right(type, Write::create);
    TRY(require(context, right));

    auto fields = TRY(read_object(order.fields));
    fields.erase("id");
    fields.erase("version");
    auto parsed = schema::from_json(type, boost::json::value(std::move(fields)));
    faults.add(std::move(parsed.errors));
    examine_basis(type, Write::create, order.basis, faults);
    if (!faults.fields.empty()) return faults.refusal();
    auto& record = parsed.record;
    TRY(require_record(context, right, record));
    TRY(require_references(context, right, schema::Record{type}, record));

    auto writing = TRY(begin_writing(context, std::string{"create_"}.append(type.name), order.basis));
    auto& transaction = *writing.transaction;
    if (writing.decision_id && type.find("decision_id") && schema::is_empty(record["decision_id"]))
        record["decision_id"] = *writing.decision_id;
    const auto before = examine_owner(transaction, record);
    TRY(transaction.insert(record));
    TRY(no_new_fault(before, examine_owner(transaction, record)));
    transaction.commit();
    std::vector<schema::Record> records{record};
    return std::move(show(context.store, context.today, std::move(records)).front());
}

}  // namespace actions
