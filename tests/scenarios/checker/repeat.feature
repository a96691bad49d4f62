# language: vi
Tính năng: Soát báo cáo, quy tắc nhắc lại
  Cùng một số liệu nêu hai lần phải như nhau. Hai số bằng nhau của hai danh từ khác nhau không phải là nhắc lại.

  Khung kịch bản: Nêu lại
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                                               | kết luận                        |
      | Năm qua kết nạp 75 đảng viên mới. Trong số 75 đảng viên mới kết nạp có 30 đồng chí nữ.                            | không có gì                     |
      | Năm qua kết nạp 75 đảng viên mới. Trong số 57 đảng viên mới kết nạp có 30 đồng chí nữ.                            | mâu thuẫn, nhắc lại: 75 · 57    |
      | Năm qua kết nạp 75 đảng viên mới. Trong số 57 đảng viên dự bị chuyển chính thức có 30 đồng chí nữ.                | không có gì                     |
      | Năm 2021 kết nạp 75 đảng viên mới. Năm 2022, trong số 57 đảng viên mới kết nạp có 30 đồng chí nữ.                 | không có gì                     |
      | Có 30/40 chi bộ hoàn thành tốt nhiệm vụ, 6/40 chi bộ hoàn thành nhiệm vụ.                                         | nghi vấn, cộng: 30 · 40 · 6 · 40 |
      | Kết nạp 1.130 đảng viên; thực hiện quy trình 1.130 trường hợp.                                                    | không có gì                     |
