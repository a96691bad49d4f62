// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/message.h"

#include "http/connection_head.h"

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(PercentDecoded, undoes_what_browsers_do_and_leaves_the_rest) {
    EXPECT_EQ(http::percent_decoded("b%C3%A1o%20c%c3%a1o"), "báo cáo");
    EXPECT_EQ(http::percent_decoded("100%"), "100%");
    EXPECT_EQ(http::percent_decoded("%4"), "%4");
    EXPECT_EQ(http::percent_decoded("%zz%-1%+1"), "%zz%-1%+1");
    EXPECT_EQ(http::percent_decoded("%2541"), "%41") << "once only";
    EXPECT_EQ(http::percent_decoded("a+b"), "a+b");
    EXPECT_EQ(http::percent_decoded("a+b", http::Plus::is_space), "a b");
}

TEST(AcceptsEncoding, by_name_and_weight) {
    EXPECT_TRUE(http::accepts_encoding("br, gzip", "gzip"));
    EXPECT_TRUE(http::accepts_encoding("GZIP;q=0.001", "gzip"));
    EXPECT_TRUE(http::accepts_encoding(" gzip ; q=1 ", "gzip"));
    EXPECT_FALSE(http::accepts_encoding("gzip;q=0", "gzip"));
    EXPECT_FALSE(http::accepts_encoding("gzip; q=0.000", "gzip"));
    EXPECT_FALSE(http::accepts_encoding("xgzip", "gzip"));
    EXPECT_FALSE(http::accepts_encoding("", "gzip"));
}

TEST(Request, query_and_cookies) {
    http::Request request;
    request.query = "&a=1&&b&c==&a=2";
    EXPECT_EQ(request.query_values(), (Pairs{{"a", "1"}, {"b", ""}, {"c", "="}, {"a", "2"}}));
    EXPECT_EQ(request.query_value("a"), "1");
    EXPECT_EQ(request.query_value("b"), "");
    EXPECT_EQ(request.query_value("d"), std::nullopt);
    request.headers = {{"Cookie", "session_other=no; session=yes;x"}, {"cookie", "second=2"}};
    EXPECT_EQ(request.cookie("session"), "yes");
    EXPECT_EQ(request.cookie("second"), "2");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
}

TEST(DateLine, is_in_the_form_of_http) {
    http::DateLine date;
    EXPECT_EQ(date.line(784'111'777), "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n");
    EXPECT_EQ(date.line(1'709'164'800), "Date: Thu, 29 Feb 2024 00:00:00 GMT\r\n");
}

TEST(ErrorResponse, has_code_and_vietnamese_message) {
    const auto response = http::error_response(408, "http.timeout");
    EXPECT_EQ(response.status, 408u);
    EXPECT_EQ(response.body, R"({"code":"http.timeout","message":"Yêu cầu gửi tới quá chậm; hãy thử lại"})");
}

}  // namespace
