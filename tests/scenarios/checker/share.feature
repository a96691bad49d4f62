# language: vi
Tính năng: Soát báo cáo, quy tắc tỷ lệ
  Tỷ lệ phải bằng phần chia cho toàn bộ, làm tròn số học đến chữ số đã ghi. Chỉ khớp khi cắt bỏ phần sau thì là ghi chú.

  Khung kịch bản: Tỷ lệ và hai số của nó
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                               | kết luận                         |
      | Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 85,7%.                               | không có gì                      |
      | Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 85,71%.                              | không có gì                      |
      | Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 86%.                                 | không có gì                      |
      | Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 85%.                                 | ghi chú, tỷ lệ: 42 · 49 · 85     |
      | Có 42/49 chi bộ hoàn thành tốt nhiệm vụ, đạt 84,7%.                               | mâu thuẫn, tỷ lệ: 42 · 49 · 84,7 |
      | Đã củng cố 193/226 tổ chức, đạt 85,39%.                                           | ghi chú, tỷ lệ: 193 · 226 · 85,39 |
      | Đã củng cố 193/226 tổ chức, đạt 85,40%.                                           | không có gì                      |
      | Trong tổng số 60 chi bộ có 15 chi bộ ghép, chiếm 25%.                             | không có gì                      |
      | Trong tổng số 60 chi bộ có 15 chi bộ ghép, chiếm 35%.                             | mâu thuẫn, tỷ lệ: 60 · 15 · 35   |
      | Tỷ lệ hồ sơ đúng hạn đạt 97,5% (195/200 hồ sơ).                                   | không có gì                      |
      | Tỷ lệ hồ sơ đúng hạn đạt 95,7% (195/200 hồ sơ).                                   | mâu thuẫn, tỷ lệ: 95,7 · 195 · 200 |
      | Kết nạp 252/250 đảng viên, đạt 100,8% chỉ tiêu.                                   | không có gì                      |
      | Kết nạp 120 đảng viên, đạt 60% kế hoạch năm.                                      | không có gì                      |
      | Có 12 chi bộ trong tổng số 48 chi bộ đạt chuẩn, chiếm 24%.                        | mâu thuẫn, tỷ lệ: 12 · 48 · 24   |

  Khung kịch bản: Tỷ lệ mà văn bản không nói tính trên số nào
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                                                                  | kết luận                   |
      | Khiển trách 13 đảng viên (chiếm 17,3%).                                                                                              | không có gì                |
      | Khiển trách 13 đảng viên (chiếm 17,0%).                                                                                              | mâu thuẫn, tỷ lệ: 13 · 17,0 |
      | Vi phạm về đất đai 15 vụ (20,3%), về lối sống 14 vụ (18,9%), về dân số 12 vụ (16,2%), về quy chế 8 vụ (10,8%).                       | không có gì                |
      | Vi phạm về đất đai 15 vụ (20,3%), về lối sống 14 vụ (18,9%), về dân số 12 vụ (17,2%), về quy chế 8 vụ (10,8%).                       | mâu thuẫn, tỷ lệ: 12 · 17,2 |
      | Mức 3: 12 15 80,0%                                                                                                                   | không có gì                |
      | Tổng số cử tri là 7.512 người; số cử tri đi bầu là 7.504 người, đạt tỷ lệ 99,9%.                                                     | không có gì                |
      | Tổng số cử tri là 7.512 người; số cử tri đi bầu là 7.404 người, đạt tỷ lệ 99,9%.                                                     | mâu thuẫn, tỷ lệ: 7.512 · 7.404 · 99,9 |

  Kịch bản: Tỷ lệ không có mẫu số thì theo mẫu số của các tỷ lệ bên cạnh
    Cho văn bản:
      """
      Đại hội có 250 đại biểu chính thức.
      Về cơ cấu, có 80 đại biểu nữ (chiếm 32,0%); 45 đại biểu dân tộc thiểu số (chiếm 18,0%); 30 đại biểu trẻ (chiếm 21,0%).
      """
    Khi soát số liệu
    Thì thấy mâu thuẫn, tỷ lệ: 250 · 30 · 21,0
