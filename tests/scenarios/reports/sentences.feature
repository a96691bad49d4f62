# language: vi
Tính năng: Câu trong báo cáo cuối năm
  Số ghi theo lối Việt Nam; tỷ lệ luôn kèm tử số, mẫu số; không có mẫu số thì không có tỷ lệ.

  Khung kịch bản: Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên
    Cho các số liệu năm 2020:
      | số liệu                                           | giá trị  |
      | grassroots_organisations                          | <tất cả> |
      | grassroots_organisations.good_or_better           | <tốt>    |
      | grassroots_organisations.graded/grade=excellent   | <xs>     |
      | grassroots_organisations.graded/grade=completed   | <ht>     |
      | grassroots_organisations.not_graded               | <chưa>   |
    Thì câu "grassroots_grading" là "<câu>"

    Dữ liệu:
      | tất cả | tốt | xs | ht | chưa | câu |
      | 49     | 42  | 9  | 6  | 1    | 42/49 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, đạt 85,7% trên tổng số tổ chức cơ sở đảng, trong đó 9 tổ chức hoàn thành xuất sắc nhiệm vụ (18,4%); 6 tổ chức hoàn thành nhiệm vụ (12,2%); 1 tổ chức chưa xếp loại. |
      | 1      | 1   | 0  | 0  | 0    | 1/1 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, đạt 100,0% trên tổng số tổ chức cơ sở đảng. |
      | 3      | 0   | 0  | 3  | 0    | 0/3 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, đạt 0,0% trên tổng số tổ chức cơ sở đảng; 3 tổ chức hoàn thành nhiệm vụ (100,0%). |
      | 0      | 0   | 0  | 0  | 0    |  |
      | 1500   | 1281 | 1 | 0  | 0    | 1.281/1.500 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, đạt 85,4% trên tổng số tổ chức cơ sở đảng, trong đó 1 tổ chức hoàn thành xuất sắc nhiệm vụ (0,1%). |

  Khung kịch bản: Đảng viên được đánh giá, xếp loại
    Cho các số liệu năm 2020:
      | số liệu                            | giá trị  |
      | members.graded                     | <tất cả> |
      | members.good_or_better             | <trên>   |
      | members.graded/grade=excellent     | <xs>     |
      | members.graded/grade=good          | <tốt>    |
      | members.graded/grade=completed     | <ht>     |
      | members.graded/grade=not_completed | <không>  |
    Thì câu "member_grading" là "<câu>"

    Dữ liệu:
      | tất cả | trên | xs  | tốt  | ht  | không | câu |
      | 5907   | 5667 | 961 | 4706 | 221 | 19    | 5.907 đảng viên được đánh giá, xếp loại: 961 (16,3%) hoàn thành xuất sắc nhiệm vụ, 4.706 (79,7%) hoàn thành tốt nhiệm vụ, 221 (3,7%) hoàn thành nhiệm vụ, 19 (0,3%) không hoàn thành nhiệm vụ; tỷ lệ tính trên tổng số đảng viên được xếp loại. Hoàn thành tốt nhiệm vụ trở lên: 5.667/5.907 đảng viên, đạt 95,9%. |
      | 0      | 0    | 0   | 0    | 0   | 0     | Chưa có đảng viên nào được đánh giá, xếp loại. |

  Khung kịch bản: Đảng viên và biến động trong năm
    Cho các số liệu năm 2020:
      | số liệu                     | giá trị   |
      | members                     | <tất cả>  |
      | members/status=probationary | <dự bị>   |
      | members/sex=female          | <nữ>      |
      | members.entered             | <tăng>    |
      | members.admitted            | <kết nạp> |
      | members.left                | <giảm>    |
    Thì câu "members" là "<câu>"
    Và câu "flow" là "<biến động>"

    Dữ liệu:
      | tất cả | dự bị | nữ   | tăng | kết nạp | giảm | câu                                                                                         | biến động |
      | 6000   | 168   | 2489 | 292  | 168     | 199  | Đến ngày 31/12/2020 có 6.000 đảng viên, trong đó 2.489 nữ, 168 dự bị, 0 người dân tộc thiểu số. | Năm 2020 tăng 292 lượt, trong đó kết nạp 168 đảng viên; giảm 199 lượt. |
      | 3      | 0     | 0    | 0    | 0       | 1    | Đến ngày 31/12/2020 có 3 đảng viên, trong đó 0 nữ, 0 dự bị, 0 người dân tộc thiểu số.                                                         | Năm 2020 tăng 0 lượt; giảm 1 lượt. |
      | 0      | 0     | 0    | 0    | 0       | 0    | Đến ngày 31/12/2020 không có đảng viên.                                                     | Năm 2020 tăng 0 lượt; giảm 0 lượt. |

  Khung kịch bản: Cơ quan ban hành theo tên tổ chức
    Cho tổ chức "<tổ chức>" loại "<loại>"
    Thì cơ quan ban hành là "<cơ quan>", địa danh "<nơi>", ký hiệu "<ký hiệu>"

    Dữ liệu:
      | tổ chức                          | loại             | cơ quan                          | nơi       | ký hiệu       |
      | Đảng bộ tỉnh Quảng Trị           | provincial       | TỈNH ỦY QUẢNG TRỊ                | Quảng Trị | Số ……-BC/TU   |
      | Đảng bộ thành phố Đông Hà        | district         | THÀNH ỦY ĐÔNG HÀ                 | Đông Hà   | Số ……-BC/……   |
      | Đảng bộ huyện Cam Lộ             | district         | HUYỆN ỦY CAM LỘ                  | Cam Lộ    | Số ……-BC/……   |
      | Đảng bộ phường 5                 | grassroots_party | ĐẢNG ỦY PHƯỜNG 5                 | ……………     | Số ……-BC/ĐU   |
      | Đảng bộ phường Đông Lương        | grassroots_party | ĐẢNG ỦY PHƯỜNG ĐÔNG LƯƠNG        | Đông Lương | Số ……-BC/ĐU  |
      | Đảng bộ Công an thành phố        | grassroots_party | ĐẢNG ỦY CÔNG AN THÀNH PHỐ        | ……………     | Số ……-BC/ĐU   |
      | Chi bộ Trạm Y tế                 | grassroots_cell  | CHI BỘ TRẠM Y TẾ                 | ……………     | Số ……-BC/CB   |
