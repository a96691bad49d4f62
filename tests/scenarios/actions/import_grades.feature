# language: vi
Tính năng: Nhập kết quả xếp loại từ Excel

  Bối cảnh:
    Cho đã nhập sổ "tổ chức":
      | Mã tổ chức | Tên tổ chức      | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.1       | Đảng bộ phường 1 | Đảng bộ cơ sở     |                       | 01/01/2015        |
      | TP.11      | Chi bộ khu phố 1 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
      | TP.12      | Chi bộ khu phố 2 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
      | TP.2       | Chi bộ Trường A  | Chi bộ cơ sở      |                       | 01/01/2015        |
    Và đã nhập sổ "đảng viên":
      | Số lý lịch | Họ và tên   | Giới tính | Ngày sinh | Dân tộc | Số thẻ   | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Ngày giảm  | Hình thức giảm |
      | 000101BD   | Trần Thị Ba | Nữ        | 1985      | Kinh    | 12345678 | 19/05/2016    | 19/05/2017      | TP.11     |            |                |
      | 000102BD   | Lê Hai      | Nam       | 1990      | Kinh    |          | 19/05/2020    |                 | TP.12     |            |                |
      | 000103BD   | Lê Ba       | Nam       | 1990      | Kinh    |          | 19/05/2015    |                 | TP.2      |            |                |
      | 000104BD   | Lê Tư       | Nam       | 1990      | Kinh    |          | 19/05/2015    | 19/05/2016      | TP.11     | 31/12/2020 | Từ trần        |

  Kịch bản: Mỗi người một mức hoặc một lý do, ở chi bộ ngày 31/12
    Cho tệp "xếp loại":
      | Số lý lịch | Họ tên      | Mã chi bộ | Xếp loại | Lý do chưa xếp loại     |
      | 000101BD   | Trần Thị Ba | TP.11     | HTTNV    |                         |
      | 000102BD   | Lê Hai      |           |          | Kết nạp chưa đủ 6 tháng |
    Khi nhập tệp cho đợt xếp loại của "TP.1" năm 2020
    Thì không có lỗi
    Và có 2 hồ sơ "Xếp loại đảng viên"
    Và có 1 hồ sơ "Đợt xếp loại"
    Khi nhập tệp cho đợt xếp loại của "TP.1" năm 2020
    Thì các lỗi là:
      | dòng | cột        | mã                    |
      | 2    | Số lý lịch | duplicate_in_register |
      | 3    | Số lý lịch | duplicate_in_register |

  Kịch bản: Những dòng không thể nhận
    Cho tệp "xếp loại":
      | Số lý lịch | Họ tên      | Mã chi bộ | Xếp loại   | Lý do chưa xếp loại     |
      | 000101BD   | Trần Thị Ba | TP.12     | Tốt        |                         |
      | 000102BD   | Lê Hai      |           | Xuất sắc   | Kết nạp chưa đủ 6 tháng |
      | 000103BD   | Lê Ba       |           | Tốt        |                         |
      | 000104BD   | Lê Tư       |           | Tốt        |                         |
      | 000105BD   |             |           | Tốt        |                         |
      | 000101BD   |             |           |            |                         |
      | 000102BD   |             |           | Khá        |                         |
    Khi nhập tệp cho đợt xếp loại của "TP.1" năm 2020
    Thì các lỗi là:
      | dòng | cột        | mã                     | thông báo                                                                                           |
      | 2    | Mã chi bộ  | grade.other_cell       | “Mã chi bộ”: ngày 31/12 sinh hoạt ở TP.11, không phải TP.12                                         |
      | 3    | Xếp loại   | grade.grade_or_reason  | Phải ghi hoặc mức xếp loại, hoặc lý do chưa xếp loại; không để trống cả hai, không ghi cả hai       |
      | 4    | Số lý lịch | grade.outside_campaign | “Số lý lịch”: TP.2 không thuộc đợt xếp loại của TP.1                                                |
      | 5    | Số lý lịch | grade.not_home_member  | Ngày 31/12/2020 không sinh hoạt chính thức ở chi bộ nào nên không xếp loại ở đây                    |
      | 6    | Số lý lịch | unknown_member         | “Số lý lịch”: không có đảng viên nào mang số “000105BD”                                             |
      | 7    | Số lý lịch | duplicate_in_file      | “Số lý lịch”: “000101BD” trùng với dòng 2 của tệp này                                               |
      | 7    | Xếp loại   | grade.grade_or_reason  | Phải ghi hoặc mức xếp loại, hoặc lý do chưa xếp loại; không để trống cả hai, không ghi cả hai       |
      | 8    | Số lý lịch | duplicate_in_file      | “Số lý lịch”: “000102BD” trùng với dòng 3 của tệp này                                               |
      | 8    | Xếp loại   | not_in_list            | “Xếp loại”: “Khá” không có trong danh mục “Mức xếp loại”                                            |
    Và sổ không đổi

  Kịch bản: Xếp loại tổ chức nhận ra theo tiêu đề của trang tính
    Cho tệp "xếp loại":
      | Mã tổ chức đảng | Tên tổ chức đảng | Kết quả xếp loại             | Lý do chưa xếp loại |
      | TP.1            | Đảng bộ phường 1 | Hoàn thành xuất sắc nhiệm vụ |                     |
      | TP.12           | Chi bộ khu phố 2 |                              | Không nêu lý do     |
    Khi nhập tệp cho đợt xếp loại của "TP.1" năm 2020
    Thì không có lỗi
    Và có 2 hồ sơ "Xếp loại tổ chức đảng"
    Khi hoàn tác đợt nhập
    Thì sổ như trước khi nhập

  Kịch bản: Phải biết xếp loại của ai, năm nào
    Cho tệp "xếp loại":
      | Số lý lịch | Xếp loại |
      | 000101BD   | Tốt      |
    Khi nhập tệp
    Thì bị từ chối vì "import.no_campaign"
    Khi nhập tệp cho đợt xếp loại của "TP.7" năm 2020
    Thì bị từ chối vì "organisation.unknown"
