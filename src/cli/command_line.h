// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace cli {

// The program from the terminal. Exit codes: 0 fine, 1 the answer is "no" (findings, refusals), 2 wrong usage, 3 fault.
int run(int argc, char** argv);

}  // namespace cli
