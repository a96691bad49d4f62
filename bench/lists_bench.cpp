// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pages ask, below http: lists, files, history, search, overview, of 55,700 members with three years of
// grades in SQLite. CPU time of the thread, medians. Also: start, memory, and how long after a commit its state is
// seen.
#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>

#include "actions/access_writer.h"
#include "actions/answer_figure.h"
#include "actions/find_members.h"
#include "actions/list_grades.h"
#include "actions/list_organisations.h"
#include "actions/member_history.h"
#include "actions/overview.h"
#include "actions/registers.h"
#include "actions/search.h"
#include "actions/show_member.h"
#include "actions/show_organisation.h"
#include "actions/store_pool.h"
#include "bench/measuring.h"
#include "bench/province.h"
#include "records/all.h"
#include "records/grading.h"

namespace {

using actions::FindMembers;
using bench::context_of;
using bench::import_file;
using bench::median;
using Clock = std::chrono::steady_clock;

double cpu_us() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

void report(const char* what, const std::function<std::size_t(int)>& run, int runs = 200) {
    std::vector<double> times;
    std::size_t size = 0;
    for (int i = 0; i < runs; ++i) {
        const auto begin = cpu_us();
        size = run(i);
        times.push_back(cpu_us() - begin);
    }
    std::printf("  %-64s %9.1f µs   %8zu\n", what, median(times), size);
    std::fflush(stdout);
}

double milliseconds(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Memory of the program in MiB: all of it, and what is its own.
void print_memory(const char* when) {
    malloc_trim(0);
    std::ifstream status{"/proc/self/status"};
    std::string line, text;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS") || line.starts_with("RssAnon") || line.starts_with("VmHWM")) text += "  " + line;
    std::printf("bộ nhớ %s:%s\n", when, text.c_str());
}

// Three years of grades for everyone.
void add_grades(store::Store& store) {
    const auto snapshot = actions::load_snapshot(store);
    const auto& columns = *snapshot->columns;
    const auto& states = columns.table_of(figures::member_state);
    const auto top = columns.forest.ids()[columns.forest.tree_on(stats::last_day).order[0]];
    auto transaction = store.begin({.action = "bench", .actor = "cli:bench", .at_ms = 1614556800000});
    for (int year = 2018; year <= 2020; ++year) {
        records::GradingCampaign campaign{.organisation_id = {top}, .year = year};
        const auto id = transaction->insert(campaign);
        for (std::uint32_t member = 0; member < columns.members.size(); ++member) {
            const auto row = columns.state_on(member, stats::to_day(base::last_day_of_year(year)));
            if (row == stats::none) continue;
            auto record = schema::to_record(
                records::MemberGrade{.campaign_id = *id,
                                     .member_id = {columns.members[member]},
                                     .cell_id = {columns.forest.ids()[columns.place_of_row(states, row)]},
                                     .grade = static_cast<records::Grade>(member * 7 % 4),
                                     .decided_on = base::date(year, 12, 20)});
            if (auto inserted = transaction->insert_bulk(record); !inserted) throw base::Fault{inserted.error().code};
        }
    }
    transaction->commit();
}

void make_register(const store::Address& address, const std::string& folder) {
    const auto files = demo::write_demo_registers(folder, bench::province);
    auto store = store::Store::open(address, records::all(), true);
    import_file(*store, "organisations", files.organisations);
    import_file(*store, "members", files.members);
    add_grades(*store);
}

void measure_lists(actions::Context& context, const std::string& top) {
    std::printf("danh sách (µs, và tổng số dòng)\n");
    const auto list = [&](const char* what, const FindMembers& request) {
        report(what, [&](int) { return actions::find_members(context, request)->total; });
    };
    list("mọi đảng viên, theo tên, trang 1", {.organisation = top});
    list("mọi đảng viên, theo tên, trang giữa", {.organisation = top, .offset = 27'000});
    list("nữ, theo tuổi đảng giảm dần", {.organisation = top, .sort = "-party_age", .only = {{"sex", "female"}}});
    list("nữ 18-30 có trình độ, theo chi bộ",
         {.organisation = top,
          .sort = "cell",
          .only = {{"sex", "female"}, {"age_band", "18_30"}, {"professional_education", "university,master"}}});
    list("gõ “nguyen thi hoa”", {.organisation = top, .text = "nguyen thi hoa"});
    list("gõ “n”", {.organisation = top, .text = "n"});
    list("xuất sắc năm 2020", {.organisation = top, .only = {{"grade", "excellent"}}, .year = 2020});
    list("sau số liệu members.graded năm 2020, phần good",
         {.organisation = top, .year = 2020, .figure = "members.graded", .by = "grade", .key = "good"});
    const auto page = *actions::find_members(context, {.organisation = top});
    report("JSON của một trang 50 dòng (và số byte)", [&](int) { return actions::to_json(page).size(); });
}

void measure_files(actions::Context& context, const std::string& top) {
    std::printf("hồ sơ\n");
    const auto page = *actions::find_members(context, {.organisation = top, .limit = 20'000});
    const auto member = [&](int i) { return page.items[static_cast<std::size_t>(i) * 97 % page.items.size()].id; };
    report("mở hồ sơ", [&](int i) { return actions::show_member(context, member(i), context.today)->grades.size(); });
    const auto file = *actions::show_member(context, member(7), context.today);
    report("JSON của hồ sơ (và số byte)", [&](int) { return actions::to_json(file).size(); });
    report("lịch sử hồ sơ", [&](int i) { return actions::member_history(context, member(i), 0, 50)->entries.size(); });
    report("ai đã xem", [&](int i) { return actions::member_readers(context, member(i), 50)->size(); });
}

void measure_rest(actions::Context& context, const std::string& top) {
    std::printf("khác\n");
    report("tìm “nguyen thi hoa”",
           [&](int) { return actions::search(context, "nguyen thi hoa", context.today, 10).persons.size(); });
    report("tìm “n”", [&](int) { return actions::search(context, "n", context.today, 10).persons.size(); });
    report("tìm “ntth”", [&](int) { return actions::search(context, "ntth", context.today, 10).persons.size(); });
    report("cây: một cấp", [&](int) { return actions::list_organisations(context, top, context.today)->size(); });
    report("trang tổ chức",
           [&](int) { return actions::to_json(*actions::show_organisation(context, top, context.today)).size(); });
    report("tổng quan", [&](int) { return actions::to_json(*actions::overview(context, top, context.today)).size(); });
    report("xếp loại theo chi bộ",
           [&](int) { return actions::to_json(*actions::list_grades(context, top, 2020)).size(); });
    report("số liệu theo mức xếp loại", [&](int) {
        return actions::to_json(
                   *actions::answer_figure(
                       context, {.figure = "members.graded", .organisation = top, .year = 2020, .by = "grade"}))
            .size();
    });
}

// From the commit to the state that contains it.
void measure_commits(actions::Context& context, actions::Registers& registers) {
    const auto change = [&](const char* what, const std::function<void(store::Transaction&, int)>& write) {
        std::vector<double> times;
        for (int i = 0; i < 7; ++i) {
            auto transaction = context.store.begin({.action = "bench", .actor = "cli:bench", .at_ms = 1614556800000});
            write(*transaction, i);
            const auto sequence = transaction->commit();
            times.push_back(milliseconds([&] { registers.snapshot(sequence); }));
        }
        std::printf("  %-64s %9.1f ms\n", what, median(times));
    };
    std::printf("từ khi ghi đến khi danh sách thấy\n");
    const auto first_of = [](store::Transaction& transaction, const schema::RecordType& type, int i) {
        return transaction.select(type, {.limit = 1, .offset = static_cast<std::size_t>(i) * 100}).front();
    };
    change("số điện thoại", [&](store::Transaction& transaction, int i) {
        auto version = first_of(transaction, records::PersonVersion::type, i);
        version["phone"] = "09" + std::to_string(10'000'000 + i);
        (void)transaction.correct(version);
    });
    change("họ tên", [&](store::Transaction& transaction, int i) {
        auto version = first_of(transaction, records::PersonVersion::type, i);
        version["full_name"] = std::string{"Nguyễn Thị Thử Nghiệm"};
        (void)transaction.correct(version);
    });
    change("tình trạng sinh hoạt", [&](store::Transaction& transaction, int i) {
        auto membership = first_of(transaction, records::Membership::type, i);
        membership["status"] = std::string{"probationary"};
        (void)transaction.correct(membership);
    });
}

}  // namespace

int main(int argc, char** argv) {
    char made[] = "/tmp/kientoan-bench-XXXXXX";
    const bool keeps = argc > 1;  // A folder: kept for the next time.
    const std::string folder = keeps ? argv[1] : mkdtemp(made);
    const store::Address address{folder + "/data", folder + "/keys"};
    if (!std::filesystem::exists(folder + "/data")) make_register(address, folder);
    print_memory("trước khi mở");

    std::unique_ptr<actions::Registers> registers;
    const double begin = cpu_us();
    const double wall =
        milliseconds([&] { registers = std::make_unique<actions::Registers>(address, records::all()); });
    std::printf("mở sổ: %.0f ms, trong đó tính %.0f ms\n", wall, (cpu_us() - begin) / 1000);
    while (!registers->audit_index()) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    print_memory("sau khi mở");

    actions::StorePool pool{address, records::all(), 2};
    pool.on_commit = [&](std::int64_t sequence) { registers->committed(sequence); };
    actions::AccessWriter accesses{address, records::all()};
    {
        const auto store = pool.borrow();
        auto context = context_of(*store);
        context.registers = registers.get();
        context.accesses = &accesses;
        const auto& forest = registers->snapshot()->columns->forest;
        const std::string top = forest.code(forest.tree_on(stats::last_day).order[0]);
        measure_lists(context, top);
        measure_files(context, top);
        measure_rest(context, top);
        measure_commits(context, *registers);
    }
    print_memory("sau khi đo");
    std::printf("tải máy %.2f\n", bench::load_average());
    if (!keeps) std::filesystem::remove_all(folder);
    return 0;
}
