// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/json_writer.h"
#include "actions/show_member.h"
#include "records/grading.h"

namespace actions {
namespace {

void write_cell(JsonWriter& json, const NamedCell& cell) {
    json.begin('{').member("code", cell.code).member("name", cell.name).end('}');
}

void write_record(JsonWriter& json, const schema::Record& record) {
    std::string text;
    schema::append_json(text, record);
    json.raw(text);
}

void write_records(JsonWriter& json, std::string_view name, const std::vector<schema::Record>& records) {
    json.key(name).begin('[');
    for (const auto& record : records) write_record(json, record);
    json.end(']');
}

void write_memberships(JsonWriter& json, const MemberFile& file) {
    json.key("memberships").begin('[');
    for (std::size_t i = 0; i < file.memberships.size(); ++i) {
        std::string text;
        schema::append_json(text, file.memberships[i]);
        text.pop_back();  // The brace, after which the cell's name follows.
        json.raw(text);
        json.key("cell");
        write_cell(json, file.cells[i]);
        json.end('}');
    }
    json.end(']');
}

void write_grades(JsonWriter& json, const MemberFile& file) {
    json.key("grades").begin('[');
    for (const auto& grade : file.grades) {
        json.begin('{').member("id", grade.id).member("version", grade.version).member("year", grade.year);
        if (!grade.grade.empty())
            json.member("grade", grade.grade).member("grade_label", records::grades.label_of(grade.grade));
        if (!grade.not_graded_reason.empty())
            json.member("not_graded_reason", grade.not_graded_reason)
                .member("reason_label", records::not_graded_reasons.label_of(grade.not_graded_reason));
        json.key("cell");
        write_cell(json, grade.cell);
        json.end('}');
    }
    json.end(']');
}

void write_attachments(JsonWriter& json, const MemberFile& file) {
    json.key("attachments").begin('[');
    for (const auto& attachment : file.attachments)
        json.begin('{')
            .member("id", attachment.id)
            .member("record_type", attachment.record_type)
            .member("record_id", attachment.record_id)
            .member("file_name", attachment.file_name)
            .member("media_type", attachment.media_type)
            .member("size", attachment.size)
            .end('}');
    json.end(']');
}

}  // namespace

std::string to_json(const MemberFile& file) {
    JsonWriter json;
    json.text().reserve(8'000);
    json.begin('{').member("id", file.id).member("on", file.on).member("full_name", file.full_name);
    json.member_if("age", file.age).member_if("party_age_years", file.party_age_years).key("cell");
    if (file.cell)
        write_cell(json, *file.cell);
    else
        json.null();
    json.member_if("status", file.status).member_if("kind", file.kind).key("masked").begin('[');
    for (const auto& field : file.masked) json.value(field);
    json.end(']').key("records").begin('{').key("party_member");
    write_record(json, file.member);
    json.key("person");
    write_record(json, file.person);
    if (file.version) {
        json.key("person_version");
        write_record(json, *file.version);
    }
    write_records(json, "person_versions", file.versions);
    write_memberships(json, file);
    for (std::size_t i = 0; i < file.parts.size(); ++i) write_records(json, member_file_parts()[i].name, file.parts[i]);
    write_grades(json, file);
    write_attachments(json, file);
    json.end('}').key("can").begin('{').member("change", file.can.change).member("correct", file.can.correct);
    json.member("reveal", file.can.reveal).member("propose", file.can.propose).member("decide", file.can.decide);
    json.end('}').end('}');
    return json.take();
}

}  // namespace actions
