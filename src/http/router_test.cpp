// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/router.h"

#include <gtest/gtest.h>

namespace {

using namespace http;

constexpr std::array table{
    Route{.method = "GET", .pattern = "/api/members", .summary = "list"},
    Route{.method = "POST", .pattern = "/api/members", .summary = "create"},
    Route{.method = "GET", .pattern = "/api/members.xlsx", .summary = "export"},
    Route{.method = "GET", .pattern = "/api/members/{id}", .summary = "show"},
    Route{.method = "GET", .pattern = "/api/members/{id}/form.docx", .summary = "form"},
    Route{.method = "GET", .pattern = "/api/reports/{name}", .summary = "report"},
    Route{.method = "GET", .pattern = "/api/reports/{name}.docx", .summary = "report as docx"},
    Route{.method = "GET", .pattern = "/api/jobs/{id}/files/{name}", .summary = "file"},
};

std::string found(std::string_view method, std::string_view path) {
    const auto match = Router{table}.find(method, path);
    if (!match.route) return match.allowed.empty() ? "nothing" : "only " + match.allowed;
    std::string text{match.route->summary};
    for (const auto& [name, value] : match.parameters) text.append(" ").append(name).append("=").append(value);
    return text;
}

TEST(Router, FindsByPathAndMethod) {
    EXPECT_EQ(found("GET", "/api/members"), "list");
    EXPECT_EQ(found("POST", "/api/members"), "create");
    EXPECT_EQ(found("HEAD", "/api/members"), "list");
    EXPECT_EQ(found("GET", "/api/members.xlsx"), "export");
    EXPECT_EQ(found("GET", "/api/members/12"), "show id=12");
    EXPECT_EQ(found("GET", "/api/members/12/form.docx"), "form id=12");
}

TEST(Router, AnEndingIsMoreLiteralThanAParameter) {
    EXPECT_EQ(found("GET", "/api/reports/year-end"), "report name=year-end");
    EXPECT_EQ(found("GET", "/api/reports/year-end.docx"), "report as docx name=year-end");
}

TEST(Router, SaysWhichMethodsAPathTakes) {
    EXPECT_EQ(found("DELETE", "/api/members"), "only GET, POST");
    EXPECT_EQ(found("GET", "/api/nothing"), "nothing");
    EXPECT_EQ(found("GET", "/api/members/"), "nothing");
    EXPECT_EQ(found("GET", "/api/members/12/"), "nothing");
    EXPECT_EQ(found("GET", ""), "nothing");
}

TEST(Router, DecodesParametersOnceAndTakesNoBrokenText) {
    EXPECT_EQ(found("GET", "/api/jobs/1/files/l%E1%BB%97i%2F1.xlsx"), "file id=1 name=lỗi/1.xlsx");
    EXPECT_EQ(found("GET", "/api/members/%2541"), "show id=%41");
    EXPECT_EQ(found("GET", "/api/members/%FF"), "nothing");
    EXPECT_EQ(found("GET", "/api/members/a%00b"), "nothing");
}

}  // namespace
