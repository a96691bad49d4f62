// SPDX-License-Identifier: AGPL-3.0-or-later
// How a record type is described: `field<&M::name>({.label = …})` for a struct, `text("name", {…})` and its like
// without one. The only templates are the two accessors of each field; everything that follows from a description is
// ordinary code.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>

#include "base/check.h"
#include "base/id.h"
#include "schema/record_type.h"

namespace schema {

// A struct with a description: `base::Id<R> id; std::int64_t version; …; static const schema::RecordType type;`
template <class R>
concept Described = requires(R record) {
    { R::type } -> std::convertible_to<const RecordType&>;
    { record.id } -> std::convertible_to<base::Id<R>>;
    { record.version } -> std::convertible_to<std::int64_t>;
};

namespace detail {

template <auto Member>
constexpr std::string_view member_name() {
    // gcc: "… [with auto Member = &records::Person::sex; …]", clang: "… [Member = &records::Person::sex]"
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(0, text.find_first_of(";]", text.find("Member = ")));
    return text.substr(text.rfind("::") + 2);
}

template <auto Member>
struct MemberOf;
template <class R, class T, T R::*Member>
struct MemberOf<Member> {
    using Record = R;
    using Type = T;
};

template <class T>
struct Unwrap {
    using Type = T;
    static constexpr bool optional = false;
};
template <class T>
struct Unwrap<std::optional<T>> {
    using Type = T;
    static constexpr bool optional = true;
};

template <class T>
struct Target {
    static constexpr bool is_reference = false;
};
template <class R>
struct Target<base::Id<R>> {
    static constexpr bool is_reference = true;
    static constexpr const RecordType* type = &R::type;
};

template <class T>
constexpr Kind kind_of() {
    if constexpr (std::same_as<T, bool>)
        return Kind::boolean;
    else if constexpr (std::same_as<T, std::string>)
        return Kind::text;
    else if constexpr (std::same_as<T, base::Date>)
        return Kind::date;
    else if constexpr (std::same_as<T, base::PartialDate>)
        return Kind::partial_date;
    else if constexpr (std::same_as<T, Bytes>)
        return Kind::bytes;
    else if constexpr (std::is_enum_v<T>)
        return Kind::code;
    else if constexpr (Target<T>::is_reference)
        return Kind::reference;
    else
        return Kind::integer;
}

template <class T>
Value to_value(const T& member) {
    if constexpr (std::same_as<T, std::string> || std::same_as<T, Bytes>)
        return member.empty() ? Value{} : Value{member};
    else if constexpr (std::is_enum_v<T>)
        return std::string{code_of(member)};
    else if constexpr (Target<T>::is_reference)
        return member.is_nil() ? Value{} : Value{member.value};
    else if constexpr (std::integral<T> && !std::same_as<T, bool>)
        return static_cast<std::int64_t>(member);
    else
        return member;
}

template <class T>
T from_value(const Value& value) {
    if constexpr (std::is_enum_v<T>) {
        const auto code = parse_code<T>(std::get<std::string>(value));
        CHECK(code.has_value());
        return *code;
    } else if constexpr (Target<T>::is_reference) {
        return T{std::get<base::Uuid>(value)};
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        return static_cast<T>(std::get<std::int64_t>(value));
    } else {
        return std::get<T>(value);
    }
}

// Converts to anything: counts the members of an aggregate.
struct Anything {
    template <class T>
    operator T() const;
};
template <class R, std::size_t... I>
constexpr bool has_members(std::index_sequence<I...>) {
    return requires { R{(void(I), Anything{})...}; };
}
template <class R, std::size_t N = 1>
constexpr std::size_t member_count() {
    if constexpr (has_members<R>(std::make_index_sequence<N + 1>{}))
        return member_count<R, N + 1>();
    else
        return N;
}

}  // namespace detail

// Describes one member of a struct; its name is read from the C++ member, never typed twice.
// std::optional<T> = may be empty; std::string may be empty unless required; anything else is required by its type.
template <auto Member>
constexpr Field field(FieldOptions options) {
    using R = typename detail::MemberOf<Member>::Record;
    using Wrapped = detail::Unwrap<typename detail::MemberOf<Member>::Type>;
    using T = typename Wrapped::Type;

    Field described{.name = detail::member_name<Member>(), .kind = detail::kind_of<T>(), .options = options};
    if constexpr (!Wrapped::optional && !std::same_as<T, std::string> && !std::same_as<T, Bytes>)
        described.options.required = true;
    if constexpr (std::is_enum_v<T>) described.list = &code_list(T{});
    if constexpr (detail::Target<T>::is_reference) described.target = detail::Target<T>::type;
    described.get = [](const void* record) -> Value {
        const auto& member = static_cast<const R*>(record)->*Member;
        if constexpr (Wrapped::optional)
            return member ? detail::to_value(*member) : Value{};
        else
            return detail::to_value(member);
    };
    described.set = [](void* record, const Value& value) {
        auto& member = static_cast<R*>(record)->*Member;
        if (is_empty(value))
            member = {};
        else
            member = detail::from_value<T>(value);
    };
    return described;
}

// A member whose codes are a list that is no C++ enum (ethnic groups, religions, …): a std::string holding the code.
template <auto Member>
constexpr Field field(const CodeList& list, FieldOptions options) {
    Field described = field<Member>(options);
    described.kind = Kind::code;
    described.list = &list;
    return described;
}

// Fields of a record type without a struct.
constexpr Field boolean(std::string_view name, FieldOptions options) { return {name, Kind::boolean, options}; }
constexpr Field integer(std::string_view name, FieldOptions options) { return {name, Kind::integer, options}; }
constexpr Field text(std::string_view name, FieldOptions options) { return {name, Kind::text, options}; }
constexpr Field date(std::string_view name, FieldOptions options) { return {name, Kind::date, options}; }
constexpr Field partial_date(std::string_view name, FieldOptions options) {
    return {name, Kind::partial_date, options};
}
constexpr Field bytes(std::string_view name, FieldOptions options) { return {name, Kind::bytes, options}; }
constexpr Field code(std::string_view name, const CodeList& list, FieldOptions options) {
    return {name, Kind::code, options, &list};
}
constexpr Field reference(std::string_view name, const RecordType& target, FieldOptions options) {
    return {name, Kind::reference, options, nullptr, &target};
}

// Fails to compile when a struct has a member that its description forgot (id and version are not described).
template <class R, std::size_t N>
constexpr bool describes_every_member(const std::array<Field, N>&) {
    return detail::member_count<R>() == N + 2;
}

// Every reference to an organisation must say what a reorganisation does to it.
template <std::size_t N>
constexpr bool states_reorganisation(const std::array<Field, N>& fields, const RecordType& organisation) {
    for (const auto& field : fields)
        if (field.target == &organisation && field.options.on_reorganise == OnReorganise::unstated) return false;
    return true;
}

// Between a struct and the generic record.
template <Described R>
Record to_record(const R& source) {
    Record record{R::type};
    record.id = source.id.value;
    record.version = source.version;
    for (std::size_t i = 0; i < record.values.size(); ++i) record.values[i] = R::type.fields[i].get(&source);
    return record;
}
template <Described R>
R from_record(const Record& record) {
    CHECK(record.type == &R::type);
    R result{};
    result.id = {record.id};
    result.version = record.version;
    for (std::size_t i = 0; i < record.values.size(); ++i) R::type.fields[i].set(&result, record.values[i]);
    return result;
}

}  // namespace schema
