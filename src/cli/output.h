// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/result.h"

namespace cli {

// The exit codes of every command.
enum Exit { fine = 0, answer_is_no = 1, wrong_usage = 2, fault = 3 };

void print(std::string_view text);        // To standard output, as it is.
void print_line(std::string_view text);   // And a line feed.
void print_error(std::string_view text);  // One line to standard error.

// Shows a refusal in Vietnamese on standard error; the exit code for it.
int refuse(const base::Refusal& refusal);

// Writes a whole file, or throws base::Fault: half a file is never left behind.
void write_file(const std::string& path, std::string_view content);
std::string read_file(const std::string& path);

}  // namespace cli
