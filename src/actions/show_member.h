// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/registers.h"

namespace actions {

// A cell as it is called on the day.
struct NamedCell {
    std::string code, name;
};

// How the member was graded in one year.
struct GradeOfYear {
    base::Uuid id;
    std::int64_t version = 0;
    int year = 0;
    std::string grade, not_graded_reason;  // Codes; one of them is empty.
    NamedCell cell;
};

// A file kept beside a record of the member; its content is read apart.
struct AttachedFile {
    base::Uuid id;
    std::string record_type, record_id, file_name, media_type;
    std::int64_t size = 0;
};

// What the caller may do with the file.
struct FileRights {
    bool change = false, correct = false, reveal = false, propose = false, decide = false;
};

// Hồ sơ đảng viên: the whole file of one member, by the records it consists of. Identifiers are masked; `masked` names
// the fields that were.
struct MemberFile {
    base::Uuid id;
    base::Date on;
    std::string full_name;  // Of the day.
    std::optional<int> age, party_age_years;
    std::optional<NamedCell> cell;  // Home cell of the day.
    std::string status, kind;       // Of the day; empty when there is no membership then.
    std::vector<std::string_view> masked;

    schema::Record member, person;
    std::optional<schema::Record> version;    // What is true of the person on the day.
    std::vector<schema::Record> versions;     // All, by day.
    std::vector<schema::Record> memberships;  // By day.
    std::vector<NamedCell> cells;             // Of each membership.
    // The other types, in the order of member_file_parts().
    std::vector<std::vector<schema::Record>> parts;
    std::vector<GradeOfYear> grades;  // By year.
    std::vector<AttachedFile> attachments;
    FileRights can;
};

// The record types that a file lists as they are, and under which names: exemptions, suspensions, …, papers.
struct MemberFilePart {
    std::string_view name;
    const schema::RecordType* type;
};
std::span<const MemberFilePart> member_file_parts();

// Opens the file: logged. About 150 µs on SQLite. Refused as "not_found" {label}, "access.denied" {right, name}.
base::Result<MemberFile> show_member(Context& context, const base::Uuid& member, base::Date on);

std::string to_json(const MemberFile& file);

// One identifier in full: logged. `field` is one that show_member masked. Refused as "not_found" {label} (of the
// member, or of the field when it is none or is empty), "access.denied" {right, name}.
base::Result<std::string> reveal_identifier(Context& context, const base::Uuid& member, const std::string& field);

}  // namespace actions
