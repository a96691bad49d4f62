// SPDX-License-Identifier: AGPL-3.0-or-later
#include <fstream>
#include <map>
#include <optional>

#include "actions/accounts.h"
#include "actions/answer_figure.h"
#include "actions/credential.h"
#include "actions/export_register.h"
#include "actions/grants.h"
#include "actions/import_register.h"
#include "actions/member_form.h"
#include "actions/member_list.h"
#include "actions/organisation_acts.h"
#include "actions/reach.h"
#include "actions/sessions.h"
#include "actions/sign_in.h"
#include "actions/sign_report.h"
#include "actions/undo_import.h"
#include "base/messages.h"
#include "records/all.h"
#include "records/organisation_events.h"
#include "records/party_member.h"
#include "tests/support/office.h"
#include "tests/support/scenario.h"

namespace {

using actions::Context;
using rules::Right;
using scenario::expect_equal;
using scenario::Given;
using scenario::must;

template <class Enum>
Enum labelled(const schema::CodeList& list, std::string_view label) {
    for (const auto& code : list.codes)
        if (code.label == label) return *schema::parse_code<Enum>(code.code);
    throw scenario::Failed{"không có trong danh mục: " + std::string{label}};
}

std::optional<base::Date> day_or_none(const std::string& text) {
    if (text.empty()) return {};
    return scenario::to_date(text);
}

struct World : support::Office {
    World() : Office{base::date(2025, 6, 1)} {}

    actions::SignInGate gate;
    std::map<std::string, base::Uuid> organisations, members;
    std::map<std::string, std::string> passwords;

    std::string outcome;
    std::int64_t count = 0;
    actions::ImportReport imported;
    std::shared_ptr<const actions::SignedInAs> session;

    // Acts as that account, with what it may do on that day.
    Context as(const std::string& name) {
        Context own{.store = *store, .actor = name, .today = context.today, .now_ms = context.now_ms};
        own.access = actions::access_of(own, must(actions::find_account(*store, name)).id);
        return own;
    }
    template <class T>
    void keep(const base::Result<T>& result) {
        if (result)
            outcome = "được";
        else if (result.error().code == "access.denied")
            outcome = "không có quyền";
        else if (result.error().code == "not_found" || result.error().code == "organisation.unknown")
            outcome = "không tìm thấy";
        else
            outcome = result.error().code;
    }
    records::Decision decision() const {
        return {.number = "9-QĐ/TU", .issued_on = context.today, .issuer = "Thành ủy", .kind = "decision"};
    }
};

void plant_tree(World& world, const scenario::Table& table) {
    auto transaction = world.store->begin(world.context.intent("plant"));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        records::Organisation organisation{.code = table.at(row, "mã")};
        world.organisations[organisation.code] = must(transaction->insert(organisation)).value;
        records::OrganisationVersion version{
            .organisation_id = organisation.id,
            .valid_from = base::date(2010, 1, 1),
            .valid_to = day_or_none(table.at(row, "kết thúc")),
            .name = table.at(row, "tên"),
            .kind = labelled<records::OrganisationKind>(records::organisation_kinds, table.at(row, "loại hình"))};
        if (const auto superior = table.at(row, "trực thuộc"); !superior.empty())
            version.superior_id = base::Id<records::Organisation>{world.organisations.at(superior)};
        must(transaction->insert(version));
    }
    transaction->commit();
}

void absorb(World& world, const std::string& predecessor, const std::string& successor, base::Date on) {
    auto transaction = world.store->begin(world.context.intent("plant"));
    records::Decision decision{.number = "1-QĐ/TU", .issued_on = on, .issuer = "Thành ủy", .kind = "decision"};
    must(transaction->insert(decision));
    schema::Record record{records::organisation_succession};
    record["predecessor_id"] = world.organisations.at(predecessor);
    record["successor_id"] = world.organisations.at(successor);
    record["act"] = std::string{"absorb"};
    record["effective_on"] = on;
    record["decision_id"] = decision.id.value;
    must(transaction->insert(record));
    transaction->commit();
}

void plant_members(World& world, const scenario::Table& table) {
    auto transaction = world.store->begin(world.context.intent("plant"));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto number = table.at(row, "số lý lịch");
        if (!world.members.contains(number)) {
            records::Person person{.born_on = {1980, 5, 2}, .sex = records::Sex::female, .ethnicity = "kinh"};
            must(transaction->insert(person));
            records::PersonVersion version{
                .person_id = person.id, .valid_from = base::date(2010, 1, 1), .full_name = table.at(row, "họ tên")};
            must(transaction->insert(version));
            records::PartyMember member{.person_id = person.id,
                                        .profile_number = number,
                                        .ceremony_on = base::date(2010, 1, 1),
                                        .recognised_on = base::date(2011, 1, 1)};
            world.members[number] = must(transaction->insert(member)).value;
        }
        records::Membership stay{.member_id = {world.members.at(number)},
                                 .cell_id = {world.organisations.at(table.at(row, "chi bộ"))},
                                 .valid_from = scenario::to_date(table.at(row, "từ ngày")),
                                 .valid_to = day_or_none(table.at(row, "đến ngày")),
                                 .status = records::MembershipStatus::full};
        if (table.at(row, "sinh hoạt") == "tạm thời") stay.kind = records::MembershipKind::guest;
        must(transaction->insert(stay));
    }
    transaction->commit();
}

