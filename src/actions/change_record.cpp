// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/change_record.h"

#include <array>
#include <boost/json.hpp>

#include "actions/masking.h"
#include "actions/reach.h"
#include "actions/record_conflict.h"
#include "actions/record_invariants.h"
#include "actions/record_neighbours.h"
#include "actions/show_record.h"
#include "records/party_member.h"

namespace actions {
namespace {

using schema::Record;

bool says_only_end(const boost::json::object& fields) {
    return fields.size() == 1 && fields.contains("valid_to") && !fields.at("valid_to").is_null();
}

Write write_of(const ChangeRecord& order, const boost::json::object& fields) {
    if (order.mode == ChangeMode::correct) return Write::correct;
    if (order.mode == ChangeMode::erase) return Write::erase;
    return !order.on && says_only_end(fields) ? Write::close : Write::change;
}

// "correct_person_version": see actions/action_labels.h.
std::string action_of(Write write, const schema::RecordType& type) {
    constexpr std::array<std::string_view, 5> verbs{"create_", "change_", "close_", "correct_", "erase_"};
    return std::string{verbs[static_cast<std::size_t>(write)]}.append(type.name);
}

// What the caller wants the row to be, judged by itself.
base::Result<Record> wanted_of(Context& context, const ChangeRecord& order, Write write, const Record& current,
                               const boost::json::object& fields, WriteFaults& faults) {
    auto wanted = overlaid(current, fields, faults);
    examine_basis(*order.type, write, order.basis, faults);
    if (write == Write::change) {
        if (!order.on) faults.add("on", {"change.no_day", {}, {}});
        for (const auto* bound : {"valid_from", "valid_to"})
            if (wanted[bound] != current[bound])
                faults.add(bound, {"record.fixed_field", {std::string{(*order.type)[bound].options.label}}, {}});
    }
    if (!faults.fields.empty()) return faults.refusal();
    if (write != Write::erase && wanted == current) return base::Refusal{"change.nothing", {}, {}};
    TRY(require_references(context, writing_right(*order.type, write), current, wanted));
    return wanted;
}

base::Result<Record> write_within(store::Transaction& transaction, const ChangeRecord& order, Write write,
                                  const Record& current, Record wanted, const std::optional<base::Uuid>& decision_id) {
    switch (write) {
        case Write::change: return change_within(transaction, current, std::move(wanted), *order.on, decision_id);
        case Write::close: {
            TRY(transaction.close(*order.type, current.id, current.version, std::get<base::Date>(wanted["valid_to"])));
            wanted.version = current.version + 1;
            return wanted;
        }
        case Write::erase: {
            const auto before = examine_owner(transaction, current);
            TRY(transaction.erase(*order.type, current.id, current.version));
            TRY(close_gap(transaction, current));
            TRY(no_new_fault(before, examine_owner(transaction, current)));
            return current;
        }
        default: return correct_within(transaction, current, std::move(wanted));
    }
}

}  // namespace

base::Result<Record> correct_within(store::Transaction& transaction, const Record& current, Record corrected) {
    const auto before = examine_owner(transaction, current);
    TRY(move_neighbours(transaction, current, corrected));
    TRY(follow_recognition(transaction, current, corrected));
    TRY(transaction.correct(corrected));
    TRY(no_new_fault(before, examine_owner(transaction, corrected)));
    return corrected;
}

base::Result<Record> change_within(store::Transaction& transaction, const Record& current, Record successor,
                                   base::Date on, const std::optional<base::Uuid>& decision_id) {
    const auto before = examine_owner(transaction, current);
    const auto& type = *successor.type;
    if (type.find("decision_id")) {
        // The number of the old decision is not that of the new one.
        if (decision_id && successor["decision_id"] == current["decision_id"]) successor["decision_id"] = *decision_id;
        if (successor["decision_number"] == current["decision_number"]) successor["decision_number"] = {};
    }
    if (&type == &records::Membership::type && successor["cell_id"] != current["cell_id"] &&
        successor["entry"] == current["entry"])
        successor["entry"] = std::string{schema::code_of(records::Entry::moved)};
    successor["valid_from"] = on;
    TRY(transaction.change(current.id, current.version, successor));
    TRY(no_new_fault(before, examine_owner(transaction, successor)));
    return successor;
}

base::Result<ShownRecord> change_record(Context& context, const ChangeRecord& order, WriteFaults& faults) {
    const auto fields = TRY(read_object(order.fields));
    const auto write = write_of(order, fields);
    TRY(require_generic(*order.type, write));
    const auto right = writing_right(*order.type, write);
    const auto seen = TRY(find_record(context, context.store, right, *order.type, order.id));
    const auto refuse_conflict = [&](const Record& current) {
        faults.differences = compare_with_current(context, current, order.version, fields);
        base::Refusal refusal{"conflict", {}, {}};
        for (const auto& difference : faults.differences) refusal.args.emplace_back(difference.label);
        return refusal;
    };
    if (seen.version != order.version) return refuse_conflict(seen);
    auto wanted = TRY(wanted_of(context, order, write, seen, fields, faults));

    auto writing = TRY(begin_writing(context, action_of(write, *order.type), order.basis));
    auto& transaction = *writing.transaction;
    const auto current = transaction.find(*order.type, order.id);
    if (!current) return not_there(*order.type);
    if (current->version != order.version) {
        transaction.roll_back();
        return refuse_conflict(*current);
    }
    auto written = TRY(write_within(transaction, order, write, *current, std::move(wanted), writing.decision_id));
    transaction.commit();
    std::vector<Record> records;
    records.push_back(std::move(written));
    return std::move(show(context.store, context.today, std::move(records)).front());
}

}  // namespace actions
