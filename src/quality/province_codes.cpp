// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/province_codes.h"

#include <algorithm>
#include <array>

namespace quality {
namespace {

// Phụ lục I of Thông tư 07/2016/TT-BCA, from Hà Nội (001) to Cà Mau (096).
constexpr std::array<std::string_view, 63> provinces{
    "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025",
    "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048",
    "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070", "072", "074", "075",
    "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096"};
static_assert(std::is_sorted(provinces.begin(), provinces.end()));

}  // namespace

bool is_birth_place_code(std::string_view digits) {
    return std::binary_search(provinces.begin(), provinces.end(), digits) || digits > "100";
}

}  // namespace quality
