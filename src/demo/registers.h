// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "demo/model.h"

namespace demo {

// The three workbooks of a city, in the manner of an office: titles above the header, a running number, some headers
// and values worded otherwise than the official form, dates as Excel dates or as text.
struct DemoFiles {
    std::string organisations;  // to-chuc.xlsx
    std::string members;        // dang-vien.xlsx
    std::string grades;         // xep-loai-2020.xlsx: one sheet of members, one of grassroots organisations
};

inline constexpr std::string_view demo_member_grades_sheet = "Đảng viên";
inline constexpr std::string_view demo_organisation_grades_sheet = "Tổ chức";

// Writes the files into the folder, which is made where it does not exist; equal models give equal bytes. Trouble of
// the disk throws base::Fault.
DemoFiles write_demo_registers(const std::string& folder, const DemoModel& model);
DemoFiles write_demo_registers(const std::string& folder, DemoScale scale);
DemoFiles write_demo_registers(const std::string& folder);

}  // namespace demo
