// SPDX-License-Identifier: AGPL-3.0-or-later
// Phạm vi: every row of routes.cpp, asked by each limited role for what lies in a foreign part of the tree. Nothing of
// it may come back, and nothing of it may change. A row that this test does not know how to ask fails it.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "formats/zip.h"
#include "records/all.h"
#include "tests/api/api_server.h"

namespace {

using api_test::ApiServer;
using api_test::json_text;

// How to ask a route for something foreign. In target and body, {member} and its like stand for the foreign ones.
struct Question {
    std::string_view target = {};
    std::string_view body = {};
    // The board, whose part is the whole city, is answered 2xx: so that the question is one that could be answered.
    bool board_may = true;
};

const std::map<std::string, std::vector<Question>, std::less<>>& questions() {
    static const std::map<std::string, std::vector<Question>, std::less<>> all{
        {"GET /api/session", {{"/api/session"}}},
        {"DELETE /api/session", {}},  // Of the own session alone; signs the test out.
        {"POST /api/session/password", {{"/api/session/password", R"({"old":"x","new":"y"})", false}}},
        {"POST /api/session/totp", {{"/api/session/totp"}}},
        {"PUT /api/session/totp", {{"/api/session/totp", R"({"code":"000000"})", false}}},
        {"DELETE /api/session/totp", {{"/api/session/totp", R"({"password":"x"})", false}}},
        {"GET /api/overview", {{"/api/overview?organisation={grassroots}"}, {"/api/overview?organisation={cell}"}}},
        {"GET /api/organisations", {{"/api/organisations?superior={grassroots}"}}},
        {"GET /api/organisations/{code}", {{"/api/organisations/{cell}"}, {"/api/organisations/{grassroots}"}}},
        {"GET /api/search", {{"/api/search?q={number}"}, {"/api/search?q={name}"}, {"/api/search?q={cell}"}}},
        {"GET /api/members",
         {{"/api/members?organisation={cell}"},
          {"/api/members?organisation={grassroots}&q={number}"},
          {"/api/members?organisation={grassroots}&figure=members&on=2020-12-31"},
          {"/api/members?q={number}"},
          {"/api/members?limit=500"}}},
        {"GET /api/members.xlsx", {{"/api/members.xlsx?organisation={grassroots}"}, {"/api/members.xlsx?q={number}"}}},
        {"GET /api/member-list.docx", {{"/api/member-list.docx?organisation={cell}"}}},
        {"GET /api/members/{id}", {{"/api/members/{member}"}, {"/api/members/{member}?on=2020-12-31"}}},
        {"GET /api/members/{id}/history", {{"/api/members/{member}/history"}}},
        {"GET /api/members/{id}/readers", {{"/api/members/{member}/readers"}}},
        {"POST /api/members/{id}/reveal", {{"/api/members/{member}/reveal", R"({"field":"card_number"})"}}},
        {"GET /api/members/{id}/form.docx", {{"/api/members/{member}/form.docx"}}},
        {"GET /api/members/{id}/proposals", {{"/api/members/{member}/proposals"}}},
        {"POST /api/members/{id}/proposals",
         {{"/api/members/{member}/proposals",
           R"({"record_type":"party_member","record_id":"{member}","fields":{"introducers":"{n}"},"reason":"Thiếu"})"}}},
        {"GET /api/proposals", {{"/api/proposals"}, {"/api/proposals?organisation={grassroots}"}}},
        {"POST /api/proposals/{id}/decision", {{"/api/proposals/{proposal}/decision", R"({"accept":[]})", false}}},
        {"DELETE /api/proposals/{id}", {{"/api/proposals/{proposal}", "", false}}},
        {"GET /api/figures", {{"/api/figures"}}},
        {"GET /api/figures/{name}",
         {{"/api/figures/members?organisation={grassroots}&list=true"},
          {"/api/figures/members.graded?organisation={cell}&year=2020&list=true"}}},
        {"GET /api/grades", {{"/api/grades?organisation={grassroots}&year=2020"}}},
        {"GET /api/debt",
         {{"/api/debt?organisation={grassroots}"},
          {"/api/debt?organisation={cell}&on=2020-12-31"},
          {"/api/debt?limit=500"},
          {"/api/debt?on=2020-12-31&limit=500"}}},
        {"GET /api/debt/summary", {{"/api/debt/summary?organisation={grassroots}"}, {"/api/debt/summary"}}},
        {"GET /api/debt/checks", {{"/api/debt/checks"}}},
        {"GET /api/debt.xlsx", {{"/api/debt.xlsx?organisation={grassroots}"}, {"/api/debt.xlsx"}}},
        {"GET /api/reports", {{"/api/reports"}}},
        {"GET /api/reports/{name}", {{"/api/reports/year-end?organisation={grassroots}&year=2020"}}},
        {"GET /api/reports/{name}.docx", {{"/api/reports/year-end.docx?organisation={grassroots}&year=2020"}}},
        {"GET /api/reports/{name}.xlsx", {{"/api/reports/year-end.xlsx?organisation={grassroots}&year=2020"}}},
        {"GET /api/reports/{name}.html", {{"/api/reports/year-end.html?organisation={grassroots}&year=2020"}}},
        {"POST /api/reports/{name}/sign",
         {{"/api/reports/year-end/sign", R"({"organisation":"{grassroots}","year":2020,"signer":"A"})"}}},
        {"POST /api/check-report",
         {{"/api/check-report?organisation={grassroots}&year=2020", "Toàn đảng bộ có 9.999.999 đảng viên."},
          {"/api/check-report?organisation={cell}&year=2020", "Kết nạp 9.999 đảng viên mới."},
          {"/api/check-report", "Kết nạp 9.999 đảng viên mới."}}},
        {"GET /api/registers", {{"/api/registers"}}},
        {"GET /api/templates/{kind}.xlsx", {{"/api/templates/members.xlsx"}}},
        {"GET /api/exports/{kind}.xlsx",
         {{"/api/exports/members.xlsx?organisation={grassroots}"},
          {"/api/exports/organisations.xlsx?organisation={grassroots}"},
          {"/api/exports/memberships.xlsx?organisation={cell}"},
          {"/api/exports/grades.xlsx?organisation={grassroots}&year=2020"}}},
        {"POST /api/uploads", {{"/api/uploads?file_name=thu.csv", "Mã tổ chức"}}},
        {"GET /api/uploads/{id}/mapping", {{"/api/uploads/{upload}/mapping?kind=members", "", false}}},
        {"POST /api/imports", {{"/api/imports", R"({"upload":"{account}","kind":"members"})", false}}},
        {"GET /api/imports", {{"/api/imports"}}},
        {"POST /api/imports/{batch}/undo", {{"/api/imports/{batch}/undo", "", false}}},
        {"GET /api/jobs", {{"/api/jobs"}}},
        {"GET /api/jobs/{id}", {{"/api/jobs/{job}", "", false}}},
        {"GET /api/jobs/{id}/events", {{"/api/jobs/{job}/events", "", false}}},
        {"GET /api/jobs/{id}/files/{name}", {{"/api/jobs/{job}/files/loi.xlsx", "", false}}},
        {"DELETE /api/jobs/{id}", {{"/api/jobs/{job}", "", false}}},
        {"GET /api/records/{type}", {}},  // For every type: see EveryRecordType.
        {"POST /api/records/{type}", {}},
        {"GET /api/records/{type}/{id}", {}},
        {"PATCH /api/records/{type}/{id}", {}},
        {"GET /api/records/{type}/{id}/history", {}},
        {"GET /api/accounts", {{"/api/accounts"}}},
        {"POST /api/accounts",
         {{"/api/accounts", R"({"name":"moi-{n}","display_name":"Người mới","member_id":"{member}"})", false}}},
        {"PATCH /api/accounts/{id}", {{"/api/accounts/{account}", R"({"version":1,"is_closed":true})", false}}},
        {"POST /api/accounts/{id}/password", {{"/api/accounts/{account}/password", "", false}}},
        {"DELETE /api/accounts/{id}/totp", {{"/api/accounts/{account}/totp", "", false}}},
        {"GET /api/grants", {{"/api/grants"}, {"/api/grants?account={account}"}}},
        {"POST /api/grants",
         {{"/api/grants",
           R"({"account_id":"{account}","role":"leader","organisation":"{grassroots}","valid_from":"2021-03-01"})",
           false}}},
        {"DELETE /api/grants/{id}", {{"/api/grants/{grant}", "", false}}},
        {"POST /api/delegations",
         {{"/api/delegations",
           R"({"account":"leader","role":"organisation_board","organisation":"{grassroots}","valid_from":"2021-03-01","valid_to":"2021-04-01"})",
           false}}},
        {"GET /api/views", {{"/api/views"}}},
        {"POST /api/views", {{"/api/views", R"({"name":"Của tôi","record_type":"members","definition":"{}"})"}}},
        {"DELETE /api/views/{id}", {{"/api/views/{view}", "", false}}},
        {"GET /api/audit", {{"/api/audit?limit=500"}, {"/api/audit?record={member}"}}},
        {"GET /api/accesses", {{"/api/accesses?limit=500"}, {"/api/accesses?record={member}"}}},
    };
    return all;
}

// What must never reach someone to whom it is foreign.
struct Foreign {
    std::map<std::string, std::string> names;  // {member} → its id, …
    std::vector<std::string> marks;            // Ids and numbers that appear nowhere else.
    std::set<base::Uuid> ids;
};

std::string text_of(const schema::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record[field]);
    return text ? *text : std::string{};
}

