// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "records/organisation.h"
#include "records/platform.h"

// Quyền: permission = role × right × subtree. Which organisations a subtree holds is answered by whoever asks
// (actions/reach.h); here is only what a role may do. Source: the offices' own division of work, docs/access.md.
namespace rules {

// What someone may do to the records of a subtree.
enum class Right {
    see,              // Xem cây tổ chức, danh sách, số liệu, báo cáo.
    open_file,        // Mở hồ sơ đảng viên.
    reveal,           // Xem đủ số định danh đã che; each time logged.
    change,           // Ghi thay đổi: a new fact from a day on.
    correct,          // Sửa sai: the row was wrong.
    reorganise,       // Biến động tổ chức.
    import,           // Nhập sổ và hoàn tác.
    export_rows,      // Xuất danh sách, sổ.
    sign_report,      // Ký báo cáo.
    decide_proposal,  // Duyệt đề nghị sửa hồ sơ.
    manage_accounts,  // Tài khoản và phân quyền.
    read_audit,       // Tra cứu nhật ký.
    configure,        // Thiết lập.
};
inline constexpr std::size_t right_count = 13;
std::string_view name_of(Right right);   // "open_file"
std::string_view label_of(Right right);  // "Mở hồ sơ"

// What the role may do in the subtree on which it was granted. A member's own file is not in this table: it follows
// from being that member, and gives sight of it and the right to propose, never to write.
bool allows(records::Role role, Right right);

// Whether someone with the one role may hand out the other: all that it allows, one may oneself. The administrator
// hands out any.
bool may_hand_out(records::Role own, records::Role other);

// A role on a subtree, in force today.
struct Grant {
    records::Role role{};
    base::Id<records::Organisation> organisation;
    bool operator==(const Grant&) const = default;
};

// Who acts: resolved once per command, request or job. Nobody, unless said otherwise.
struct Access {
    bool is_local_administrator = false;  // The command line without --as, and the program itself.
    base::Uuid account_id;                // Nil for the local administrator.
    base::Uuid member_id;                 // Whose own file it is; nil for accounts that are no member's.
    std::vector<Grant> grants;

    static Access local_administrator() { return {.is_local_administrator = true}; }

    bool is_own_file(const base::Uuid& member) const { return !member.is_nil() && member == member_id; }

    // Whether some grant gives the right, wherever.
    bool may_anywhere(Right right) const;
};

}  // namespace rules
