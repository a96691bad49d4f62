# language: vi
Tính năng: Đọc ngày và đếm thời gian
  Ngày viết theo cách Việt Nam: ngày trước tháng. Ngày sinh, ngày lịch sử có thể chỉ biết năm, hoặc tháng và năm.

  Khung kịch bản: Đọc ngày có thể chưa đủ
    Khi đọc "<viết>"
    Thì được ngày <đọc là>, sớm nhất là <từ ngày>, muộn nhất là <đến ngày>

    Dữ liệu:
      | viết      | đọc là     | từ ngày    | đến ngày   |
      | 3/2/1930  | 03/02/1930 | 03/02/1930 | 03/02/1930 |
      | 29-2-2020 | 29/02/2020 | 29/02/2020 | 29/02/2020 |
      | 2/2020    | 02/2020    | 01/02/2020 | 29/02/2020 |
      | 2/1900    | 02/1900    | 01/02/1900 | 28/02/1900 |
      | 1985      | 1985       | 01/01/1985 | 31/12/1985 |

  Khung kịch bản: Ngày không có thật thì không đọc
    Khi đọc "<viết>"
    Thì không đọc được

    Dữ liệu:
      | viết      |
      | 29/2/2021 |
      | 31/4/2020 |
      | 13/2020   |
      | 2/13/2020 |
      | 1/1/85    |

  Khung kịch bản: Tháng tròn và năm tròn giữa hai ngày
    Khi đếm từ ngày <từ ngày> đến ngày <đến ngày>
    Thì được <tháng> tháng tròn và <năm> năm tròn

    Dữ liệu:
      | từ ngày    | đến ngày   | tháng | năm |
      | 19/05/2025 | 18/05/2026 | 11    | 0   |
      | 19/05/2025 | 19/05/2026 | 12    | 1   |
      | 19/05/1990 | 18/05/2020 | 359   | 29  |
      | 19/05/1990 | 19/05/2020 | 360   | 30  |