class Scope : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        server = new ApiServer;
        foreign = new Foreign;
        find_foreign();
        // Something of the foreign board's own: an account, a grant, a read file.
        server->ask("foreign_board", "GET", "/api/members/" + server->foreign_member);
        for (const auto& account : server->store().select(*records::find_type("account")))
            if (text_of(account, "name") == "foreign_board") {
                foreign->names["{account}"] = base::to_string(account.id);
                for (const auto& grant : server->store().select(*records::find_type("role_grant")))
                    if (std::get<base::Uuid>(grant["account_id"]) == account.id)
                        foreign->names["{grant}"] = base::to_string(grant.id);
            }
        foreign->names["{upload}"] =
            json_text(server->ask_text("foreign_board", "POST", "/api/uploads?file_name=so.csv", "Mã tổ chức"), "id");
        foreign->names["{view}"] =
            json_text(server->ask_text("foreign_board", "POST", "/api/views",
                                       R"({"name":"Của ban","record_type":"members","definition":"{}"})"),
                      "id");
        foreign->names["{proposal}"] =
            json_text(server->ask_text("foreign_board", "POST", "/api/members/" + server->foreign_member + "/proposals",
                                       R"({"record_type":"party_member","record_id":")" + server->foreign_member +
                                           R"(","fields":{"introducers":"Hai người"},"reason":"Thiếu"})"),
                      "id");
        for (const auto& batch : server->store().select(*records::find_type("import_batch")))
            foreign->names["{batch}"] = base::to_string(batch.id);
        foreign->names["{job}"] = base::to_string(server->application().jobs().start(
            *base::parse_uuid(foreign->names["{account}"]), "import", "Nhập sổ",
            [](http::JobProgress&) -> base::Result<std::string> { return std::string{"{}"}; }));
    }
    static void TearDownTestSuite() {
        delete server;
        delete foreign;
    }

    // The members whose home is in the foreign part, with their persons.
    static void find_foreign() {
        auto& store = server->store();
        const auto snapshot = actions::load_snapshot(store);
        const auto& forest = snapshot->columns->forest;
        const auto root = *forest.find(server->foreign_grassroots);
        std::set<base::Uuid> cells;
        for (const auto place : forest.trees().back().subtree(root)) {
            cells.insert(forest.ids()[place]);
            foreign->ids.insert(forest.ids()[place]);
        }
        for (const auto& stay : store.select(*records::find_type("membership")))
            if (cells.contains(std::get<base::Uuid>(stay["cell_id"])))
                foreign->ids.insert(std::get<base::Uuid>(stay["member_id"]));
        for (const auto& stay : store.select(*records::find_type("membership")))
            if (!cells.contains(std::get<base::Uuid>(stay["cell_id"])) && schema::is_empty(stay["valid_to"]))
                foreign->ids.erase(std::get<base::Uuid>(stay["member_id"]));
        for (const auto& member : store.select(*records::find_type("party_member"))) {
            if (!foreign->ids.contains(member.id)) continue;
            foreign->ids.insert(std::get<base::Uuid>(member["person_id"]));
            foreign->marks.push_back(text_of(member, "profile_number"));
            if (base::to_string(member.id) != server->foreign_member) continue;
            foreign->names["{number}"] = text_of(member, "profile_number");
            const auto person = std::get<base::Uuid>(member["person_id"]);
            for (const auto& version : store.select(*records::find_type("person_version")))
                if (std::get<base::Uuid>(version["person_id"]) == person)
                    foreign->names["{name}"] = text_of(version, "name_fold");
        }
        for (const auto& id : foreign->ids) foreign->marks.push_back(base::to_string(id));
        foreign->names["{member}"] = server->foreign_member;
        foreign->names["{cell}"] = server->foreign_cell;
        foreign->names["{grassroots}"] = server->foreign_grassroots;
        std::replace(foreign->names["{name}"].begin(), foreign->names["{name}"].end(), ' ', '+');
    }

    static std::string filled(std::string_view pattern) {
        static int n = 0;
        std::string text{pattern};
        foreign->names["{n}"] = std::to_string(++n);
        for (const auto& [name, value] : foreign->names)
            for (auto at = text.find(name); at != text.npos; at = text.find(name, at + value.size()))
                text.replace(at, name.size(), value);
        return text;
    }

    // The text of an answer; of an archive the text of its parts.
    static std::string answer(std::string_view account, std::string_view method, const std::string& target,
                              const std::string& body) {
        auto text = server->ask_text(account, method, target, body);
        if (text.size() < 6 || text.compare(4, 2, "PK") != 0) return text;
        auto zip = formats::ZipReader::open_bytes(text.substr(4));
        if (!zip) return text;
        std::string parts = text.substr(0, 4);
        for (const auto& entry : zip->entries()) parts += *zip->read(entry, 64 << 20);
        return parts;
    }

    // The first foreign mark in the text, unless the question had it in itself.
    static std::string mark_in(const std::string& text, const std::string& question = {}) {
        for (const auto& mark : foreign->marks)
            if (!mark.empty() && text.find(mark) != text.npos && question.find(mark) == question.npos) return mark;
        return {};
    }

    static std::int64_t head() {
        std::int64_t head = 0;
        server->store().scan_audit([&](const store::AuditEntry& entry) { head = std::max(head, entry.sequence); });
        return head;
    }

    static ApiServer* server;
    static Foreign* foreign;
};
ApiServer* Scope::server = nullptr;
Foreign* Scope::foreign = nullptr;

