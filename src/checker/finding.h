// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/number.h"

// What the report checker (soát báo cáo) says about a text.
namespace checker {

enum class Severity : std::uint8_t {
    contradiction,  // Mâu thuẫn: cannot be true as written.
    doubtful,       // Nghi vấn: cannot be told, or needs something that the text does not say.
    note,           // Ghi chú: true, but not as one should write it.
};

enum class Rule : std::uint8_t { sum, share, base, part, growth, repeat, comparator, registers };

std::string_view name_of(Severity severity);   // "contradiction", "doubtful", "note": also in JSON.
std::string_view name_of(Rule rule);           // "sum" …
std::string_view label_of(Severity severity);  // "mâu thuẫn", "nghi vấn", "ghi chú"
std::string_view label_of(
    Rule rule);  // "cộng", "tỷ lệ", "mẫu số", "bộ phận", "tăng giảm", "nhắc lại", "so sánh", "sổ bộ"

// A number as it stands in the text.
struct FoundFigure {
    std::string text;  // "5.907"
    Number value;
    std::string unit;                // "đảng viên", "%", or nothing.
    std::size_t begin = 0, end = 0;  // Bytes in the input.

    bool operator==(const FoundFigure&) const = default;
};

struct Finding {
    Severity severity{};
    Rule rule{};
    std::string sentence;
    std::vector<FoundFigure> figures;  // In the order of the text.
    std::string expected, stated;      // As text: "85,7%", "5.907".
    std::string explanation;           // Vietnamese, one or two sentences.
};

}  // namespace checker
