# language: vi
Tính năng: Đề nghị sửa hồ sơ
  Đảng viên xem hồ sơ của mình và đề nghị sửa; cán bộ duyệt từng trường. Điều được chấp nhận ghi vào hồ sơ trong cùng
  một mục nhật ký với việc duyệt.

  Bối cảnh:
    Cho các tổ chức:
      | mã   | tên                | trực thuộc |
      | DB   | Đảng bộ phường Một |            |
      | DB.1 | Chi bộ khu phố 1   | DB         |
    Và đảng viên "Nguyễn Thị Hòa" ở "DB.1", vào Đảng ngày 03/02/2015, chính thức ngày 03/02/2016
    Và đảng viên "Trần Văn Bình" ở "DB.1", vào Đảng ngày 03/02/2015, chính thức ngày 03/02/2016
    Và đảng viên "Nguyễn Thị Hòa" đề nghị sửa hồ sơ của "Nguyễn Thị Hòa": "{'phone':'0912000222','religion':'buddhism'}" vì "khai thiếu"
    Và được ghi

  Kịch bản: Chấp nhận một trường, không chấp nhận trường kia
    Thì có 1 đề nghị "open"
    Và đề nghị:
      | trường     | khi đề nghị | đề nghị    | đang có    | kết quả |
      | Tôn giáo   |             | Phật giáo  |            |         |
      | Điện thoại | 0912000111  | 0912000222 | 0912000111 |         |
    Khi cán bộ chấp nhận "Điện thoại"
    Thì được ghi
    Và ngày 01/6/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222"
    Và ngày 01/6/2021 "Tôn giáo" của "Nguyễn Thị Hòa" là ""
    Và đề nghị:
      | trường     | khi đề nghị | đề nghị    | đang có    | kết quả   |
      | Tôn giáo   |             | Phật giáo  |            | không     |
      | Điện thoại | 0912000111  | 0912000222 | 0912000222 | chấp nhận |
    Và nhật ký có một mục "decide_proposal" sửa cả hồ sơ lẫn đề nghị
    Và có 0 đề nghị "open"

  Kịch bản: Chấp nhận là thay đổi từ một ngày
    Khi cán bộ chấp nhận "Điện thoại" là thay đổi từ ngày 01/5/2021
    Thì được ghi
    Và ngày 30/4/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"
    Và ngày 01/5/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000222"

  Kịch bản: Hồ sơ đã khác đi từ khi đề nghị
    Khi sửa "Điện thoại" của "Nguyễn Thị Hòa" thành "0912000999" vì "gõ nhầm số"
    Thì đề nghị:
      | trường     | khi đề nghị | đề nghị    | đang có    | kết quả |
      | Tôn giáo   |             | Phật giáo  |            |         |
      | Điện thoại | 0912000111  | 0912000222 | 0912000999 |         |
    Khi cán bộ chấp nhận "Tôn giáo"
    Thì được ghi
    Và ngày 01/6/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000999"
    Và ngày 01/6/2021 "Tôn giáo" của "Nguyễn Thị Hòa" là "Phật giáo"

  Kịch bản: Đề nghị chỉ duyệt một lần
    Khi cán bộ chấp nhận ""
    Thì được ghi
    Khi cán bộ chấp nhận "Điện thoại"
    Thì bị từ chối vì "proposal.not_open"
    Và ngày 01/6/2021 "Điện thoại" của "Nguyễn Thị Hòa" là "0912000111"

  Kịch bản: Rút đề nghị của mình
    Khi đảng viên "Trần Văn Bình" rút đề nghị
    Thì bị từ chối vì "not_found"
    Khi đảng viên "Nguyễn Thị Hòa" rút đề nghị
    Thì được ghi
    Khi cán bộ chấp nhận "Điện thoại"
    Thì bị từ chối vì "proposal.not_open"

  Kịch bản: Đảng viên chỉ thấy và chỉ đề nghị sửa hồ sơ của mình
    Thì đảng viên "Nguyễn Thị Hòa" thấy 1 đề nghị
    Và đảng viên "Trần Văn Bình" thấy 0 đề nghị
    Khi đảng viên "Trần Văn Bình" đề nghị sửa hồ sơ của "Nguyễn Thị Hòa": "{'phone':'0912000333'}" vì "gõ nhầm số"
    Thì bị từ chối vì "not_found"

  Khung kịch bản: Đề nghị phải nói điều gì khác và vì sao
    Khi đảng viên "Trần Văn Bình" đề nghị sửa hồ sơ của "Trần Văn Bình": "<nội dung>" vì "<lý do>"
    Thì bị từ chối vì "<mã>"

    Dữ liệu:
      | nội dung                    | lý do      | mã                 |
      | {'phone':'0912000111'}      | khai thiếu | change.nothing     |
      | {'phone':'0912000333'}      |            | reason.missing     |
      | {'full_name':''}            | khai thiếu | required           |
      | {'valid_from':'2015-02-30'} | khai thiếu | bad_date           |
      | {'name_fold':'tran'}        | khai thiếu | record.fixed_field |
      | {'religion':'không rõ'}     | khai thiếu | not_in_list        |
