// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>

#include "base/number_format.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "records/all.h"
#include "store/maintenance.h"

namespace cli {
namespace {

boost::json::array to_json(const std::vector<store::Finding>& findings) {
    boost::json::array list;
    for (const auto& finding : findings)
        list.push_back(
            {{"code", finding.code}, {"type", finding.type}, {"id", finding.id}, {"message", finding.message}});
    return list;
}

void print_findings(const std::vector<store::Finding>& findings) {
    constexpr std::size_t shown_max = 100;
    for (std::size_t i = 0; i < std::min(findings.size(), shown_max); ++i) print_line(findings[i].message);
    if (findings.size() > shown_max)
        print_line("… và " + base::format_count(static_cast<std::int64_t>(findings.size() - shown_max)) +
                   " điểm khác; --json in tất cả.");
}

// Of a backup to be sealed or opened; empty = a plain one.
base::Result<std::optional<store::BackupKey>> key_of(const MaintenanceOptions& options) {
    std::optional<store::BackupKey> key;
    if (!options.key_file.empty()) key = TRY(store::BackupKey::read(options.key_file));
    if (!options.passphrase_file.empty())
        key = TRY(store::BackupKey::from_passphrase(
            read_file(options.passphrase_file == "-" ? "/dev/stdin" : options.passphrase_file)));
    return key;
}

const store::BackupKey* pointer(const std::optional<store::BackupKey>& key) { return key ? &*key : nullptr; }

}  // namespace

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
        print_line(
            boost::json::serialize(boost::json::object{{"ok", findings.empty()}, {"findings", to_json(findings)}}));
    } else {
        print_findings(findings);
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
    const auto key = key_of(options);
    if (!key) return refuse(key.error());
    Session session{whole(options.where)};
    store::backup(session.store(), options.file, now_ms(), pointer(*key));
    print_line((*key ? "Đã sao lưu và mã hóa vào " : "Đã sao lưu vào ") + options.file +
               "; đầu chuỗi nhật ký đã ký ở " + options.file + ".head.");
    return Exit::fine;
}

int make_backup_key(const MaintenanceOptions& options) {
    if (const auto made = store::BackupKey::write_new_key(options.file); !made) return refuse(made.error());
    print_line("Đã tạo khóa ở " + options.file +
               ". Hãy cất một bản ở nơi khác: mất khóa thì không ai mở được các bản sao lưu.");
    return Exit::fine;
}

int restore_drill(const MaintenanceOptions& options) {
    const auto key = key_of(options);
    if (!key) return refuse(key.error());
    const auto folder =
        options.folder.empty() ? std::filesystem::absolute(options.file).parent_path().string() : options.folder;
    const auto drill = store::restore_drill(options.file, folder, records::all(), pointer(*key));
    if (!drill) return refuse(drill.error());
    if (options.json) {
        print_line(boost::json::serialize(boost::json::object{{"ok", drill->findings.empty()},
                                                              {"sequence", drill->sequence},
                                                              {"made_at_ms", drill->made_at_ms},
                                                              {"rows", drill->rows},
                                                              {"findings", to_json(drill->findings)}}));
    } else {
        print_findings(drill->findings);
        print_line(drill->findings.empty()
                       ? "Bản sao lưu dùng được: khôi phục thử " + base::format_count(drill->rows) +
                             " dòng, chuỗi nhật ký đến mục " + base::format_count(drill->sequence) + " liền mạch."
                       : "Bản sao lưu KHÔNG dùng được.");
    }
    return drill->findings.empty() ? Exit::fine : Exit::answer_is_no;
}

int restore(const MaintenanceOptions& options) {
    const auto key = key_of(options);
    if (!key) return refuse(key.error());
    if (const auto restored =
            store::restore(options.file, whole(options.where).address(), records::all(), pointer(*key));
        !restored)
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
