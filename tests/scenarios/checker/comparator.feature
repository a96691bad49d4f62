# language: vi
Tính năng: Soát báo cáo, quy tắc so sánh
  Trên, hơn, gần, dưới, vượt phải đúng với con số đi kèm.

  Khung kịch bản: Từ so sánh và con số
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                            | kết luận                            |
      | Trên 50% chi bộ (31/60 chi bộ) có nhà sinh hoạt.               | không có gì                         |
      | Trên 50% chi bộ (30/60 chi bộ) có nhà sinh hoạt.               | mâu thuẫn, so sánh: 50 · 30 · 60    |
      | Gần 90% chi bộ (53/60 chi bộ) có nhà sinh hoạt.                | không có gì                         |
      | Gần 90% chi bộ (56/60 chi bộ) có nhà sinh hoạt.                | mâu thuẫn, so sánh: 90 · 56 · 60    |
      | Kết nạp 61/60 đảng viên, vượt chỉ tiêu.                        | không có gì                         |
      | Kết nạp 59/60 đảng viên, vượt chỉ tiêu.                        | mâu thuẫn, so sánh: 59 · 60         |
      | Kết nạp 60/60 đảng viên, chưa đạt chỉ tiêu.                    | mâu thuẫn, so sánh: 60 · 60         |
      | Hơn một nửa số chi bộ (31/60 chi bộ) đã đại hội.               | không có gì                         |
      | Hơn một nửa số chi bộ (29/60 chi bộ) đã đại hội.               | mâu thuẫn, so sánh: 29 · 60         |
      | Có 57/60 thôn thành lập chi bộ, đạt 95%, vượt chỉ tiêu.        | không có gì                         |
