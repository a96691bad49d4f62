// SPDX-License-Identifier: AGPL-3.0-or-later
#include <filesystem>

#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "demo/accounts.h"
#include "demo/build.h"
#include "demo/faults.h"

namespace cli {

int demo(const DemoOptions& options) {
    const std::string files = options.files.empty() ? options.where.data + "/so-sach" : options.files;
    std::filesystem::create_directories(files);
    Session session{whole(options.where), true};
    const auto built = demo::build_demo(session.context(), options.set, files);
    if (!built) return refuse(built.error());
    for (const auto& import : built->imports) {
        std::string line = "Đã nhập ";
        line.append(base::format_count(import.rows_read)).append(" dòng từ ").append(files).append("/");
        print_line(line.append(import.file_name).append(" (đợt ").append(import.batch).append(")"));
    }
    if (options.faults) {
        const auto faults = demo::plant_demo_faults(session.context());
        if (!faults) return refuse(faults.error());
        const auto list = options.where.data + "/loi-da-cai.csv";
        demo::write_planted_faults(list, *faults);
        std::string line = "Đã cài " + base::format_count(static_cast<std::int64_t>(faults->size()));
        print_line(line.append(" lỗi dữ liệu, ghi trong ").append(list).append("; xem: kientoan debt --on 31/12/2020"));
    }
    const auto accounts = demo::make_demo_accounts(session.context());
    if (!accounts) return refuse(accounts.error());
    std::string names = "Tài khoản mẫu: ";
    for (const auto& account : *accounts) names.append(&account == &accounts->front() ? "" : ", ").append(account.name);
    print_line(names.append("; mật khẩu: ").append(demo::demo_password));
    std::string password{demo::demo_password};
    write_file(options.where.data + "/mat-khau-mau.txt", password.append("\n"));
    return Exit::fine;
}

}  // namespace cli
