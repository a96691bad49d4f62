// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/openapi.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "http/call.h"
#include "http/openapi_parts.h"
#include "schema/openapi.h"

namespace http {
namespace {

namespace json = boost::json;

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end = text.find(' ');
        if (end != 0) found.push_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return found;
}

// The names in braces, in order.
std::vector<std::string_view> path_parameters(std::string_view pattern) {
    std::vector<std::string_view> names;
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1))
        names.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

std::string reference(std::string_view kind, std::string_view name) {
    return "#/components/" + std::string{kind} + "/" + std::string{name};
}

// GET /api/members/{id}/history → getMembersIdHistory
std::string operation_id(const Route& route) {
    std::string id;
    for (const char c : route.method) id += static_cast<char>(c - 'A' + 'a');
    bool begins = true;
    for (const char c : route.pattern.substr(route.pattern.starts_with("/api/") ? 4 : 0)) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter) id += begins && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = !is_letter;
    }
    return id;
}

// The second segment: members of /api/members/{id}.
std::string_view tag(std::string_view pattern) {
    if (!pattern.starts_with("/api/")) return "system";
    pattern.remove_prefix(5);
    return pattern.substr(0, pattern.find_first_of("/."));
}

// The parameter of a path as it is explained: path_figures_name of /api/figures/{name} if there is one, else path_name.
std::string path_parameter(const json::object& parameters, const Route& route, std::string_view name) {
    const auto own = "path_" + std::string{tag(route.pattern)} + "_" + std::string{name};
    return parameters.contains(own) ? own : "path_" + std::string{name};
}

struct Medium {
    std::string_view word, content_type;
};
// The words of a row that are no names of schemas.
constexpr std::array media{
    Medium{"file", "application/octet-stream"},
    Medium{"docx", docx_type},
    Medium{"xlsx", xlsx_type},
    Medium{"html", "text/html"},
    Medium{"text", "text/plain"},
    Medium{"events", "text/event-stream"},
};

const Medium* medium_of(std::string_view word) {
    const auto found = std::find_if(media.begin(), media.end(), [&](const Medium& each) { return each.word == word; });
    return found == media.end() ? nullptr : &*found;
}

json::object content(std::string_view gives) {
    const auto* medium = medium_of(gives);
    if (!medium) return {{"application/json", {{"schema", {{"$ref", reference("schemas", gives)}}}}}};
    const bool is_text = medium->content_type.starts_with("text/");
    json::object schema{{"type", "string"}};
    if (!is_text) schema["format"] = "binary";
    return {{medium->content_type, {{"schema", std::move(schema)}}}};
}

json::object operation(const json::object& explained, const Route& route) {
    json::object object{
        {"operationId", operation_id(route)}, {"summary", route.summary}, {"tags", json::array{tag(route.pattern)}}};

    json::array parameters;
    for (const auto name : path_parameters(route.pattern))
        parameters.emplace_back(
            json::object{{"$ref", reference("parameters", path_parameter(explained, route, name))}});
    for (const auto name : words(route.query))
        parameters.emplace_back(json::object{{"$ref", reference("parameters", name)}});
    const bool changes = route.method != "GET";
    if (changes && route.door == Door::signed_in)
        parameters.emplace_back(json::object{{"$ref", reference("parameters", "X-CSRF-Token")}});
    if (!parameters.empty()) object["parameters"] = std::move(parameters);

    if (!route.takes.empty()) object["requestBody"] = {{"required", true}, {"content", content(route.takes)}};
    json::object responses;
    if (route.gives.empty())
        responses["204"] = {{"description", "Đã làm xong."}};
    else
        responses[route.creates ? "201" : "200"] = {{"description", route.summary}, {"content", content(route.gives)}};
    responses["4XX"] = {{"$ref", "#/components/responses/Refused"}};
    responses["5XX"] = {{"$ref", "#/components/responses/Fault"}};
    object["responses"] = std::move(responses);
    if (route.door == Door::open) object["security"] = json::array{};
    return object;
}

}  // namespace

std::string openapi_document() {
    auto document = openapi_frame();
    const auto& explained = document["components"].as_object()["parameters"].as_object();
    json::object paths;
    for (const auto& route : routes()) {
        std::string method;
        for (const char c : route.method) method += static_cast<char>(c - 'A' + 'a');
        auto& path = paths[route.pattern];
        if (!path.is_object()) path.emplace_object();
        path.as_object()[method] = operation(explained, route);
    }
    document["paths"] = std::move(paths);
    document["info"].as_object()["version"] = KT_VERSION;
    return schema::to_readable_text(document);
}

std::vector<std::string> unexplained_names() {
    auto document = openapi_frame();
    auto& components = document["components"].as_object();
    const auto& parameters = components["parameters"].as_object();
    const auto& schemas = components["schemas"].as_object();

    auto unexplained = openapi_parts_defects();
    const auto look_up = [&](const json::object& where, std::string name) {
        if (!where.contains(name)) unexplained.push_back(std::move(name));
    };
    for (const auto& route : routes()) {
        for (const auto name : path_parameters(route.pattern))
            look_up(parameters, path_parameter(parameters, route, name));
        for (const auto name : words(route.query)) look_up(parameters, std::string{name});
        for (const auto name : {route.takes, route.gives})
            if (!name.empty() && !medium_of(name)) look_up(schemas, std::string{name});
    }
    return unexplained;
}

}  // namespace http
