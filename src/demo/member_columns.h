// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "demo/model.h"
#include "formats/xlsx_writer.h"

namespace demo {

// One column of a demo register: its header as an office words it, and what stands in it.
template <class Row>
struct DemoColumn {
    std::string_view header;
    double width = 12;
    formats::XlsxNumberFormat format = formats::XlsxNumberFormat::text;
    formats::XlsxCell (*cell)(const Row&) = nullptr;
};

struct DemoMemberRow {
    const DemoModel& model;
    const DemoPerson& person;
    std::size_t number;  // STT, from 1.
};

std::span<const DemoColumn<DemoMemberRow>> demo_member_columns();

// Nothing for an empty text.
formats::XlsxCell demo_text(std::string text);

}  // namespace demo
