// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "actions/import_run.h"
#include "rules/organisation_tree.h"

namespace actions {
namespace {

using records::Organisation;
using records::OrganisationKind;
using records::OrganisationVersion;

const std::size_t code_column = organisations_sheet.index_of(Organisation::type, "code");
const std::size_t name_column = organisations_sheet.index_of(OrganisationVersion::type, "name");
const std::size_t kind_column = organisations_sheet.index_of(OrganisationVersion::type, "kind");
const std::size_t superior_column = organisations_sheet.index_of(OrganisationVersion::type, "superior_id");
const std::size_t from_column = organisations_sheet.index_of(OrganisationVersion::type, "valid_from");

// A row, kept until all are read: superiors may stand further down in the file.
struct Pending {
    ImportRow row;
    ImportSheetFaults* faults;
    base::Uuid id;
    const Pending* superior = nullptr;                             // In the file, or else
    const OrganisationDirectory::Entry* known_superior = nullptr;  // in the register.

    std::string code() const { return schema::to_text(row.values[code_column]); }
    std::string name() const { return schema::to_text(row.values[name_column]); }
    const base::Date* from() const { return value_at<base::Date>(row, from_column); }

    // How it stands in the tree; nothing while what that needs is wrong.
    std::optional<rules::OrganisationNode> node() const {
        const auto* text = value_at<std::string>(row, kind_column);
        const auto kind = text ? schema::parse_code<OrganisationKind>(*text) : std::nullopt;
        if (!kind) return {};
        return rules::OrganisationNode{
            .id = {id}, .code = code(), .name = name(), .kind = *kind, .unit_type = {}, .superior = {}};
    }
};

class OrganisationsTarget : public ImportTarget {
public:
    explicit OrganisationsTarget(ImportRun& run) : run_{run} {}

    void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) override {
        for (auto& row : rows) {
            auto& pending = pending_.emplace_back(new Pending{std::move(row), &faults, run_.new_id()});
            examine_code(*pending);
        }
    }

    void finish() override {
        for (auto& pending : pending_) find_superior(*pending);
        for (auto& pending : pending_) examine_place(*pending);
        if (run_.report().has_errors()) return;
        // Those referred to before those that refer.
        for (auto& pending : pending_) {
            auto organisation = organisation_.make(pending->row);
            organisation.id = pending->id;
            run_.insert(organisation);
        }
        for (auto& pending : pending_) {
            auto version = version_.make(pending->row);
            version["organisation_id"] = pending->id;
            if (pending->superior) version["superior_id"] = pending->superior->id;
            if (pending->known_superior) version["superior_id"] = pending->known_superior->id;
            run_.insert(version);
        }
    }

private:
    void examine_code(Pending& pending) {
        const auto* text = value_at<std::string>(pending.row, code_column);
        if (!text) return;
        const std::string code = *text;
        const auto [at, is_new] = by_code_.emplace(code, &pending);
        if (!is_new) {
            pending.faults->add(pending.row, code_column,
                                {"duplicate_in_file", {{}, code, std::to_string(at->second->row.row)}, {}}, code);
            return;
        }
        const auto [named, is_first] = by_name_.emplace(pending.name(), &pending);
        if (!is_first) named->second = nullptr;
        if (const auto* known = run_.organisations().find_code(code)) {
            const auto name = known->is_reached ? known->versions.back().name : std::string{};
            pending.faults->add(pending.row, code_column, {"duplicate_in_register", {{}, code, name}, {}}, code);
        }
    }

    void find_superior(Pending& pending) {
        const auto* text = value_at<std::string>(pending.row, superior_column);
        if (!text) {
            // A new root is nobody's but theirs who reach everything.
            if (!run_.reaches_everything() && !pending.row.is_wrong(superior_column))
                pending.faults->add(pending.row, superior_column, {"required", {{}}, {}}, {});
            return;
        }
        if (const auto found = by_code_.find(*text); found != by_code_.end()) {
            pending.superior = found->second;
        } else if (const auto* known = run_.organisations().find(*text)) {
            pending.known_superior = known;
        } else if (const auto named = by_name_.find(*text); named != by_name_.end() && named->second) {
            pending.superior = named->second;
        } else {
            pending.faults->add(pending.row, superior_column, {"unknown_organisation", {{}, *text}, {}}, *text);
        }
    }

    // The invariants of the tree (rules/organisation_tree.h) on the day from which the row holds, each told at its row.
    void examine_place(Pending& pending) {
        const auto node = pending.node();
        if (!node || !pending.from()) return;
        const auto refuse = [&](std::size_t column, base::Refusal refusal) {
            pending.faults->add_as_is(pending.row, column, std::move(refusal),
                                      shown(organisations_sheet.columns[column], pending.row.values[column]));
        };
        for (auto& refusal : rules::examine_tree({*pending.from(), {*node}})) refuse(kind_column, std::move(refusal));
        if (!pending.superior && !pending.known_superior) return;

        const auto superior = node_of_superior(pending);
        if (is_below_itself(pending))
            refuse(superior_column, {"organisation.cycle", {node->name, node->code}, {}});
        else if (!superior.exists)
            refuse(superior_column, {"organisation.superior_missing", {node->name, node->code}, {}});
        else if (superior.node)
            if (auto wrong = rules::examine_level(*node, *superior.node, *pending.from()))
                refuse(superior_column, *std::move(wrong));
    }

    struct Superior {
        bool exists = false;                          // On the day of the row.
        std::optional<rules::OrganisationNode> node;  // Nothing when its own row is wrong.
    };
    static Superior node_of_superior(const Pending& pending) {
        const auto day = *pending.from();
        if (pending.superior) {
            const auto* since = pending.superior->from();
            return {!since || *since <= day, pending.superior->node()};
        }
        const auto& known = *pending.known_superior;
        const auto* version = known.on(day);
        if (!version || !version->period.contains(day)) return {};
        return {true, rules::OrganisationNode{.id = {known.id},
                                              .code = known.code,
                                              .name = version->name,
                                              .kind = version->kind,
                                              .unit_type = {},
                                              .superior = {}}};
    }

    // Only rows of the file can close a circle: what is known already has its own superiors.
    bool is_below_itself(const Pending& pending) const {
        const auto* at = pending.superior;
        for (std::size_t steps = 0; at && steps <= pending_.size(); ++steps, at = at->superior)
            if (at == &pending) return true;
        return false;
    }

    ImportRun& run_;
    RecordFiller organisation_{organisations_sheet, Organisation::type};
    RecordFiller version_{organisations_sheet, OrganisationVersion::type};
    std::vector<std::unique_ptr<Pending>> pending_;
    std::unordered_map<std::string, const Pending*> by_code_;
    std::unordered_map<std::string, const Pending*> by_name_;  // Null = several bear it.
};

}  // namespace

std::unique_ptr<ImportTarget> import_organisations(ImportRun& run) {
    return std::make_unique<OrganisationsTarget>(run);
}

}  // namespace actions
