// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "actions/register_sheet.h"
#include "base/result.h"
#include "schema/value.h"

namespace actions {

// Whether a file of that name is written as XLSX; anything else is CSV.
bool is_xlsx_name(std::string_view path);

// Writes registers row by row, each in a sheet of its own, with the headers of the template. Codes are written as their
// labels, dates as dates (as text where only the year or month is known), all else as text. Throws base::Fault.
class RegisterWriter {
public:
    explicit RegisterWriter(const std::string& path);
    ~RegisterWriter();
    // Leaves identifiers (Privacy::identifier) empty: for those who may not see them whole.
    void hide_identifiers() { hides_identifiers_ = true; }
    void begin(const RegisterSheet& sheet);
    // A value for each column of the register, references as the text that names them.
    void write(std::span<const schema::Value> values);
    void finish();
    std::int64_t rows() const { return rows_; }

private:
    struct Output;
    std::unique_ptr<Output> output_;
    const RegisterSheet* sheet_ = nullptr;
    bool hides_identifiers_ = false;
    std::vector<bool> hidden_;  // Of each column of the register.
    std::int64_t rows_ = 0;
};

}  // namespace actions
