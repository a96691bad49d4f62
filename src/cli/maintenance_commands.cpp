// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <boost/json.hpp>

#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "records/all.h"
#include "store/maintenance.h"

namespace cli {

int verify(const MaintenanceOptions& options) {
    Session session{whole(options.where)};
    std::optional<store::Head> head;
    if (!options.head.empty()) {
        auto parsed = store::parse_head(read_file(options.head));
        if (!parsed) return refuse(parsed.error());
        head = *std::move(parsed);
    }
    const auto findings = store::verify(session.store(), head);
    if (options.json) {
        boost::json::array list;
        for (const auto& finding : findings)
            list.push_back(
                {{"code", finding.code}, {"type", finding.type}, {"id", finding.id}, {"message", finding.message}});
        print_line(boost::json::serialize(boost::json::object{{"ok", findings.empty()}, {"findings", list}}));
    } else {
        constexpr std::size_t shown_max = 100;
        for (std::size_t i = 0; i < std::min(findings.size(), shown_max); ++i) print_line(findings[i].message);
        if (findings.size() > shown_max)
            print_line("… và " + base::format_count(static_cast<std::int64_t>(findings.size() - shown_max)) +
                       " điểm khác; --json in tất cả.");
        if (findings.empty()) print_line("Dữ liệu nguyên vẹn: chuỗi nhật ký liền mạch, mọi dòng khớp với nhật ký.");
    }
    return findings.empty() ? Exit::fine : Exit::answer_is_no;
}

int write_head(const MaintenanceOptions& options) {
    Session session{whole(options.where)};
    const auto text = store::to_text(store::sign_head(session.store(), now_ms()));
    if (options.file.empty())
        print(text);
    else
        write_file(options.file, text);
    return Exit::fine;
}

int backup(const MaintenanceOptions& options) {
    Session session{whole(options.where)};
    store::backup(session.store(), options.file, now_ms());
    print_line("Đã sao lưu vào " + options.file + "; đầu chuỗi nhật ký đã ký ở " + options.file + ".head.");
    return Exit::fine;
}

int restore(const MaintenanceOptions& options) {
    if (const auto restored = store::restore(options.file, whole(options.where).address(), records::all()); !restored)
        return refuse(restored.error());
    print_line("Đã khôi phục " + options.file + " vào " + options.where.address().text + ".");
    return Exit::fine;
}

int copy(const MaintenanceOptions& options) {
    const auto from = store::Store::open({options.from}, records::all(), false);
    const auto counts = store::copy(*from, {options.to}, records::all());
    if (!counts) return refuse(counts.error());
    std::int64_t rows = 0;
    for (const auto& count : *counts) rows += count.rows;
    print_line("Đã chép " + base::format_count(rows) + " dòng của " + std::to_string(counts->size()) +
               " bảng; hai bên giống nhau từng dòng.");
    return Exit::fine;
}

int dump(const MaintenanceOptions& options) {
    Session session{whole(options.where)};
    store::logical_dump(session.store(), [](std::string_view line) { print_line(line); });
    return Exit::fine;
}

}  // namespace cli
