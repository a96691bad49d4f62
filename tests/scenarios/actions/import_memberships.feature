# language: vi
Tính năng: Nhập sổ chuyển sinh hoạt và sinh hoạt tạm thời từ Excel

  Bối cảnh:
    Cho đã nhập sổ "tổ chức":
      | Mã tổ chức | Tên tổ chức      | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.1       | Đảng bộ phường 1 | Đảng bộ cơ sở     |                       | 01/01/2015        |
      | TP.11      | Chi bộ khu phố 1 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
      | TP.12      | Chi bộ khu phố 2 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
    Và đã nhập sổ "đảng viên":
      | Số lý lịch | Họ và tên   | Giới tính | Ngày sinh | Dân tộc | Số thẻ   | Ngày vào Đảng | Ngày chính thức | Mã chi bộ |
      | 000101BD   | Trần Thị Ba | Nữ        | 1985      | Kinh    | 12345678 | 19/05/2016    | 19/05/2017      | TP.11     |
      | 000102BD   | Lê Hai      | Nam       | 1990      | Kinh    |          | 19/05/2020    |                 | TP.12     |

  Kịch bản: Chuyển đi thì hết sinh hoạt ở chi bộ cũ; sinh hoạt tạm thời không đụng đến
    Cho tệp "sinh hoạt":
      | Số lý lịch | Số thẻ   | Họ và tên   | Mã chi bộ | Hình thức sinh hoạt | Sinh hoạt từ ngày | Đến trước ngày |
      | 000101BD   |          | TRẦN THỊ BA | TP.12     |                     | 01/07/2020        |                |
      |            | 12345678 |             | TP.11     | Chính thức          | 01/10/2020        |                |
      | 000102BD   |          |             | TP.11     | Tạm thời            | 01/09/2020        | 01/03/2021     |
    Khi nhập tệp
    Thì không có lỗi
    Và ngày 30/06/2020 đảng viên "000101BD": "Chính thức ở TP.11"
    Và ngày 30/09/2020 đảng viên "000101BD": "Chính thức ở TP.12"
    Và ngày 31/12/2020 đảng viên "000101BD": "Chính thức ở TP.11"
    Và ngày 31/12/2020 đảng viên "000102BD": "Dự bị ở TP.12; Dự bị ở TP.11 (tạm thời)"
    Và ngày 01/03/2021 đảng viên "000102BD": "Dự bị ở TP.12"
    Khi hoàn tác đợt nhập
    Thì ngày 31/12/2020 đảng viên "000101BD": "Chính thức ở TP.11"
    Và ngày 01/08/2020 đảng viên "000101BD": "Chính thức ở TP.11"

  Kịch bản: Lần sinh hoạt chồng lên nhau, người không có trong sổ, tên không khớp
    Cho tệp "sinh hoạt":
      | Số lý lịch | Họ và tên  | Mã chi bộ | Sinh hoạt từ ngày | Đến trước ngày |
      | 000101BD   |            | TP.12     | 01/07/2016        |                |
      | 000109BD   |            | TP.12     | 01/07/2020        |                |
      | 000102BD   | Lê Hải     | TP.11     | 01/07/2020        |                |
      | 000102BD   | Lê Hai     | TP.11     | 01/07/2020        | 01/07/2020     |
      | 000101BD   |            | TP.1      | 01/08/2020        |                |
      |            | Lê Hai     | TP.11     | 01/08/2020        |                |
      | 000101BD   |            | TP.11     | 19/05/2017        |                |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột               | mã                    | thông báo                                                                    |
      | 2    | Sinh hoạt từ ngày | overlap               | Ngày 01/07/2016 đã sinh hoạt ở “TP.11” (từ 19/05/2016 đến 19/05/2017)        |
      | 3    | Số lý lịch        | unknown_member        | “Số lý lịch”: không có đảng viên nào mang số “000109BD”                      |
      | 4    | Số lý lịch        | import.other_name     | “Số lý lịch”: “000102BD” trong sổ là của Lê Hai                              |
      | 5    | Đến trước ngày    | date_order            | “Sinh hoạt từ ngày” (01/07/2020) phải trước “Đến trước ngày” (01/07/2020)    |
      | 6    | Mã chi bộ         | not_a_cell            | “Mã chi bộ”: “TP.1” là Đảng bộ cơ sở, không phải là chi bộ                   |
      | 7    | Số lý lịch        | required              | Chưa có “Số lý lịch”                                                         |
      | 8    | Sinh hoạt từ ngày | duplicate_in_register | “Sinh hoạt từ ngày”: “19/05/2017” đã có trong sổ (Trần Thị Ba)               |
    Và sổ không đổi