constexpr std::string_view limited_roles[] = {"committee", "secretary", "member"};

TEST_F(Scope, KnowsEveryRoute) {
    for (const auto& route : http::routes()) {
        if (route.door == http::Door::open) continue;
        const auto name = std::string{route.method} + " " + std::string{route.pattern};
        EXPECT_TRUE(questions().contains(name)) << "không có câu hỏi nào cho " << name;
    }
    for (const auto& [name, asked] : questions()) {
        const bool exists = std::any_of(http::routes().begin(), http::routes().end(), [&](const http::Route& route) {
            return std::string{route.method} + " " + std::string{route.pattern} == name;
        });
        EXPECT_TRUE(exists) << "không còn đường " << name;
    }
}

TEST_F(Scope, NobodyIsAnsweredWithoutSigningIn) {
    for (const auto& route : http::routes()) {
        if (route.door == http::Door::open) continue;
        const auto response = server->ask("", route.method, filled(route.pattern));
        EXPECT_EQ(response.status, 401u) << route.method << " " << route.pattern;
    }
}

TEST_F(Scope, EveryQuestionIsOneThatTheBoardIsAnswered) {
    for (const auto& [name, asked] : questions())
        for (const auto& question : asked) {
            if (!question.board_may) continue;
            const auto method = name.substr(0, name.find(' '));
            const auto text = answer("board", method, filled(question.target), filled(question.body));
            EXPECT_EQ(text[0], '2') << name << " " << filled(question.target) << ": " << text.substr(0, 300);
        }
}

