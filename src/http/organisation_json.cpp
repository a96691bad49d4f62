// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/organisation_json.h"

#include "actions/registers.h"

namespace http {

void write_organisation(schema::JsonWriter& json, actions::Context& context, const base::Uuid& organisation) {
    const auto snapshot = actions::snapshot_of(context);
    const auto place = snapshot->columns->forest.find(organisation);
    json.member("code", place ? snapshot->columns->forest.code(*place) : "");
    json.member("name", place ? snapshot->names->name(*place, stats::to_day(context.today)) : "");
}

}  // namespace http
