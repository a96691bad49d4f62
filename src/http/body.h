// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/uuid.h"

namespace http {

// The JSON object that a request brings, read member by member. What a member should be is said by the call; null and
// an empty text count as absent. Refusals: "invalid_json" {byte}, "not_an_object", "request.missing" {name},
// "request.bad_member" {name, what it should be}, "request.unknown_member" {name}.
class Body {
public:
    static base::Result<Body> parse(std::string_view text);

    base::Result<std::string> text(std::string_view name) const;  // Required.
    base::Result<std::optional<std::string>> text_if(std::string_view name) const;
    base::Result<std::int64_t> number(std::string_view name) const;
    base::Result<std::optional<std::int64_t>> number_if(std::string_view name) const;
    base::Result<bool> truth(std::string_view name, bool otherwise) const;
    base::Result<base::Date> day(std::string_view name) const;  // ISO.
    base::Result<std::optional<base::Date>> day_if(std::string_view name) const;
    base::Result<base::Uuid> id(std::string_view name) const;
    base::Result<std::vector<std::string>> texts(std::string_view name) const;  // A list; absent is empty.
    // The member as JSON text: for what an action reads by a description. Empty when absent.
    std::string json(std::string_view name) const;
    bool has(std::string_view name) const;

    // Refuses what is not among these names, so that a misspelt member is never passed over.
    base::Result<void> only(std::initializer_list<std::string_view> names) const;

private:
    struct Object;
    std::shared_ptr<const Object> object_;
};

}  // namespace http
