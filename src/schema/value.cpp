// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/value.h"

namespace schema {
namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool value) const { return value ? "có" : "không"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(base::Date value) const { return base::to_vietnamese(value); }
    std::string operator()(base::PartialDate value) const { return base::to_vietnamese(value); }
    std::string operator()(const base::Uuid& value) const { return base::to_string(value); }
    std::string operator()(const Bytes& value) const { return std::to_string(value.size()) + " byte"; }
};

}  // namespace

std::string to_text(const Value& value) { return std::visit(ToText{}, value); }

}  // namespace schema
