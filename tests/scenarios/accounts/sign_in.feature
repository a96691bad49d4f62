# language: vi
Tính năng: Đăng nhập
  Căn cứ: docs/access.md

  Tên không có, tài khoản đã khóa và mật khẩu sai đều trả lời như nhau. Sai năm lần liên tiếp thì tạm khóa 15 phút, mỗi lần khóa sau dài gấp đôi.

  Bối cảnh:
    Cho hôm nay là ngày 01/06/2025
    Và cây tổ chức:
      | mã | tên                      | loại hình                                         | trực thuộc | kết thúc |
      | TP | Đảng bộ thành phố Bến Đá | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |          |
    Và tài khoản có mật khẩu:
      | tên     | vai trò        | phạm vi |
      | quantri | Quản trị       | TP      |
      | lanhdao | Lãnh đạo (xem) | TP      |

  Khung kịch bản: Sai mật khẩu nhiều lần
    Khi nhập sai mật khẩu của "lanhdao" <số lần> lần
    Và đợi <phút> phút
    Và đăng nhập đúng bằng "lanhdao"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | số lần | phút | kết quả        |
      | 4      | 0    | được           |
      | 5      | 0    | sign_in.locked |
      | 5      | 14   | sign_in.locked |
      | 5      | 15   | được           |

  Kịch bản: Lần khóa thứ hai dài gấp đôi
    Khi nhập sai mật khẩu của "lanhdao" 5 lần
    Và đợi 15 phút
    Và nhập sai mật khẩu của "lanhdao" 5 lần
    Và đợi 29 phút
    Và đăng nhập đúng bằng "lanhdao"
    Thì kết quả là "sign_in.locked"
    Khi đợi 1 phút
    Và đăng nhập đúng bằng "lanhdao"
    Thì kết quả là "được"

  Kịch bản: Tài khoản đã khóa và tên không có trả lời như nhau
    Khi "quantri" khóa tài khoản "lanhdao"
    Và đăng nhập đúng bằng "lanhdao"
    Thì kết quả là "sign_in.failed"
    Khi đăng nhập bằng tên "khongco" và mật khẩu "sông cầu chảy xuôi"
    Thì kết quả là "sign_in.failed"

  Khung kịch bản: Mật khẩu được chọn
    Khi "lanhdao" đổi mật khẩu thành "<mật khẩu>"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | mật khẩu           | kết quả            |
      | songcauchay        | password.too_short |
      | songcauchayy       | được               |
      | SongCau789!        | password.too_short |
      | songcauchay789     | được               |
      | sông cầu chảy xuôi | được               |
      | lanhdao-2025-tp    | password.has_name  |
      | Mật khẩu 2025      | password.frequent  |
      | 1234567890123      | password.frequent  |
      | anhanhanhanh       | password.frequent  |

  Kịch bản: Mật khẩu do quản trị đặt lại phải đổi ngay
    Khi "quantri" đặt lại mật khẩu của "lanhdao"
    Và đăng nhập đúng bằng "lanhdao"
    Thì kết quả là "được"
    Và phiên ấy chưa được làm gì
