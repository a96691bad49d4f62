# language: vi
Tính năng: Hai cán bộ cùng sửa một hồ sơ
  Người ghi sau không đè lên người ghi trước: chương trình đưa ra so sánh từng trường.

  Bối cảnh:
    Cho các tổ chức:
      | mã   | tên                | trực thuộc |
      | DB   | Đảng bộ phường Một |            |
      | DB.1 | Chi bộ khu phố 1   | DB         |
    Và đảng viên "Nguyễn Thị Hòa" ở "DB.1", vào Đảng ngày 03/02/2015, chính thức ngày 03/02/2016
    Và "lan" mở "Điện thoại" của "Nguyễn Thị Hòa"
    Và "minh" mở "Điện thoại" của "Nguyễn Thị Hòa"

  Kịch bản: Cùng một trường
    Khi "lan" sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000222"
    Thì được ghi
    Khi "minh" sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000333"
    Thì bị từ chối vì "conflict"
    Và so sánh:
      | trường     | của bạn    | đang có    |
      | Điện thoại | 0912000333 | 0912000222 |

  Kịch bản: Hai trường khác nhau
    Khi "lan" sửa "Tên gọi khác" của "Nguyễn Thị Hòa" thành "Hòa Bình"
    Thì được ghi
    Khi "minh" sửa "Tôn giáo" của "Nguyễn Thị Hòa" thành "Phật giáo"
    Thì bị từ chối vì "conflict"
    Và so sánh:
      | trường       | của bạn   | đang có  |
      | Tên gọi khác |           | Hòa Bình |
      | Tôn giáo     | Phật giáo |          |

  Kịch bản: Xem lại rồi ghi tiếp
    Khi "lan" sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000222"
    Và "minh" mở "Điện thoại" của "Nguyễn Thị Hòa"
    Và "minh" sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000333"
    Thì được ghi
