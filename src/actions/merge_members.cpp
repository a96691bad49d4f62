// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/merge_members.h"

#include <algorithm>
#include <boost/json.hpp>

#include "actions/log_access.h"
#include "actions/masking.h"
#include "actions/reach.h"
#include "actions/record_invariants.h"
#include "base/check.h"
#include "records/all.h"
#include "records/party_member.h"
#include "records/person.h"
#include "store/audit_read.h"
#include "store/revert.h"

namespace actions {
namespace {

using records::PartyMember;
using records::Person;
using records::PersonVersion;
using rules::Right;
using schema::Record;
using schema::RecordType;

// One of the two files, as far as merging must look at it.
struct File {
    Record member, person;
    std::vector<Record> versions;  // By day.
    std::vector<Record> rows;      // All else that refers to the member or the person.
};

// A text that names a record: "record_type" and "record_id" of what is attached to anything.
bool names_any_record(const RecordType& type) { return type.belongs_to == "record_id"; }

void add_rows(store::Reader& reader, File& file, const Record& owner) {
    for (const auto* type : records::all()) {
        if (type == &PartyMember::type || type == &PersonVersion::type) continue;
        for (const auto& field : type->fields)
            if (field.target == owner.type)
                for (auto& row : reader.select(*type, {.conditions = {{.field = field.name, .values = {owner.id}}}}))
                    file.rows.push_back(std::move(row));
        if (!names_any_record(*type)) continue;
        for (auto& row :
             reader.select(*type, {.conditions = {{.field = "record_type", .values = {std::string{owner.type->name}}},
                                                  {.field = "record_id", .values = {base::to_string(owner.id)}}}}))
            file.rows.push_back(std::move(row));
    }
}

base::Result<File> read_file(store::Reader& reader, const base::Uuid& member) {
    auto found = reader.find(PartyMember::type, member);
    if (!found) return not_there(PartyMember::type);
    File file{.member = *std::move(found), .person = Record{Person::type}, .versions = {}, .rows = {}};
    const auto person = std::get<base::Uuid>(file.member["person_id"]);
    file.person = reader.find(Person::type, person).value();
    file.versions = reader.select(
        PersonVersion::type, {.conditions = {{.field = "person_id", .values = {person}}}, .order = {{"valid_from"}}});
    add_rows(reader, file, file.member);
    add_rows(reader, file, file.person);
    return file;
}

// The row as it will stand in the kept file.
Record moved(Record row, const File& from, const File& to) {
    for (const auto& [before, after] : {std::pair{&from.member, &to.member}, {&from.person, &to.person}}) {
        for (std::size_t i = 0; i < row.values.size(); ++i)
            if (row.type->fields[i].target == before->type && row.values[i] == schema::Value{before->id})
                row.values[i] = after->id;
        if (names_any_record(*row.type) && row["record_id"] == schema::Value{base::to_string(before->id)})
            row["record_id"] = base::to_string(after->id);
    }
    return row;
}

// Contents of files are never taken for the same: what is erased of them could not come back.
bool has_same(const std::vector<Record>& rows, const Record& row) {
    if (std::any_of(row.type->fields.begin(), row.type->fields.end(),
                    [](const schema::Field& field) { return field.kind == schema::Kind::bytes; }))
        return false;
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Record& each) { return each.type == row.type && each.values == row.values; });
}

bool may_be_taken(const schema::Field& field) {
    return !field.options.derive && !field.target && !field.is_secret() && field.name != "valid_from" &&
           field.name != "valid_to";
}

// The three records of a file of which fields can be taken over, with those of the other file.
template <class FileOf>
auto parts_of(FileOf& file) {
    auto* version = file.versions.empty() ? nullptr : &file.versions.back();
    return std::array{&file.person, &file.member, version};
}

std::string name_of(const RecordType& type, const schema::Field& field) {
    return std::string{type.name}.append(".").append(field.name);
}

// Takes over what was asked for, and what the kept file does not say.
base::Result<void> take_over(File& kept, const File& merged, std::vector<std::string> take) {
    const auto targets = parts_of(kept);
    const auto sources = parts_of(merged);
    for (std::size_t part = 0; part < targets.size(); ++part) {
        if (!targets[part] || !sources[part]) continue;
        const auto& type = *targets[part]->type;
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const auto asked = std::find(take.begin(), take.end(), name_of(type, type.fields[i]));
            if (!may_be_taken(type.fields[i])) continue;
            auto& value = targets[part]->values[i];
            if (asked != take.end() || schema::is_empty(value)) value = sources[part]->values[i];
            if (asked != take.end()) take.erase(asked);
        }
    }
    if (!take.empty()) return base::Refusal{"merge.unknown_field", {take.front()}, {}};
    return {};
}

// Removes the rows of either file that were named.
base::Result<void> drop_rows(store::Transaction& transaction, File& kept, File& merged,
                             const std::vector<base::Uuid>& drop) {
    for (const auto& id : drop) {
        bool is_found = false;
        for (auto* file : {&kept, &merged}) {
            const auto row =
                std::find_if(file->rows.begin(), file->rows.end(), [&](const Record& each) { return each.id == id; });
            if (row == file->rows.end()) continue;
            TRY(transaction.erase(*row->type, id, row->version));
            file->rows.erase(row);
            is_found = true;
        }
        if (!is_found) return base::Refusal{"merge.unknown_row", {base::to_string(id)}, {}};
    }
    return {};
}

