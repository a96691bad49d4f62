// SPDX-License-Identifier: AGPL-3.0-or-later
#include <boost/json.hpp>

#include "actions/answer_figure.h"

namespace actions {
namespace {

namespace json = boost::json;

json::object to_object(const FigureItem& item, bool is_member) {
    json::object object{{"id", base::to_string(item.id)}, {"name", item.name}, {"code", item.code}};
    if (is_member) {
        object["cell"] = item.cell;
        object["cell_name"] = item.cell_name;
    }
    return object;
}

}  // namespace

std::string to_json(const FigureAnswer& answer) {
    json::object object{{"figure", answer.figure->name}, {"organisation", answer.organisation}};
    if (answer.on)
        object["on"] = base::to_iso(*answer.on);
    else
        object["year"] = answer.year;
    object["value"] = answer.value;
    if (!answer.by.empty()) {
        auto& parts = object["by"].emplace_object();
        for (const auto& part : answer.parts) parts[part.key] = part.count;
    }
    object["unit"] = figures::label_of(answer.figure->unit);
    object["label"] = answer.figure->label;
    if (!answer.by.empty()) {
        auto& labels = object["labels"].emplace_object();
        for (const auto& part : answer.parts) labels[part.key] = part.label;
    }
    object["structure"] = base::to_iso(answer.structure);
    if (answer.has_list) {
        const bool of_members = answer.figure->subject->entity == figures::member_state.entity;
        auto& list = object["list"].emplace_array();
        list.reserve(answer.list.size());
        for (const auto& item : answer.list) list.push_back(to_object(item, of_members));
    }
    return json::serialize(object);
}

}  // namespace actions
