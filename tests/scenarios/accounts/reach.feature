# language: vi
Tính năng: Vai trò nào làm được việc gì, ở đâu
  Căn cứ: docs/access.md

  Vai trò được giao trên một tổ chức với tới tổ chức ấy và mọi cấp dưới theo cây hôm nay, cùng những tổ chức đã kết thúc mà các
  tổ chức ấy kế thừa. Hồ sơ đảng viên thuộc về chi bộ đang sinh hoạt hôm nay; người đã ra khỏi Đảng hoặc chuyển đi thuộc về chi bộ cuối cùng.
  Ngoài phạm vi thì mọi thứ đều "không tìm thấy", giống hệt như không có.

  Bối cảnh:
    Cho hôm nay là ngày 01/06/2025
    Và cây tổ chức:
      | mã   | tên                      | loại hình                                         | trực thuộc | kết thúc   |
      | TP   | Đảng bộ thành phố Bến Đá | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |            |
      | P1   | Đảng bộ phường 1         | Đảng bộ cơ sở                                     | TP         |            |
      | P1.1 | Chi bộ khu phố 1         | Chi bộ trực thuộc                                 | P1         |            |
      | P1.2 | Chi bộ khu phố 2         | Chi bộ trực thuộc                                 | P1         |            |
      | P2   | Đảng bộ phường 2         | Đảng bộ cơ sở                                     | TP         |            |
      | P2.1 | Chi bộ khu phố 3         | Chi bộ trực thuộc                                 | P2         |            |
      | P3   | Đảng bộ phường 3         | Đảng bộ cơ sở                                     | TP         | 01/07/2024 |
      | P3.1 | Chi bộ khu phố 4         | Chi bộ trực thuộc                                 | P3         | 01/07/2024 |
    Và "P3" nhập vào "P1" từ ngày 01/07/2024
    Và đảng viên:
      | số lý lịch | họ tên          | chi bộ | từ ngày    | đến ngày   | sinh hoạt  |
      | 000001BD   | Lê Văn An       | P1.1   | 01/01/2015 |            | chính thức |
      | 000002BD   | Trần Thị Bình   | P1.1   | 01/01/2015 | 01/01/2023 | chính thức |
      | 000002BD   | Trần Thị Bình   | P2.1   | 01/01/2023 |            | chính thức |
      | 000003BD   | Phạm Thị Chi    | P1.2   | 01/01/2015 | 01/01/2022 | chính thức |
      | 000004BD   | Ngô Văn Dũng    | P3.1   | 01/01/2015 | 01/01/2023 | chính thức |
      | 000005BD   | Vũ Thị Giang    | P2.1   | 01/01/2015 |            | chính thức |
      | 000005BD   | Vũ Thị Giang    | P1.2   | 01/01/2025 |            | tạm thời   |
    Và tài khoản:
      | tên       | vai trò           | phạm vi | đảng viên |
      | quantri   | Quản trị          | TP      |           |
      | bantochuc | Ban tổ chức       | TP      |           |
      | banphuong | Ban tổ chức       | P1      |           |
      | capuy     | Cấp ủy cơ sở      | P1      |           |
      | bithu     | Bí thư chi bộ     | P1.1    |           |
      | lanhdao   | Lãnh đạo (xem)    | TP      |           |
      | dangvien  | Đảng viên (tự xem) | P1.1   | 000001BD  |

  Khung kịch bản: Tổ chức trong và ngoài phạm vi
    Khi "<tài khoản>" muốn <việc> của tổ chức "<tổ chức>"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | tài khoản | việc               | tổ chức | kết quả         |
      | quantri   | xem số liệu        | P2.1    | được            |
      | quantri   | xem báo cáo        | TP      | được            |
      | quantri   | xuất sổ đảng viên  | TP      | không có quyền  |
      | quantri   | in danh sách       | TP      | không có quyền  |
      | quantri   | ký báo cáo         | TP      | không có quyền  |
      | quantri   | đổi tên            | P1.1    | không có quyền  |
      | bantochuc | xem số liệu        | P2.1    | được            |
      | bantochuc | ký báo cáo         | TP      | được            |
      | bantochuc | xuất sổ đảng viên  | P2      | được            |
      | bantochuc | in danh sách       | TP      | được            |
      | bantochuc | đổi tên            | P2.1    | được            |
      | banphuong | đổi tên            | P1      | được            |
      | banphuong | giải thể           | P1      | không có quyền  |
      | banphuong | đổi tên            | P2      | không tìm thấy  |
      | capuy     | xem số liệu        | P1      | được            |
      | capuy     | xem số liệu        | P1.2    | được            |
      | capuy     | xem số liệu        | P3      | được            |
      | capuy     | xem số liệu        | P3.1    | được            |
      | capuy     | xem số liệu        | P2      | không tìm thấy  |
      | capuy     | xem số liệu        | P2.1    | không tìm thấy  |
      | capuy     | xem số liệu        | TP      | không tìm thấy  |
      | capuy     | xem số liệu        | P9      | không tìm thấy  |
      | capuy     | xem báo cáo        | P1      | được            |
      | capuy     | xem báo cáo        | P2      | không tìm thấy  |
      | capuy     | ký báo cáo         | P1      | được            |
      | capuy     | ký báo cáo         | TP      | không tìm thấy  |
      | capuy     | xuất sổ đảng viên  | P1      | được            |
      | capuy     | xuất sổ đảng viên  | P2      | không tìm thấy  |
      | capuy     | in danh sách       | P2      | không tìm thấy  |
      | capuy     | đổi tên            | P1.1    | không có quyền  |
      | capuy     | đổi tên            | P2.1    | không tìm thấy  |
      | bithu     | xem số liệu        | P1.1    | được            |
      | bithu     | xem số liệu        | P1      | không tìm thấy  |
      | bithu     | xem số liệu        | P1.2    | không tìm thấy  |
      | bithu     | in danh sách       | P1.1    | được            |
      | bithu     | ký báo cáo         | P1.1    | không có quyền  |
      | bithu     | xem số liệu        | P3.1    | không tìm thấy  |
      | lanhdao   | xem số liệu        | P2.1    | được            |
      | lanhdao   | xem báo cáo        | TP      | được            |
      | lanhdao   | in danh sách       | TP      | không có quyền  |
      | lanhdao   | ký báo cáo         | TP      | không có quyền  |
      | dangvien  | xem số liệu        | P1.1    | không tìm thấy  |
      | dangvien  | xem báo cáo        | TP      | không tìm thấy  |
      | dangvien  | in danh sách       | P1.1    | không tìm thấy  |

  Khung kịch bản: Hồ sơ thuộc về chi bộ hôm nay, hoặc chi bộ cuối cùng
    Khi "<tài khoản>" muốn <việc> của đảng viên "<đảng viên>"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | tài khoản | việc              | đảng viên | kết quả        |
      | quantri   | in lý lịch        | 000001BD  | không có quyền |
      | bantochuc | in lý lịch        | 000002BD  | được           |
      | bantochuc | ghi thay đổi      | 000002BD  | được           |
      | capuy     | in lý lịch        | 000001BD  | được           |
      | capuy     | ghi thay đổi      | 000001BD  | được           |
      | capuy     | in lý lịch        | 000002BD  | không tìm thấy |
      | capuy     | ghi thay đổi      | 000002BD  | không tìm thấy |
      | capuy     | in lý lịch        | 000003BD  | được           |
      | capuy     | in lý lịch        | 000004BD  | được           |
      | capuy     | in lý lịch        | 000005BD  | được           |
      | capuy     | ghi thay đổi      | 000005BD  | không có quyền |
      | capuy     | xem số định danh  | 000005BD  | không có quyền |
      | bithu     | in lý lịch        | 000001BD  | được           |
      | bithu     | ghi thay đổi      | 000001BD  | không có quyền |
      | bithu     | xem số định danh  | 000001BD  | không có quyền |
      | bithu     | in lý lịch        | 000003BD  | không tìm thấy |
      | lanhdao   | in lý lịch        | 000004BD  | được           |
      | lanhdao   | xem số định danh  | 000004BD  | không có quyền |
      | dangvien  | in lý lịch        | 000001BD  | được           |
      | dangvien  | xem số định danh  | 000001BD  | được           |
      | dangvien  | ghi thay đổi      | 000001BD  | không có quyền |
      | dangvien  | in lý lịch        | 000002BD  | không tìm thấy |

  Kịch bản: Danh sách của một ngày đã qua ghi đúng người có mặt ngày ấy
    Khi "capuy" muốn in danh sách của tổ chức "P1" ngày 31/12/2022
    Thì danh sách có 2 người
    Khi "capuy" muốn in danh sách của tổ chức "P1" ngày 01/06/2025
    Thì danh sách có 1 người

  Kịch bản: Xuất sổ không ghi mã tổ chức là xuất những gì mình được xuất
    Khi "capuy" xuất sổ tổ chức ngày 01/06/2025
    Thì sổ có 3 dòng
    Khi "capuy" xuất sổ tổ chức ngày 31/12/2023
    Thì sổ có 5 dòng
    Khi "bantochuc" xuất sổ tổ chức ngày 01/06/2025
    Thì sổ có 6 dòng

  Kịch bản: Nhập sổ từ chối từng dòng ngoài phạm vi như thể không có
    Khi "capuy" nhập sổ sinh hoạt đảng:
      | Số lý lịch | Chi bộ | Sinh hoạt từ ngày | Hình thức sinh hoạt |
      | 000001BD   | P1.2   | 01/05/2025        | Chính thức          |
      | 000002BD   | P1.2   | 01/05/2025        | Chính thức          |
      | 000001BD   | P2.1   | 01/06/2025        | Chính thức          |
      | 000009BD   | P1.2   | 01/05/2025        | Chính thức          |
    Thì các dòng bị từ chối là:
      | dòng | lý do                |
      | 3    | unknown_member       |
      | 4    | unknown_organisation |
      | 5    | unknown_member       |

  Kịch bản: Cùng những dòng ấy, ban tổ chức nhập được
    Khi "bantochuc" nhập sổ sinh hoạt đảng:
      | Số lý lịch | Chi bộ | Sinh hoạt từ ngày | Hình thức sinh hoạt |
      | 000001BD   | P1.2   | 01/05/2025        | Chính thức          |
      | 000002BD   | P1.2   | 01/05/2025        | Chính thức          |
    Thì không dòng nào bị từ chối

  Khung kịch bản: Đợt nhập do ai hoàn tác
    Khi "<nhập>" nhập sổ sinh hoạt đảng:
      | Số lý lịch | Chi bộ | Sinh hoạt từ ngày | Hình thức sinh hoạt |
      | 000001BD   | P1.2   | 01/05/2025        | Chính thức          |
    Và "<hoàn tác>" hoàn tác đợt nhập ấy
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | nhập      | hoàn tác  | kết quả              |
      | capuy     | capuy     | được                 |
      | capuy     | bantochuc | được                 |
      | bantochuc | capuy     | import.unknown_batch |
      | capuy     | bithu     | không có quyền       |
      | capuy     | quantri   | không có quyền       |

  Kịch bản: Ủy quyền có hạn, trong phạm vi của mình
    Khi "capuy" ủy quyền cho "bithu" vai trò "Cấp ủy cơ sở" ở "P1.1" từ ngày 01/06/2025 đến ngày 15/06/2025
    Thì kết quả là "được"
    Khi "bithu" muốn ghi thay đổi của đảng viên "000001BD"
    Thì kết quả là "được"
    Cho hôm nay là ngày 15/06/2025
    Khi "bithu" muốn ghi thay đổi của đảng viên "000001BD"
    Thì kết quả là "không có quyền"

  Khung kịch bản: Không ai giao hay ủy quyền hơn cái mình có
    Khi "<tài khoản>" giao cho "bithu" vai trò "<vai trò>" ở "<tổ chức>"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | tài khoản | vai trò      | tổ chức | kết quả        |
      | quantri   | Ban tổ chức  | P2      | được           |
      | bantochuc | Cấp ủy cơ sở | P2      | được           |
      | bantochuc | Quản trị     | P2      | không có quyền |
      | capuy     | Cấp ủy cơ sở | P1.1    | không có quyền |
      | dangvien  | Ban tổ chức  | TP      | không có quyền |
