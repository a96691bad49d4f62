// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "actions/context.h"
#include "actions/import_lookup.h"
#include "actions/import_register.h"
#include "actions/import_row.h"
#include "actions/reach.h"

namespace actions {

// An import while it runs: what is written goes through here.
class ImportRun {
public:
    // Without a transaction nothing is written, only counted. Rows may name what is in reach of the right; what is not
    // reads as if it were not there.
    ImportRun(Context& context, store::Transaction* transaction, ImportReport& report, rules::Right right);

    Context& context() { return context_; }
    // The committed state: what was there before this import.
    store::Reader& register_before() { return context_.store; }
    const OrganisationDirectory& organisations() const { return organisations_; }
    ImportReport& report() { return report_; }

    bool reaches_everything() const { return !reach_; }
    // Of these members, those whom rows may name.
    std::unordered_set<base::Uuid> reached(std::span<const base::Uuid> members);

    // Adds the row unless the file has a fault already, for then nothing will be committed. The record gets its id.
    void insert(schema::Record& record);
    // Ends an open row on that day; keeps what must be opened again to undo it in the audit entry.
    void close(schema::Record record, base::Date day);
    // An id for a record that others refer to before it is written.
    base::Uuid new_id() { return ids_.next(); }

    // The first refusal of the store: someone wrote at the same time.
    const std::optional<base::Refusal>& refused() const { return refused_; }

private:
    void count(const schema::RecordType& type);

    Context& context_;
    store::Transaction* transaction_;
    ImportReport& report_;
    rules::Right right_;
    std::optional<Reach> reach_;  // Nothing = everything.
    OrganisationDirectory organisations_;
    base::UuidGenerator ids_;
    std::optional<base::Refusal> refused_;
};

// Where an identifier of a register was met first in the file.
class SeenInFile {
public:
    // The row in which the value was met before; otherwise remembers this one.
    std::optional<std::uint32_t> row_of(const std::string& value, std::uint32_t row) {
        const auto [at, is_new] = rows_.emplace(value, row);
        if (is_new) return {};
        return at->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> rows_;
};

// What the rows of one register become. Rows come in chunks, as they stand in the file.
class ImportTarget {
public:
    virtual ~ImportTarget() = default;
    virtual void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) = 0;
    // After the last row of the last sheet. Rows with faults found only now are taken back from `rows_valid`.
    virtual void finish() {}
};

std::unique_ptr<ImportTarget> import_organisations(ImportRun& run);
std::unique_ptr<ImportTarget> import_members(ImportRun& run);
std::unique_ptr<ImportTarget> import_memberships(ImportRun& run);

// The campaign to which the grades of a file belong.
struct ImportCampaign {
    base::Uuid id;
    base::Uuid organisation_id;
    std::string organisation_code;
    int year = 0;
    bool is_new = false;

    base::Date last_day() const { return base::last_day_of_year(year); }
};
// Finds the campaign, or makes one. Refusals: import_register.h.
base::Result<ImportCampaign> campaign_of(ImportRun& run, const ImportRequest& request);
std::unique_ptr<ImportTarget> import_member_grades(ImportRun& run, const ImportCampaign& campaign);
std::unique_ptr<ImportTarget> import_organisation_grades(ImportRun& run, const ImportCampaign& campaign);

// The organisation that a cell names; a fault "unknown_organisation" {header, code, day} when there is none on that
// day.
const OrganisationDirectory::Entry* find_organisation_of(ImportRun& run, ImportRow& row, std::size_t column,
                                                         base::Date on, ImportSheetFaults& faults);

// Typed reading of a row.
template <class T>
const T* value_at(const ImportRow& row, std::size_t column) {
    return std::get_if<T>(&row.values[column]);
}

}  // namespace actions
