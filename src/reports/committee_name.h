// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reports {

// The committee that issues the documents of a Party organisation (cơ quan ban hành): "Đảng bộ thành phố Đông Hà" →
// "Thành ủy Đông Hà", "Đảng bộ phường 5" → "Đảng ủy phường 5"; cells issue under their own name.
std::string committee_name(std::string_view organisation);

// The place in the date line: "Đảng bộ thành phố Đông Hà" → "Đông Hà"; empty where the name does not tell.
std::string place_of(std::string_view organisation);

// Ký hiệu of the issuer in document numbers: CB, ĐU, TU; empty where local lists decide (huyện, quận, thị xã).
std::string issuer_sign(std::string_view organisation_kind);

// "T/M Chi bộ" or "T/M Ban Thường vụ": on whose behalf the report is signed.
std::string on_behalf_of(std::string_view organisation_kind);

}  // namespace reports
