// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>

#include "figures/figure.h"
#include "reports/report.h"

namespace reports {
namespace {

bool is_breakdown(const figures::Figure& figure, std::string_view by) {
    const auto names = figures::breakdowns(figure);
    return std::find(names.begin(), names.end(), by) != names.end();
}

bool is_code(const figures::Figure& figure, std::string_view by, std::string_view code) {
    if (code == unknown_code) return true;
    const auto* column = figure.subject->find(by);
    return column && figures::list_of(*column).index_of(code).has_value();
}

}  // namespace

std::string name_of(const figures::Share& share) {
    std::string name{share.figure};
    if (!share.by.empty()) name += "/" + std::string{share.by};
    if (!share.code.empty()) name += "=" + std::string{share.code};
    return name;
}

std::optional<figures::Share> parse_share(std::string_view name) {
    figures::Share share;
    const auto slash = name.find('/');
    share.figure = name.substr(0, slash);
    const auto* figure = figures::find(share.figure);
    if (!figure) return {};
    if (slash == name.npos) return share;
    const auto equals = name.find('=', slash);
    share.by = name.substr(slash + 1, equals == name.npos ? name.npos : equals - slash - 1);
    if (!is_breakdown(*figure, share.by)) return {};
    if (equals == name.npos) return share;
    share.code = name.substr(equals + 1);
    if (!is_code(*figure, share.by, share.code)) return {};
    return share;
}

std::string label_of(const figures::Share& share) {
    const auto* figure = figures::find(share.figure);
    if (!figure) return name_of(share);
    std::string label{figure->label};
    if (share.code.empty()) return label;
    const auto key = share.code == unknown_code ? std::string_view{} : share.code;
    return label + ": " + std::string{figures::label_of_key(*figure, share.by, key)};
}

}  // namespace reports
