// SPDX-License-Identifier: AGPL-3.0-or-later
#include <map>
#include <optional>

#include "actions/change_record.h"
#include "actions/create_record.h"
#include "actions/list_records.h"
#include "actions/proposals.h"
#include "actions/record_history.h"
#include "base/messages.h"
#include "records/all.h"
#include "records/party_member.h"
#include "schema/difference.h"
#include "schema/json.h"
#include "schema/parse.h"
#include "store/audit_read.h"
#include "tests/support/office.h"
#include "tests/support/scenario.h"

namespace {

using records::Membership;
using records::PartyMember;
using records::Person;
using records::PersonVersion;
using scenario::expect_equal;
using scenario::Given;
using scenario::must;

// A field of the file by its label on the form.
struct Place {
    const schema::RecordType* type = nullptr;
    const schema::Field* field = nullptr;
};
Place place_of(std::string_view label) {
    for (const auto* type : {&PersonVersion::type, &Person::type, &PartyMember::type, &Membership::type})
        for (const auto& field : type->fields)
            if (field.options.label == label && !field.options.derive) return {type, &field};
    throw scenario::Failed{"không có trường: " + std::string{label}};
}

struct World : support::Office {
    World() : Office{base::date(2021, 6, 1)} {}

    std::map<std::string, base::Uuid> organisations, members, persons;
    std::map<std::string, std::int64_t> seen;  // Versions that someone has before the eyes, by name.
    std::optional<base::Refusal> refusal;
    actions::WriteFaults faults;
    std::optional<schema::Record> written;
    std::optional<actions::Proposal> proposal;

    void plant_organisations(const scenario::Table& table) {
        auto transaction = store->begin(context.intent("plant"));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            records::Organisation organisation{.code = table.at(row, "mã")};
            organisations[organisation.code] = must(transaction->insert(organisation)).value;
            records::OrganisationVersion version{
                .organisation_id = organisation.id, .valid_from = base::date(2010, 1, 1), .name = table.at(row, "tên")};
            const auto superior = table.at(row, "trực thuộc");
            version.kind =
                superior.empty() ? records::OrganisationKind::grassroots_party : records::OrganisationKind::cell;
            if (!superior.empty()) version.superior_id = base::Id<records::Organisation>{organisations.at(superior)};
            must(transaction->insert(version));
        }
        transaction->commit();
    }

    void plant_member(const std::string& name, const std::string& cell, base::Date ceremony, base::Date recognised) {
        auto transaction = store->begin(context.intent("plant"));
        Person person{.born_on = {1985, 5, 2}, .sex = records::Sex::female, .ethnicity = "kinh"};
        persons[name] = must(transaction->insert(person)).value;
        PersonVersion version{.person_id = person.id, .valid_from = ceremony, .full_name = name};
        version.phone = "0912000111";
        must(transaction->insert(version));
        PartyMember member{.person_id = person.id, .ceremony_on = ceremony, .recognised_on = recognised};
        members[name] = must(transaction->insert(member)).value;
        Membership stay{.member_id = member.id,
                        .cell_id = {organisations.at(cell)},
                        .valid_from = ceremony,
                        .valid_to = recognised};
        must(transaction->insert(stay));
        stay.id = {};
        stay.version = 0;
        stay.valid_from = recognised;
        stay.valid_to = {};
        stay.status = records::MembershipStatus::full;
        must(transaction->insert(stay));
        transaction->commit();
    }

    std::vector<schema::Record> rows(const schema::RecordType& type, const std::string& name) {
        if (&type == &Person::type)
            return store->select(type, {.conditions = {{"id", store::Op::equal, {persons.at(name)}}}});
        if (&type == &PartyMember::type)
            return store->select(type, {.conditions = {{"id", store::Op::equal, {members.at(name)}}}});
        const bool of_person = type.owner == "person_id";
        store::Query query{
            .conditions = {{type.owner, store::Op::equal, {of_person ? persons.at(name) : members.at(name)}}}};
        if (type.shape == schema::Shape::dated) query.order = {{"valid_from"}};
        return store->select(type, query);
    }
    // The row that holds on the day; the only one of what is not dated.
    schema::Record row(const schema::RecordType& type, const std::string& name, base::Date on) {
        for (auto& record : rows(type, name)) {
            if (type.shape != schema::Shape::dated) return std::move(record);
            const auto* to = std::get_if<base::Date>(&record["valid_to"]);
            if (base::Period{std::get<base::Date>(record["valid_from"]), to ? std::optional{*to} : std::nullopt}
                    .contains(on))
                return std::move(record);
        }
        throw scenario::Failed{"ngày ấy không có gì"};
    }

