// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_stays.h"

namespace actions {

using records::Membership;
using records::MembershipStatus;

std::vector<Stay> parts_of(const Stay& stay, std::optional<base::Date> recognised_on) {
    if (!recognised_on || *recognised_on <= stay.period.valid_from) return {stay};
    Stay before = stay;
    before.status = MembershipStatus::probationary;
    if (stay.period.valid_to && *stay.period.valid_to <= *recognised_on) return {before};
    before.period.valid_to = recognised_on;
    Stay after = stay;
    after.status = MembershipStatus::full;
    after.period.valid_from = *recognised_on;
    return {before, after};
}

void insert_stay(ImportRun& run, const base::Uuid& member_id, const Stay& stay) {
    schema::Record record{Membership::type};
    record["member_id"] = member_id;
    record["cell_id"] = stay.cell_id;
    record["valid_from"] = stay.period.valid_from;
    if (stay.period.valid_to) record["valid_to"] = *stay.period.valid_to;
    record["kind"] = std::string{schema::code_of(stay.kind)};
    record["status"] = std::string{schema::code_of(stay.status)};
    record["entry"] = std::string{schema::code_of(stay.entry)};
    if (!stay.decision_number.empty()) record["decision_number"] = stay.decision_number;
    run.insert(record);
}

const OrganisationDirectory::Entry* find_cell_of(ImportRun& run, ImportRow& row, std::size_t column,
                                                 std::optional<base::Date> from, std::optional<base::Date> to,
                                                 ImportSheetFaults& faults) {
    const auto first = from.value_or(run.context().today);
    const auto* cell = find_organisation_of(run, row, column, first, faults);
    if (!cell) return nullptr;
    const auto code = schema::to_text(row.values[column]);
    const auto kind = cell->on(first)->kind;
    if (!records::is_cell(kind)) {
        faults.add(row, column, {"not_a_cell", {{}, code, std::string{schema::label_of(kind)}}, {}}, code);
        return nullptr;
    }
    if (const auto end = cell->end(); end && (!to || *end < *to)) {
        faults.add(row, column, {"unknown_organisation", {{}, code, base::to_vietnamese(*end)}, {}}, code);
        return nullptr;
    }
    return cell;
}

}  // namespace actions
