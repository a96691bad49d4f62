// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/show_member.h"
#include "records/grading.h"
#include "schema/json.h"

namespace actions {
namespace {

using schema::JsonWriter;
using schema::write_record;

void write_cell(JsonWriter& json, const NamedCell& cell) { json.member("code", cell.code).member("name", cell.name); }

void write_grade(JsonWriter& json, const GradeOfYear& grade) {
    json.member("id", grade.id).member("version", grade.version).member("year", grade.year);
    if (!grade.grade.empty())
        json.member("grade", grade.grade).member("grade_label", records::grades.label_of(grade.grade));
    if (!grade.not_graded_reason.empty())
        json.member("not_graded_reason", grade.not_graded_reason)
            .member("reason_label", records::not_graded_reasons.label_of(grade.not_graded_reason));
    json.object("cell", grade.cell, write_cell);
}

void write_attachment(JsonWriter& json, const AttachedFile& attachment) {
    json.member("id", attachment.id).member("record_type", attachment.record_type);
    json.member("record_id", attachment.record_id).member("file_name", attachment.file_name);
    json.member("media_type", attachment.media_type).member("size", attachment.size);
}

void write_records(JsonWriter& json, const MemberFile& file) {
    json.object("party_member", file.member, write_record).object("person", file.person, write_record);
    if (file.version) json.object("person_version", *file.version, write_record);
    json.objects("person_versions", file.versions, write_record);
    json.objects("memberships", file.memberships, [&, cell = file.cells.begin()](const schema::Record& stay) mutable {
        write_record(json, stay);
        json.object("cell", *cell++, write_cell);
    });
    for (std::size_t i = 0; i < file.parts.size(); ++i)
        json.objects(member_file_parts()[i].name, file.parts[i], write_record);
    json.objects("grades", file.grades, write_grade).objects("attachments", file.attachments, write_attachment);
}

void write_rights(JsonWriter& json, const FileRights& can) {
    json.member("change", can.change).member("correct", can.correct).member("reveal", can.reveal);
    json.member("propose", can.propose).member("decide", can.decide);
}

}  // namespace

std::string to_json(const MemberFile& file) {
    JsonWriter json;
    json.reserve(8'000);
    json.member("id", file.id).member("on", file.on).member("full_name", file.full_name);
    json.member_if("age", file.age).member_if("party_age_years", file.party_age_years);
    if (file.cell)
        json.object("cell", *file.cell, write_cell);
    else
        json.null("cell");
    json.member_if("status", file.status).member_if("kind", file.kind).values("masked", file.masked);
    json.object("records", file, write_records).object("can", file.can, write_rights);
    return json.take();
}

}  // namespace actions
