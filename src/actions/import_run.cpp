// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/import_run.h"

namespace actions {

namespace {

std::optional<Reach> limited_reach(Context& context, rules::Right right) {
    if (context.access.is_local_administrator) return {};
    const auto& reach = reach_of(context, right);
    return reach.is_everything() ? std::nullopt : std::optional{reach};
}

}  // namespace

ImportRun::ImportRun(Context& context, store::Transaction* transaction, ImportReport& report, rules::Right right)
    : context_{context},
      transaction_{transaction},
      report_{report},
      right_{right},
      reach_{limited_reach(context, right)},
      organisations_{context.store, reach_ ? &*reach_ : nullptr} {}

std::unordered_set<base::Uuid> ImportRun::reached(std::span<const base::Uuid> members) {
    if (!reach_) return {members.begin(), members.end()};
    return reached_members(context_, right_, members);
}

void ImportRun::count(const schema::RecordType& type) {
    for (auto& written : report_.written)
        if (written.type == type.name) {
            ++written.rows;
            return;
        }
    report_.written.push_back({std::string{type.name}, std::string{type.label}, 1});
}

void ImportRun::insert(schema::Record& record) {
    if (report_.has_errors() || refused_) return;
    count(*record.type);
    if (!transaction_) {
        if (record.id.is_nil()) record.id = ids_.next();
        return;
    }
    if (auto inserted = transaction_->insert_bulk(record); !inserted) refused_ = std::move(inserted).error();
}

void ImportRun::close(schema::Record record, base::Date day) {
    if (report_.has_errors() || refused_ || !transaction_) return;
    record["valid_to"] = day;
    if (auto corrected = transaction_->correct(record); !corrected) refused_ = std::move(corrected).error();
}

const OrganisationDirectory::Entry* find_organisation_of(ImportRun& run, ImportRow& row, std::size_t column,
                                                         base::Date on, ImportSheetFaults& faults) {
    const auto* code = value_at<std::string>(row, column);
    if (!code) return nullptr;
    const auto* found = run.organisations().find(*code);
    if (!found) {
        faults.add(row, column, {"unknown_organisation", {{}, *code}, {}}, *code);
    } else if (!found->on(on)) {
        faults.add(row, column, {"unknown_organisation", {{}, *code, base::to_vietnamese(on)}, {}}, *code);
        return nullptr;
    }
    return found;
}

}  // namespace actions
