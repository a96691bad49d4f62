// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/openapi.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>

namespace http {
namespace {

TEST(OpenApi, ExplainsEveryNameOfTheRoutes) { EXPECT_EQ(unexplained_names(), std::vector<std::string>{}); }

TEST(OpenApi, HasEveryRouteUnderAnIdOfItsOwn) {
    const auto document = boost::json::parse(openapi_document()).as_object();
    std::set<std::string> ids;
    for (const auto& [pattern, path] : document.at("paths").as_object())
        for (const auto& [method, operation] : path.as_object())
            ids.emplace(operation.as_object().at("operationId").as_string());
    EXPECT_EQ(ids.size(), routes().size());
}

}  // namespace
}  // namespace http
