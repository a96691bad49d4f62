// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/figure_query.h"

namespace store {

// The values of a statement in the making; each is named once.
class Parameters {
public:
    std::string add(schema::Value value) {
        values_.push_back(std::move(value));
        return "$" + std::to_string(values_.size());
    }
    std::span<const schema::Value> values() const { return values_; }

private:
    std::vector<schema::Value> values_;
};

// Whether `column` is one of many ids, given as one value: `id_array` of them, bound to `parameter` ("$3").
std::string is_one_of_ids(Engine engine, std::string_view column, std::string_view parameter);
schema::Value id_array(Engine engine, std::span<const base::Uuid> ids);

// A select that yields the rows of the figure's subject and time, all organisations, before its filter: entity, place,
// other_place (null but for moves) and the columns that the filter or the breakdown names.
std::string figure_source(const FigureQuery& query, Engine engine, std::int32_t tenant, Parameters& parameters);

}  // namespace store
