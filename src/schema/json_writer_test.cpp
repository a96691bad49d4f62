// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/json_writer.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <vector>

namespace schema {
namespace {

TEST(JsonString, OnlyWhatMustBeIsEscaped) {
    std::string out;
    append_json_string(out, "a\"b\\c/d\n\t\r\b\f\x01\x1f\x7fĐ€🌾");
    EXPECT_EQ(out, "\"a\\\"b\\\\c/d\\n\\t\\r\\b\\f\\u0001\\u001f\x7fĐ€🌾\"");
    EXPECT_EQ(boost::json::value_to<std::string>(boost::json::parse(out)), "a\"b\\c/d\n\t\r\b\f\x01\x1f\x7fĐ€🌾");
}

TEST(JsonWriter, AnEmptyObject) { EXPECT_EQ(JsonWriter{}.take(), "{}"); }

TEST(JsonWriter, EveryKindOfValue) {
    JsonWriter json;
    const std::string text = "hai \"ba\"";
    json.member("text", text).member("literal", "một").member("view", std::string_view{text}.substr(0, 3));
    json.member("number", 41).member("most", INT64_MAX).member("least", INT64_MIN).member("size", std::size_t{7});
    json.member("yes", true).member("no", false);
    json.member("day", base::date(2020, 2, 29)).member("month", base::PartialDate{1985, 3, 0});
    json.member("id", *base::parse_uuid("01000000-0000-0000-0000-00000000000f"));
    json.null("nothing").raw("raw", "[1.50]");
    EXPECT_EQ(json.take(),
              R"({"text":"hai \"ba\"","literal":"một","view":"hai","number":41,"most":9223372036854775807,)"
              R"("least":-9223372036854775808,"size":7,"yes":true,"no":false,"day":"2020-02-29","month":"1985-03",)"
              R"("id":"01000000-0000-0000-0000-00000000000f","nothing":null,"raw":[1.50]})");
}

TEST(JsonWriter, WhatIsEmptyCanBeLeftOut) {
    JsonWriter json;
    json.member_if("no_text", "").member_if("no_number", std::optional<int>{}).time_if("never", 0);
    json.member_if("no_date", base::PartialDate{});
    json.member_if("text", "x").member_if("number", std::optional{0}).time_if("then", 1);
    json.member_if("year", base::PartialDate{1985, 0, 0});
    EXPECT_EQ(json.take(), R"({"text":"x","number":0,"then":"1970-01-01T00:00:00.001Z","year":"1985"})");
}

TEST(JsonWriter, InstantsBeforeAndAfter1970) {
    JsonWriter json;
    json.time("now", 1'795'291'623'120).time("zero", 0).time("before", -1).time("day_before", -86'400'000);
    EXPECT_EQ(json.take(), R"({"now":"2026-11-21T20:07:03.120Z","zero":"1970-01-01T00:00:00.000Z",)"
                           R"("before":"1969-12-31T23:59:59.999Z","day_before":"1969-12-31T00:00:00.000Z"})");
}

struct Cell {
    std::string code;
    std::vector<int> years;
};

void write_cell(JsonWriter& json, const Cell& cell) { json.member("code", cell.code).values("years", cell.years); }

TEST(JsonWriter, ObjectsInObjects) {
    const std::vector<Cell> cells{{"A", {2019, 2020}}, {"B", {}}};
    JsonWriter json;
    json.object("first", cells[0], write_cell).objects("all", cells, write_cell);
    json.objects("none", std::vector<Cell>{}, write_cell);
    json.objects("numbered", cells, [&](const Cell& cell) {
        write_cell(json, cell);
        json.member("count", cell.years.size());
    });
    json.object("nested", [&] { json.object("empty", [] {}).member("after", 1); });
    json.values("codes", cells, [](const Cell& cell) -> const std::string& { return cell.code; });
    EXPECT_EQ(json.take(),
              R"({"first":{"code":"A","years":[2019,2020]},)"
              R"("all":[{"code":"A","years":[2019,2020]},{"code":"B","years":[]}],"none":[],)"
              R"("numbered":[{"code":"A","years":[2019,2020],"count":2},{"code":"B","years":[],"count":0}],)"
              R"("nested":{"empty":{},"after":1},"codes":["A","B"]})");
}

}  // namespace
}  // namespace schema