// All that the registers hold against a file: its person's and its member's rows.
std::vector<base::Refusal> faults_of(store::Reader& reader, const File& file) {
    auto faults = examine_owner(reader, file.member);
    if (!file.versions.empty())
        for (auto& fault : examine_owner(reader, file.versions.front())) faults.push_back(std::move(fault));
    return faults;
}

base::Result<void> merge_within(store::Transaction& transaction, File& kept, File& merged, const MergeMembers& order) {
    auto before = faults_of(transaction, kept);
    for (auto& fault : faults_of(transaction, merged)) before.push_back(std::move(fault));
    TRY(drop_rows(transaction, kept, merged, order.drop));
    for (auto& row : merged.rows) {
        auto wanted = moved(row, merged, kept);
        if (has_same(kept.rows, wanted))
            TRY(transaction.erase(*row.type, row.id, row.version));
        else
            TRY(transaction.correct(wanted));
    }
    for (const auto& version : merged.versions)
        TRY(transaction.erase(PersonVersion::type, version.id, version.version));
    TRY(transaction.erase(PartyMember::type, merged.member.id, merged.member.version));
    TRY(transaction.erase(Person::type, merged.person.id, merged.person.version));

    // Numbers of the merged file are free now.
    const auto unchanged = kept;
    TRY(take_over(kept, merged, order.take));
    const auto parts = parts_of(kept);
    const auto old_parts = parts_of(unchanged);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i] && parts[i]->values != old_parts[i]->values) TRY(transaction.correct(*parts[i]));
    return no_new_fault(before, faults_of(transaction, kept));
}

base::Result<void> require_both(Context& context, const base::Uuid& kept, const base::Uuid& merged) {
    if (kept == merged) return base::Refusal{"merge.same", {}, {}};
    TRY(require_member(context, Right::correct, kept));
    return require_member(context, Right::correct, merged);
}

// The member who was given the rows; none when there were no rows to give.
std::optional<base::Uuid> kept_by(const store::AuditEntry& entry) {
    const auto changes = boost::json::parse(entry.changes);
    for (const auto& change : changes.as_array()) {
        const auto* after = change.as_object().if_contains("after");
        const auto* member = after ? after->as_object().if_contains("member_id") : nullptr;
        if (member) return base::parse_uuid(std::string_view{member->as_string()});
    }
    return {};
}

std::vector<MergeDifference> differences_of(File kept, File merged) {
    for (auto* file : {&kept, &merged}) {
        mask(file->person);
        mask(file->member);
    }
    std::vector<MergeDifference> differences;
    const auto ours = parts_of(kept), theirs = parts_of(merged);
    for (std::size_t part = 0; part < ours.size(); ++part) {
        if (!ours[part] || !theirs[part]) continue;
        const auto& type = *ours[part]->type;
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const auto& field = type.fields[i];
            if (!may_be_taken(field) || ours[part]->values[i] == theirs[part]->values[i]) continue;
            differences.push_back({name_of(type, field), field.options.label, schema::to_text(ours[part]->values[i]),
                                   schema::to_text(theirs[part]->values[i])});
        }
    }
    return differences;
}

}  // namespace

base::Result<std::int64_t> merge_members(Context& context, const MergeMembers& order) {
    TRY(require_both(context, order.kept, order.merged));
    if (order.basis.reason.empty() && !order.basis.has_decision()) return base::Refusal{"required", {"Lý do", ""}, {}};
    const auto writing = TRY(begin_writing(context, "merge_members", order.basis));
    auto& transaction = *writing.transaction;
    auto kept = TRY(read_file(transaction, order.kept));
    auto merged = TRY(read_file(transaction, order.merged));
    TRY(merge_within(transaction, kept, merged, order));
    return transaction.commit();
}

base::Result<void> unmerge_members(Context& context, std::int64_t sequence, const Basis& basis) {
    const auto entries = store::audit_entries(context.store, {&sequence, 1});
    const base::Refusal no_merge{"merge.not_a_merge", {std::to_string(sequence)}, {}};
    if (entries.empty() || entries.front().intent.action != "merge_members") return no_merge;
    const auto kept = kept_by(entries.front());
    if (kept)
        TRY(require_member(context, Right::correct, *kept));
    else if (!reach_of(context, Right::correct).is_everything())
        return no_merge;
    if (basis.reason.empty() && !basis.has_decision()) return base::Refusal{"required", {"Lý do", ""}, {}};
    const auto writing = TRY(begin_writing(context, "unmerge_members", basis));
    auto& transaction = *writing.transaction;
    TRY(store::revert(context.store, transaction, sequence));
    transaction.commit();
    return {};
}

base::Result<MergePreview> preview_merge(Context& context, const base::Uuid& kept_id, const base::Uuid& merged_id) {
    TRY(require_both(context, kept_id, merged_id));
    auto kept = TRY(read_file(context.store, kept_id));
    auto merged = TRY(read_file(context.store, merged_id));
    MergePreview preview;
    for (const auto* file : {&kept, &merged})
        for (const auto& row : file->rows)
            preview.rows.push_back(
                {.type = row.type->name,
                 .label = row.type->label,
                 .id = row.id,
                 .is_of_merged = file == &merged,
                 .is_there_already = file == &merged && has_same(kept.rows, moved(row, merged, kept))});
    std::stable_sort(preview.rows.begin(), preview.rows.end(),
                     [](const MergeRow& a, const MergeRow& b) { return a.label < b.label; });
    preview.differences = differences_of(std::move(kept), std::move(merged));
    for (const auto& id : {kept_id, merged_id}) log_access(context, "show_member", PartyMember::type, id);
    return preview;
}

}  // namespace actions
