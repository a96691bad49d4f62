# language: vi
Tính năng: Tuổi đời khi kết nạp
  Người được kết nạp phải đủ 18 tuổi, tính theo tháng: đủ 216 tháng tròn từ ngày sinh đến ngày kết nạp.
  Căn cứ: Điều lệ Đảng (2011), Điều 1.2; từ 01/7/2025 theo Quy định 294-QĐ/TW, Điều 1.1.1.

  Khung kịch bản: Đủ 216 tháng thì kết nạp được, thiếu một ngày thì chưa
    Cho người sinh ngày <ngày sinh>
    Khi kết nạp ngày <kết nạp>
    Thì <kết luận>

    Dữ liệu:
      | ngày sinh  | kết nạp    | kết luận                                                                    |
      | 15/05/2000 | 15/05/2018 | đủ tuổi                                                                     |
      | 15/05/2000 | 14/05/2018 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 15/05/2000 | 19/05/2010 | chưa đủ tuổi: mới 120 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 15/05/1960 | 15/05/2018 | đủ tuổi                                                                     |

  Khung kịch bản: Sinh vào ngày mà tháng kết nạp không có
    Cho người sinh ngày <ngày sinh>
    Khi kết nạp ngày <kết nạp>
    Thì <kết luận>

    Dữ liệu:
      | ngày sinh  | kết nạp    | kết luận                                                                    |
      | 29/02/2004 | 28/02/2022 | đủ tuổi                                                                     |
      | 29/02/2004 | 27/02/2022 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 28/02/2002 | 28/02/2020 | đủ tuổi                                                                     |
      | 31/08/2000 | 31/08/2018 | đủ tuổi                                                                     |

  Khung kịch bản: Chỉ biết năm sinh, hoặc tháng và năm sinh, thì tính từ ngày sớm nhất có thể
    # Hồ sơ cũ nhiều khi không ghi đủ ngày sinh; chỉ từ chối khi chắc chắn chưa đủ tuổi.
    Cho người sinh ngày <ngày sinh>
    Khi kết nạp ngày <kết nạp>
    Thì <kết luận>

    Dữ liệu:
      | ngày sinh | kết nạp    | kết luận                                                                    |
      | 2000      | 01/01/2018 | đủ tuổi                                                                     |
      | 2000      | 31/12/2017 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 05/2000   | 01/05/2018 | đủ tuổi                                                                     |
      | 05/2000   | 30/04/2018 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |

  Khung kịch bản: Mỗi thời kỳ theo văn bản của thời kỳ đó
    Cho người sinh ngày <ngày sinh>
    Khi kết nạp ngày <kết nạp>
    Thì chưa đủ tuổi: mới 215 trong 216 tháng, theo "<văn bản>"

    Dữ liệu:
      | ngày sinh  | kết nạp    | văn bản                       |
      | 01/07/2007 | 30/06/2025 | Điều lệ Đảng (2011), Điều 1.2 |
      | 02/07/2007 | 01/07/2025 | 294-QĐ/TW, Điều 1.1.1         |

  Khung kịch bản: Kết nạp trước Điều lệ 2011 cũng xét theo Điều lệ 2011
    # Các Điều lệ trước đó cũng quy định 18 tuổi nhưng nguồn đã đọc chưa có văn bản.
    Cho người sinh ngày <ngày sinh>
    Khi kết nạp ngày <kết nạp>
    Thì <kết luận>

    Dữ liệu:
      | ngày sinh  | kết nạp    | kết luận                                                                    |
      | 19/01/1993 | 18/01/2011 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 18/01/1993 | 18/01/2011 | đủ tuổi                                                                     |
      | 03/02/1948 | 02/02/1966 | chưa đủ tuổi: mới 215 trong 216 tháng, theo "Điều lệ Đảng (2011), Điều 1.2" |
      | 1948       | 03/02/1966 | đủ tuổi                                                                     |
