// SPDX-License-Identifier: AGPL-3.0-or-later
#include <filesystem>
#include <map>
#include <optional>

#include "actions/load_tree.h"
#include "actions/organisation_acts.h"
#include "base/messages.h"
#include "records/all.h"
#include "records/party_member.h"
#include "tests/support/office.h"
#include "tests/support/scenario.h"

namespace {

using records::OrganisationKind;
using scenario::expect_equal;
using scenario::Given;
using scenario::must;

OrganisationKind kind_of(std::string_view label) {
    for (const auto& code : records::organisation_kinds.codes)
        if (code.label == label) return *schema::parse_code<OrganisationKind>(code.code);
    throw scenario::Failed{"không có loại hình: " + std::string{label}};
}

struct World : support::Office {
    World() : Office{base::date(2020, 5, 1)} {}

    std::map<std::string, base::Id<records::Organisation>> ids;
    std::optional<base::Refusal> refusal;

    records::Decision decision(std::string_view number, base::Date on) const {
        return {.number = std::string{number},
                .issued_on = on,
                .issuer = "Ban Thường vụ Thành ủy Bến Đá",
                .kind = "decision"};
    }
    template <class T>
    void keep(base::Result<T> result) {
        refusal.reset();
        if (!result) refusal = std::move(result).error();
    }
    records::OrganisationVersion version(std::string_view code, base::Date on) {
        return must(actions::version_on(*store, must(actions::find_organisation(*store, code)), on));
    }
};

void plant_tree(World& world, base::Date from, const scenario::Table& table) {
    auto transaction = world.store->begin(world.context.intent("plant"));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        records::Organisation organisation;
        organisation.code = table.at(row, "mã");
        world.ids[organisation.code] = must(transaction->insert(organisation));
        records::OrganisationVersion version;
        version.organisation_id = organisation.id;
        version.valid_from = from;
        version.name = table.at(row, "tên");
        version.kind = kind_of(table.at(row, "loại hình"));
        if (const auto superior = table.at(row, "trực thuộc"); !superior.empty())
            version.superior_id = world.ids.at(superior);
        must(transaction->insert(version));
    }
    transaction->commit();
}

void plant_member(World& world, const std::string& cell, base::Date from) {
    auto transaction = world.store->begin(world.context.intent("plant"));
    records::Person person{.born_on = {1980, 5, 2}, .sex = records::Sex::female, .ethnicity = "kinh"};
    records::PartyMember member{.person_id = must(transaction->insert(person)), .ceremony_on = from};
    records::Membership membership{
        .member_id = must(transaction->insert(member)), .cell_id = world.ids.at(cell), .valid_from = from};
    must(transaction->insert(membership));
    transaction->commit();
}

std::string below(World& world, std::string_view code, base::Date on) {
    const auto tree = actions::load_tree(*world.store, on);
    std::string codes;
    for (const auto child : tree.children(tree.find(code).value()))
        codes += (codes.empty() ? "" : ", ") + tree[child].code;
    return codes;
}

void sentences(scenario::Sentences<World>& s) {
    s.add("cây tổ chức từ ngày {date}:", [](World& w, const Given& g) { plant_tree(w, g.date(0), g.table()); });
    s.add("{string} có 1 đảng viên từ ngày {date}", [](World& w, const Given& g) { plant_member(w, g[0], g.date(1)); });

    s.add("thành lập {string} mã {string}, loại hình {string}, thuộc {string} từ ngày {date} theo quyết định {string}",
          [](World& w, const Given& g) {
              w.keep(actions::establish_organisation(w.context, {.decision = w.decision(g[5], g.date(4)),
                                                                 .on = g.date(4),
                                                                 .code = g[1],
                                                                 .name = g[0],
                                                                 .kind = kind_of(g[2]),
                                                                 .superior_code = g[3]}));
          });
    s.add("đổi tên {string} thành {string} từ ngày {date} theo quyết định {string}", [](World& w, const Given& g) {
        w.keep(actions::rename_organisation(w.context, {w.decision(g[3], g.date(2)), g.date(2), g[0], g[1]}));
    });
    s.add("chuyển {string} về trực thuộc {string} từ ngày {date} theo quyết định {string}",
          [](World& w, const Given& g) {
              w.keep(actions::reparent_organisation(w.context, {w.decision(g[3], g.date(2)), g.date(2), g[0], g[1]}));
          });
    s.add("giải thể {string} từ ngày {date} theo quyết định {string}", [](World& w, const Given& g) {
        w.keep(actions::dissolve_organisation(w.context, {w.decision(g[2], g.date(1)), g.date(1), g[0]}));
    });

    s.add("ngày {date} dưới {string} có: {string}",
          [](World& w, const Given& g) { expect_equal(below(w, g[1], g.date(0)), g[2]); });
    s.add("ngày {date} tên của {string} là {string}",
          [](World& w, const Given& g) { expect_equal(w.version(g[1], g.date(0)).name, g[2]); });
    s.add("bị từ chối vì {string} theo {string}", [](World& w, const Given& g) {
        if (!w.refusal) throw scenario::Failed{"đã được chấp nhận"};
        expect_equal(w.refusal->code, g[0]);
        expect_equal(w.refusal->source, g[1]);
    });
    s.add("có {int} quyết định số {string}", [](World& w, const Given& g) {
        expect_equal(w.store->count(records::Decision::type, {.conditions = {{.field = "number", .values = {g[1]}}}}),
                     g.integer(0));
    });
    s.add("nhật ký ghi việc {string} theo quyết định {string}", [](World& w, const Given& g) {
        const auto decisions =
            w.store->select<records::Decision>({.conditions = {{.field = "number", .values = {g[1]}}}});
        bool found = false;
        w.store->scan_audit([&](const store::AuditEntry& entry) {
            found |= entry.intent.action == g[0] && !decisions.empty() &&
                     entry.intent.decision_id == decisions.front().id.value;
        });
        if (!found) throw scenario::Failed{"nhật ký không có việc ấy"};
    });
}

}  // namespace

SCENARIOS(World, sentences, "actions/organisation_acts.feature")
