// SPDX-License-Identifier: AGPL-3.0-or-later
#include <filesystem>

#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "demo/accounts.h"
#include "demo/build.h"

namespace cli {

int demo(const DemoOptions& options) {
    const std::string files = options.files.empty() ? options.where.data + "/so-sach" : options.files;
    std::filesystem::create_directories(files);
    Session session{whole(options.where), true};
    const auto built = demo::build_demo(session.context(), options.set, files);
    if (!built) return refuse(built.error());
    for (const auto& import : built->imports)
        print_line("Đã nhập " + base::format_count(import.rows_read) + " dòng từ " + files + "/" + import.file_name +
                   " (đợt " + import.batch + ")");
    const auto accounts = demo::make_demo_accounts(session.context());
    if (!accounts) return refuse(accounts.error());
    std::string names;
    for (const auto& account : *accounts) names.append(names.empty() ? "" : ", ").append(account.name);
    print_line(names.insert(0, "Tài khoản mẫu: ").append("; mật khẩu: ").append(demo::demo_password));
    write_file(options.where.data + "/mat-khau-mau.txt", std::string{demo::demo_password} + "\n");
    return Exit::fine;
}

}  // namespace cli
