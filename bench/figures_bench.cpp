// SPDX-License-Identifier: AGPL-3.0-or-later
// Every figure of the year-end report for a province of 55,700 members: from memory columns, and by SQL on SQLite and
// PostgreSQL. Medians. Exits 1 when a figure from columns takes longer than 1 ms.
#include <stdlib.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "actions/columns.h"
#include "bench/measuring.h"
#include "records/all.h"
#include "stats/answer.h"
#include "store/connection.h"
#include "store/figure_query.h"
#include "tests/properties/figures_register.h"
#include "tests/store/postgresql_server.h"

namespace {

using figures_test::RandomRegister;
using Clock = std::chrono::steady_clock;

constexpr figures_test::Size province{.districts = 10,
                                      .grassroots = 600,
                                      .cells = 3'500,
                                      .members = 55'700,
                                      .first = base::date(2019, 1, 1),
                                      .last = base::date(2020, 12, 31),
                                      .strange = false};
constexpr int year = 2020;
constexpr double limit_us = 1'000;

template <class Run>
double median_us(int runs, const Run& run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = Clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
    return bench::median(std::move(times));
}

// The registers on one engine, with the statistics that its planner wants.
struct Registers {
    Registers(const char* name, const store::Address& address)
        : store{store::Store::open(address, records::all(), true)} {
        const auto begin = Clock::now();
        registers = std::make_unique<RandomRegister>(*store, 1, province);
        std::printf("%s: ghi dữ liệu thử %.1f s\n", name, std::chrono::duration<double>(Clock::now() - begin).count());
        std::fflush(stdout);
        store.reset();
        if (address.is_postgresql())
            store_test::PostgresqlServer::run(address.text, "analyze");
        else
            store::open_sqlite(address.text + "/kientoan.db", false)->execute("analyze");
        store = store::Store::open(address, records::all(), false);
    }
    std::unique_ptr<store::Store> store;
    std::unique_ptr<RandomRegister> registers;

    double sql_us(const figures::Figure& figure, std::string_view by) {
        const auto period = base::year_period(year);
        const auto subtree = registers->subtree(0, *period.valid_to - 1);
        const auto graded = registers->graded(year);
        return median_us(3, [&] { store::answer_by_sql(*store, {&figure, period, subtree, graded, by, false}); });
    }
};

// Breakdowns that are also asked by SQL; the others cost it about the same.
bool is_sample(std::string_view by) {
    for (const auto sample : {"", "organisation", "sex", "age_band", "kind", "grade", "not_graded_reason", "unit_type"})
        if (by == sample) return true;
    return false;
}

std::string milliseconds(double us) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", us / 1000);
    return text;
}

}  // namespace

int main() {
    char folder[] = "/tmp/kientoan-bench-XXXXXX";
    if (!mkdtemp(folder)) return 3;
    const std::string keys = std::string{folder} + "/keys";
    Registers sqlite{"SQLite", {std::string{folder} + "/data", keys}};
    Registers postgresql{"PostgreSQL", {store_test::PostgresqlServer::shared().new_database(), keys}};

    std::shared_ptr<const stats::Columns> columns;
    const double load_us = median_us(5, [&] { columns = actions::load_columns(*sqlite.store); });
    std::printf("nạp cột từ SQLite: %.0f ms; từ PostgreSQL: %.0f ms\n", load_us / 1000,
                median_us(3, [&] { actions::load_columns(*postgresql.store); }) / 1000);
    for (const auto& table : columns->tables)
        std::printf("  %-22s %8zu dòng\n", table.subject->name.data(), table.size());

    std::printf("\n%-44s %-24s %10s %14s %14s\n", "số liệu", "phân tổ", "cột, µs", "SQLite, ms", "PostgreSQL, ms");
    double slowest = 0;
    for (const auto& figure : figures::all()) {
        auto breakdowns = figures::breakdowns(figure);
        breakdowns.insert(breakdowns.begin(), "");
        for (const auto by : breakdowns) {
            const stats::Question question{
                &figure, *columns->forest.find("T"), base::year_period(year), base::last_day_of_year(year), by, false};
            const double us = median_us(25, [&] { stats::answer(*columns, question); });
            slowest = std::max(slowest, us);
            const bool sample = is_sample(by);
            std::printf("%-44s %-24s %10.1f %14s %14s\n", figure.name.data(), std::string{by}.c_str(), us,
                        sample ? milliseconds(sqlite.sql_us(figure, by)).c_str() : "",
                        sample ? milliseconds(postgresql.sql_us(figure, by)).c_str() : "");
            std::fflush(stdout);
        }
    }
    std::printf("\nchậm nhất từ cột: %.1f µs (giới hạn %.0f µs); tải máy %.2f\n", slowest, limit_us,
                bench::load_average());
    std::filesystem::remove_all(folder);
    return slowest <= limit_us ? 0 : 1;
}
