# language: vi
Tính năng: Biến động tổ chức theo quyết định
  Căn cứ: Quy định 294-QĐ/TW ngày 26/5/2025, Điều 10 và Điều 20; Điều lệ Đảng, Điều 10 và Điều 21

  Mỗi việc là một quyết định, đúng từ một ngày; cây tổ chức của những ngày trước không đổi.

  Bối cảnh:
    Cho cây tổ chức từ ngày 01/01/2015:
      | mã    | tên                      | loại hình                                         | trực thuộc |
      | TP    | Đảng bộ thành phố Bến Đá | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |
      | TP.1  | Đảng bộ phường 1         | Đảng bộ cơ sở                                     | TP         |
      | TP.11 | Chi bộ khu phố 1         | Chi bộ trực thuộc                                 | TP.1       |
      | TP.12 | Chi bộ khu phố 2         | Chi bộ trực thuộc                                 | TP.1       |
      | TP.2  | Đảng bộ phường 2         | Đảng bộ cơ sở                                     | TP         |
      | TP.9  | Chi bộ Trường mầm non    | Chi bộ cơ sở                                      | TP         |

  Kịch bản: Thành lập chi bộ trong đảng bộ phường
    Khi thành lập "Chi bộ khu phố 3" mã "TP.13", loại hình "Chi bộ trực thuộc", thuộc "TP.1" từ ngày 01/7/2020 theo quyết định "15-QĐ/ĐU"
    Thì ngày 30/6/2020 dưới "TP.1" có: "TP.11, TP.12"
    Và ngày 01/7/2020 dưới "TP.1" có: "TP.11, TP.12, TP.13"
    Và nhật ký ghi việc "establish_organisation" theo quyết định "15-QĐ/ĐU"

  Kịch bản: Đổi tên từ một ngày trong tương lai
    Khi đổi tên "TP.11" thành "Chi bộ khu phố Hòa Bình" từ ngày 01/01/2021 theo quyết định "20-QĐ/ĐU"
    Thì ngày 31/12/2020 tên của "TP.11" là "Chi bộ khu phố 1"
    Và ngày 01/01/2021 tên của "TP.11" là "Chi bộ khu phố Hòa Bình"

  Kịch bản: Chuyển chi bộ sang đảng bộ khác
    Khi chuyển "TP.12" về trực thuộc "TP.2" từ ngày 01/7/2020 theo quyết định "16-QĐ/TU"
    Thì ngày 30/6/2020 dưới "TP.1" có: "TP.11, TP.12"
    Và ngày 01/7/2020 dưới "TP.1" có: "TP.11"
    Và ngày 01/7/2020 dưới "TP.2" có: "TP.12"

  Kịch bản: Giải thể chi bộ không còn đảng viên
    Khi giải thể "TP.12" từ ngày 01/7/2020 theo quyết định "17-QĐ/ĐU"
    Thì ngày 30/6/2020 dưới "TP.1" có: "TP.11, TP.12"
    Và ngày 01/7/2020 dưới "TP.1" có: "TP.11"

  Kịch bản: Hai việc cùng một quyết định chỉ ghi quyết định một lần
    Khi chuyển "TP.12" về trực thuộc "TP.2" từ ngày 01/7/2020 theo quyết định "16-QĐ/TU"
    Và chuyển "TP.11" về trực thuộc "TP.2" từ ngày 01/7/2020 theo quyết định "16-QĐ/TU"
    Thì có 1 quyết định số "16-QĐ/TU"

  Kịch bản: Không giải thể đảng bộ còn chi bộ bên dưới
    Khi giải thể "TP.1" từ ngày 01/7/2020 theo quyết định "18-QĐ/TU"
    Thì bị từ chối vì "organisation.has_subordinates" theo ""
    Và ngày 01/7/2020 dưới "TP" có: "TP.1, TP.2, TP.9"
    Và có 0 quyết định số "18-QĐ/TU"

  Kịch bản: Không giải thể chi bộ còn đảng viên
    Cho "TP.12" có 1 đảng viên từ ngày 03/02/2019
    Khi giải thể "TP.12" từ ngày 01/7/2020 theo quyết định "17-QĐ/ĐU"
    Thì bị từ chối vì "organisation.has_members" theo ""

  Kịch bản: Từ 01/7/2025 việc giải thể được xét theo Quy định 294-QĐ/TW
    Cho "TP.12" có 1 đảng viên từ ngày 03/02/2019
    Khi giải thể "TP.12" từ ngày 01/8/2025 theo quyết định "24-QĐ/ĐU"
    Thì bị từ chối vì "organisation.has_members" theo "294-QĐ/TW, Điều 6.3.5"

  Kịch bản: Từ 01/7/2025 đảng bộ còn chi bộ không được giải thể, cũng theo quy định ấy
    Khi giải thể "TP.1" từ ngày 01/8/2025 theo quyết định "25-QĐ/TU"
    Thì bị từ chối vì "organisation.has_subordinates" theo "294-QĐ/TW, Điều 10.5"

  Khung kịch bản: Việc làm sai cây tổ chức bị từ chối, kèm điều khoản của ngày ấy
    Khi chuyển "<mã>" về trực thuộc "<về>" từ ngày 01/7/2020 theo quyết định "19-QĐ/TU"
    Thì bị từ chối vì "<lý do>" theo "<căn cứ>"

    Dữ liệu:
      | mã    | về    | lý do                            | căn cứ                       |
      | TP.1  | TP.2  | organisation.wrong_level         | Điều lệ Đảng (2011), Điều 10 |
      | TP.11 | TP.12 | organisation.superior_is_cell    |                              |
      | TP.11 | TP.9  | organisation.superior_is_cell    |                              |
      | TP.1  | TP.11 | organisation.cycle               |                              |
      | TP.11 | TP.77 | organisation.unknown             |                              |

  Kịch bản: Việc hôm nay không được làm hỏng việc đã quyết cho ngày mai
    Khi thành lập "Chi bộ khu phố 5" mã "TP.25", loại hình "Chi bộ trực thuộc", thuộc "TP.2" từ ngày 01/9/2020 theo quyết định "21-QĐ/TU"
    Và giải thể "TP.2" từ ngày 01/7/2020 theo quyết định "22-QĐ/TU"
    Thì bị từ chối vì "organisation.superior_missing" theo ""

  Kịch bản: Mã tổ chức không được trùng
    Khi thành lập "Chi bộ khác" mã "TP.11", loại hình "Chi bộ trực thuộc", thuộc "TP.1" từ ngày 01/7/2020 theo quyết định "23-QĐ/ĐU"
    Thì bị từ chối vì "not_unique" theo ""