base::Uuid make_account(World& world, const std::string& name, const std::string& member) {
    schema::Record account{records::account};
    account["name"] = name;
    account["display_name"] = name;
    account["is_closed"] = false;
    if (!member.empty()) account["member_id"] = world.members.at(member);
    auto transaction = world.store->begin(world.context.intent("plant"));
    const auto id = must(transaction->insert(account));
    transaction->commit();
    return id;
}

enum class Password { none, random };  // Hashing one takes its time; where nobody signs in, none is needed.

void make_accounts(World& world, const scenario::Table& table, Password password) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto name = table.at(row, "tên");
        base::Uuid id;
        if (password == Password::none) {
            id = make_account(world, name, table.at(row, "đảng viên"));
        } else {
            auto created = must(actions::create_account(world.context, {.name = name, .display_name = name}));
            id = created.account.id;
            world.passwords[name] = created.password;
        }
        must(actions::grant_role(world.context,
                                 {.account_id = id,
                                  .role = labelled<records::Role>(records::roles, table.at(row, "vai trò")),
                                  .organisation = table.at(row, "phạm vi"),
                                  .valid_from = base::date(2025, 1, 1)}));
    }
}

void act_on_organisation(World& world, const std::string& account, const std::string& deed, const std::string& code) {
    auto context = world.as(account);
    const auto file = (world.folder.path() / "ra.csv").string();
    if (deed == "xem số liệu")
        world.keep(actions::answer_figure(context, {.figure = "members", .organisation = code}));
    else if (deed == "xem báo cáo")
        world.keep(actions::make_report(context, {.organisation = code, .year = 2023}));
    else if (deed == "ký báo cáo")
        world.keep(actions::sign_report(context, {.report = {.organisation = code, .year = 2023}, .signer = "Lê An"}));
    else if (deed == "in danh sách")
        world.keep(actions::make_member_list(context, code, context.today));
    else if (deed == "xuất sổ đảng viên")
        world.keep(actions::export_register(context, {"members", code, context.today, file}));
    else if (deed == "đổi tên")
        world.keep(actions::rename_organisation(context, {world.decision(), context.today, code, "Chi bộ Hòa Bình"}));
    else if (deed == "giải thể")
        world.keep(actions::dissolve_organisation(context, {world.decision(), context.today + 1, code}));
    else
        throw scenario::Failed{"không biết việc: " + deed};
}

void act_on_member(World& world, const std::string& account, const std::string& deed, const std::string& number) {
    auto context = world.as(account);
    const auto& member = world.members.at(number);
    if (deed == "in lý lịch")
        world.keep(actions::make_member_form(context, number));
    else if (deed == "ghi thay đổi")
        world.keep(actions::require_member(context, Right::change, member));
    else if (deed == "xem số định danh")
        world.keep(actions::require_member(context, Right::reveal, member));
    else
        throw scenario::Failed{"không biết việc: " + deed};
}

void import_memberships(World& world, const std::string& account, const scenario::Table& table) {
    const auto file = (world.folder.path() / "vào.csv").string();
    std::ofstream out{file};
    const auto write = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) out << (i ? "," : "") << cells[i];
        out << "\n";
    };
    write(table.columns);
    for (const auto& row : table.rows) write(row);
    out.close();
    auto context = world.as(account);
    world.imported = must(actions::import_register(context, {.kind = "memberships", .path = file}));
}

void try_in(World& world, const std::string& name, const std::string& password) {
    Context context{
        .store = *world.store, .actor = "kiem-thu", .today = world.context.today, .now_ms = world.context.now_ms};
    const auto result = actions::sign_in(context, world.gate, {name, password, {}, "10.0.0.1", "Firefox"});
    world.keep(result);
    actions::SessionCache cache;
    world.session = result ? cache.find(context, result->token) : nullptr;
}

