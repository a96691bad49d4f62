// SPDX-License-Identifier: AGPL-3.0-or-later
#include <filesystem>

#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "demo/build.h"

namespace cli {

int demo(const DemoOptions& options) {
    const std::string files = options.files.empty() ? options.where.data + "/so-sach" : options.files;
    std::filesystem::create_directories(files);
    Session session{options.where, true};
    const auto built = demo::build_demo(session.context(), options.set, files);
    if (!built) return refuse(built.error());
    for (const auto& import : built->imports)
        print_line("Đã nhập " + base::format_count(import.rows_read) + " dòng từ " + files + "/" + import.file_name +
                   " (đợt " + import.batch + ")");
    return Exit::fine;
}

}  // namespace cli
