// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/organisation_json.h"

#include "actions/registers.h"
#include "schema/json_object.h"

namespace http {

std::string organisation_json(actions::Context& context, const base::Uuid& organisation) {
    const auto snapshot = actions::snapshot_of(context);
    const auto place = snapshot->columns->forest.find(organisation);
    std::string out;
    {
        schema::JsonObject object{out};
        object.text("code", place ? snapshot->columns->forest.code(*place) : "");
        object.text("name", place ? snapshot->names->name(*place, stats::to_day(context.today)) : "");
    }
    return out;
}

}  // namespace http
