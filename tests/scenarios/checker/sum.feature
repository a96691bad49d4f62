# language: vi
Tính năng: Soát báo cáo, quy tắc cộng
  Các phần của một danh sách kín (gồm, bao gồm, chia ra) phải cộng thành tổng. Danh sách để ngỏ thì chỉ là nghi vấn.

  Khung kịch bản: Danh sách và tổng
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                         | kết luận                                |
      | Ban hành 100 văn bản, gồm 20 nghị quyết, 30 kế hoạch và 50 công văn.                        | không có gì                             |
      | Ban hành 100 văn bản, gồm 20 nghị quyết, 30 kế hoạch và 40 công văn.                        | mâu thuẫn, cộng: 100 · 20 · 30 · 40     |
      | Ban hành 100 văn bản, gồm 20 nghị quyết, 30 kế hoạch, 40 công văn…                          | nghi vấn, cộng: 100 · 20 · 30 · 40      |
      | Ban hành hơn 100 văn bản, gồm 20 nghị quyết, 30 kế hoạch và 55 công văn.                    | không có gì                             |
      | Kỷ luật 30 đảng viên (khiển trách 20, cảnh cáo 8, khai trừ 2).                              | không có gì                             |
      | Kỷ luật 30 đảng viên (khiển trách 20, cảnh cáo 8, khai trừ 3).                              | mâu thuẫn, cộng: 30 · 20 · 8 · 3        |
      | Kết nạp 90 đảng viên, trong đó 40 nữ, 12 người dân tộc thiểu số, 70 đoàn viên.              | không có gì                             |
      | Có 50 tổ chức cơ sở đảng (20 đảng bộ cơ sở, với 300 chi bộ trực thuộc, và 30 chi bộ cơ sở). | không có gì                             |
      | Có 50 tổ chức cơ sở đảng, gồm 20 đảng bộ cơ sở và 35 chi bộ cơ sở.                          | mâu thuẫn, cộng: 50 · 20 · 35           |

  Khung kịch bản: Danh sách theo mức, theo hình thức, trong ngoặc
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                                                            | kết luận                                |
      | Tặng Huy hiệu Đảng cho 60 đảng viên, trong đó 5 đồng chí nhận Huy hiệu 60 năm; 15 đồng chí 50 năm; 40 đồng chí 30 năm.         | không có gì                             |
      | Tặng Huy hiệu Đảng cho 60 đảng viên, trong đó 5 đồng chí nhận Huy hiệu 60 năm; 18 đồng chí 50 năm; 40 đồng chí 30 năm.         | mâu thuẫn, cộng: 60 · 5 · 18 · 40       |
      | Tặng Huy hiệu Đảng cho 60 đảng viên, trong đó 2 đồng chí nhận Huy hiệu 70 năm; 5 đồng chí nhận Huy hiệu 60 năm.                | không có gì                             |
      | Kỷ luật 4 tổ chức: khiển trách 3, cảnh cáo 1; kỷ luật 30 đảng viên với hình thức: khiển trách 20, cảnh cáo 8, khai trừ 2.      | không có gì                             |
      | Kỷ luật 4 tổ chức: khiển trách 3, cảnh cáo 1; kỷ luật 30 đảng viên với hình thức: khiển trách 20, cảnh cáo 9, khai trừ 2.      | mâu thuẫn, cộng: 30 · 20 · 9 · 2        |
      | Tiếp nhận 150 đơn (kỳ trước chuyển sang 12 đơn, nhận mới 138 đơn).                                                             | không có gì                             |
      | Tiếp nhận 150 đơn (kỳ trước chuyển sang 12 đơn, nhận mới 136 đơn).                                                             | mâu thuẫn, cộng: 150 · 12 · 136         |
      | Có 50 tổ chức cơ sở đảng (24 đảng bộ cơ sở, với 300 chi bộ trực thuộc, và 30 chi bộ cơ sở).                                    | mâu thuẫn, cộng: 50 · 24 · 30           |
      | Có 99 tổ chức cơ sở đảng, trong đó có 68 đảng bộ và 31 chi bộ cơ sở.                                                           | không có gì                             |
      | Có 99 tổ chức cơ sở đảng, trong đó có 58 đảng bộ và 31 chi bộ cơ sở.                                                           | mâu thuẫn, cộng: 99 · 58 · 31           |
      | Có 99 tổ chức cơ sở đảng, trong đó có 40 đảng bộ xã và 31 chi bộ cơ sở.                                                        | không có gì                             |

  Khung kịch bản: Phần còn lại
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                 | kết luận                      |
      | Đã giải quyết 40/52 đơn, còn lại 12 đơn đang xác minh.              | không có gì                   |
      | Đã giải quyết 40/52 đơn, còn lại 10 đơn đang xác minh.              | mâu thuẫn, cộng: 40 · 52 · 10 |
      | Đã giải quyết 40/52 đơn, chuyển cấp trên 2 đơn, còn lại 10 đơn.     | không có gì                   |

  Khung kịch bản: Số nêu và danh sách đánh số
    Cho câu “<câu>”
    Khi soát số liệu
    Thì thấy <kết luận>

    Dữ liệu:
      | câu                                                                                  | kết luận                |
      | Đề ra 3 nhiệm vụ trọng tâm: (1) Tuyên truyền; (2) Kiểm tra; (3) Tổng kết.            | không có gì             |
      | Đề ra 2 nhiệm vụ trọng tâm: (1) Tuyên truyền; (2) Kiểm tra; (3) Tổng kết.            | mâu thuẫn, cộng: 2      |
      | Đề ra 4 nhiệm vụ trọng tâm: (1) Tuyên truyền; (2) Kiểm tra; (3) Tổng kết.            | nghi vấn, cộng: 4       |
