// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/command_line.h"

int main(int argc, char** argv) { return cli::run(argc, argv); }