TEST_F(Scope, NothingForeignComesBackAndNothingForeignChanges) {
    for (const auto role : limited_roles)
        for (const auto& [name, asked] : questions())
            for (const auto& question : asked) {
                const auto method = name.substr(0, name.find(' '));
                const auto target = filled(question.target);
                const auto before = head();
                const auto text = answer(role, method, target, filled(question.body));
                EXPECT_EQ(mark_in(text, target), "")
                    << role << ": " << name << " " << target << ": " << text.substr(0, 300);
                server->store().scan_audit(
                    [&](const store::AuditEntry& entry) {
                        EXPECT_EQ(mark_in(entry.changes), "") << role << " đã ghi: " << name << " " << target;
                    },
                    before);
                // What names something foreign is refused, not answered with nothing.
                const bool names_foreign = target.find(server->foreign_member) != target.npos ||
                                           target.find("organisation=" + server->foreign_grassroots) != target.npos ||
                                           target.find("organisation=" + server->foreign_cell) != target.npos ||
                                           target.find("superior=") != target.npos;
                const bool is_search = target.starts_with("/api/audit") || target.starts_with("/api/accesses");
                if (names_foreign && !is_search) {
                    EXPECT_TRUE(text.starts_with("403") || text.starts_with("404"))
                        << role << ": " << name << " " << target << ": " << text.substr(0, 200);
                }
            }
}

