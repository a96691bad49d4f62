# language: vi
Tính năng: Soát báo cáo, quy tắc bộ phận
  Một phần không thể lớn hơn toàn bộ. Khác đơn vị tính thì không so: 244 lượt và 60 đồng chí.

  Khung kịch bản: Phần và toàn bộ
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                          | kết luận                     |
      | Có 30 đảng viên vi phạm, trong đó 30 đảng viên bị kỷ luật.                   | không có gì                  |
      | Có 30 đảng viên vi phạm, trong đó 31 đảng viên bị kỷ luật.                   | mâu thuẫn, bộ phận: 30 · 31  |
      | Giám sát 60 đồng chí, trong đó có 244 lượt kiểm tra tại chỗ.                 | không có gì                  |
      | Có 50/49 chi bộ tổ chức kiểm điểm cuối năm.                                  | mâu thuẫn, bộ phận: 50 · 49  |
      | Kết nạp 52/49 đảng viên theo kế hoạch.                                       | không có gì                  |
      | Nữ chiếm 104% số đại biểu.                                                   | mâu thuẫn, bộ phận: 104      |
      | Kết nạp 60 đảng viên, trong đó có 20 nữ, nâng tổng số đảng viên lên 1.200.   | không có gì                  |
      | Có 52 trong tổng số 49 chi bộ được đánh giá chất lượng.                      | mâu thuẫn, bộ phận: 52 · 49  |
