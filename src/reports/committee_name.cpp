// SPDX-License-Identifier: AGPL-3.0-or-later
#include "reports/committee_name.h"

#include <array>
#include <optional>

#include "records/organisation.h"

namespace reports {
namespace {

// How names of organisations begin, and what their committee is called instead. Longer beginnings first.
struct Form {
    std::string_view organisation;
    std::string_view committee;
    bool names_place;
};

// clang-format off
constexpr std::array forms{
    Form{"Đảng bộ tỉnh ",      "Tỉnh ủy ",              true},
    Form{"Đảng bộ thành phố ", "Thành ủy ",             true},
    Form{"Đảng bộ thị xã ",    "Thị ủy ",               true},
    Form{"Đảng bộ huyện ",     "Huyện ủy ",             true},
    Form{"Đảng bộ quận ",      "Quận ủy ",              true},
    Form{"Đảng bộ phường ",    "Đảng ủy phường ",       true},
    Form{"Đảng bộ xã ",        "Đảng ủy xã ",           true},
    Form{"Đảng bộ thị trấn ",  "Đảng ủy thị trấn ",     true},
    Form{"Đảng bộ đặc khu ",   "Đảng ủy đặc khu ",      true},
    Form{"Đảng bộ ",           "Đảng ủy ",              false},
};
// clang-format on

const Form* form_of(std::string_view organisation) {
    for (const auto& form : forms)
        if (organisation.starts_with(form.organisation)) return &form;
    return nullptr;
}

bool is_cell(std::string_view kind) {
    const auto parsed = schema::parse_code<records::OrganisationKind>(kind);
    return parsed && records::is_cell(*parsed);
}

}  // namespace

std::string committee_name(std::string_view organisation) {
    const auto* form = form_of(organisation);
    if (!form) return std::string{organisation};
    return std::string{form->committee} + std::string{organisation.substr(form->organisation.size())};
}

std::string place_of(std::string_view organisation) {
    const auto* form = form_of(organisation);
    if (!form || !form->names_place) return {};
    const auto place = std::string{organisation.substr(form->organisation.size())};
    // Wards and communes may have a number for a name: "Phường 5".
    const bool is_number = place.find_first_not_of("0123456789") == place.npos;
    return is_number ? std::string{} : place;
}

std::string issuer_sign(std::string_view kind) {
    using Kind = records::OrganisationKind;
    if (is_cell(kind)) return "CB";
    const auto parsed = schema::parse_code<Kind>(kind);
    if (!parsed || *parsed == Kind::district || *parsed == Kind::central) return {};
    return *parsed == Kind::provincial ? "TU" : "ĐU";
}

std::string on_behalf_of(std::string_view kind) { return is_cell(kind) ? "T/M Chi bộ" : "T/M Ban Thường vụ"; }

}  // namespace reports
