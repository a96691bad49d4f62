# language: vi
Tính năng: Soát báo cáo, cộng các mức xếp loại
  "Tốt trở lên" đã gồm "xuất sắc"; các mức không trùng nhau cộng lại phải bằng số được xếp loại.

  Kịch bản: Số "tốt trở lên" thật ra là số "tốt"
    Cho câu “Trong tổng số 500 đảng viên được đánh giá có 400 đảng viên hoàn thành tốt nhiệm vụ trở lên, trong đó 60 đảng viên hoàn thành xuất sắc nhiệm vụ; 35 đảng viên hoàn thành nhiệm vụ; 5 đảng viên không hoàn thành nhiệm vụ.”
    Khi soát số liệu
    Thì thấy mâu thuẫn, cộng: 500 · 400 · 60 · 35 · 5
    Và lời giải thích có "400 + 60 + 35 + 5 = 500: 400 là số 'hoàn thành tốt', không phải 'tốt trở lên'"

  Khung kịch bản: Đủ mức, thiếu mức, thừa
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                                                                | kết luận                              |
      | Xếp loại 40 chi bộ: 8 hoàn thành xuất sắc nhiệm vụ, 30 hoàn thành tốt nhiệm vụ, 2 hoàn thành nhiệm vụ.                             | không có gì                           |
      | Xếp loại 40 chi bộ: 8 hoàn thành xuất sắc nhiệm vụ, 32 hoàn thành tốt nhiệm vụ, 2 hoàn thành nhiệm vụ.                             | mâu thuẫn, cộng: 40 · 8 · 32 · 2      |
      | Có 33/40 chi bộ hoàn thành tốt nhiệm vụ trở lên; 6/40 chi bộ hoàn thành nhiệm vụ...                                                | nghi vấn, cộng: 33 · 40 · 6 · 40      |
      | Có 33/40 chi bộ hoàn thành tốt nhiệm vụ trở lên, trong đó 8 chi bộ hoàn thành xuất sắc nhiệm vụ; 7/40 chi bộ hoàn thành nhiệm vụ.  | không có gì                           |
      | Đảng viên hoàn thành xuất sắc nhiệm vụ 15%, hoàn thành tốt nhiệm vụ 75%, hoàn thành nhiệm vụ 9%, không hoàn thành nhiệm vụ 1%.     | không có gì                           |
      | Đảng viên hoàn thành xuất sắc nhiệm vụ 18%, hoàn thành tốt nhiệm vụ 75%, hoàn thành nhiệm vụ 9%, không hoàn thành nhiệm vụ 1%.     | mâu thuẫn, cộng: 18 · 75 · 9 · 1      |