    // {"field": value} with the value as people write it.
    std::string fields(const Place& place, const std::string& text) const {
        schema::Record record{*place.type};
        if (place.field->target == &records::Organisation::type)
            record[place.field->name] = organisations.at(text);
        else
            record[place.field->name] = must(schema::parse_text(*place.field, text));
        const auto json = schema::to_json_text(record);
        const auto at = json.find('"' + std::string{place.field->name} + '"');
        return at == std::string::npos ? "{\"" + std::string{place.field->name} + "\":null}" : "{" + json.substr(at);
    }

    void keep(base::Result<actions::ShownRecord> result) {
        refusal.reset();
        if (result)
            written = std::move(result)->record;
        else
            refusal = std::move(result).error();
    }
    void write(actions::ChangeRecord order, const std::string& name, const Place& place, const std::string& value,
               base::Date row_of) {
        const auto current = row(*place.type, name, row_of);
        order.type = place.type;
        order.id = current.id;
        if (order.version == 0) order.version = current.version;
        order.fields = fields(place, value);
        faults = {};
        keep(actions::change_record(context, order, faults));
    }
    std::string shown(const std::string& label, const std::string& name, base::Date on) {
        const auto place = place_of(label);
        const auto record = row(*place.type, name, on);
        const auto& value = record[place.field->name];
        for (const auto& [code, id] : organisations)
            if (value == schema::Value{id}) return code;
        return schema::to_text(*place.field, value);
    }
};

// Everything that follows happens under this access, until it goes.
class Acting {
public:
    Acting(World& world, std::string actor, rules::Access access)
        : context_{world.context},
          actor_{std::exchange(context_.actor, std::move(actor))},
          access_{std::exchange(context_.access, std::move(access))} {}
    ~Acting() {
        context_.actor = actor_;
        context_.access = access_;
    }

private:
    actions::Context& context_;
    std::string actor_;
    rules::Access access_;
};

rules::Access member_access(World& world, const std::string& name) {
    return {.account_id = world.persons.at(name), .member_id = world.members.at(name)};
}

void keep(World& world, base::Result<actions::Proposal> result) {
    world.refusal.reset();
    if (result)
        world.proposal = *std::move(result);
    else
        world.refusal = std::move(result).error();
}

// `fields` is the JSON of what should be otherwise.
void propose(World& world, const std::string& who, const std::string& whose, std::string fields,
             const std::string& reason) {
    const Acting acting{world, "dang-vien", member_access(world, who)};
    std::replace(fields.begin(), fields.end(), '\'', '"');
    const auto record = world.row(PersonVersion::type, whose, world.context.today);
    world.faults = {};
    keep(world, actions::propose(world.context,
                                 {.member_id = world.members.at(whose),
                                  .record_type = std::string{PersonVersion::type.name},
                                  .record_id = record.id,
                                  .fields = std::move(fields),
                                  .reason = reason},
                                 world.faults));
}

void decide(World& world, const std::string& accept, actions::ProposalDecision decision) {
    if (!world.proposal) throw scenario::Failed{"không có đề nghị"};
    decision.id = world.proposal->id;
    for (std::string_view rest = accept; !rest.empty();) {
        const auto end = rest.find(", ");
        decision.accept.emplace_back(place_of(rest.substr(0, end)).field->name);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    }
    const Acting acting{world, "can-bo", rules::Access::local_administrator()};
    world.faults = {};
    keep(world, actions::decide_proposal(world.context, decision, world.faults));
}

