// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/jobs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>

namespace {

using namespace http;

const base::Uuid account = *base::parse_uuid("01890000-0000-7000-8000-000000000001");

Job wait_for_end(Jobs& jobs, const base::Uuid& id) {
    for (;;) {
        auto job = *jobs.find(id);
        if (job.state >= JobState::done) return job;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

TEST(Jobs, RunInTheOrderTheyCameAndKeepTheirResult) {
    Jobs jobs{[] { return std::int64_t{1000}; }};
    std::string order;
    const auto first =
        jobs.start(account, "a", "Việc thứ nhất", [&](JobProgress& progress) -> base::Result<std::string> {
            progress.tell(1, 2, "đang làm");
            order += "1";
            return std::string{"{\"n\":1}"};
        });
    const auto second = jobs.start(account, "b", "Việc thứ hai", [&](JobProgress&) -> base::Result<std::string> {
        order += "2";
        return base::Refusal{"import.no_campaign", {}, {}};
    });
    EXPECT_EQ(wait_for_end(jobs, second).state, JobState::failed);
    EXPECT_EQ(order, "12");
    const auto json = to_json(*jobs.find(first));
    EXPECT_NE(json.find(R"("state":"done","done":1,"total":2,"text":"đang làm")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("result":{"n":1})"), std::string::npos) << json;
    EXPECT_EQ(jobs.of(account).size(), 2u);
    EXPECT_EQ(jobs.of(account)[0].label, "Việc thứ hai");
    EXPECT_TRUE(jobs.of(base::Uuid{}).empty());
}

TEST(Jobs, StopWhenAskedAndNeverBeginWhenCancelledWaiting) {
    Jobs jobs{[] { return std::int64_t{1000}; }};
    std::promise<void> began;
    const auto running = jobs.start(account, "a", "", [&](JobProgress& progress) -> base::Result<std::string> {
        began.set_value();
        while (!progress.is_cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
        return base::Refusal{"cancelled", {}, {}};
    });
    bool ran = false;
    const auto waiting = jobs.start(account, "b", "", [&](JobProgress&) -> base::Result<std::string> {
        ran = true;
        return std::string{"{}"};
    });
    began.get_future().wait();
    EXPECT_TRUE(jobs.cancel(waiting));
    EXPECT_TRUE(jobs.cancel(running));
    EXPECT_EQ(wait_for_end(jobs, running).state, JobState::cancelled);
    EXPECT_EQ(wait_for_end(jobs, waiting).state, JobState::cancelled);
    EXPECT_FALSE(ran);
    EXPECT_FALSE(jobs.cancel(running));
}

TEST(Jobs, AFaultEndsTheJobAndNotTheServer) {
    Jobs jobs{[] { return std::int64_t{1000}; }};
    const auto id = jobs.start(account, "a", "",
                               [](JobProgress&) -> base::Result<std::string> { throw std::runtime_error{"đĩa đầy"}; });
    const auto job = wait_for_end(jobs, id);
    EXPECT_EQ(job.state, JobState::failed);
    EXPECT_EQ(job.refusal->args[0], "đĩa đầy");
}

TEST(Jobs, ForgetTheOldestWithTheirFiles) {
    const auto path = std::filesystem::temp_directory_path() / "kientoan-jobs-test.xlsx";
    std::ofstream{path} << "x";
    Jobs jobs{[] { return std::int64_t{1000}; }, 2};
    const auto first = jobs.start(account, "a", "", [&](JobProgress& progress) -> base::Result<std::string> {
        progress.add_file({"loi.xlsx", "Tệp lỗi", path});
        return std::string{"{}"};
    });
    wait_for_end(jobs, first);
    const auto nothing = [](JobProgress&) -> base::Result<std::string> { return std::string{"{}"}; };
    wait_for_end(jobs, jobs.start(account, "a", "", nothing));
    wait_for_end(jobs, jobs.start(account, "a", "", nothing));
    EXPECT_FALSE(jobs.find(first));
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
