// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace schema {

struct Code {
    std::string_view code;           // Stored and exchanged; stable; snake_case English.
    std::string_view label;          // Vietnamese, as printed on the official form.
    std::string_view synonyms = {};  // Other spellings met in registers, separated by '|'.
};

// A closed list (danh mục): its order is the order of the official form, and the number of a code in memory columns.
struct CodeList {
    std::string_view name;
    std::string_view label;
    std::span<const Code> codes;

    // Place of a code in the list; nothing when it is not in it.
    constexpr std::optional<std::size_t> index_of(std::string_view code) const {
        for (std::size_t i = 0; i < codes.size(); ++i)
            if (codes[i].code == code) return i;
        return {};
    }
    // Label of a code; the code itself when it is not in the list.
    constexpr std::string_view label_of(std::string_view code) const {
        const auto at = index_of(code);
        return at ? codes[*at].label : code;
    }
};

namespace detail {
template <auto Enumerator>
constexpr std::string_view enumerator_name() {
    // gcc: "… [with auto Enumerator = records::Grade::good; …]", clang: "… [Enumerator = records::Grade::good]"
    std::string_view text = __PRETTY_FUNCTION__;
    const auto begin = text.find("Enumerator = ") + 13;
    text = text.substr(begin, text.find_first_of(";]", begin) - begin);
    return text.substr(text.rfind("::") + 2);
}
template <class Enum, std::size_t... I>
constexpr std::array<Code, sizeof...(I)> enum_codes(const std::array<std::string_view, sizeof...(I)>& labels,
                                                    std::index_sequence<I...>) {
    return {Code{enumerator_name<static_cast<Enum>(I)>(), labels[I]}...};
}
}  // namespace detail

// The codes of an enum 0, 1, 2, …: the enumerator's name is the code, so that it is typed once; labels in the same
// order.
template <class Enum, std::size_t N>
constexpr std::array<Code, N> enum_codes(const std::string_view (&labels)[N]) {
    return detail::enum_codes<Enum>(std::to_array(labels), std::make_index_sequence<N>{});
}

// An enum used in a record says which list it is: `const schema::CodeList& code_list(Grade);` beside the enum (found by
// ADL).
template <class Enum>
concept CodedEnum = std::is_enum_v<Enum> && requires(Enum e) {
    { code_list(e) } -> std::convertible_to<const CodeList&>;
};

template <CodedEnum Enum>
std::string_view code_of(Enum value) {
    return code_list(value).codes[static_cast<std::size_t>(value)].code;
}
template <CodedEnum Enum>
std::string_view label_of(Enum value) {
    return code_list(value).codes[static_cast<std::size_t>(value)].label;
}
template <CodedEnum Enum>
std::optional<Enum> parse_code(std::string_view code) {
    const auto at = code_list(Enum{}).index_of(code);
    if (!at) return {};
    return static_cast<Enum>(*at);
}

}  // namespace schema
