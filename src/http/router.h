// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "http/route.h"

namespace http {

// Where a request goes.
struct Match {
    const Route* route = nullptr;  // Null: nothing at this path, or nothing with this method.
    std::vector<std::pair<std::string_view, std::string>> parameters;  // Decoded.
    std::string allowed;  // Methods known at this path, "GET, POST"; empty: no such path.
};

// Finds routes by path. Literal segments win over parameters; cost is a few string comparisons a segment.
class Router {
public:
    explicit Router(std::span<const Route> routes);
    Match find(std::string_view method, std::string_view path) const;

private:
    struct Segment {
        std::string_view literal;    // Of the whole segment; empty: a parameter.
        std::string_view parameter;  // Its name.
        std::string_view extension;  // Literal end after the parameter: ".docx".
    };
    struct Row {
        const Route* route;
        std::vector<Segment> segments;
        std::size_t weight;  // Number of literal segments and extensions: the most literal route wins.
    };
    static Row parse(const Route& route);
    static bool fits(const Row& row, std::span<const std::string_view> segments, Match& match);

    std::vector<Row> rows_;  // The most literal first.
};

}  // namespace http
