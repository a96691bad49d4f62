// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/show_record.h"

#include "actions/log_access.h"
#include "actions/reach.h"
#include "actions/record_reach.h"

namespace actions {

base::Result<schema::Record> find_record(Context& context, store::Reader& reader, rules::Right right,
                                         const schema::RecordType& type, const base::Uuid& id) {
    if (type.protection == schema::Protection::administration)
        return base::Refusal{"record.own_action", {std::string{type.label}}, {}};
    auto record = reader.find(type, id);
    if (!record) return not_there(type);
    TRY(require_record(context, right, *record));
    return *std::move(record);
}

base::Result<ShownRecord> show_record(Context& context, const schema::RecordType& type, const base::Uuid& id) {
    auto record = TRY(find_record(context, context.store, reading_right(type), type, id));
    log_access(context, access_lines(context, type, {&record}, "show_record"));
    std::vector<schema::Record> records;
    records.push_back(std::move(record));
    return std::move(show(context.store, context.today, std::move(records)).front());
}

}  // namespace actions
