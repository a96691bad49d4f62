# language: vi
Tính năng: Cây tổ chức của một ngày
  Cây tổ chức phải đứng vững vào mọi ngày: mỗi tổ chức có nhiều nhất một cấp trên, không vòng quanh, đúng cấp, đúng loại hình.
  Mọi điểm sai được nêu cùng một lúc, kèm điều khoản.
  Căn cứ: Điều lệ Đảng, Điều 10; Quy định 294-QĐ/TW, Điều 10 và Điều 20.

  Kịch bản: Đảng bộ thành phố Sông Hồ năm 2020
    Cho cây tổ chức ngày 31/12/2020:
      | mã        | tên                                | loại hình                                         | trực thuộc |
      | SH        | Đảng bộ thành phố Sông Hồ          | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |
      | SH.01     | Đảng bộ phường Bến Đò              | Đảng bộ cơ sở                                     | SH         |
      | SH.01.01  | Chi bộ khu phố 1                   | Chi bộ trực thuộc                                 | SH.01      |
      | SH.01.02  | Chi bộ khu phố 2                   | Chi bộ trực thuộc                                 | SH.01      |
      | SH.01.02A | Tổ đảng số 1                       | Tổ đảng                                           | SH.01.02   |
      | SH.02     | Đảng bộ Công an thành phố          | Đảng bộ cơ sở                                     | SH         |
      | SH.02.A   | Đảng bộ bộ phận Công an các phường | Đảng bộ bộ phận                                   | SH.02      |
      | SH.02.A1  | Chi bộ Công an phường Bến Đò       | Chi bộ trực thuộc                                 | SH.02.A    |
      | SH.03     | Chi bộ Tòa án nhân dân thành phố   | Chi bộ cơ sở                                      | SH         |
      | UB        | Ủy ban nhân dân thành phố          | Cơ quan nhà nước                                  |            |
    Khi xét cây tổ chức
    Thì không có gì sai
    Và dưới "SH" có 8 tổ chức
    Và dưới "SH.01.02" có 1 tổ chức
    Và từ "SH.02.A1" lên là: SH.02.A, SH.02, SH
    Và từ "UB" lên là: không có

  Kịch bản: Cấp trên không có trong cây của ngày đó
    Cho cây tổ chức ngày 31/12/2020:
      | mã | tên           | loại hình         | trực thuộc |
      | A  | Đảng bộ xã A  | Đảng bộ cơ sở     |            |
      | A1 | Chi bộ thôn 1 | Chi bộ trực thuộc | A          |
      | B1 | Chi bộ thôn 2 | Chi bộ trực thuộc | B          |
    Khi xét cây tổ chức
    Thì các điểm sai là:
      | điểm sai                                                                               | theo |
      | Cấp trên trực tiếp của “Chi bộ thôn 2” (mã B1) không có trong cây tổ chức của ngày này |      |

  Kịch bản: Tổ chức vòng quanh nhau
    # Hai đảng bộ trực thuộc lẫn nhau đều sai; tổ chức ở dưới chúng thì không.
    Cho cây tổ chức ngày 31/12/2020:
      | mã | tên           | loại hình         | trực thuộc |
      | A  | Đảng bộ xã A  | Đảng bộ cơ sở     | B          |
      | A1 | Chi bộ thôn 1 | Chi bộ trực thuộc | A          |
      | B  | Đảng bộ xã B  | Đảng bộ cơ sở     | A          |
      | C  | Đảng bộ xã C  | Đảng bộ cơ sở     | C          |
    Khi xét cây tổ chức
    Thì các điểm sai là:
      | điểm sai                                                                      | theo |
      | “Đảng bộ xã A” (mã A) không thể trực thuộc chính nó hay một tổ chức ở dưới nó |      |
      | “Đảng bộ xã B” (mã B) không thể trực thuộc chính nó hay một tổ chức ở dưới nó |      |
      | “Đảng bộ xã C” (mã C) không thể trực thuộc chính nó hay một tổ chức ở dưới nó |      |

  Kịch bản: Dưới chi bộ chỉ có tổ đảng
    Cho cây tổ chức ngày 01/07/2025:
      | mã | tên                | loại hình                 | trực thuộc |
      | A  | Chi bộ Trường học  | Chi bộ cơ sở              |            |
      | A1 | Chi bộ khối lớp 1  | Chi bộ trực thuộc         | A          |
      | A2 | Tổ đảng khối lớp 2 | Tổ đảng                   | A          |
      | A3 | Chi bộ lớp học tạm | Chi bộ sinh hoạt tạm thời | A          |
    Khi xét cây tổ chức
    Thì các điểm sai là:
      | điểm sai                                                                                  | theo                   |
      | “Chi bộ khối lớp 1” không thể trực thuộc “Chi bộ Trường học”: dưới chi bộ chỉ có tổ đảng  | 294-QĐ/TW, Điều 20.3.2 |
      | “Chi bộ lớp học tạm” không thể trực thuộc “Chi bộ Trường học”: dưới chi bộ chỉ có tổ đảng | 294-QĐ/TW, Điều 20.3.2 |

  Kịch bản: Tổ chức đảng không trực thuộc cơ quan nhà nước; cơ quan nhà nước thì xếp ở đâu cũng được
    Cho cây tổ chức ngày 31/12/2020:
      | mã | tên                     | loại hình                                         | trực thuộc |
      | H  | Đảng bộ huyện H         | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |
      | U  | Ủy ban nhân dân huyện H | Cơ quan nhà nước                                  | H          |
      | U1 | Phòng Nội vụ            | Cơ quan nhà nước                                  | U          |
      | C  | Chi bộ Ủy ban nhân dân  | Chi bộ cơ sở                                      | U          |
    Khi xét cây tổ chức
    Thì các điểm sai là:
      | điểm sai                                                                                                            | theo |
      | “Chi bộ Ủy ban nhân dân” là tổ chức đảng, không thể trực thuộc “Ủy ban nhân dân huyện H” không phải là tổ chức đảng |      |

  Khung kịch bản: Cấp dưới và cấp trên
    Cho cây tổ chức ngày <ngày>:
      | mã | tên  | loại hình  | trực thuộc |
      | A  | Trên | <cấp trên> |            |
      | B  | Dưới | <cấp dưới> | A          |
    Khi xét cây tổ chức
    Thì <kết luận>

    Dữ liệu:
      | ngày       | cấp trên                                          | cấp dưới                                          | kết luận                                                             |
      | 31/12/2020 | Đảng bộ tỉnh, thành phố trực thuộc Trung ương     | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | không có gì sai                                                      |
      | 31/12/2020 | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | Đảng bộ tỉnh, thành phố trực thuộc Trung ương     | sai ở "organisation.wrong_level", theo "Điều lệ Đảng (2011), Điều 10"|
      | 31/12/2020 | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | Chi bộ cơ sở                                      | không có gì sai                                                      |
      | 01/07/2025 | Đảng bộ tỉnh, thành phố trực thuộc Trung ương     | Đảng bộ xã, phường, đặc khu                       | không có gì sai                                                      |
      | 01/07/2025 | Đảng bộ xã, phường, đặc khu                       | Chi bộ trực thuộc                                 | không có gì sai                                                      |
      | 01/07/2025 | Đảng bộ xã, phường, đặc khu                       | Đảng bộ cơ sở                                     | không có gì sai                                                      |
      | 31/12/2020 | Đảng bộ cơ sở                                     | Đảng bộ bộ phận                                   | không có gì sai                                                      |
      | 31/12/2020 | Đảng bộ cơ sở                                     | Chi bộ cơ sở                                      | sai ở "organisation.wrong_level", theo "Điều lệ Đảng (2011), Điều 10"|
      | 31/12/2020 | Đảng bộ bộ phận                                   | Đảng bộ cơ sở                                     | sai ở "organisation.wrong_level", theo "Điều lệ Đảng (2011), Điều 10"|
      | 31/12/2020 | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | Đảng bộ bộ phận                                   | sai ở "organisation.wrong_level", theo ""                             |
      | 31/12/2020 | Chi bộ sinh hoạt tạm thời                         | Tổ đảng                                           | không có gì sai                                                      |
      | 31/12/2020 | Đảng bộ cơ sở                                     | Tổ đảng                                           | sai ở "organisation.wrong_level", theo ""                             |
      | 31/12/2020 | Tổ đảng                                           | Tổ đảng                                           | sai ở "organisation.wrong_level", theo ""                             |
      | 31/12/2020 | Chi bộ trực thuộc                                 | Đảng bộ bộ phận                                   | sai ở "organisation.superior_is_cell", theo ""                        |
      | 01/07/2025 | Chi bộ trực thuộc                                 | Đảng bộ bộ phận                                   | sai ở "organisation.superior_is_cell", theo "294-QĐ/TW, Điều 20.3.2" |
      | 01/07/2025 | Đảng bộ cơ sở                                     | Tổ đảng                                           | sai ở "organisation.wrong_level", theo "294-QĐ/TW, Điều 20.3.2"      |
      | 01/07/2025 | Đảng bộ xã, phường, đặc khu                       | Đảng bộ bộ phận                                   | sai ở "organisation.wrong_level", theo "294-QĐ/TW, Điều 20.3.3"      |
      | 01/07/2025 | Đảng bộ cơ sở                                     | Chi bộ cơ sở                                      | sai ở "organisation.wrong_level", theo "Điều lệ Đảng (2011), Điều 10" |

  Khung kịch bản: Từ 01/7/2025 không còn cấp huyện
    Cho cây tổ chức ngày <ngày>:
      | mã | tên             | loại hình                                         | trực thuộc |
      | H  | Đảng bộ huyện H | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh |            |
    Khi xét cây tổ chức
    Thì <kết luận>

    Dữ liệu:
      | ngày       | kết luận                                                          |
      | 30/06/2025 | không có gì sai                                                   |
      | 01/07/2025 | sai ở "organisation.kind_not_in_force", theo "294-QĐ/TW, Điều 10" |

  Kịch bản: Mọi điểm sai được nêu cùng một lúc
    Cho cây tổ chức ngày 01/07/2025:
      | mã | tên             | loại hình                                         | trực thuộc |
      | H  | Đảng bộ huyện H | Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh | T          |
      | K  | Chi bộ K        | Chi bộ cơ sở                                      | H          |
      | K1 | Chi bộ K1       | Chi bộ trực thuộc                                 | K          |
    Khi xét cây tổ chức
    Thì các điểm sai là:
      | điểm sai                                                                                                  | theo                   |
      | “Đảng bộ huyện H”: ngày 01/07/2025 không có loại hình “Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh” | 294-QĐ/TW, Điều 10     |
      | Cấp trên trực tiếp của “Đảng bộ huyện H” (mã H) không có trong cây tổ chức của ngày này                   |                        |
      | “Chi bộ K1” không thể trực thuộc “Chi bộ K”: dưới chi bộ chỉ có tổ đảng                                   | 294-QĐ/TW, Điều 20.3.2 |
