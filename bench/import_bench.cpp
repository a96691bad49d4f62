// SPDX-License-Identifier: AGPL-3.0-or-later
// Import of 55,700 members from a workbook to durable, audited rows, on SQLite and PostgreSQL; beside it the same rows
// written by plain prepared statements into the same tables and indexes. Medians. Exits 1 when an import on SQLite is
// slower than 20,000 rows a second or slower than a quarter of the plain statements.
#include <sqlite3.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "actions/import_header.h"
#include "base/check.h"
#include "base/messages.h"
#include "base/text.h"
#include "bench/measuring.h"
#include "bench/province.h"
#include "formats/xlsx_writer.h"
#include "records/all.h"
#include "tests/store/postgresql_server.h"

namespace {

using bench::import_file;
using bench::load_average;
using bench::median;
using Clock = std::chrono::steady_clock;

constexpr int runs = 5;
constexpr double rows_per_second_min = 20'000, share_min = 0.25;
constexpr std::size_t columns_kept = 25;

double seconds_of(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// The register with 25 of its columns: those that it must have, and the first of the others.
std::string narrowed(const std::string& path) {
    const auto& columns = actions::members_sheet.columns;
    const actions::HeaderNames names{actions::members_sheet};
    const auto required = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const auto& column) { return column.is_required(); }));
    const auto out = path.substr(0, path.rfind('.')) + "-25.xlsx";
    formats::XlsxWriter writer{out};
    writer.begin_sheet({.name = "Đảng viên"});
    std::vector<std::size_t> kept;
    const auto reader = formats::open_table(path);
    const auto read = (*reader)->read(0, [&](const formats::RowView& view) -> base::Result<void> {
        if (view.cells.size() < columns_kept) return {};  // Titles.
        std::size_t others = columns_kept - required;
        for (std::size_t i = 0; kept.size() < columns_kept && i < view.cells.size(); ++i) {
            const auto column = names.exact(base::fold(view.cells[i].text));
            if (column && (columns[*column].is_required() || others > 0)) {
                kept.push_back(i);
                if (!columns[*column].is_required()) --others;
            }
        }
        std::vector<formats::XlsxCell> cells;
        for (const auto i : kept)
            cells.push_back(i < view.cells.size() ? formats::to_xlsx_cell(view.cells[i]) : formats::XlsxCell{});
        writer.write_row(cells);
        return {};
    });
    if (!read) throw base::Fault{base::message(read.error())};
    writer.finish();
    return out;
}

struct Measured {
    double seconds = 0;
    std::int64_t rows = 0;
    std::size_t columns = 0;
};

// The members of the file into a register that holds the organisations already.
Measured measure_import(const store::Address& address, const demo::DemoFiles& files) {
    const auto store = store::Store::open(address, records::all(), true);
    import_file(*store, "organisations", files.organisations);
    Measured measured;
    measured.seconds = seconds_of([&] {
        const auto report = import_file(*store, "members", files.members);
        measured.rows = report.rows_read;
        for (const auto& column : report.sheets.at(0).columns) measured.columns += !column.label.empty();
    });
    return measured;
}

// Rows of a SQLite database, taken out of it to be written into another.
class PlainCopy {
public:
    explicit PlainCopy(const std::string& file) { check(sqlite3_open(file.c_str(), &from_)); }
    ~PlainCopy() {
        for (auto* value : values_) sqlite3_value_free(value);
        sqlite3_close(from_);
    }
    PlainCopy(const PlainCopy&) = delete;

