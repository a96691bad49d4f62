// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/check.h"

#include <algorithm>
#include <array>

#include "quality/check_groups.h"

namespace quality {
namespace {

constexpr std::array severity_names{"error", "debt", "note"};
constexpr std::array severity_labels{"Sai", "Nợ", "Lưu ý"};

// A document is not quoted for what was before it.
struct Document {
    std::string_view sign;
    base::Date in_force_from;
};
constexpr std::array documents{
    Document{"06-HD/TW", base::date(2025, 6, 9)}, Document{"294-QĐ/TW", base::date(2025, 7, 1)},
    Document{"347-QĐ/TW", base::date(2025, 9, 2)}, Document{"38-HD/BTCTW", base::date(2025, 9, 29)}};

bool looks_at(const Check& check, const MemberFile& file, bool has_left) {
    if (!check.of_member || file.is_yet_to_come()) return false;
    return check.whose == Whose::both || (check.whose == Whose::departed) == has_left;
}

}  // namespace

std::string_view name_of(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }
std::string_view label_of(Severity severity) { return severity_labels[static_cast<std::size_t>(severity)]; }

std::optional<Severity> find_severity(std::string_view name) {
    for (std::size_t i = 0; i < severity_count; ++i)
        if (severity_names[i] == name) return static_cast<Severity>(i);
    return {};
}

std::span<const CheckGroup> check_groups() {
    static const std::array groups{
        CheckGroup{"Nhân thân", identity_checks},
        CheckGroup{"Số định danh, số thẻ, số lý lịch", number_checks},
        CheckGroup{"Nơi sinh, quê quán, nơi cư trú", place_checks},
        CheckGroup{"Nghề nghiệp, trình độ", education_checks},
        CheckGroup{"Các mốc thời gian", life_date_checks},
        CheckGroup{"Sinh hoạt đảng", membership_checks},
        CheckGroup{"Giảm đảng viên", departure_checks},
        CheckGroup{"Xếp loại", grading_checks},
        CheckGroup{"Quá trình, khen thưởng, giấy tờ", history_checks},
        CheckGroup{"Tổ chức đảng", organisation_checks},
        CheckGroup{"Quy mô chi bộ, đảng bộ", cell_checks},
    };
    return groups;
}

std::span<const Check* const> checks() {
    static const std::vector<const Check*> all = [] {
        std::vector<const Check*> list;
        for (const auto& group : check_groups())
            for (const auto& check : group.checks) list.push_back(&check);
        return list;
    }();
    return all;
}

const Check* find_check(std::string_view code) {
    const auto all = checks();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Check* check) { return check->code == code; });
    return found == all.end() ? nullptr : *found;
}

std::string text_of(const Finding& finding) {
    std::string text;
    const auto message = finding.check->message;
    for (std::size_t at = 0; at < message.size(); ++at) {
        if (message[at] != '{') {
            text += message[at];
            continue;
        }
        const auto number = static_cast<std::size_t>(message[at + 1] - '0');
        if (number < finding.args.size()) text += finding.args[number];
        at += 2;
    }
    return text;
}

std::string source_on(const Check& check, base::Date day) {
    std::string text;
    for (auto rest = check.source; !rest.empty();) {
        const auto end = std::min(rest.find("; "), rest.size());
        const auto part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 2, rest.size()));
        const bool is_later = std::any_of(documents.begin(), documents.end(), [&](const Document& document) {
            return part.starts_with(document.sign) && day < document.in_force_from;
        });
        if (!is_later) text.append(text.empty() ? "" : "; ").append(part);
    }
    return text;
}

std::vector<Finding> examine(const MemberFile& file) {
    std::vector<Finding> findings;
    Found found{findings};
    const bool has_left = file.has_left();
    for (const auto* check : checks()) {
        if (!looks_at(*check, file, has_left)) continue;
        found.begin(*check);
        check->of_member(file, found);
    }
    return findings;
}

std::vector<Finding> examine(const OrganisationFile& file) {
    std::vector<Finding> findings;
    Found found{findings};
    for (const auto* check : checks()) {
        if (!check->of_organisation) continue;
        found.begin(*check);
        check->of_organisation(file, found);
    }
    return findings;
}

int score_of(std::span<const Finding> findings) {
    int lost = 0;
    const Check* last = nullptr;  // Findings of one check come together.
    for (const auto& finding : findings) {
        if (finding.check != last) lost += finding.check->weight;
        last = finding.check;
    }
    return std::max(0, 100 - lost);
}

}  // namespace quality