TEST_F(Scope, EveryRecordType) {
    int shown = 0;
    for (const auto* type : records::all()) {
        const auto path = "/api/records/" + std::string{type->name};
        std::string foreign_id;
        for (const auto& record : server->store().select(*type)) {
            bool is_foreign = foreign->ids.contains(record.id);
            for (const auto& value : record.values)
                if (const auto* id = std::get_if<base::Uuid>(&value)) is_foreign |= foreign->ids.contains(*id);
            if (is_foreign) foreign_id = base::to_string(record.id);
        }
        for (const auto role : limited_roles) {
            for (const auto& target : {path + "?limit=500", path + "?limit=500&organisation=" + server->foreign_cell,
                                       path + "?limit=500&on=2020-12-31"})
                EXPECT_EQ(mark_in(answer(role, "GET", target, "")), "") << role << ": " << target;
            if (foreign_id.empty()) continue;
            const auto one = path + "/" + foreign_id;
            for (const auto& target : {one, one + "/history"}) {
                const auto text = answer(role, "GET", target, "");
                EXPECT_TRUE(text[0] == '4') << role << ": " << target << ": " << text.substr(0, 200);
                EXPECT_EQ(mark_in(text), "") << role << ": " << target;
            }
            for (const auto* mode : {"correct", "change", "erase"}) {
                const auto before = head();
                const auto text = answer(role, "PATCH", one,
                                         R"({"mode":")" + std::string{mode} +
                                             R"(","version":1,"on":"2021-02-01","reason":"Thử","fields":{}})");
                EXPECT_TRUE(text[0] == '4') << role << ": " << mode << " " << one << ": " << text.substr(0, 200);
                EXPECT_EQ(mark_in(text), "") << role << ": " << mode << " " << one;
                EXPECT_EQ(head(), before) << role << " đã ghi: " << one;
            }
        }
        if (!foreign_id.empty()) {
            const auto text = answer("board", "GET", path + "/" + foreign_id, "");
            shown += text.starts_with("200");
        }
    }
    // The board is shown them, so the refusals above are about scope.
    EXPECT_GE(shown, 8);
}

}  // namespace
