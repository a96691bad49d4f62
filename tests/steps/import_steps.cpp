// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/export_register.h"
#include "actions/import_register.h"
#include "actions/undo_import.h"
#include "base/messages.h"
#include "formats/xlsx_writer.h"
#include "records/all.h"
#include "records/party_member.h"
#include "tests/support/office.h"
#include "tests/support/scenario.h"

namespace {

using scenario::expect_equal;
using scenario::Given;
using scenario::Table;

struct World : support::Office {
    World() : Office{base::date(2021, 3, 1)} {}

    std::string kind, file;
    actions::ImportReport report;
    std::optional<base::Refusal> refusal;
    std::string dump_before;
    std::vector<std::string> batches;

    void import(bool dry_run, std::string organisation = {}, int year = 0) {
        dump_before = dump();
        refusal.reset();
        auto result = actions::import_register(context, {.kind = kind,
                                                         .path = file,
                                                         .dry_run = dry_run,
                                                         .organisation = std::move(organisation),
                                                         .year = year,
                                                         .error_file = folder.file("loi.xlsx"),
                                                         .encoding = {}});
        if (!result) {
            refusal = result.error();
            return;
        }
        report = *std::move(result);
        if (!report.batch.empty()) batches.push_back(report.batch);
    }
    void undo(std::size_t number) {
        refusal.reset();
        if (auto result = actions::undo_import(context, batches.at(number - 1)); !result) refusal = result.error();
    }
};

std::string kind_of(std::string_view word) {
    if (word == "tổ chức") return "organisations";
    if (word == "đảng viên") return "members";
    if (word == "sinh hoạt") return "memberships";
    if (word == "xếp loại") return "grades";
    throw scenario::Failed{"không có sổ: " + std::string{word}};
}

// Writes a table as people do: titles above; headers "Ngày vào Đảng / Dự bị" in two levels of merged cells.
std::string write_file(World& world, const Table& table, std::string_view name = "so.xlsx") {
    const auto path = world.folder.file(name);
    formats::XlsxWriter writer{path};
    writer.begin_sheet({.name = "Danh sách"});
    std::vector<formats::XlsxCell> upper, lower;
    bool has_levels = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& header = table.columns[i];
        const auto slash = header.find(" / ");
        const auto group = header.substr(0, slash);
        if (slash == std::string::npos) {
            upper.push_back({.value = header, .row_span = 2});
            lower.push_back({});
            continue;
        }
        has_levels = true;
        lower.push_back({.value = header.substr(slash + 3)});
        const bool continues = i > 0 && table.columns[i - 1].starts_with(group + " / ");
        if (continues)
            upper.push_back({});
        else {
            std::uint16_t span = 1;
            while (i + span < table.columns.size() && table.columns[i + span].starts_with(group + " / ")) ++span;
            upper.push_back({.value = group, .column_span = span});
        }
    }
    if (has_levels) {
        writer.write_row(std::vector<formats::XlsxCell>{{.value = std::string{"DANH SÁCH"}}});
        writer.write_row(upper);
        writer.write_row(lower);
    } else {
        for (auto& cell : upper) cell.row_span = 1;
        writer.write_row(upper);
    }
    for (const auto& row : table.rows) {
        std::vector<formats::XlsxCell> cells;
        for (const auto& text : row) {
            if (text.starts_with("số "))
                cells.push_back({.value = std::stod(text.substr(std::string_view{"số "}.size()))});
            else if (text.empty())
                cells.push_back({});
            else
                cells.push_back({.value = text});
        }
        writer.write_row(cells);
    }
    writer.finish();
    return path;
}

void expect_clean(World& world) {
    if (world.refusal) throw scenario::Failed{base::message(*world.refusal)};
    if (world.report.has_errors()) throw scenario::Failed{actions::to_text(world.report)};
}

Table errors_of(const World& world) {
    Table table{{"dòng", "cột", "mã", "thông báo"}, {}};
    for (const auto& error : world.report.errors)
        table.rows.push_back({std::to_string(error.row), error.column, error.code, error.message});
    return table;
}

std::int64_t members_on(World& world, std::string_view code, base::Date day) {
    std::int64_t count = 0;
    world.store->scan(records::Membership::type, {.on = day}, [&](const schema::Record& record) {
        const auto cell = world.store->find(records::Organisation::type, std::get<base::Uuid>(record["cell_id"]));
        if (schema::to_text((*cell)["code"]) == code && schema::to_text(record["kind"]) == "home") ++count;
    });
    return count;
}