void sentences(scenario::Sentences<World>& s) {
    s.add("hôm nay là ngày {date}", [](World& w, const Given& g) { w.context.today = g.date(0); });
    s.add("cây tổ chức:", [](World& w, const Given& g) { plant_tree(w, g.table()); });
    s.add("{string} nhập vào {string} từ ngày {date}",
          [](World& w, const Given& g) { absorb(w, g[0], g[1], g.date(2)); });
    s.add("đảng viên:", [](World& w, const Given& g) { plant_members(w, g.table()); });
    s.add("tài khoản:", [](World& w, const Given& g) { make_accounts(w, g.table(), Password::none); });
    s.add("tài khoản có mật khẩu:", [](World& w, const Given& g) { make_accounts(w, g.table(), Password::random); });

    s.add("{string} muốn {} của tổ chức {string}",
          [](World& w, const Given& g) { act_on_organisation(w, g[0], g[1], g[2]); });
    s.add("{string} muốn {} của đảng viên {string}",
          [](World& w, const Given& g) { act_on_member(w, g[0], g[1], g[2]); });
    s.add("{string} muốn in danh sách của tổ chức {string} ngày {date}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        w.count = static_cast<std::int64_t>(must(actions::make_member_list(context, g[1], g.date(2))).members);
    });
    s.add("danh sách có {int} người", [](World& w, const Given& g) { expect_equal(w.count, g.integer(0)); });
    s.add("{string} xuất sổ tổ chức ngày {date}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        const auto file = (w.folder.path() / "ra.csv").string();
        w.count = must(actions::export_register(context, {"organisations", "", g.date(1), file})).rows;
    });
    s.add("sổ có {int} dòng", [](World& w, const Given& g) { expect_equal(w.count, g.integer(0)); });
    s.add("kết quả là {string}", [](World& w, const Given& g) { expect_equal(w.outcome, g[0]); });

    s.add("{string} nhập sổ sinh hoạt đảng:", [](World& w, const Given& g) { import_memberships(w, g[0], g.table()); });
    s.add("các dòng bị từ chối là:", [](World& w, const Given& g) {
        scenario::Table actual{{"dòng", "lý do"}, {}};
        for (const auto& error : w.imported.errors) actual.rows.push_back({std::to_string(error.row), error.code});
        expect_equal(actual, g.table());
    });
    s.add("không dòng nào bị từ chối", [](World& w, const Given&) { expect_equal(w.imported.error_count, 0); });
    s.add("{string} hoàn tác đợt nhập ấy", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        w.keep(actions::undo_import(context, w.imported.batch));
    });

    s.add("{string} ủy quyền cho {string} vai trò {string} ở {string} từ ngày {date} đến ngày {date}",
          [](World& w, const Given& g) {
              auto context = w.as(g[0]);
              w.keep(actions::delegate_role(
                  context, {g[1], labelled<records::Role>(records::roles, g[2]), g[3], g.date(4), g.date(5)}));
          });
    s.add("{string} giao cho {string} vai trò {string} ở {string}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        w.keep(actions::grant_role(context, {.account_id = must(actions::find_account(*w.store, g[1])).id,
                                             .role = labelled<records::Role>(records::roles, g[2]),
                                             .organisation = g[3],
                                             .valid_from = w.context.today}));
    });

    s.add("nhập sai mật khẩu của {string} {int} lần", [](World& w, const Given& g) {
        for (std::int64_t i = 0; i < g.integer(1); ++i) try_in(w, g[0], "không phải mật khẩu này");
    });
    s.add("đợi {int} phút", [](World& w, const Given& g) { w.context.now_ms += g.integer(0) * 60'000; });
    s.add("đăng nhập đúng bằng {string}", [](World& w, const Given& g) { try_in(w, g[0], w.passwords.at(g[0])); });
    s.add("đăng nhập bằng tên {string} và mật khẩu {string}", [](World& w, const Given& g) { try_in(w, g[0], g[1]); });
    s.add("{string} khóa tài khoản {string}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        const auto account = must(actions::find_account(*w.store, g[1]));
        must(actions::change_account(context,
                                     {.account_id = account.id, .version = account.version, .is_closed = true}));
    });
    s.add("{string} đặt lại mật khẩu của {string}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        w.passwords[g[1]] = must(actions::reset_password(context, must(actions::find_account(*w.store, g[1])).id));
    });
    s.add("phiên ấy chưa được làm gì", [](World& w, const Given&) {
        if (!w.session || !w.session->must_change_password || !w.session->access.grants.empty())
            throw scenario::Failed{"phiên làm việc được ngay"};
    });
    s.add("{string} đổi mật khẩu thành {string}", [](World& w, const Given& g) {
        auto context = w.as(g[0]);
        w.keep(actions::change_own_password(context, {w.passwords.at(g[0]), g[1]}));
    });
}

}  // namespace

SCENARIOS(World, sentences, "accounts/reach.feature", "accounts/sign_in.feature")
