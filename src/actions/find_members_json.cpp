// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_members.h"
#include "records/organisation.h"
#include "schema/json_writer.h"

namespace actions {
namespace {

using schema::JsonWriter;

void write_row(JsonWriter& json, const MemberRow& row) {
    json.member("id", row.id).member("full_name", row.full_name).member_if("born_on", row.born_on);
    json.member_if("sex", row.sex).member_if("status", row.status);
    json.object("cell", [&] { json.member("code", row.cell).member("name", row.cell_name); });
    json.member_if("profile_number", row.profile_number).member_if("card_number", row.card_number);
    json.member_if("ceremony_on", row.ceremony_on).member_if("recognised_on", row.recognised_on);
    json.member_if("ethnicity", row.ethnicity).member_if("occupation", row.occupation);
    json.member_if("professional_education", row.professional_education);
    json.member_if("political_theory", row.political_theory);
    json.member("kind", row.kind).member_if("grade", row.grade);
}

}  // namespace

std::string to_json(const MemberPage& page) {
    JsonWriter json;
    json.reserve(400 + page.items.size() * 500);
    json.member("total", page.total).member("offset", page.offset).member("on", page.on);
    json.object("organisation", [&] {
        json.member("id", page.organisation_id).member("code", page.organisation);
        json.member("name", page.organisation_name).member("kind", page.organisation_kind);
        json.member("kind_label", records::organisation_kinds.label_of(page.organisation_kind));
    });
    json.objects("items", page.items, write_row);
    return json.take();
}

}  // namespace actions
