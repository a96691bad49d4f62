// SPDX-License-Identifier: AGPL-3.0-or-later
#include <gtest/gtest.h>

#include "records/all.h"
#include "store/sql_store.h"
#include "tests/support/process.h"

namespace store_test {
namespace {

std::string plan_of(store::Connection& connection, const std::string& sql) {
    std::string plan;
    auto statement = connection.prepare("explain query plan " + sql);
    while (statement->step()) plan += std::string{statement->text(3)} + "\n";
    return plan;
}

// A reference is followed backwards through its index, not by reading every row of the tenant.
TEST(Planner, ReadsReferringRowsByTheIndexOfTheReference) {
    const support::TemporaryFolder folder;
    const store::Address address{folder.path().string()};
    store::Store::open(address, records::all(), true).reset();
    const auto connection = store::connect(address, false);

    for (const auto* type : records::all())
        for (const auto& field : type->fields) {
            if (!field.target) continue;
            const auto where = " where tenant = 1 and " + std::string{field.name} + " = x'00'";
            const auto plan = plan_of(*connection, "select id from " + std::string{type->name} + where);
            EXPECT_NE(plan.find(std::string{field.name} + "=?"), std::string::npos) << type->name << ": " << plan;
        }
}

}  // namespace
}  // namespace store_test
