#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes registers as an office would, with faults planted on purpose, and mends the error file that the import wrote.

    make_register.py make FOLDER [--rows N] [--faults N]
        FOLDER/organisations.xlsx  a small tree
        FOLDER/existing.xlsx       a few members who are in the register already
        FOLDER/members.xlsx        N members, with faults
        FOLDER/planted.json        [{"row", "column", "code", "mend", "right"}…]: where they are, and what should stand there
    make_register.py mend ERROR_FILE PLANTED MENDED
        corrects each planted fault in the error file, as a clerk would; fails unless it marks exactly the planted rows

All persons are invented.
"""
import argparse
import datetime
import json
import random
import sys

import openpyxl

HEADER_ROW = 4
HEADERS = [
    "STT", "Số lý lịch", "Họ và tên", "Giới tính", "Ngày tháng năm sinh", "Dân tộc", "Tôn giáo", "Số căn cước",
    "Số thẻ đảng viên", "Quê quán", "Nơi thường trú", "Điện thoại", "Nghề nghiệp", "Đơn vị công tác",
    "Trình độ văn hóa", "Trình độ chuyên môn", "Chuyên ngành", "Trình độ lý luận chính trị", "Ngày vào Đoàn",
    "Ngày quyết định kết nạp", "Số quyết định kết nạp", "Ngày vào Đảng", "Ngày chính thức", "Người giới thiệu",
    "Mã chi bộ", "Tình trạng", "Ghi chú của chi bộ",
]
AT = {header: place for place, header in enumerate(HEADERS)}
SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Hồ", "Bùi", "Đỗ"]
MIDDLES = ["Văn", "Thị", "Đức", "Minh", "Thu", "Quốc", "Ngọc", "Hữu"]
GIVEN = ["An", "Bình", "Chi", "Dũng", "Đạt", "Hà", "Hằng", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quý", "Thủy", "Vinh"]
CODES = [f"BD.{party:02}.{cell:02}" for party in range(1, 31) for cell in range(1, 11)]


def shown(day, way):
    """The same day as an Excel date or as text in one of the usual ways."""
    return {0: day, 1: day.strftime("%d/%m/%Y"), 2: f"{day.day}-{day.month}-{day.year}", 3: day.isoformat()}[way]


def clean_row(number, chance):
    born = datetime.date(chance.randint(1945, 1995), chance.randint(1, 12), chance.randint(1, 28))
    decided = datetime.date(born.year + chance.randint(20, 25), chance.randint(1, 12), chance.randint(1, 28))
    ceremony = decided + datetime.timedelta(days=chance.randint(5, 30))
    recognised = ceremony.replace(year=ceremony.year + 1, day=min(ceremony.day, 28))
    personal_id = f"0{chance.randint(10, 96)}{chance.choice('0123')}{born.year % 100:02}{number:06}"
    male = chance.random() < 0.6
    return [
        number, f"{number:06}BD",
        f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}", chance.choice(["Nam", "nam"]) if male else "Nữ",
        born.year if number % 17 == 0 else shown(born, number % 4), chance.choice(["Kinh", "Kinh", "Kinh", "Tày", "Vân Kiều"]), "Không",
        int(personal_id) if number % 23 == 0 else personal_id, f"{10000000 + number}", "Xã Hải An", "Khu phố 3, phường 1", "0912000000",
        None, "Trường Tiểu học số 1", "THPT", "Đại học", "Sư phạm", "Trung cấp",
        born.year + 16, shown(decided, (number + 1) % 4), f"{number}-QĐ/TU", shown(ceremony, number % 4), shown(recognised, (number + 2) % 4),
        "Hồ Văn Khánh, Bùi Thu Hà", chance.choice(CODES), "Chính thức", None,
    ]


def wrong_value(code, chance, earlier):
    """(column, what stands there instead) for one fault of that kind."""
    date = datetime.date
    return {
        "required": lambda: (chance.choice(["Họ và tên", "Giới tính", "Dân tộc", "Ngày vào Đảng", "Mã chi bộ"]), None),
        "wrong_type": lambda: chance.choice([("Họ và tên", 12345), ("Ngày vào Đảng", True), ("Quê quán", date(2010, 5, 3)),
                                            ("Ngày chính thức", 12.5)]),
        "bad_date": lambda: chance.choice([("Ngày tháng năm sinh", "31/02/1985"), ("Ngày vào Đảng", "không rõ"),
                                          ("Ngày chính thức", "2011-13-01"), ("Ngày vào Đoàn", "hè 1999")]),
        "year_only": lambda: chance.choice([("Ngày vào Đảng", 2010), ("Ngày chính thức", "05/2011"),
                                           ("Ngày quyết định kết nạp", "2010")]),
        "not_in_list": lambda: chance.choice([("Dân tộc", "Kinhh"), ("Giới tính", "X"), ("Trình độ chuyên môn", "Đại học hai bằng"),
                                             ("Tình trạng", "Sắp chính thức")]),
        "unknown_organisation": lambda: ("Mã chi bộ", f"BD.{chance.randint(40, 99)}.01"),
        "bad_identifier": lambda: chance.choice([("Số lý lịch", "12345"), ("Số căn cước", "04508500123"),
                                                ("Số thẻ đảng viên", "1234A678")]),
        "duplicate_in_file": lambda: chance.choice([("Số lý lịch", earlier[1]), ("Số thẻ đảng viên", earlier[8])]),
        "duplicate_in_register": lambda: ("Số lý lịch", f"{900001 + chance.randint(0, 19):06}BD"),
        "date_order": lambda: chance.choice([("Ngày chính thức", date(1960, 1, 1)), ("Ngày vào Đảng", "01/01/1961"),
                                            ("Ngày vào Đoàn", 2021)]),
        "too_long": lambda: chance.choice([("Người giới thiệu", "Ông " * 130), ("Chuyên ngành", "Ơ" * 256), ("Điện thoại", "0" * 41)]),
    }[code]()


KINDS = ["required", "wrong_type", "bad_date", "year_only", "not_in_list", "unknown_organisation", "bad_identifier",
         "duplicate_in_file", "duplicate_in_register", "date_order", "too_long", "under_18_at_admission"]


def plant(rows, count, chance):
    """Plants one fault in each of `count` rows; in under-age rows the birth date is moved, and the decision named."""
    planted = []
    # Numbers are copied from the first tenth of the rows, which have no faults.
    places = sorted(chance.sample(range(len(rows) // 10, len(rows)), count))
    for turn, place in enumerate(places):
        code, row = KINDS[turn % len(KINDS)], rows[place]
        if code == "under_18_at_admission":
            decided = row[AT["Ngày quyết định kết nạp"]]
            if not isinstance(decided, datetime.date):
                decided = datetime.date(2010, 3, 5)
                row[AT["Ngày quyết định kết nạp"]] = decided
                row[AT["Ngày vào Đảng"]] = datetime.date(2010, 3, 20)
                row[AT["Ngày chính thức"]] = datetime.date(2011, 3, 20)
            right = row[AT["Ngày tháng năm sinh"]] = datetime.date(decided.year - 20, decided.month, 1)
            row[AT["Ngày vào Đoàn"]] = None
            row[AT["Ngày tháng năm sinh"]] = datetime.date(decided.year - 17, decided.month, 1)
            planted.append({"row": place, "column": "Ngày quyết định kết nạp", "code": code, "mend": "Ngày tháng năm sinh", "right": right.isoformat()})
            continue
        column, wrong = wrong_value(code, chance, rows[chance.randrange(len(rows) // 10)])
        right = row[AT[column]]
        row[AT[column]] = wrong
        # Of two dates in the wrong order the later one is named.
        named = "Ngày quyết định kết nạp" if code == "date_order" and column == "Ngày vào Đoàn" else column
        planted.append({"row": place, "column": named, "code": code, "mend": column,
                        "right": right.isoformat() if isinstance(right, datetime.date) else right})
    for fault in planted:
        fault["row"] += HEADER_ROW + 1
    return planted


def write(path, titles, headers, rows):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    for title in titles:
        sheet.append([title])
    for line in range(1, len(titles) + 1):
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=len(headers))
    sheet.append(headers)
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows(min_row=len(titles) + 2):
        for cell in row:
            if isinstance(cell.value, datetime.date):
                cell.number_format = "dd/mm/yyyy"
    book.save(path)


def make(folder, row_count, fault_count):
    chance = random.Random(2020)
    kind = "Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh"
    organisations = [["BD", "Đảng bộ thành phố Bến Đá", kind, None, datetime.date(1930, 2, 3)]]
    for party in range(1, 31):
        organisations.append([f"BD.{party:02}", f"Đảng bộ phường {party}", "Đảng bộ cơ sở", "BD", datetime.date(1930, 2, 3)])
    for code in CODES:
        organisations.append([code, f"Chi bộ khu phố {int(code[-2:])}", "Chi bộ trực thuộc", code[:5], datetime.date(1930, 2, 3)])
    write(f"{folder}/organisations.xlsx", ["DANH SÁCH TỔ CHỨC"],
          ["Mã tổ chức", "Tên tổ chức", "Loại hình", "Mã cấp trên", "Hoạt động từ ngày"], organisations)

    titles = ["ĐẢNG BỘ TỈNH", "ĐẢNG BỘ THÀNH PHỐ BẾN ĐÁ", "DANH SÁCH ĐẢNG VIÊN"]
    existing = []
    for number in range(20):
        row = clean_row(900001 + number, chance)
        row[AT["Số thẻ đảng viên"]] = f"{90000000 + number}"
        existing.append(row)
    write(f"{folder}/existing.xlsx", titles, HEADERS, existing)

    rows = [clean_row(number, chance) for number in range(1, row_count + 1)]
    planted = plant(rows, fault_count, chance)
    write(f"{folder}/members.xlsx", titles, HEADERS, rows)
    with open(f"{folder}/planted.json", "w", encoding="utf-8") as out:
        json.dump(planted, out, ensure_ascii=False, indent=1)


def mend(error_file, planted_file, mended):
    with open(planted_file, encoding="utf-8") as file:
        planted = json.load(file)
    book = openpyxl.load_workbook(error_file)
    sheet = book.active
    headers = [cell.value for cell in sheet[HEADER_ROW]]
    if headers[:len(HEADERS)] != HEADERS or headers[-1] != "Lỗi":
        sys.exit(f"not the user's columns: {headers}")
    marked = {row for row in range(HEADER_ROW + 1, sheet.max_row + 1) if sheet.cell(row, len(headers)).value}
    expected = {fault["row"] for fault in planted}
    if marked != expected:
        sys.exit(f"rows marked {sorted(marked ^ expected)} differ")
    for fault in planted:
        faulty = sheet.cell(fault["row"], AT[fault["column"]] + 1)
        if faulty.comment is None:
            sys.exit(f"no remark at row {fault['row']}, {fault['column']}")
        sheet.cell(fault["row"], AT[fault["mend"]] + 1).value = fault["right"]
    book.save(mended)


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("folder")
    making.add_argument("--rows", type=int, default=6000)
    making.add_argument("--faults", type=int, default=100)
    mending = commands.add_parser("mend")
    for name in ("error_file", "planted", "mended"):
        mending.add_argument(name)
    arguments = parser.parse_args()
    if arguments.command == "make":
        make(arguments.folder, arguments.rows, arguments.faults)
    else:
        mend(arguments.error_file, arguments.planted, arguments.mended)


if __name__ == "__main__":
    main()
