// SPDX-License-Identifier: AGPL-3.0-or-later
#include <fcntl.h>
#include <sys/wait.h>

#include <map>
#include <random>
#include <thread>

#include "store/maintenance.h"
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

class Crash : public BothEngines {};

constexpr int rows_in_batch = 40;

// Writes batch after batch and says the number of each through the pipe once it is committed; until it is killed.
[[noreturn]] void write_batches(const store::Address& address, int pipe, int first) {
    try {
        auto store = store::Store::open(address, types(), false);
        for (int batch = first;; ++batch) {
            auto transaction = store->begin(intent("batch " + std::to_string(batch)));
            for (int i = 0; i < rows_in_batch; ++i) {
                auto owner = an_owner("Loạt " + std::to_string(batch), std::to_string(batch) + "." + std::to_string(i));
                owner.score = batch;
                auto record = schema::to_record(owner);
                if (!transaction->insert_bulk(record)) _exit(3);
            }
            transaction->commit();
            if (write(pipe, &batch, sizeof batch) != sizeof batch) _exit(4);
        }
    } catch (...) { _exit(5); }
}

// Kills a writer after so long and returns the batches that it acknowledged.
std::vector<int> kill_after(std::chrono::microseconds time, const store::Address& address, int first) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    const pid_t child = fork();
    if (child == 0) write_batches(address, ends[1], first);
    ::close(ends[1]);
    std::vector<int> acknowledged;
    int batch = 0;
    // The time runs from the first acknowledgement, so that each run dies in the midst of writing.
    if (read(ends[0], &batch, sizeof batch) == sizeof batch) acknowledged.push_back(batch);
    std::this_thread::sleep_for(time);
    kill(child, SIGKILL);
    while (read(ends[0], &batch, sizeof batch) == sizeof batch) acknowledged.push_back(batch);
    ::close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << WEXITSTATUS(status);
    return acknowledged;
}

TEST_P(Crash, acknowledged_batches_are_whole_and_others_absent_wherever_the_writer_dies) {
    address_ = new_address();
    open();
    close();
    std::minstd_rand random{20'261'121};
    int next = 1;
    std::vector<int> acknowledged;
    for (int run = 0; run < 50; ++run) {
        const auto time = std::chrono::microseconds{std::uniform_int_distribution<int>{0, 20'000}(random)};
        const auto batches = kill_after(time, address_, next);
        ASSERT_FALSE(batches.empty());
        acknowledged.insert(acknowledged.end(), batches.begin(), batches.end());
        // The batch that was under way may have been committed unacknowledged; its number is not used again.
        next = batches.back() + 2;

        auto& store = open();
        std::map<std::int64_t, int> rows;
        store.scan(Owner::type, {},
                   [&](const schema::Record& record) { ++rows[std::get<std::int64_t>(record["score"])]; });
        for (const auto& [batch, count] : rows) ASSERT_EQ(count, rows_in_batch) << "batch " << batch;
        for (const int batch : acknowledged) ASSERT_TRUE(rows.contains(batch)) << "batch " << batch;
        ASSERT_LE(rows.size(), acknowledged.size() + static_cast<std::size_t>(run) + 1);
        const auto findings = store::verify(store);
        ASSERT_TRUE(findings.empty()) << findings.front().message;
        close();
    }
    EXPECT_GE(acknowledged.size(), 50u);
}

ON_BOTH_ENGINES(Crash);

}  // namespace
}  // namespace store_test
