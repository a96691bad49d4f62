// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/body.h"

#include <algorithm>
#include <boost/json.hpp>

#include "base/text.h"

namespace http {
namespace {

namespace json = boost::json;

base::Refusal missing(std::string_view name) { return {"request.missing", {std::string{name}}, {}}; }
base::Refusal bad(std::string_view name, const char* wanted) {
    return {"request.bad_member", {std::string{name}, wanted}, {}};
}

template <class T>
base::Result<T> required(base::Result<std::optional<T>> found, std::string_view name) {
    auto value = TRY(std::move(found));
    if (!value) return missing(name);
    return *std::move(value);
}

}  // namespace

struct Body::Object {
    json::object members;

    const json::value* find(std::string_view name) const {
        const auto* value = members.if_contains(name);
        return value && !value->is_null() ? value : nullptr;
    }
};

base::Result<Body> Body::parse(std::string_view text) {
    if (!base::is_valid_utf8(text)) return base::Refusal{"invalid_json", {}, {}};
    json::stream_parser parser{{}, {.max_depth = 32}};
    boost::system::error_code error;
    const auto read = parser.write_some(text.data(), text.size(), error);
    if (!error && read < text.size()) error = json::error::extra_data;
    if (!error) parser.finish(error);
    if (error) return base::Refusal{"invalid_json", {std::to_string(read)}, {}};
    auto value = parser.release();
    if (!value.is_object()) return base::Refusal{"not_an_object", {}, {}};
    Body body;
    body.object_ = std::make_shared<const Object>(Object{std::move(value.as_object())});
    return body;
}

base::Result<std::optional<std::string>> Body::text_if(std::string_view name) const {
    const auto* value = object_->find(name);
    if (!value) return std::optional<std::string>{};
    if (!value->is_string()) return bad(name, "chữ");
    if (value->get_string().find('\0') != json::string::npos) return bad(name, "chữ");
    if (value->get_string().empty()) return std::optional<std::string>{};
    return std::optional{std::string{value->get_string()}};
}

base::Result<std::string> Body::text(std::string_view name) const { return required(text_if(name), name); }

base::Result<std::optional<std::int64_t>> Body::number_if(std::string_view name) const {
    const auto* value = object_->find(name);
    if (!value) return std::optional<std::int64_t>{};
    if (!value->is_int64()) return bad(name, "số nguyên");
    return std::optional{value->get_int64()};
}

base::Result<std::int64_t> Body::number(std::string_view name) const { return required(number_if(name), name); }

base::Result<bool> Body::truth(std::string_view name, bool otherwise) const {
    const auto* value = object_->find(name);
    if (!value) return otherwise;
    if (!value->is_bool()) return bad(name, "true hoặc false");
    return value->get_bool();
}

base::Result<std::optional<base::Date>> Body::day_if(std::string_view name) const {
    const auto text = TRY(text_if(name));
    if (!text) return std::optional<base::Date>{};
    const auto day = base::parse_iso_date(*text);
    if (!day) return bad(name, "ngày dạng 2020-12-31");
    return std::optional{*day};
}

base::Result<base::Date> Body::day(std::string_view name) const { return required(day_if(name), name); }

base::Result<base::Uuid> Body::id(std::string_view name) const {
    const auto text = TRY(this->text(name));
    const auto id = base::parse_uuid(text);
    if (!id) return bad(name, "mã 36 ký tự");
    return *id;
}

base::Result<std::vector<std::string>> Body::texts(std::string_view name) const {
    std::vector<std::string> texts;
    const auto* value = object_->find(name);
    if (!value) return texts;
    if (!value->is_array()) return bad(name, "danh sách chữ");
    for (const auto& item : value->get_array()) {
        if (!item.is_string()) return bad(name, "danh sách chữ");
        texts.emplace_back(item.get_string());
    }
    return texts;
}

std::string Body::json(std::string_view name) const {
    const auto* value = object_->find(name);
    return value ? json::serialize(*value) : std::string{};
}

bool Body::has(std::string_view name) const { return object_->find(name) != nullptr; }

base::Result<void> Body::only(std::initializer_list<std::string_view> names) const {
    for (const auto& [name, value] : object_->members)
        if (std::find(names.begin(), names.end(), std::string_view{name}) == names.end())
            return base::Refusal{"request.unknown_member", {std::string{name}}, {}};
    return {};
}

}  // namespace http
