// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/find_members.h"
#include "actions/json_writer.h"
#include "records/organisation.h"

namespace actions {

std::string to_json(const MemberPage& page) {
    JsonWriter json;
    json.text().reserve(400 + page.items.size() * 500);
    json.begin('{').member("total", page.total).member("offset", page.offset).member("on", page.on);
    json.key("organisation").begin('{').member("id", page.organisation_id).member("code", page.organisation);
    json.member("name", page.organisation_name).member("kind", page.organisation_kind);
    json.member("kind_label", records::organisation_kinds.label_of(page.organisation_kind)).end('}');
    json.key("items").begin('[');
    for (const auto& row : page.items) {
        json.begin('{').member("id", row.id).member("full_name", row.full_name);
        if (row.born_on != base::PartialDate{}) json.member("born_on", row.born_on);
        json.member_if("sex", row.sex).member_if("status", row.status);
        json.key("cell").begin('{').member("code", row.cell).member("name", row.cell_name).end('}');
        json.member_if("profile_number", row.profile_number).member_if("card_number", row.card_number);
        json.member_if("ceremony_on", row.ceremony_on).member_if("recognised_on", row.recognised_on);
        json.member_if("ethnicity", row.ethnicity).member_if("occupation", row.occupation);
        json.member_if("professional_education", row.professional_education);
        json.member_if("political_theory", row.political_theory);
        json.member("kind", row.kind).member_if("grade", row.grade).end('}');
    }
    json.end(']').end('}');
    return json.take();
}

}  // namespace actions
