// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <map>

#include "actions/import_member_rows.h"
#include "actions/import_stays.h"

namespace actions {
namespace {

using records::Entry;
using records::Membership;
using records::MembershipKind;
using records::MembershipStatus;

std::size_t place(std::string_view field) { return memberships_sheet.index_of(Membership::type, field); }
const std::size_t cell_column = place("cell_id");
const std::size_t kind_column = place("kind");
const std::size_t status_column = place("status");
const std::size_t from_column = place("valid_from");
const std::size_t to_column = place("valid_to");
const std::size_t entry_column = place("entry");
const std::size_t decision_column = place("decision_number");

// A row that names its member and cell, kept until all are read: the file is in no order.
struct Pending {
    ImportRow row;
    ImportSheetFaults* faults;
    KnownMember member;
    Stay stay;
};

// A stay of the register or of the file.
struct Placed {
    Stay stay;
    std::optional<schema::Record> record;  // In the register.
    Pending* pending = nullptr;            // In the file.
};

template <class Code>
std::optional<Code> code_at(const ImportRow& row, std::size_t column) {
    const auto* code = value_at<std::string>(row, column);
    return code ? schema::parse_code<Code>(*code) : std::nullopt;
}

class MembershipsTarget : public ImportTarget {
public:
    explicit MembershipsTarget(ImportRun& run) : run_{run} {}

    void take(std::vector<ImportRow>& rows, ImportSheetFaults& faults) override {
        const auto members = columns_.find(run_, rows, faults);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto stay = read_stay(rows[i], members[i], faults);
            if (stay && members[i] && !rows[i].has_fault)
                pending_.emplace_back(new Pending{std::move(rows[i]), &faults, *members[i], *std::move(stay)});
        }
    }

    void finish() override {
        std::map<base::Uuid, std::vector<Pending*>> by_member;
        for (auto& pending : pending_) by_member[pending->member.id].push_back(pending.get());
        auto known = known_stays(by_member);
        for (auto& [member, rows] : by_member) {
            std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
                return a->stay.period.valid_from < b->stay.period.valid_from;
            });
            auto& placed = known[member];
            for (auto* row : rows) place_stay(*row, placed);
        }
        if (run_.report().has_errors()) return;
        for (auto& [member, rows] : by_member) write(member, known[member]);
    }

