// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/record_writing.h"

// Gộp hồ sơ trùng: two files of one person become one, and can be parted again exactly.
namespace actions {

struct MergeMembers {
    base::Uuid kept, merged;
    // What is taken over from the merged file, as TYPE.FIELD: "person.born_on", "party_member.card_number",
    // "person_version.phone" (of the latest version). All else stays as the kept file has it; what that leaves empty is
    // filled from the merged one.
    std::vector<std::string> take = {};
    std::vector<base::Uuid> drop = {};  // Rows of either file that shall not remain: stays that contradict others.
    Basis basis = {};
};

// In one transaction ("merge_members"): the rows of the merged file (stays, grades, histories, papers, attachments, its
// account) become rows of the kept one, those that are there already and its versions go, then the file itself.
// Returns the number of the audit entry, by which it is undone.
//
// Refusals: "merge.same"; "merge.unknown_field" {name}; "merge.unknown_row" {id}; "required" {"Lý do"} without a reason
// or decision; those of require_member for the right `correct` over both; "not_unique" when both files have a row where
// one can be (grades of one year, accounts): drop one; the faults that the kept file would have, as examine_owner
// (record_invariants.h) names them: two home cells on a day, for instance.
base::Result<std::int64_t> merge_members(Context& context, const MergeMembers& order);

// Tách lại: takes the merging back, row by row ("unmerge_members"). Refusals: "merge.not_a_merge" {number}, those of
// store::revert: "changed_since", "in_use" while something later rests on it; "access.denied" and what reads as absent,
// of both files.
base::Result<void> unmerge_members(Context& context, std::int64_t sequence, const Basis& basis);

// What a clerk must decide between, before merging.
struct MergeDifference {
    std::string name;  // As MergeMembers::take.
    std::string_view label;
    std::string kept, merged;  // For people; identifiers masked. One may be empty.
};
struct MergeRow {
    std::string_view type, label;
    base::Uuid id;
    bool is_of_merged = false;
    bool is_there_already = false;  // The kept file has the same row: it goes.
};
struct MergePreview {
    std::vector<MergeDifference> differences;
    std::vector<MergeRow> rows;  // Of both files, by type.
};
// Refused as merge_members is. Opening both files is logged.
base::Result<MergePreview> preview_merge(Context& context, const base::Uuid& kept, const base::Uuid& merged);

}  // namespace actions
