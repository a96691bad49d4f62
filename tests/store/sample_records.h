// SPDX-License-Identifier: AGPL-3.0-or-later
// Invented record types with every kind of field, for the store's tests.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

#include "base/text.h"
#include "schema/describe.h"

namespace store_test {

using schema::field;

enum class Colour { red, green, blue };
inline constexpr std::string_view colour_labels[] = {"Đỏ", "Xanh lá", "Xanh dương"};
inline constexpr auto colour_codes = schema::enum_codes<Colour>(colour_labels);
inline const schema::CodeList colours{"colours", "Màu", colour_codes};
inline const schema::CodeList& code_list(Colour) { return colours; }

// Every kind of field; refers to itself.
struct Owner {
    base::Id<Owner> id;
    std::int64_t version = 0;
    std::string name;
    std::string name_fold;  // Derived.
    std::string number;     // Unique, may be empty.
    std::optional<base::PartialDate> born_on;
    std::optional<base::Date> joined_on;
    std::optional<bool> active;
    std::optional<std::int64_t> score;
    std::optional<Colour> colour;
    schema::Bytes photo;
    std::optional<base::Id<Owner>> parent_id;

    static const schema::RecordType type;
};

// Dated; needs a decision.
struct Stay {
    base::Id<Stay> id;
    std::int64_t version = 0;
    base::Id<Owner> owner_id;
    base::Date valid_from;
    std::optional<base::Date> valid_to;
    std::string place;

    static const schema::RecordType type;
};

// An event. Unique by owner and code together.
struct Badge {
    base::Id<Badge> id;
    std::int64_t version = 0;
    base::Id<Owner> owner_id;
    base::Date given_on;
    std::string code;

    static const schema::RecordType type;
};

inline const auto owner_fields = std::to_array<schema::Field>({
    field<&Owner::name>({.label = "Họ và tên", .required = true, .max_length = 60}),
    field<&Owner::name_fold>({.label = "Tên không dấu", .derived_from = "name", .derive = base::fold}),
    field<&Owner::number>({.label = "Số hiệu", .unique = true}),
    field<&Owner::born_on>({.label = "Ngày sinh"}),
    field<&Owner::joined_on>({.label = "Ngày vào"}),
    field<&Owner::active>({.label = "Đang hoạt động"}),
    field<&Owner::score>({.label = "Điểm", .min = -1'000'000'000'000, .max = 1'000'000'000'000}),
    field<&Owner::colour>({.label = "Màu"}),
    field<&Owner::photo>({.label = "Ảnh"}),
    field<&Owner::parent_id>({.label = "Người trên"}),
});
inline const schema::RecordType Owner::type{.name = "sample_owner", .label = "Chủ", .fields = owner_fields};

inline const auto stay_fields = std::to_array<schema::Field>({
    field<&Stay::owner_id>({.label = "Chủ"}),
    field<&Stay::valid_from>({.label = "Từ ngày"}),
    field<&Stay::valid_to>({.label = "Đến ngày"}),
    field<&Stay::place>({.label = "Nơi ở", .required = true}),
});
inline const schema::RecordType Stay::type{.name = "sample_stay",
                                           .label = "Nơi ở",
                                           .shape = schema::Shape::dated,
                                           .owner = "owner_id",
                                           .basis = schema::Basis::decision,
                                           .fields = stay_fields};

inline const auto badge_fields = std::to_array<schema::Field>({
    field<&Badge::owner_id>({.label = "Chủ"}),
    field<&Badge::given_on>({.label = "Ngày tặng"}),
    field<&Badge::code>({.label = "Mã", .required = true}),
});
inline const schema::RecordType Badge::type{.name = "sample_badge",
                                            .label = "Huy hiệu",
                                            .shape = schema::Shape::event,
                                            .owner = "owner_id",
                                            .on = "given_on",
                                            .fields = badge_fields,
                                            .unique_together = "owner_id,code"};

inline std::span<const schema::RecordType* const> types() {
    static constexpr std::array list{&Owner::type, &Stay::type, &Badge::type};
    return list;
}

}  // namespace store_test