void proposal_sentences(scenario::Sentences<World>& s) {
    s.add("đảng viên {string} đề nghị sửa hồ sơ của {string}: {string} vì {string}",
          [](World& w, const Given& g) { propose(w, g[0], g[1], g[2], g[3]); });
    s.add("cán bộ chấp nhận {string}", [](World& w, const Given& g) { decide(w, g[0], {.remark = "đã xem"}); });
    s.add("cán bộ chấp nhận {string} là thay đổi từ ngày {date}",
          [](World& w, const Given& g) { decide(w, g[0], {.mode = actions::ChangeMode::change, .on = g.date(1)}); });
    s.add("đảng viên {string} rút đề nghị", [](World& w, const Given& g) {
        const Acting acting{w, "dang-vien", member_access(w, g[0])};
        keep(w, actions::withdraw_proposal(w.context, w.proposal->id));
    });
    s.add("đảng viên {string} thấy {int} đề nghị", [](World& w, const Given& g) {
        const Acting acting{w, "dang-vien", member_access(w, g[0])};
        expect_equal(must(actions::list_proposals(w.context, {})).total, g.integer(1));
    });
    s.add("có {int} đề nghị {string}", [](World& w, const Given& g) {
        expect_equal(must(actions::list_proposals(w.context, {.state = g[1]})).total, g.integer(0));
    });
    s.add("đề nghị:", [](World& w, const Given& g) {
        const auto page = must(actions::list_proposals(w.context, {.member_id = w.proposal->member_id}));
        scenario::Table actual{.columns = {"trường", "khi đề nghị", "đề nghị", "đang có", "kết quả"}, .rows = {}};
        for (const auto& field : page.items.front().fields)
            actual.rows.push_back({field.label, field.before.text, field.proposed.text, field.now.text,
                                   !field.accepted   ? ""
                                   : *field.accepted ? "chấp nhận"
                                                     : "không"});
        expect_equal(actual, g.table());
    });
    s.add("nhật ký có một mục {string} sửa cả hồ sơ lẫn đề nghị", [](World& w, const Given& g) {
        std::size_t found = 0;
        store::scan_audit(*w.store, {.action = g[0]}, [&](const store::AuditEntry& entry) {
            found += entry.changes.find(PersonVersion::type.name) != std::string::npos &&
                     entry.changes.find("change_request") != std::string::npos;
        });
        expect_equal(static_cast<std::int64_t>(found), 1);
    });
}

actions::Basis decision(const std::string& number, base::Date on) {
    return {.decision = R"({"number":")" + number + R"(","issued_on":")" + base::to_iso(on) +
                        R"(","issuer":"Đảng ủy phường Một","kind":"decision"})"};
}

