# language: vi
Tính năng: Nhập sổ tổ chức đảng từ Excel

  Kịch bản: Cấp trên có thể đứng sau trong tệp
    Cho tệp "tổ chức":
      | Mã    | Tên chi bộ, đảng bộ | Loại hình         | Trực thuộc | Từ ngày    | Năm thành lập |
      | TP.11 | Chi bộ khu phố 1    | Chi bộ trực thuộc | TP.1       | 01/01/2015 | 1999          |
      | TP.1  | Đảng bộ phường 1    | Đảng bộ cơ sở     |            | 01/01/2015 |               |
    Khi nhập tệp
    Thì không có lỗi
    Và có 2 hồ sơ "Tổ chức"

  Kịch bản: Cây sai được báo ở đúng dòng
    Cho đã nhập sổ "tổ chức":
      | Mã tổ chức | Tên tổ chức      | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.1       | Đảng bộ phường 1 | Đảng bộ cơ sở     |                       | 01/01/2015        |
      | TP.11      | Chi bộ khu phố 1 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
    Và tệp "tổ chức":
      | Mã tổ chức | Tên tổ chức       | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.11      | Chi bộ khu phố 1  | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
      | TP.12      | Chi bộ khu phố 2  | Chi bộ trực thuộc | TP.7                  | 01/01/2015        |
      | TP.13      | Chi bộ khu phố 3  | Chi bộ trực thuộc | TP.11                 | 01/01/2015        |
      | TP.14      | Chi bộ khu phố 4  | Chi bộ trực thuộc | TP.1                  | 31/12/2014        |
      | TP.15      | Chi bộ khu phố 5  | Chi bộ trực thuộc | TP.1                  | 2015              |
      | TP.13      | Chi bộ khu phố 3A | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
      | TP.A       | Đảng bộ A         | Đảng bộ cơ sở     | TP.B                  | 01/01/2015        |
      | TP.B       | Đảng bộ B         | Đảng bộ cơ sở     | TP.A                  | 01/01/2015        |
      | TP.16      | Chi bộ khu phố 6  | Chi bộ trực thuộc | TP.C                  | 01/01/2015        |
      | TP.C       | Đảng bộ C         | Đảng ủy cơ sở     |                       | 01/01/2015        |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột                   | mã                            | thông báo                                                                                                                        |
      | 2    | Mã tổ chức            | duplicate_in_register         | “Mã tổ chức”: “TP.11” đã có trong sổ (Chi bộ khu phố 1)                                                                          |
      | 3    | Mã cấp trên trực tiếp | unknown_organisation          | “Mã cấp trên trực tiếp”: không có tổ chức nào mang mã hoặc tên “TP.7”                                                            |
      | 4    | Mã cấp trên trực tiếp | organisation.superior_is_cell | “Chi bộ khu phố 3” không thể trực thuộc “Chi bộ khu phố 1”: dưới chi bộ chỉ có tổ đảng             |
      | 5    | Mã cấp trên trực tiếp | organisation.superior_missing | Cấp trên trực tiếp của “Chi bộ khu phố 4” (mã TP.14) không có trong cây tổ chức của ngày này                                     |
      | 6    | Hoạt động từ ngày     | year_only                     | “Hoạt động từ ngày”: “2015” chưa đủ ngày, tháng, năm; trường này phải ghi đủ, ví dụ 31/12/2020                                   |
      | 7    | Mã tổ chức            | duplicate_in_file             | “Mã tổ chức”: “TP.13” trùng với dòng 4 của tệp này                                                                               |
      | 8    | Mã cấp trên trực tiếp | organisation.cycle            | “Đảng bộ A” (mã TP.A) không thể trực thuộc chính nó hay một tổ chức ở dưới nó                                                    |
      | 9    | Mã cấp trên trực tiếp | organisation.cycle            | “Đảng bộ B” (mã TP.B) không thể trực thuộc chính nó hay một tổ chức ở dưới nó                                                    |
      | 11   | Loại hình tổ chức     | not_in_list                   | “Loại hình tổ chức”: “Đảng ủy cơ sở” không có trong danh mục “Loại hình tổ chức”                                                 |
    Và sổ không đổi

  Kịch bản: Loại hình đã hết hiệu lực
    Cho tệp "tổ chức":
      | Mã tổ chức | Tên tổ chức              | Loại hình tổ chức                                 | Hoạt động từ ngày |
      | TP         | Đảng bộ thành phố Bến Đá | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | 01/07/2025        |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột               | mã                             |
      | 2    | Loại hình tổ chức | organisation.kind_not_in_force |

  Kịch bản: Hoàn tác cả cây vừa nhập
    Cho tệp "tổ chức":
      | Mã tổ chức | Tên tổ chức      | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.1       | Đảng bộ phường 1 | Đảng bộ cơ sở     |                       | 01/01/2015        |
      | TP.11      | Chi bộ khu phố 1 | Chi bộ trực thuộc | TP.1                  | 01/01/2015        |
    Khi nhập tệp
    Và hoàn tác đợt nhập
    Thì sổ như trước khi nhập
    Và có 0 hồ sơ "Tổ chức"
