# language: vi
Tính năng: Soát báo cáo, nhận ra số liệu
  Chỉ những con số đếm người, tổ chức, việc và những tỷ lệ mới là số liệu; năm, ngày, số văn bản, tiền, tuổi thì không.

  Khung kịch bản: Các cách viết số
    Cho câu “<câu>”
    Thì đọc được <số liệu>

    Dữ liệu:
      | câu                                          | số liệu                             |
      | Kết nạp 1.130 đảng viên.                     | 1.130 đảng viên                     |
      | Kết nạp 1130 đảng viên.                      | 1.130 đảng viên                     |
      | Đã nhập 1,130 hồ sơ.                         | 1.130 hồ sơ                         |
      | Tỷ lệ đạt 79,7%.                             | 79,7%                               |
      | Tỷ lệ đạt 79.7 %.                            | 79,7%                               |
      | Tỷ lệ đạt 85 phần trăm.                      | 85%                                 |
      | Có 42/49 TCCSĐ hoàn thành.                   | 42/49 tổ chức cơ sở đảng            |
      | Có 42 chi bộ/49 chi bộ hoàn thành.           | 42/49 chi bộ                        |
      | Tổng số đảng viên: 5.907.                    | 5.907 đảng viên                     |
      | Có 244 lượt kiểm tra đối với 60 đồng chí.    | 244 lượt; 60 đồng chí               |

  Khung kịch bản: Con số không phải là số liệu
    Cho câu “<câu>”
    Thì đọc được <số liệu>

    Dữ liệu:
      | câu                                                              | số liệu              |
      | Năm 2020, nhiệm kỳ 2020 - 2025.                                  | không có số liệu nào |
      | Ngày 14/10/1930, tháng 9/2023, sáng 18/1.                        | không có số liệu nào |
      | Nghị quyết số 21-NQ/TW và Chương trình 01-CTr/TU.                | không có số liệu nào |
      | Nghị định 56/2015/NĐ-CP, Điều 12, khoản 3.                       | không có số liệu nào |
      | Hội nghị Trung ương 4, 5, 6 (khóa XIII).                         | không có số liệu nào |
      | Thu ngân sách 412 tỷ đồng, thu hồi 4.168m2 đất.                  | không có số liệu nào |
      | Người cao tuổi nhất 77 tuổi, 30 năm tuổi Đảng.                   | không có số liệu nào |
      | Điện thoại 0234382123, lúc 16h30.                                | không có số liệu nào |
      | Mỗi năm kết nạp từ 90 - 100 đảng viên.                           | không có số liệu nào |
      | Năm 2022 có 12 đảng viên mới.                                    | 12 đảng viên         |
