// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/action_labels.h"

#include <array>

#include "records/all.h"

namespace actions {
namespace {

struct Label {
    std::string_view action, label;
};
constexpr std::array labels{
    // The audit chain.
    Label{"import_organisations", "Nhập sổ tổ chức"},
    Label{"import_members", "Nhập sổ đảng viên"},
    Label{"import_memberships", "Nhập sổ sinh hoạt đảng"},
    Label{"import_member-grades", "Nhập xếp loại đảng viên"},
    Label{"import_organisation-grades", "Nhập xếp loại tổ chức đảng"},
    Label{"undo_import", "Hoàn tác đợt nhập"},
    Label{"take_over_rows", "Nhận dữ liệu cũ"},
    Label{"sign_report", "Ký báo cáo"},
    Label{"sign_in", "Đăng nhập"},
    Label{"sign_out", "Đăng xuất"},
    Label{"fail_sign_in", "Đăng nhập sai"},
    Label{"note_session_uses", "Ghi lần dùng cuối của các phiên"},
    Label{"change_own_password", "Đổi mật khẩu"},
    Label{"reset_password", "Đặt lại mật khẩu"},
    Label{"begin_totp", "Tạo khóa mã một lần"},
    Label{"confirm_totp", "Bật mã một lần"},
    Label{"end_totp", "Tắt mã một lần"},
    Label{"reset_totp", "Tắt mã một lần của người khác"},
    Label{"create_account", "Lập tài khoản"},
    Label{"change_account", "Sửa tài khoản"},
    Label{"close_account", "Khóa tài khoản"},
    Label{"create_first_administrator", "Lập tài khoản quản trị đầu tiên"},
    Label{"grant_first_administrator", "Giao phạm vi cho quản trị đầu tiên"},
    Label{"make_demo_account", "Đặt mật khẩu mẫu"},
    Label{"grant_role", "Giao vai trò"},
    Label{"end_grant", "Thôi giao vai trò"},
    Label{"delegate_role", "Ủy quyền"},
    Label{"establish_organisation", "Thành lập tổ chức"},
    Label{"rename_organisation", "Đổi tên tổ chức"},
    Label{"reparent_organisation", "Chuyển trực thuộc"},
    Label{"dissolve_organisation", "Giải thể tổ chức"},
    Label{"propose_correction", "Đề nghị sửa hồ sơ"},
    Label{"decide_proposal", "Duyệt đề nghị sửa hồ sơ"},
    Label{"withdraw_proposal", "Rút đề nghị sửa hồ sơ"},
    Label{"merge_members", "Gộp hồ sơ trùng"},
    Label{"unmerge_members", "Tách hồ sơ đã gộp"},
    Label{"save_view", "Lưu danh sách"},
    Label{"forget_view", "Bỏ danh sách đã lưu"},
    Label{"remember_mapping", "Nhớ cách đọc cột của tệp"},
    // The access log.
    Label{"show_member", "Mở hồ sơ"},
    Label{"member_history", "Xem lịch sử hồ sơ"},
    Label{"member_form", "In lý lịch"},
    Label{"member_list", "In danh sách"},
    Label{"export_member_list", "Xuất danh sách"},
    Label{"export_debts", "Xuất danh sách nợ dữ liệu"},
    Label{"export_members", "Xuất sổ đảng viên"},
    Label{"show_record", "Mở một phần hồ sơ"},
    Label{"list_records", "Xem danh sách hồ sơ"},
    Label{"record_history", "Xem lịch sử một phần hồ sơ"},
    Label{"list_proposals", "Xem đề nghị sửa hồ sơ"},
};

// What a name that begins so does to a field or record type.
struct Beginning {
    std::string_view begins, label;
};
constexpr std::array beginnings{
    Beginning{"reveal_", "Xem đủ: "},   Beginning{"create_", "Thêm: "},    Beginning{"insert_", "Thêm: "},
    Beginning{"change_", "Thay đổi: "}, Beginning{"correct_", "Sửa: "},    Beginning{"erase_", "Xóa: "},
    Beginning{"close_", "Kết thúc: "},  Beginning{"import_", "Nhập sổ: "}, Beginning{"export_", "Xuất: "},
};

std::string name_of(std::string_view rest) {
    if (const auto* type = records::find_type(rest)) return std::string{type->label};
    for (const auto* type : records::all())
        if (const auto* field = type->find(rest)) return std::string{field->options.label};
    return std::string{rest};
}

}  // namespace

std::string action_label(std::string_view action) {
    for (const auto& known : labels)
        if (known.action == action) return std::string{known.label};
    for (const auto& known : beginnings)
        if (action.starts_with(known.begins))
            return std::string{known.label}.append(name_of(action.substr(known.begins.size())));
    return std::string{action};
}

}  // namespace actions