void sentences(scenario::Sentences<World>& s) {
    s.add("các tổ chức:", [](World& w, const Given& g) { w.plant_organisations(g.table()); });
    s.add("đảng viên {string} ở {string}, vào Đảng ngày {date}, chính thức ngày {date}",
          [](World& w, const Given& g) { w.plant_member(g[0], g[1], g.date(2), g.date(3)); });

    s.add("sửa {string} của {string} thành {string} vì {string}", [](World& w, const Given& g) {
        w.write({.mode = actions::ChangeMode::correct, .basis = {.reason = g[3]}}, g[1], place_of(g[0]), g[2],
                w.context.today);
    });
    s.add("sửa {string} của {string} của ngày {date} thành {string} vì {string}", [](World& w, const Given& g) {
        w.write({.mode = actions::ChangeMode::correct, .basis = {.reason = g[4]}}, g[1], place_of(g[0]), g[3],
                g.date(2));
    });
    s.add("từ ngày {date} {string} của {string} là {string} vì {string}", [](World& w, const Given& g) {
        w.write({.mode = actions::ChangeMode::change, .on = g.date(0), .basis = {.reason = g[4]}}, g[2], place_of(g[1]),
                g[3], g.date(0));
    });
    s.add("từ ngày {date} {string} của {string} là {string} theo quyết định {string}", [](World& w, const Given& g) {
        w.write({.mode = actions::ChangeMode::change, .on = g.date(0), .basis = decision(g[4], g.date(0))}, g[2],
                place_of(g[1]), g[3], g.date(0));
    });
    s.add("{string} mở {string} của {string}",
          [](World& w, const Given& g) { w.seen[g[0]] = w.row(*place_of(g[1]).type, g[2], w.context.today).version; });
    s.add("{string} sửa {string} của {string} thành {string}", [](World& w, const Given& g) {
        w.context.actor = g[0];
        w.write({.mode = actions::ChangeMode::correct, .version = w.seen.at(g[0]), .basis = {.reason = "ghi sai"}},
                g[2], place_of(g[1]), g[3], w.context.today);
    });
    s.add("xóa {string} của {string} của ngày {date} vì {string}", [](World& w, const Given& g) {
        const auto* type =
            std::string_view{g[0]} == PersonVersion::type.label ? &PersonVersion::type : &Membership::type;
        const auto row = w.row(*type, g[1], g.date(2));
        w.faults = {};
        w.keep(actions::change_record(w.context,
                                      {.type = type,
                                       .id = row.id,
                                       .mode = actions::ChangeMode::erase,
                                       .version = row.version,
                                       .basis = {.reason = g[3]}},
                                      w.faults));
    });
    s.add("thêm {string} cho {string}: {string}", [](World& w, const Given& g) {
        const auto* type = records::find_type(g[0]);
        if (!type) throw scenario::Failed{"không có loại hồ sơ"};
        std::string fields = g[2];
        std::replace(fields.begin(), fields.end(), '\'', '"');
        const bool of_person = type->find("person_id") != nullptr;
        const auto owner = of_person ? "\"person_id\":\"" + base::to_string(w.persons.at(g[1]))
                                     : "\"member_id\":\"" + base::to_string(w.members.at(g[1]));
        fields.insert(1, owner + (fields == "{}" ? "\"" : "\","));
        w.faults = {};
        w.keep(actions::create_record(w.context, {.type = type, .fields = fields, .basis = {.reason = "bổ sung"}},
                                      w.faults));
    });

    proposal_sentences(s);
    s.add("được ghi", [](World& w, const Given&) {
        if (w.refusal) throw scenario::Failed{w.refusal->code + ": " + base::message(*w.refusal)};
    });
    s.add("bị từ chối vì {string}", [](World& w, const Given& g) {
        if (!w.refusal) throw scenario::Failed{"đã được ghi"};
        expect_equal(w.refusal->code, g[0]);
    });
    s.add("ngày {date} {string} của {string} là {string}",
          [](World& w, const Given& g) { expect_equal(w.shown(g[1], g[2], g.date(0)), g[3]); });
    s.add("{string} của {string} có {int} dòng", [](World& w, const Given& g) {
        const auto* type =
            std::string_view{g[0]} == PersonVersion::type.label ? &PersonVersion::type : &Membership::type;
        expect_equal(static_cast<std::int64_t>(w.rows(*type, g[1]).size()), g.integer(2));
    });
    s.add("chỗ chưa đúng:", [](World& w, const Given& g) {
        scenario::Table actual{.columns = {"trường", "mã"}, .rows = {}};
        for (const auto& fault : w.faults.fields) actual.rows.push_back({fault.field, fault.refusal.code});
        expect_equal(actual, g.table());
    });
    s.add("so sánh:", [](World& w, const Given& g) {
        scenario::Table actual{.columns = {"trường", "của bạn", "đang có"}, .rows = {}};
        for (const auto& field : w.faults.differences)
            actual.rows.push_back({std::string{field.label}, field.yours, field.theirs});
        expect_equal(actual, g.table());
    });
    s.add("lịch sử của hồ sơ vừa ghi:", [](World& w, const Given& g) {
        const auto page = must(actions::record_history(w.context, *w.written->type, w.written->id, 0, 50));
        scenario::Table actual{.columns = {"việc", "trường", "trước", "sau"}, .rows = {}};
        for (const auto& entry : page.entries)
            for (const auto& change : entry.changes)
                for (const auto& field : change.fields)
                    if (field.field != "person_id" && field.field != "member_id")
                        actual.rows.push_back({entry.action_label, field.label, field.before, field.after});
        expect_equal(actual, g.table());
    });
}

}  // namespace

SCENARIOS(World, sentences, "records/correct_and_change.feature", "records/two_clerks.feature",
          "records/proposals.feature")