// "Dự bị ở TP.11", for each stay of that day; home before guest.
std::string stays_on(World& world, const std::string& profile_number, base::Date day) {
    const auto members = world.store->select<records::PartyMember>(
        {.conditions = {{.field = "profile_number", .values = {profile_number}}}});
    if (members.size() != 1) throw scenario::Failed{"không có đúng một đảng viên số " + profile_number};
    std::string text;
    for (const auto& stay : world.store->select<records::Membership>(
             {.conditions = {{.field = "member_id", .values = {members[0].id.value}}},
 .on = day,
 .order = {{.field = "kind", .descending = true}}})) {
        const auto cell = world.store->find(stay.cell_id);
        text += (text.empty() ? "" : "; ") + std::string{schema::label_of(stay.status)} + " ở " + cell->code;
        if (stay.kind == records::MembershipKind::guest) text += " (tạm thời)";
    }
    return text;
}

void sentences(scenario::Sentences<World>& s) {
    s.add("đã nhập sổ {string}:", [](World& w, const Given& g) {
        w.kind = kind_of(g[0]);
        w.file = write_file(w, g.table());
        w.import(false);
        expect_clean(w);
    });
    s.add("tệp {string}:", [](World& w, const Given& g) {
        w.kind = kind_of(g[0]);
        w.file = write_file(w, g.table());
    });
    s.add("nhập tệp", [](World& w, const Given&) { w.import(false); });
    s.add("kiểm tra thử tệp", [](World& w, const Given&) { w.import(true); });
    s.add("nhập tệp cho đợt xếp loại của {string} năm {int}",
          [](World& w, const Given& g) { w.import(false, g[0], static_cast<int>(g.integer(1))); });
    s.add("hoàn tác đợt nhập", [](World& w, const Given&) { w.undo(w.batches.size()); });
    s.add("hoàn tác đợt nhập thứ {int}",
          [](World& w, const Given& g) { w.undo(static_cast<std::size_t>(g.integer(0))); });
    s.add("nhập tệp lỗi vừa ghi ra", [](World& w, const Given&) {
        w.file = w.folder.file("loi.xlsx");
        w.import(false);
    });
    s.add("xuất sổ {string} ngày {date} rồi nhập vào sổ trống cùng các tổ chức", [](World& w, const Given& g) {
        for (const auto& kind : {std::string{"organisations"}, kind_of(g[0])}) {
            const auto path = w.folder.file(kind + ".xlsx");
            const auto written = actions::export_register(w.context, {kind, {}, g.date(1), path});
            if (!written) throw scenario::Failed{base::message(written.error())};
        }
        World fresh;
        for (const auto& kind : {std::string{"organisations"}, kind_of(g[0])}) {
            fresh.kind = kind;
            fresh.file = w.folder.file(kind + ".xlsx");
            fresh.import(false);
            expect_clean(fresh);
            const auto again = fresh.folder.file(kind + ".csv"), first = w.folder.file(kind + ".csv");
            (void)actions::export_register(w.context, {kind, {}, g.date(1), first});
            (void)actions::export_register(fresh.context, {kind, {}, g.date(1), again});
            w.report = fresh.report;
            const auto compared = support::run_process({"cmp", first, again});
            if (!compared.ok()) throw scenario::Failed{"hai lần xuất khác nhau: " + compared.out + compared.err};
        }
    });

    s.add("không có lỗi", [](World& w, const Given&) { expect_clean(w); });
    s.add("các lỗi là:", [](World& w, const Given& g) {
        if (w.refusal) throw scenario::Failed{base::message(*w.refusal)};
        expect_equal(errors_of(w), g.table());
    });
    s.add("sổ không đổi", [](World& w, const Given&) {
        if (w.dump() != w.dump_before) throw scenario::Failed{"sổ đã đổi"};
    });
    s.add("sổ như trước khi nhập", [](World& w, const Given&) {
        if (w.refusal) throw scenario::Failed{base::message(*w.refusal)};
        if (w.dump() != w.dump_before) throw scenario::Failed{"sổ khác trước khi nhập"};
    });
    s.add("bị từ chối vì {string}",
          [](World& w, const Given& g) { expect_equal(w.refusal ? w.refusal->code : "không bị từ chối", g[0]); });
    s.add("lưu ý: {string}", [](World& w, const Given& g) {
        std::string all;
        for (const auto& note : w.report.notes) {
            if (note.message == g[0]) return;
            all += note.message + "; ";
        }
        throw scenario::Failed{"các lưu ý là: " + all};
    });
    s.add("ngày {date} {string} có {int} đảng viên",
          [](World& w, const Given& g) { expect_equal(members_on(w, g[1], g.date(0)), g.integer(2)); });
    s.add("ngày {date} đảng viên {string}: {string}",
          [](World& w, const Given& g) { expect_equal(stays_on(w, g[1], g.date(0)), g[2]); });
    s.add("có {int} hồ sơ {string}", [](World& w, const Given& g) {
        for (const auto* type : records::all())
            if (type->label == g[1]) return expect_equal(w.store->count(*type, {}), g.integer(0));
        throw scenario::Failed{"không có loại hồ sơ " + g[1]};
    });
}

}  // namespace

SCENARIOS(World, sentences, "actions/import_members.feature", "actions/import_organisations.feature",
          "actions/import_memberships.feature", "actions/import_grades.feature")
