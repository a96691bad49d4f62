// SPDX-License-Identifier: AGPL-3.0-or-later
#include "rules/access.h"

#include <algorithm>
#include <array>

namespace rules {
namespace {

using records::Role;

using Rights = std::uint32_t;
template <class... R>
constexpr Rights rights(R... each) {
    return (Rights{0} | ... | (Rights{1} << static_cast<unsigned>(each)));
}

struct Named {
    std::string_view name, label;
};
// In the order of Right.
constexpr std::array<Named, right_count> names{{
    {"see", "Xem"},
    {"open_file", "Mở hồ sơ đảng viên"},
    {"reveal", "Xem số định danh"},
    {"change", "Ghi thay đổi"},
    {"correct", "Sửa sai"},
    {"reorganise", "Biến động tổ chức"},
    {"import", "Nhập sổ"},
    {"export_rows", "Xuất danh sách"},
    {"sign_report", "Ký báo cáo"},
    {"decide_proposal", "Duyệt đề nghị sửa hồ sơ"},
    {"manage_accounts", "Quản lý tài khoản"},
    {"read_audit", "Tra cứu nhật ký"},
    {"configure", "Thiết lập"},
}};
static_assert(static_cast<std::size_t>(Right::configure) + 1 == right_count);

// In the order of records::Role.
constexpr std::array<Rights, 6> rights_of_role = {
    // administrator: runs the system; opens no personal file and writes no register.
    rights(Right::see, Right::manage_accounts, Right::read_audit, Right::configure),
    // organisation_board
    rights(Right::see, Right::open_file, Right::reveal, Right::change, Right::correct, Right::reorganise, Right::import,
           Right::export_rows, Right::sign_report, Right::decide_proposal, Right::manage_accounts, Right::read_audit),
    // grassroots_committee
    rights(Right::see, Right::open_file, Right::reveal, Right::change, Right::correct, Right::import,
           Right::export_rows, Right::sign_report, Right::decide_proposal),
    // cell_secretary
    rights(Right::see, Right::open_file, Right::export_rows),
    // leader
    rights(Right::see, Right::open_file),
    // member
    rights(),
};

}  // namespace

bool allows(Role role, Right right) { return (rights_of_role[static_cast<std::size_t>(role)] & rights(right)) != 0; }

std::string_view name_of(Right right) { return names[static_cast<std::size_t>(right)].name; }
std::string_view label_of(Right right) { return names[static_cast<std::size_t>(right)].label; }

bool may_hand_out(Role own, Role other) {
    if (own == Role::administrator) return true;
    const auto mine = rights_of_role[static_cast<std::size_t>(own)],
               theirs = rights_of_role[static_cast<std::size_t>(other)];
    return (theirs & ~mine) == 0;
}

bool Access::may_anywhere(Right right) const {
    return is_local_administrator ||
           std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return allows(grant.role, right); });
}

}  // namespace rules
