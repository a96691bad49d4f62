# language: vi
Tính năng: Soát báo cáo, quy tắc mẫu số
  Tỷ lệ tính trên một tổng khác với tổng mà câu văn đang nói; bộ soát nói rõ tỷ lệ ấy khớp với tổng nào.

  Khung kịch bản: Mẫu số đang nói và mẫu số khác
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                                      | kết luận                                     |
      | Huyện có 2.000 đảng viên. Trong số 160 đảng viên mới kết nạp có 80 đảng viên nữ, chiếm 50%.              | không có gì                                  |
      | Huyện có 2.000 đảng viên. Trong số 160 đảng viên mới kết nạp có 90 đảng viên nữ, chiếm 4,5%.             | mâu thuẫn, mẫu số: 2.000 · 160 · 90 · 4,5    |
      | Huyện có 2.000 đảng viên. Trong số 160 đảng viên mới kết nạp có 90 đảng viên nữ, chiếm 56,3%.            | không có gì                                  |
      | Có 400 đảng viên, trong đó 100 đồng chí được khen (25%), gồm 40 đồng chí được Tỉnh ủy khen (chiếm 10%).  | không có gì                                  |

  Kịch bản: Nói rõ mẫu số khớp
    Cho câu “Tỉnh có 1.500 chi bộ. Trong tổng số 300 chi bộ được kiểm tra, có 36 chi bộ vi phạm, chiếm 2,4%.”
    Khi soát số liệu
    Thì thấy mâu thuẫn, mẫu số: 1.500 · 300 · 36 · 2,4
    Và phải là "12,0%"
    Và lời giải thích có "2,4% là tỷ lệ tính trên 1.500"
