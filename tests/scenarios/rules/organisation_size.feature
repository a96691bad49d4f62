# language: vi
Tính năng: Hình thức tổ chức phải hợp với số đảng viên
  Căn cứ: Điều lệ Đảng (2011), Điều 21; Quy định 294-QĐ/TW ngày 26/5/2025, Điều 20

  Khung kịch bản: Chi bộ có ít nhất ba đảng viên chính thức
    Cho "Chi bộ trực thuộc" có <đảng viên> đảng viên, trong đó <chính thức> chính thức
    Khi kiểm tra ngày 31/12/2020
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | đảng viên | chính thức | kết quả                            |
      | 3         | 3          | đúng quy định                      |
      | 3         | 2          | organisation.too_few_full_members  |
      | 5         | 2          | organisation.too_few_full_members  |
      | 0         | 0          | organisation.too_few_full_members  |

  Khung kịch bản: Đảng bộ cơ sở từ 30 đảng viên, dưới đó là chi bộ cơ sở
    Cho "<loại hình>" có <đảng viên> đảng viên, trong đó <đảng viên> chính thức
    Khi kiểm tra ngày 31/12/2020
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | loại hình      | đảng viên | kết quả                           |
      | Đảng bộ cơ sở  | 30        | đúng quy định                     |
      | Đảng bộ cơ sở  | 29        | organisation.too_small_for_party  |
      | Chi bộ cơ sở   | 29        | đúng quy định                     |
      | Chi bộ cơ sở   | 30        | organisation.too_large_for_cell   |

  Khung kịch bản: Chi bộ trực thuộc trên 30 đảng viên, từ ngày 294-QĐ/TW có hiệu lực
    Cho "Chi bộ trực thuộc" có <đảng viên> đảng viên, trong đó <đảng viên> chính thức
    Khi kiểm tra ngày <ngày>
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | đảng viên | ngày       | kết quả                     |
      | 30        | 01/07/2025 | đúng quy định               |
      | 31        | 01/07/2025 | organisation.cell_too_large |
      | 31        | 30/06/2025 | đúng quy định               |

  Kịch bản: Văn bản đồng ý của cấp trên cho phép hình thức khác
    Cho "Đảng bộ cơ sở" có 25 đảng viên, trong đó 24 chính thức
    Và cấp trên đã đồng ý bằng văn bản
    Khi kiểm tra ngày 01/07/2025
    Thì kết quả là "đúng quy định"

  Kịch bản: Văn bản đồng ý không thay được ba đảng viên chính thức
    Cho "Chi bộ trực thuộc" có 2 đảng viên, trong đó 2 chính thức
    Và cấp trên đã đồng ý bằng văn bản
    Khi kiểm tra ngày 01/07/2025
    Thì kết quả là "organisation.too_few_full_members" theo "294-QĐ/TW, Điều 20.3"
