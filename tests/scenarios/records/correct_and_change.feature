# language: vi
Tính năng: Sửa sai và thay đổi là hai việc khác nhau
  Sửa sai: dòng đã ghi không đúng, viết lại tại chỗ, phải nêu lý do. Thay đổi: từ một ngày có điều mới đúng, dòng cũ
  khép lại, dòng mới mở ra; những ngày trước không đổi.

  Bối cảnh:
    Cho các tổ chức:
      | mã   | tên                  | trực thuộc |
      | DB   | Đảng bộ phường Một   |            |
      | DB.1 | Chi bộ khu phố 1     | DB         |
      | DB.2 | Chi bộ khu phố 2     | DB         |
    Và đảng viên "Nguyễn Thị Hòa" ở "DB.1", vào Đảng ngày 03/02/2015, chính thức ngày 03/02/2016

  Kịch bản: Sửa sai đổi cả những ngày trước
    Khi sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000222" vì "gõ nhầm số"
    Thì được ghi
    Và ngày 04/02/2015 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222"
    Và "Thông tin cá nhân" của "Nguyễn Thị Hòa" có 1 dòng
    Và lịch sử của hồ sơ vừa ghi:
      | việc                    | trường              | trước      | sau            |
      | Sửa: Thông tin cá nhân  | Điện thoại          | 0912000111 | 0912000222     |
      | plant                   | Từ ngày             |            | 03/02/2015     |
      | plant                   | Họ và tên khai sinh |            | Nguyễn Thị Hòa |
      | plant                   | Điện thoại          |            | 0912000111     |

  Kịch bản: Thay đổi để nguyên những ngày trước
    Khi từ ngày 01/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222" vì "đổi số"
    Thì được ghi
    Và ngày 30/4/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"
    Và ngày 01/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222"
    Và "Thông tin cá nhân" của "Nguyễn Thị Hòa" có 2 dòng

  Kịch bản: Thay đổi trong tương lai tự đúng khi đến ngày
    Khi từ ngày 01/01/2022 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000333" vì "sẽ đổi số"
    Thì được ghi
    Và ngày 31/12/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"
    Và ngày 01/01/2022 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000333"

  Khung kịch bản: Ngày của thay đổi phải nằm trong dòng, sau ngày đầu
    Khi từ ngày <ngày> "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222" vì "đổi số"
    Thì <kết quả>

    Dữ liệu:
      | ngày       | kết quả                           |
      | 03/02/2015 | bị từ chối vì "change.not_inside" |
      | 04/02/2015 | được ghi                          |

  Kịch bản: Sửa sai phải nêu lý do
    Khi sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000222" vì ""
    Thì bị từ chối vì "reason.missing"

  Kịch bản: Không có gì khác thì không ghi
    Khi sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000111" vì "gõ nhầm số"
    Thì bị từ chối vì "change.nothing"

  Kịch bản: Sửa ngày bắt đầu của một dòng, dòng trước theo cùng
    Khi từ ngày 01/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222" vì "đổi số"
    Và sửa "Từ ngày" của "Nguyễn Thị Hòa" thành "01/4/2020" vì "đổi số từ tháng tư"
    Thì được ghi
    Và ngày 31/3/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"
    Và ngày 01/4/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222"

  Kịch bản: Xóa một dòng ghi nhầm không để lại khoảng trống
    Khi từ ngày 01/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222" vì "đổi số"
    Và xóa "Thông tin cá nhân" của "Nguyễn Thị Hòa" của ngày 02/5/2020 vì "không có thay đổi này"
    Thì được ghi
    Và ngày 02/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"
    Và "Thông tin cá nhân" của "Nguyễn Thị Hòa" có 1 dòng

  Kịch bản: Khoảng thời gian của một người không được hở
    Khi từ ngày 01/5/2020 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222" vì "đổi số"
    Và sửa "Đến trước ngày" của "Nguyễn Thị Hòa" của ngày 01/01/2020 thành "" vì "không có ngày cuối"
    Thì bị từ chối vì "period.overlap"

  Kịch bản: Chuyển chi bộ là thay đổi, dựa trên quyết định
    Khi từ ngày 01/3/2020 "Chi bộ" của "Nguyễn Thị Hòa" là "DB.2" vì "chuyển nhà"
    Thì bị từ chối vì "basis.missing"
    Khi từ ngày 01/3/2020 "Chi bộ" của "Nguyễn Thị Hòa" là "DB.2" theo quyết định "5-QĐ/ĐU"
    Thì được ghi
    Và ngày 29/02/2020 "Chi bộ" của "Nguyễn Thị Hòa" là "DB.1"
    Và ngày 01/3/2020 "Chi bộ" của "Nguyễn Thị Hòa" là "DB.2"
    Và ngày 01/3/2020 "Hình thức tăng" của "Nguyễn Thị Hòa" là "Chuyển trong đảng bộ"

  Kịch bản: Đảng viên không sinh hoạt ở tổ chức không phải là chi bộ
    Khi từ ngày 01/3/2020 "Chi bộ" của "Nguyễn Thị Hòa" là "DB" theo quyết định "5-QĐ/ĐU"
    Thì bị từ chối vì "not_a_cell"

  Kịch bản: Sửa ngày chính thức, tình trạng đảng viên theo cùng
    Khi sửa "Ngày chính thức" của "Nguyễn Thị Hòa" thành "03/8/2016" vì "chép nhầm ngày"
    Thì được ghi
    Và ngày 02/8/2016 "Tình trạng đảng viên" của "Nguyễn Thị Hòa" là "Dự bị"
    Và ngày 03/8/2016 "Tình trạng đảng viên" của "Nguyễn Thị Hòa" là "Chính thức"
    Và "Sinh hoạt đảng" của "Nguyễn Thị Hòa" có 2 dòng

  Kịch bản: Ngày tháng phải theo thứ tự
    Khi sửa "Ngày chính thức" của "Nguyễn Thị Hòa" thành "03/02/2014" vì "chép nhầm ngày"
    Thì bị từ chối vì "date_order"
    Khi sửa "Ngày sinh" của "Nguyễn Thị Hòa" thành "04/02/1997" vì "theo giấy khai sinh"
    Thì bị từ chối vì "under_18_at_admission"
    Khi sửa "Ngày sinh" của "Nguyễn Thị Hòa" thành "03/02/1997" vì "theo giấy khai sinh"
    Thì được ghi

  Kịch bản: Mọi chỗ sai của một hồ sơ được nêu cùng lúc
    Khi thêm "education_history" cho "Nguyễn Thị Hòa": "{'began_on':'2001-13','mode':5,'lạ':1}"
    Thì bị từ chối vì "record.invalid"
    Và chỗ chưa đúng:
      | trường   | mã            |
      | school   | required      |
      | began_on | bad_date      |
      | mode     | wrong_type    |
      |          | unknown_field |

  Kịch bản: Hồ sơ có thao tác riêng không ghi chung được
    Khi xóa "Sinh hoạt đảng" của "Nguyễn Thị Hòa" của ngày 01/01/2021 vì "ghi nhầm"
    Thì bị từ chối vì "record.own_action"
    Khi thêm "member_grade" cho "Nguyễn Thị Hòa": "{}"
    Thì bị từ chối vì "record.own_action"

  Kịch bản: Miễn công tác không chồng lên nhau
    Khi thêm "exemption" cho "Nguyễn Thị Hòa": "{'valid_from':'2020-01-01','ground':'other'}"
    Thì bị từ chối vì "basis.missing"
