// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/answer_figure.h"
#include "schema/json_writer.h"

namespace actions {

std::string to_json(const FigureAnswer& answer) {
    schema::JsonWriter json;
    json.member("figure", answer.figure->name).member("organisation", answer.organisation);
    if (answer.on)
        json.member("on", *answer.on);
    else
        json.member("year", answer.year);
    json.member("value", answer.value);
    if (!answer.by.empty())
        json.object("by", [&] {
            for (const auto& part : answer.parts) json.member(part.key, part.count);
        });
    json.member("unit", figures::label_of(answer.figure->unit)).member("label", answer.figure->label);
    if (!answer.by.empty())
        json.object("labels", [&] {
            for (const auto& part : answer.parts) json.member(part.key, part.label);
        });
    json.member("structure", answer.structure);
    if (answer.has_list)
        json.objects("list", answer.list, [&](const FigureItem& item) {
            json.member("id", item.id).member("name", item.name).member("code", item.code);
            if (answer.figure->subject->entity == figures::member_state.entity)
                json.member("cell", item.cell).member("cell_name", item.cell_name);
        });
    return json.take();
}

}  // namespace actions
