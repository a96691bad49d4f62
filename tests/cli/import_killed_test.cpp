// SPDX-License-Identifier: AGPL-3.0-or-later
// A power cut in the middle of an import: what was acknowledged is whole, what was not is absent, and nothing is
// damaged.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>

#include "demo/registers.h"
#include "records/all.h"
#include "records/party_member.h"
#include "store/maintenance.h"
#include "tests/support/process.h"

namespace {

using Clock = std::chrono::steady_clock;
using support::run_product;

constexpr int cuts = 50;

TEST(ImportKilled, IsWholeOrAbsentAtAnyMoment) {
    const support::TemporaryFolder folder;
    const auto files = demo::write_demo_registers(folder.file("registers"), {.grassroots = 8, .members = 400});
    const auto prepared = folder.file("prepared");
    ASSERT_TRUE(run_product({"import", "organisations", files.organisations, "--data", prepared}).ok());

    // How long an undisturbed import takes, and what it leaves behind.
    const auto whole = folder.file("whole");
    std::filesystem::copy(prepared, whole);
    const auto began = Clock::now();
    ASSERT_TRUE(run_product({"import", "members", files.members, "--data", whole}).ok());
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
    const auto members = store::Store::open({whole}, records::all(), false)->count(records::PartyMember::type, {});
    ASSERT_GT(members, 400);

    std::mt19937_64 random{20201231};
    int absent = 0, kept = 0;
    auto window = static_cast<std::uint64_t>(took.count() * 11 / 10);
    // On a machine that has grown busier an import takes longer than it did: further cuts come later.
    for (int cut = 0; cut < cuts || (kept == 0 && cut < 2 * cuts); ++cut) {
        if (cut >= cuts) window = window * 5 / 4;
        const auto data = folder.file("cut");
        std::filesystem::remove_all(data);
        std::filesystem::copy(prepared, data);
        const std::chrono::microseconds moment{random() % window};
        const auto run = run_product({"import", "members", files.members, "--data", data}, {.kill_after = moment});

        const auto store = store::Store::open({data}, records::all(), false);
        const auto found = store->count(records::PartyMember::type, {});
        EXPECT_TRUE(found == 0 || found == members) << found << " members after a cut at " << moment.count() << " µs";
        EXPECT_TRUE(!run.ok() || found == members) << "acknowledged, then lost, at " << moment.count() << " µs";
        EXPECT_TRUE(store::verify(*store).empty()) << "at " << moment.count() << " µs";
        (found == 0 ? absent : kept) += 1;
    }
    // The moments lie on both sides of the commit, else nothing was tried.
    EXPECT_GT(absent, 0);
    EXPECT_GT(kept, 0);
}

}  // namespace