    // The tables and indexes, and the rows of `tables`, which are not part of what is measured.
    void prepare(const std::string& file, const std::vector<std::string>& tables) {
        std::filesystem::remove(file);
        for (const char* tail : {"-wal", "-shm"}) std::filesystem::remove(file + tail);
        check(sqlite3_open(file.c_str(), &to_));
        run(to_,
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; "
            "pragma cache_size = -65536; pragma temp_store = memory");
        each_row("select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type desc",
                 [&](sqlite3_stmt* row) { run(to_, reinterpret_cast<const char*>(sqlite3_column_text(row, 0))); });
        load(tables);
        write();
    }
    void load(const std::vector<std::string>& tables) {
        plan_.clear();
        for (const auto& table : tables) {
            Plan plan{.insert = "insert into " + table + " values (", .columns = 0, .first = values_.size(), .rows = 0};
            each_row("select * from " + table, [&](sqlite3_stmt* row) {
                plan.columns = sqlite3_column_count(row);
                ++plan.rows;
                for (int i = 0; i < plan.columns; ++i)
                    values_.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
            });
            for (int i = 0; i < plan.columns; ++i) plan.insert += i ? ",?" : "?";
            plan.insert += ")";
            if (plan.rows > 0) plan_.push_back(std::move(plan));
        }
    }
    // One transaction, one prepared statement a table.
    void write() {
        run(to_, "begin immediate");
        for (const auto& plan : plan_) {
            sqlite3_stmt* statement = nullptr;
            check(sqlite3_prepare_v2(to_, plan.insert.c_str(), -1, &statement, nullptr));
            auto at = plan.first;
            for (std::size_t row = 0; row < plan.rows; ++row) {
                for (int i = 0; i < plan.columns; ++i) check(sqlite3_bind_value(statement, i + 1, values_[at++]));
                if (sqlite3_step(statement) != SQLITE_DONE) throw base::Fault{sqlite3_errmsg(to_)};
                sqlite3_reset(statement);
            }
            sqlite3_finalize(statement);
        }
        run(to_, "commit");
    }
    std::size_t rows() const {
        std::size_t sum = 0;
        for (const auto& plan : plan_) sum += plan.rows;
        return sum;
    }
    void close() { sqlite3_close(to_); }

private:
    struct Plan {
        std::string insert;
        int columns;
        std::size_t first, rows;
    };

    static void check(int code) {
        if (code != SQLITE_OK) throw base::Fault{sqlite3_errstr(code)};
    }
    static void run(sqlite3* database, const std::string& sql) {
        if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            throw base::Fault{sqlite3_errmsg(database)};
    }
    void each_row(const std::string& sql, const std::function<void(sqlite3_stmt*)>& visit) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(from_, sql.c_str(), -1, &statement, nullptr));
        while (sqlite3_step(statement) == SQLITE_ROW) visit(statement);
        sqlite3_finalize(statement);
    }

    sqlite3 *from_ = nullptr, *to_ = nullptr;
    std::vector<sqlite3_value*> values_;
    std::vector<Plan> plan_;
};

double measure_plain(PlainCopy& copy, const std::string& file, std::size_t& table_rows) {
    copy.prepare(file, {"organisation", "organisation_version"});
    copy.load({"person", "person_version", "party_member", "membership", "exemption", "suspension", "departure"});
    table_rows = copy.rows();
    const auto seconds = seconds_of([&] { copy.write(); });
    copy.close();
    return seconds;
}

}  // namespace

int main() {
    char made[] = "/tmp/kientoan-bench-XXXXXX";
    if (!mkdtemp(made)) return 3;
    const std::string folder = made, keys = folder + "/keys";
    const auto before = load_average();
    auto files = demo::write_demo_registers(folder + "/registers", bench::province);
    files.members = narrowed(files.members);

    Measured measured;
    std::vector<double> imports, plains, servers;
    std::size_t table_rows = 0;
    for (int run = 0; run < runs; ++run) {
        const auto data = folder + "/data" + std::to_string(run);
        measured = measure_import({data, keys}, files);
        imports.push_back(measured.seconds);
        PlainCopy copy{data + "/kientoan.db"};
        plains.push_back(measure_plain(copy, folder + "/plain.db", table_rows));
        std::filesystem::remove_all(data);
    }
    const bool has_postgresql = std::filesystem::exists("/usr/lib/postgresql/15");
    for (int run = 0; has_postgresql && run < 3; ++run)
        servers.push_back(measure_import({store_test::PostgresqlServer::shared().new_database(), keys}, files).seconds);

    const auto rows = static_cast<double>(measured.rows);
    const double imported = rows / median(imports), plain = rows / median(plains);
    std::printf("Nhập %lld đảng viên, %zu cột; %zu dòng trong các bảng; tải máy %.2f → %.2f\n",
                static_cast<long long>(measured.rows), measured.columns, table_rows, before, load_average());
    std::printf("  SQLite, từ tệp đến khi ghi bền, có nhật ký  %8.0f dòng/giây  (%.2f s)\n", imported, median(imports));
    std::printf("  cùng các dòng ấy bằng câu lệnh chuẩn bị sẵn %8.0f dòng/giây  (%.2f s), tỷ số %.2f\n", plain,
                median(plains), imported / plain);
    if (has_postgresql)
        std::printf("  PostgreSQL                                  %8.0f dòng/giây  (%.2f s)\n", rows / median(servers),
                    median(servers));
    std::filesystem::remove_all(folder);
    const bool is_fast =
        imported >= rows_per_second_min && imported >= share_min * plain && measured.columns == columns_kept;
    if (!is_fast) std::printf("Chưa đạt: cần %.0f dòng/giây và tỷ số %.2f\n", rows_per_second_min, share_min);
    return is_fast ? 0 : 1;
}
