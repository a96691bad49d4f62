// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"

namespace demo {

// One thing that has been spoiled: the check that must find it, and whose file it is in.
struct PlantedFault {
    std::string_view check;
    bool is_of_member = true;
    base::Uuid id;     // Of the party member or the organisation.
    std::string code;  // Số lý lịch or mã tổ chức, as before.
    std::string name;
};

inline constexpr std::size_t demo_fault_kinds = 40, demo_faults_of_a_kind = 5;

// Cài lỗi: spoils the registers of a built standard city so that on 31/12/2020 the debt list finds these 200 things,
// five of each of forty kinds, and nothing else. Nobody has two. The rows are taken over as from an older database
// (actions/take_over_rows.h), since entry and import would refuse many of them. Equal cities are spoiled equally.
base::Result<std::vector<PlantedFault>> plant_demo_faults(actions::Context& context);

// The list as CSV: check, kind of file, number or code, name.
void write_planted_faults(const std::string& path, std::span<const PlantedFault> faults);

}  // namespace demo