private:
    std::optional<Stay> read_stay(ImportRow& row, const std::optional<KnownMember>& member,
                                  ImportSheetFaults& faults) const {
        const auto* from = value_at<base::Date>(row, from_column);
        const auto* to = value_at<base::Date>(row, to_column);
        if (from && to && *to <= *from) {
            const auto value = base::to_vietnamese(*to);
            faults.add_as_is(row, to_column,
                             {"date_order",
                              {faults.header(from_column), base::to_vietnamese(*from), faults.header(to_column), value},
                              {}},
                             value);
            return {};
        }
        const auto* cell = find_cell_of(run_, row, cell_column, from ? std::optional{*from} : std::nullopt,
                                        to ? std::optional{*to} : std::nullopt, faults);
        if (!from || !cell || !member) return {};

        Stay stay{.cell_id = cell->id, .period = {*from, to ? std::optional{*to} : std::nullopt}};
        stay.kind = code_at<MembershipKind>(row, kind_column).value_or(MembershipKind::home);
        stay.decision_number = schema::to_text(row.values[decision_column]);
        const auto status = code_at<MembershipStatus>(row, status_column);
        stay.status = member->recognised_on ? MembershipStatus::full : status.value_or(MembershipStatus::probationary);
        if (status == MembershipStatus::probationary && member->recognised_on && *member->recognised_on <= *from)
            faults.add_as_is(row, status_column,
                             {"import.probationary_recognised",
                              {std::string{records::PartyMember::type["recognised_on"].options.label},
                               base::to_vietnamese(*member->recognised_on)},
                              {}},
                             shown(memberships_sheet.columns[status_column], row.values[status_column]));
        return stay;
    }

    std::map<base::Uuid, std::vector<Placed>> known_stays(
        const std::map<base::Uuid, std::vector<Pending*>>& by_member) const {
        std::vector<schema::Value> members;
        for (const auto& [member, rows] : by_member) members.emplace_back(member);
        std::map<base::Uuid, std::vector<Placed>> known;
        for (auto& record : select_in(run_.register_before(), Membership::type, "member_id", std::move(members))) {
            const auto row = schema::from_record<Membership>(record);
            known[row.member_id.value].push_back({.stay = {.cell_id = row.cell_id.value,
                                                           .period = {row.valid_from, row.valid_to},
                                                           .kind = row.kind,
                                                           .status = row.status,
                                                           .entry = row.entry,
                                                           .decision_number = {}},
                                                  .record = std::move(record)});
        }
        return known;
    }

    // A stay that begins inside an open home stay ends it; one that meets a stay in any other way is refused.
    void place_stay(Pending& pending, std::vector<Placed>& placed) const {
        auto& stay = pending.stay;
        Placed* moved_from = nullptr;
        bool follows_another = false;
        for (auto& other : placed) {
            const bool is_home = stay.kind == MembershipKind::home;
            if (other.stay.kind != stay.kind || (!is_home && other.stay.cell_id != stay.cell_id)) continue;
            if (is_home && other.stay.period.valid_to == stay.period.valid_from) follows_another = true;
            if (!other.stay.period.overlaps(stay.period)) continue;
            if (is_home && !other.stay.period.valid_to && other.stay.period.valid_from < stay.period.valid_from) {
                moved_from = &other;
                continue;
            }
            refuse_overlap(pending, other);
            return;
        }
        if (!read_entry(pending, moved_from || follows_another)) return;
        if (moved_from) moved_from->stay.period.valid_to = stay.period.valid_from;
        placed.push_back({.stay = stay, .record = {}, .pending = &pending});
    }

    void refuse_overlap(Pending& pending, const Placed& other) const {
        const auto day = base::to_vietnamese(pending.stay.period.valid_from);
        const bool is_same = other.stay.cell_id == pending.stay.cell_id &&
                             other.stay.period.valid_from == pending.stay.period.valid_from;
        if (is_same && other.pending) {
            pending.faults->add(pending.row, from_column,
                                {"duplicate_in_file", {{}, day, std::to_string(other.pending->row.row)}, {}}, day);
        } else if (is_same) {
            pending.faults->add(pending.row, from_column,
                                {"duplicate_in_register", {{}, day, pending.member.full_name}, {}}, day);
        } else {
            const auto* cell = run_.organisations().find(other.stay.cell_id);
            const auto& to = other.stay.period.valid_to;
            pending.faults->add_as_is(
                pending.row, from_column,
                {"overlap",
                 {day, cell ? cell->code : std::string{}, base::to_vietnamese(other.stay.period.valid_from),
                  to ? base::to_vietnamese(*to) : std::string{}},
                 {}},
                day);
        }
    }

    // Who comes from a cell of the register has moved; how another came must be said.
    bool read_entry(Pending& pending, bool comes_from_a_cell) const {
        if (const auto entry = code_at<Entry>(pending.row, entry_column)) {
            pending.stay.entry = *entry;
        } else if (comes_from_a_cell || pending.stay.kind == MembershipKind::guest) {
            pending.stay.entry = Entry::moved;
        } else {
            pending.faults->add(pending.row, entry_column, {"required", {{}}, {}}, {});
            return false;
        }
        return true;
    }

    void write(const base::Uuid& member, std::vector<Placed>& placed) {
        for (auto& stay : placed)
            if (stay.record && schema::is_empty((*stay.record)["valid_to"]) && stay.stay.period.valid_to)
                run_.close(*std::move(stay.record), *stay.stay.period.valid_to);
        for (const auto& stay : placed)
            if (stay.pending)
                for (const auto& part : parts_of(stay.stay, stay.pending->member.recognised_on))
                    insert_stay(run_, member, part);
    }

    ImportRun& run_;
    MemberColumns columns_{memberships_sheet};
    std::vector<std::unique_ptr<Pending>> pending_;
};

}  // namespace

std::unique_ptr<ImportTarget> import_memberships(ImportRun& run) { return std::make_unique<MembershipsTarget>(run); }

}  // namespace actions
