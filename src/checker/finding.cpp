// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/finding.h"

#include <array>

namespace checker {
namespace {

constexpr std::array<std::string_view, 3> severities{"contradiction", "doubtful", "note"};
constexpr std::array<std::string_view, 3> severity_labels{"mâu thuẫn", "nghi vấn", "ghi chú"};
constexpr std::array<std::string_view, 8> rules{"sum",    "share",  "base",       "part",
                                                "growth", "repeat", "comparator", "registers"};
constexpr std::array<std::string_view, 8> rule_labels{"cộng",      "tỷ lệ",    "mẫu số",  "bộ phận",
                                                      "tăng giảm", "nhắc lại", "so sánh", "sổ bộ"};

}  // namespace

std::string_view name_of(Severity severity) { return severities[static_cast<std::size_t>(severity)]; }
std::string_view name_of(Rule rule) { return rules[static_cast<std::size_t>(rule)]; }
std::string_view label_of(Severity severity) { return severity_labels[static_cast<std::size_t>(severity)]; }
std::string_view label_of(Rule rule) { return rule_labels[static_cast<std::size_t>(rule)]; }

}  // namespace checker
