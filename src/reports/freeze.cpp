// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/freeze.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "base/check.h"

namespace reports {
namespace {

namespace json = boost::json;

// {"report":…,"organisation":"DH","year":2020,
//  "numbers":{"2020":{"members":6000,…},"2019":{…}},
//  "subordinates":{"names":["members",…],"values":{"DH01":[120,…],…}}}
json::object numbers_of_issuer(const Document& document) {
    json::object years;
    for (const auto& number : document.numbers) {
        if (number.organisation != document.issuer.code) continue;
        auto& year = years[std::to_string(number.year)];
        if (!year.is_object()) year.emplace_object();
        year.as_object()[number.name] = number.value;
    }
    return years;
}

json::object numbers_of_subordinates(const Document& document) {
    std::vector<std::string> names;
    std::vector<std::pair<std::string, std::map<std::string, std::int64_t>>> rows;
    for (const auto& number : document.numbers) {
        if (number.organisation == document.issuer.code) continue;
        if (std::find(names.begin(), names.end(), number.name) == names.end()) names.push_back(number.name);
        if (rows.empty() || rows.back().first != number.organisation) rows.push_back({number.organisation, {}});
        rows.back().second[number.name] = number.value;
    }
    json::object values;
    for (const auto& [organisation, numbers] : rows) {
        json::array row;
        for (const auto& name : names) row.emplace_back(numbers.count(name) ? numbers.at(name) : 0);
        values[organisation] = std::move(row);
    }
    return {{"names", json::array(names.begin(), names.end())}, {"values", std::move(values)}};
}

using Key = std::tuple<std::string, std::string, int>;  // Organisation, name, year.

struct Frozen {
    std::vector<Number> numbers;
    std::map<Key, std::int64_t> by_key;

    void add(std::string organisation, std::string name, int year, std::int64_t value) {
        by_key[{organisation, name, year}] = value;
        auto label = label_of(parse_share(name).value_or(figures::Share{name}));
        numbers.push_back({std::move(name), std::move(label), std::move(organisation), year, value});
    }
};

Frozen read(const json::object& all) {
    Frozen frozen;
    const std::string organisation{all.at("organisation").as_string()};
    for (const auto& [year, numbers] : all.at("numbers").as_object())
        for (const auto& [name, value] : numbers.as_object())
            frozen.add(organisation, name, std::stoi(std::string{year}), value.to_number<std::int64_t>());
    const auto& below = all.at("subordinates").as_object();
    const auto& names = below.at("names").as_array();
    for (const auto& [code, row] : below.at("values").as_object())
        for (std::size_t i = 0; i < names.size(); ++i)
            frozen.add(code, std::string{names[i].as_string()}, all.at("year").to_number<int>(),
                       row.as_array().at(i).to_number<std::int64_t>());
    return frozen;
}

Frozen read(std::string_view text) {
    try {
        return read(json::parse(text).as_object());
    } catch (const std::exception& error) {
        throw base::Fault{std::string{"frozen report cannot be read: "} + error.what()};
    }
}

// What the signed report would have shown as 0 without keeping it.
bool counts_as_zero(const Document& document, const Number& number) {
    return number.organisation != document.issuer.code || number.name.ends_with("=?");
}

std::string full_label(const Document& document, const Number& number) {
    std::string label = number.label;
    if (number.organisation != document.issuer.code) label += " (" + number.organisation + ")";
    if (number.year != document.year) label += ", năm " + std::to_string(number.year);
    return label;
}

}  // namespace

std::string freeze(const Document& document) {
    return json::serialize(json::object{{"report", document.report->name},
                                        {"organisation", document.issuer.code},
                                        {"year", document.year},
                                        {"numbers", numbers_of_issuer(document)},
                                        {"subordinates", numbers_of_subordinates(document)}});
}

std::vector<Difference> differences(const Document& document, std::string_view frozen_text) {
    auto frozen = read(frozen_text);
    std::vector<Difference> found;
    const auto compare = [&](const Number& number, std::int64_t reported, std::int64_t now) {
        if (reported != now)
            found.push_back(
                {number.name, number.organisation, number.year, full_label(document, number), reported, now});
    };
    for (const auto& number : document.numbers) {
        const auto at = frozen.by_key.find({number.organisation, number.name, number.year});
        if (at != frozen.by_key.end()) {
            compare(number, at->second, number.value);
            frozen.by_key.erase(at);
        } else if (counts_as_zero(document, number)) {
            compare(number, 0, number.value);
        }
    }
    for (const auto& number : frozen.numbers)
        if (frozen.by_key.count({number.organisation, number.name, number.year}) && counts_as_zero(document, number))
            compare(number, number.value, 0);
    return found;
}

}  // namespace reports
