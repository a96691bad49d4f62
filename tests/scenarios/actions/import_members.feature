# language: vi
Tính năng: Nhập sổ đảng viên từ Excel
  Cả tệp vào sổ trong một lần, hoặc không dòng nào vào: mọi lỗi của mọi dòng được báo cùng lúc.

  Bối cảnh:
    Cho đã nhập sổ "tổ chức":
      | Mã tổ chức | Tên tổ chức              | Loại hình tổ chức                                 | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.11      | Chi bộ khu phố 1         | Chi bộ trực thuộc                                 | TP.1                  | 01/01/2015        |
      | TP.12      | Chi bộ khu phố 2         | Chi bộ trực thuộc                                 | TP.1                  | 01/01/2015        |
      | TP.1       | Đảng bộ phường 1         | Đảng bộ cơ sở                                     | TP                    | 01/01/2015        |
      | TP         | Đảng bộ thành phố Bến Đá | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |                       | 01/01/2015        |

  Kịch bản: Tệp thường gặp: tiêu đề hai tầng, cột thừa, chữ viết theo nhiều cách
    Cho tệp "đảng viên":
      | STT | Họ tên           | Giới | Ngày tháng năm sinh | Dân tộc | Ngày vào Đảng / Dự bị | Ngày vào Đảng / Chính thức | Mã chi bộ | Trình độ / LLCT | Số LL    |
      | 1   | Trần Thị Bình    | nữ   | 1985                | kinh    | 19/05/2016            | 19/05/2017                 | TP.11     | Trung cấp       | 000101BD |
      | 2   | LÊ VĂN  CƯỜNG    | Nam  | 3/1990              | Vân Kiều | 2020-05-19           |                            | TP.12     |                 | 000102BD |
      | 3   | Phạm Dũng        | NAM  | 12-3-1979           | Tày     | 3.2.2005              | 3.2.2006                   | TP.12     | Sơ cấp          | 000103BD |
    Khi nhập tệp
    Thì không có lỗi
    Và có 3 hồ sơ "Đảng viên"
    Và ngày 31/12/2020 đảng viên "000101BD": "Chính thức ở TP.11"
    Và ngày 01/01/2017 đảng viên "000101BD": "Dự bị ở TP.11"
    Và ngày 31/12/2020 đảng viên "000102BD": "Dự bị ở TP.12"
    Và ngày 31/12/2014 "TP.12" có 0 đảng viên
    Và ngày 01/01/2015 đảng viên "000103BD": "Chính thức ở TP.12"

  Kịch bản: Mọi lỗi của mọi dòng, một lần
    Cho tệp "đảng viên":
      | Số lý lịch | Họ và tên     | Giới tính | Ngày sinh  | Dân tộc | Số định danh cá nhân | Ngày quyết định kết nạp | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Tình trạng  |
      | 000101BD   |               | Nữ        | 12/03/1985 | Kinh    | 045085000001         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000102BD   | số 12345      | Nữ        | 12/03/1985 | Kinh    | 045085000002         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000103BD   | Trần Thị Ba   | Nữ        | 31/02/1985 | Kinh    | 045085000003         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000104BD   | Trần Thị Tư   | Nữ        | 1985       | Kinh    | 045085000004         | 03/02/2010              | 05/2010       | 19/05/2011      | TP.11     |             |
      | 000105BD   | Trần Thị Năm  | Nữ        | 1985       | Kinhh   | 045085000005         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000106BD   | Trần Thị Sáu  | Nữ        | 1985       | Kinh    | 045085000006         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.99     |             |
      | 00107BD    | Trần Thị Bảy  | Nữ        | 1985       | Kinh    | 045085000007         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000108BD   | Trần Thị Tám  | Nữ        | 1985       | Kinh    | 45085000008          | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000101BD   | Trần Thị Chín | Nữ        | 1985       | Kinh    | 045085000009         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000110BD   | Trần Thị Mười | Nữ        | 1985       | Kinh    | 045085000010         | 03/02/2010              | 19/01/2010    | 19/05/2011      | TP.11     |             |
      | 000111BD   | Lê Một        | Nam       | 04/02/1992 | Kinh    | 045085000011         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     |             |
      | 000112BD   | Lê Hai        | Nam       | 1985       | Kinh    | 045085000012         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.1      |             |
      | 000113BD   | Lê Ba         | Nam       | 1985       | Kinh    | 045085000013         | 03/02/2010              | 19/05/2010    | 19/05/2011      | TP.11     | Dự bị       |
      | 000114BD   | Lê Bốn        | Nam       | 03/02/1992 | Kinh    | 045085000014         | 03/02/2010              | 03/02/2010    | 03/02/2010      | TP.11     | Chính thức  |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột                     | mã                             | thông báo                                                                                                                    |
      | 2    | Họ và tên               | required                       | Chưa có “Họ và tên”                                                                                                          |
      | 3    | Họ và tên               | wrong_type                     | “Họ và tên”: “12345” không đúng kiểu dữ liệu, cần chữ                                                                        |
      | 4    | Ngày sinh               | bad_date                       | “Ngày sinh”: “31/02/1985” không phải là một ngày có thật; hãy ghi ngày/tháng/năm, ví dụ 31/12/2020                           |
      | 5    | Ngày vào Đảng           | year_only                      | “Ngày vào Đảng”: “05/2010” chưa đủ ngày, tháng, năm; trường này phải ghi đủ, ví dụ 31/12/2020                                |
      | 6    | Dân tộc                 | not_in_list                    | “Dân tộc”: “Kinhh” không có trong danh mục “Dân tộc”                                                                         |
      | 7    | Mã chi bộ               | unknown_organisation           | “Mã chi bộ”: không có tổ chức nào mang mã hoặc tên “TP.99”                                                                   |
      | 8    | Số lý lịch              | bad_identifier                 | “Số lý lịch”: “00107BD” không đúng dạng                                                                                      |
      | 9    | Số định danh cá nhân    | bad_identifier                 | “Số định danh cá nhân”: “45085000008” không đúng dạng                                                                        |
      | 10   | Số lý lịch              | duplicate_in_file              | “Số lý lịch”: “000101BD” trùng với dòng 2 của tệp này                                                                        |
      | 11   | Ngày vào Đảng           | date_order                     | “Ngày quyết định kết nạp” (03/02/2010) phải trước “Ngày vào Đảng” (19/01/2010)                                               |
      | 12   | Ngày quyết định kết nạp | under_18_at_admission          | “Ngày quyết định kết nạp” (03/02/2010): khi đó mới 215 tháng tuổi, chưa đủ 216 tháng (theo Điều lệ Đảng (2011), Điều 1.2)    |
      | 13   | Mã chi bộ               | not_a_cell                     | “Mã chi bộ”: “TP.1” là Đảng bộ cơ sở, không phải là chi bộ                                                                   |
      | 14   | Tình trạng              | import.probationary_recognised | Đảng viên dự bị nhưng đã có “Ngày chính thức” (19/05/2011)                                                                   |
    Và sổ không đổi

  Kịch bản: Một lỗi ở dòng cuối thì không dòng nào vào sổ
    Cho tệp "đảng viên":
      | Họ và tên   | Giới tính | Ngày sinh  | Dân tộc | Ngày vào Đảng | Mã chi bộ |
      | Trần Thị Ba | Nữ        | 12/03/1985 | Kinh    | 19/05/2010    | TP.11     |
      | Trần Thị Tư | Nữ        | 12/03/1985 | Kinh    |               | TP.11     |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột           | mã       | thông báo               |
      | 3    | Ngày vào Đảng | required | Chưa có “Ngày vào Đảng” |
    Và sổ không đổi

  Kịch bản: Tệp lỗi giữ nguyên cột và dòng của người dùng, nhập lại được
    Cho tệp "đảng viên":
      | STT | Họ tên       | Giới | Năm sinh | Dân tộc | Ngày vào Đảng / Dự bị | Ngày vào Đảng / Chính thức | Mã chi bộ | Cột riêng |
      | 1   | Trần Thị Ba  | Nữ   | 1985     | Kinh    | 19/05/2016            | 19/05/2017                 | TP.11     | abc       |
      | 2   | Trần Thị Tư  | Nữ   | 1985     | Kinh    | 2016                  | 19/05/2017                 | TP.99     |           |
    Khi kiểm tra thử tệp
    Và nhập tệp lỗi vừa ghi ra
    Thì các lỗi là:
      | dòng | cột                   | mã                   |
      | 5    | Ngày vào Đảng / Dự bị | year_only            |
      | 5    | Mã chi bộ             | unknown_organisation |

  Kịch bản: Thiếu cả một cột
    Cho tệp "đảng viên":
      | Họ và tên   | Giới tính | Ngày sinh  | Dân tộc | Mã chi bộ |
      | Trần Thị Ba | Nữ        | 12/03/1985 | Kinh    | TP.11     |
    Khi kiểm tra thử tệp
    Thì các lỗi là:
      | dòng | cột           | mã                    | thông báo                        |
      | 1    | Ngày vào Đảng | import.missing_column | Tệp không có cột “Ngày vào Đảng” |

  Kịch bản: Số đã có trong sổ
    Cho đã nhập sổ "đảng viên":
      | Số lý lịch | Họ và tên   | Giới tính | Ngày sinh  | Dân tộc | Số định danh cá nhân | Ngày vào Đảng | Mã chi bộ |
      | 000101BD   | Trần Thị Ba | Nữ        | 12/03/1985 | Kinh    | 045085000001         | 19/05/2010    | TP.11     |
    Và tệp "đảng viên":
      | Số lý lịch | Họ và tên | Giới tính | Ngày sinh | Dân tộc | Số định danh cá nhân | Ngày vào Đảng | Mã chi bộ |
      | 000101BD   | Lê Hai    | Nam       | 1980      | Kinh    |                      | 19/05/2010    | TP.11     |
      | 000102BD   | Lê Ba     | Nam       | 1980      | Kinh    | 045085000001         | 19/05/2010    | TP.11     |
    Khi nhập tệp
    Thì các lỗi là:
      | dòng | cột                  | mã                    | thông báo                                                           |
      | 2    | Số lý lịch           | duplicate_in_register | “Số lý lịch”: “000101BD” đã có trong sổ (Trần Thị Ba)               |
      | 3    | Số định danh cá nhân | duplicate_in_register | “Số định danh cá nhân”: “045085000001” đã có trong sổ (Trần Thị Ba) |

  Kịch bản: Excel làm mất số 0 ở đầu
    Cho tệp "đảng viên":
      | Họ và tên   | Giới tính | Ngày sinh | Dân tộc | Số căn cước    | Ngày vào Đảng | Mã chi bộ |
      | Trần Thị Ba | Nữ        | số 1985   | Kinh    | số 45085000001 | số 40317      | TP.11     |
      | Trần Thị Tư | Nữ        | 1985      | Kinh    | số 1085000002  | 19/05/2010    | TP.11     |
    Khi kiểm tra thử tệp
    Thì không có lỗi
    Và lưu ý: "“Số căn cước”: thêm lại số 0 ở đầu cho 2 ô mà Excel đã coi là con số, ví dụ 45085000001 thành 045085000001"
    Và lưu ý: "“Ngày vào Đảng”: 1 ô là số ngày của Excel, đọc 40317 là ngày 19/05/2010"
    Và sổ không đổi

  Kịch bản: Tệp gõ bằng phông cũ
    Cho tệp "đảng viên":
      | Hä vµ tªn         | Giíi tÝnh | Ngµy sinh | D©n téc | Ngµy vµo §¶ng | M· chi bé |
      | NguyÔn V¨n An     | Nam       | 1985      | Kinh    | 19/05/2010    | TP.11     |
      | TrÇn ThÞ B×nh     | N÷        | 1986      | M­êng   | 19/05/2010    | TP.11     |
      | Lª ThÞ Th­¬ng     | N÷        | 1987      | Th¸i    | 19/05/2010    | TP.12     |
    Khi nhập tệp
    Thì không có lỗi
    Và lưu ý: "“Họ và tên”: chuyển 3 ô gõ bằng phông TCVN3 (ABC) sang Unicode, ví dụ “NguyÔn V¨n An” thành “Nguyễn Văn An”"
    Và có 3 hồ sơ "Đảng viên"

  Kịch bản: Kiểm tra thử không ghi gì
    Cho tệp "đảng viên":
      | Họ và tên   | Giới tính | Ngày sinh | Dân tộc | Ngày vào Đảng | Mã chi bộ |
      | Trần Thị Ba | Nữ        | 1985      | Kinh    | 19/05/2010    | TP.11     |
    Khi kiểm tra thử tệp
    Thì không có lỗi
    Và sổ không đổi

  Kịch bản: Hoàn tác cả đợt
    Cho tệp "đảng viên":
      | Họ và tên   | Giới tính | Ngày sinh | Dân tộc | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Miễn sinh hoạt từ ngày | Lý do miễn      |
      | Trần Thị Ba | Nữ        | 1945      | Kinh    | 19/05/1970    | 19/05/1971      | TP.11     | 01/01/2020             | Tuổi cao sức yếu |
    Khi nhập tệp
    Thì không có lỗi
    Và có 1 hồ sơ "Miễn công tác và sinh hoạt đảng"
    Khi hoàn tác đợt nhập
    Thì sổ như trước khi nhập
    Khi hoàn tác đợt nhập
    Thì bị từ chối vì "import.unknown_batch"

  Kịch bản: Không hoàn tác được khi đã có việc khác dựa vào
    Cho tệp "tổ chức":
      | Mã tổ chức | Tên tổ chức      | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.13      | Chi bộ khu phố 3 | Chi bộ trực thuộc | TP.1                  | 01/01/2018        |
    Khi nhập tệp
    Thì không có lỗi
    Cho tệp "tổ chức":
      | Mã tổ chức | Tên tổ chức | Loại hình tổ chức | Mã cấp trên trực tiếp | Hoạt động từ ngày |
      | TP.131     | Tổ đảng 1   | Tổ đảng           | TP.13                 | 01/01/2019        |
    Khi nhập tệp
    Và hoàn tác đợt nhập thứ 2
    Thì bị từ chối vì "in_use"
    Khi hoàn tác đợt nhập thứ 3
    Và hoàn tác đợt nhập thứ 2
    Thì có 4 hồ sơ "Tổ chức"

  Kịch bản: Người đã ra khỏi Đảng trong năm vẫn có mặt những ngày trước
    Cho tệp "đảng viên":
      | Số lý lịch | Họ và tên | Giới tính | Ngày sinh | Dân tộc | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Ngày giảm  | Hình thức giảm |
      | 000101BD   | Lê Hai    | Nam       | 1950      | Kinh    | 19/05/1975    | 19/05/1976      | TP.11     | 01/07/2020 | Từ trần        |
      | 000102BD   | Lê Ba     | Nam       | 1950      | Kinh    | 19/05/1975    | 19/05/1976      | TP.11     | 01/07/2020 |                |
      | 000103BD   | Lê Tư     | Nam       | 1950      | Kinh    | 19/05/1975    | 19/05/1976      | TP.11     | 01/07/1974 | Từ trần        |
    Khi kiểm tra thử tệp
    Thì các lỗi là:
      | dòng | cột            | mã         | thông báo                                                          |
      | 3    | Hình thức giảm | required   | Chưa có “Hình thức giảm”                                           |
      | 4    | Ngày giảm      | date_order | “Ngày vào Đảng” (19/05/1975) phải trước “Ngày giảm” (01/07/1974)   |
    Cho tệp "đảng viên":
      | Số lý lịch | Họ và tên | Giới tính | Ngày sinh | Dân tộc | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Ngày giảm  | Hình thức giảm |
      | 000101BD   | Lê Hai    | Nam       | 1950      | Kinh    | 19/05/1975    | 19/05/1976      | TP.11     | 01/07/2020 | Từ trần        |
    Khi nhập tệp
    Thì không có lỗi
    Và ngày 30/06/2020 "TP.11" có 1 đảng viên
    Và ngày 01/07/2020 "TP.11" có 0 đảng viên
    Và có 1 hồ sơ "Giảm đảng viên"

  Kịch bản: Xuất rồi nhập lại được đúng như thế
    Cho đã nhập sổ "đảng viên":
      | Số lý lịch | Họ và tên        | Giới tính | Ngày sinh  | Dân tộc  | Số thẻ   | Ngày vào Đảng | Ngày chính thức | Mã chi bộ | Miễn sinh hoạt từ ngày | Lý do miễn sinh hoạt | Trình độ chuyên môn | Quê quán        |
      | 000101BD   | Trần Thị Ba      | Nữ        | 1945       | Kinh     | 01234567 | 19/05/1970    | 19/05/1971      | TP.11     | 01/01/2020             | Tuổi cao, sức yếu    | Đại học             | Xã Hải An       |
      | 000102BD   | Hồ Văn Hòa       | Nam       | 3/1990     | Vân Kiều |          | 19/05/2020    |                 | TP.12     |                        |                      |                     | =A1; "Bến Đá"   |
      | 000103BD   | Đỗ Thị Ánh       | Nữ        | 12/03/1990 | Kinh     |          | 03/02/2016    | 03/02/2017      | TP.12     |                        |                      |                     |                 |
    Khi xuất sổ "đảng viên" ngày 31/12/2020 rồi nhập vào sổ trống cùng các tổ chức
    Thì không có lỗi
