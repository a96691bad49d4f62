// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/router.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace http {
namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.push_back(path.substr(0, end));
        if (end == path.npos) break;
        path.remove_prefix(end);
    }
    return segments;
}

// The value of a parameter; nothing when it is no text.
std::optional<std::string> parameter_value(std::string_view segment) {
    auto value = percent_decoded(segment);
    if (!base::is_valid_utf8(value) || value.find('\0') != std::string::npos) return {};
    return value;
}

}  // namespace

Router::Row Router::parse(const Route& route) {
    Row row{&route, {}, 0};
    for (const auto segment : split(route.pattern)) {
        if (!segment.starts_with('{')) {
            row.segments.push_back({segment, {}, {}});
            row.weight += 2;
            continue;
        }
        const auto close = segment.find('}');
        CHECK(close != segment.npos);
        row.segments.push_back({{}, segment.substr(1, close - 1), segment.substr(close + 1)});
        row.weight += close + 1 < segment.size() ? 1 : 0;
    }
    return row;
}

Router::Router(std::span<const Route> routes) {
    for (const auto& route : routes) rows_.push_back(parse(route));
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.weight > b.weight; });
}

bool Router::fits(const Row& row, std::span<const std::string_view> segments, Match& match) {
    if (row.segments.size() != segments.size()) return false;
    match.parameters.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& wanted = row.segments[i];
        if (!wanted.literal.empty()) {
            if (wanted.literal != segments[i]) return false;
            continue;
        }
        if (segments[i].size() <= wanted.extension.size() || !segments[i].ends_with(wanted.extension)) return false;
        auto value = parameter_value(segments[i].substr(0, segments[i].size() - wanted.extension.size()));
        if (!value) return false;
        match.parameters.emplace_back(wanted.parameter, *std::move(value));
    }
    return true;
}

Match Router::find(std::string_view method, std::string_view path) const {
    const auto segments = split(path);
    Match match;
    for (const auto& row : rows_) {
        if (!fits(row, segments, match)) continue;
        if (row.route->method == method || (method == "HEAD" && row.route->method == "GET")) {
            match.route = row.route;
            return match;
        }
        if (match.allowed.find(row.route->method) == std::string::npos)
            match.allowed.append(match.allowed.empty() ? "" : ", ").append(row.route->method);
    }
    match.parameters.clear();
    return match;
}

}  // namespace http
