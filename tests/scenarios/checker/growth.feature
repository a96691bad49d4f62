# language: vi
Tính năng: Soát báo cáo, quy tắc tăng giảm
  Trước, sau và chênh lệch phải khớp; tỷ lệ tăng giảm tính trên số trước. Chênh lệch của hai tỷ lệ là điểm phần trăm.

  Khung kịch bản: Trước, sau, chênh lệch
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                       | kết luận                                |
      | Giảm từ 50 phòng xuống còn 40 phòng, giảm 10 phòng.                       | không có gì                             |
      | Giảm từ 50 phòng xuống còn 40 phòng, giảm 11 phòng.                       | mâu thuẫn, tăng giảm: 50 · 40 · 11      |
      | Giảm từ 50 phòng xuống còn 40 phòng, giảm 20%.                            | không có gì                             |
      | Giảm từ 50 phòng xuống còn 40 phòng, giảm 25%.                            | mâu thuẫn, tăng giảm: 50 · 40 · 25      |
      | Giảm từ 40 phòng xuống còn 50 phòng.                                      | mâu thuẫn, tăng giảm: 40 · 50           |
      | Kết nạp 120 đảng viên, tăng 20 đảng viên so với cùng kỳ (100 đảng viên).  | không có gì                             |
      | Kết nạp 120 đảng viên, tăng 30 đảng viên so với cùng kỳ (100 đảng viên).  | mâu thuẫn, tăng giảm: 120 · 30 · 100    |
      | Kết nạp 120 đảng viên, tăng 20% so với cùng kỳ (100 đảng viên).           | không có gì                             |
      | Kết nạp 120 đảng viên, tăng 16,7% so với cùng kỳ (100 đảng viên).         | mâu thuẫn, tăng giảm: 120 · 16,7 · 100  |
      | Tỷ lệ tăng từ 60% lên 65%, tăng 5 điểm phần trăm.                         | không có gì                             |
      | Tỷ lệ tăng từ 60% lên 65%, tăng 5%.                                       | ghi chú, tăng giảm: 60 · 65 · 5         |
      | Tỷ lệ tăng từ 60% lên 65%, tăng 7 điểm phần trăm.                         | mâu thuẫn, tăng giảm: 60 · 65 · 7       |
      | Kết nạp 252/250 đảng viên, vượt 0,8%.                                     | không có gì                             |
      | Kết nạp 252/250 đảng viên, vượt 1,8%.                                     | mâu thuẫn, tăng giảm: 252 · 250 · 1,8   |
      | Giảm 14 vụ (-18,42%) so với cùng kỳ.                                      | không có gì                             |
      | Giảm 14 vụ (-18,22%) so với cùng kỳ.                                      | mâu thuẫn, tăng giảm: 14 · 18,22        |
      | Nhận 150 đơn (cũ 12 đơn, mới 138 đơn), so với cùng kỳ tăng 30 đơn (năm 2019 là 120 đơn). | không có gì              |
      | Nhận 150 đơn (cũ 12 đơn, mới 138 đơn), so với cùng kỳ tăng 32 đơn (năm 2019 là 120 đơn). | mâu thuẫn, tăng giảm: 150 · 32 · 120 |
