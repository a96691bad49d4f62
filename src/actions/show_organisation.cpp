// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/show_organisation.h"

#include <algorithm>
#include <map>

#include "actions/masking.h"
#include "actions/reach.h"
#include "records/organisation_events.h"
#include "schema/json.h"

namespace actions {
namespace {

using records::Organisation;
using records::OrganisationVersion;
using schema::JsonWriter;

class PageBuilder {
public:
    PageBuilder(Context& context, SnapshotPtr snapshot, base::Date on)
        : context_{context}, snapshot_{std::move(snapshot)}, on_{on}, counts_{snapshot_, on} {}

    OrganisationPage build(stats::Place place) {
        OrganisationPage page{.organisation = counts_.node(place), .path = path_to(place)};
        for (const auto child : counts_.children(place)) page.subordinates.push_back(counts_.node(child));
        const auto id = page.organisation.id;
        page.record = *context_.store.find(Organisation::type, id);
        add_versions(page, id);
        add_successions(page, id, "predecessor_id");
        add_successions(page, id, "successor_id");
        return page;
    }

private:
    // Superiors that the caller does not see are not named.
    std::vector<OrganisationMention> path_to(stats::Place place) {
        const auto& reach = reach_of(context_, rules::Right::see);
        std::vector<OrganisationMention> path;
        for (const auto above : superiors_of(counts_.tree(), place))
            if (reach.holds(snapshot_->columns->forest.ids()[above])) path.push_back(mention(above, on_));
        return path;
    }

    void add_versions(OrganisationPage& page, const base::Uuid& id) {
        auto versions = context_.store.select(OrganisationVersion::type,
                                              {.conditions = {{.field = "organisation_id", .values = {id}}}});
        std::sort(versions.begin(), versions.end(),
                  [](const schema::Record& a, const schema::Record& b) { return a["valid_from"] < b["valid_from"]; });
        for (const auto& record : versions) {
            const auto version = schema::from_record<OrganisationVersion>(record);
            OrganisationPast past{.id = record.id,
                                  .valid_from = version.valid_from,
                                  .valid_to = version.valid_to,
                                  .name = version.name,
                                  .kind = std::string{schema::code_of(version.kind)},
                                  .kind_label = std::string{schema::label_of(version.kind)}};
            if (version.superior_id) past.superior = mention(version.superior_id->value, version.valid_from);
            if (version.decision_id)
                if (const auto decision = context_.store.find(*version.decision_id))
                    past.decision = {decision->id.value, decision->number, decision->subject, decision->issued_on};
            page.versions.push_back(std::move(past));
            if (!page.version.type || version.valid_from <= on_) page.version = record;
        }
        if (page.version.type) mask(page.version);  // Keys of search and order.
    }

    void add_successions(OrganisationPage& page, const base::Uuid& id, std::string_view own) {
        const bool is_from = own == "successor_id";
        const std::string_view other = is_from ? "predecessor_id" : "successor_id";
        for (const auto& record : context_.store.select(
                 records::organisation_succession,
                 {.conditions = {{.field = own, .values = {id}}}, .order = {{.field = "effective_on"}}})) {
            const auto on = std::get<base::Date>(record["effective_on"]);
            const auto act = std::get<std::string>(record["act"]);
            auto organisation = mention(std::get<base::Uuid>(record[other]), is_from ? on - 1 : on);
            if (!organisation) continue;
            page.successions.push_back(
                {is_from, *std::move(organisation), act, std::string{records::reorganisation_acts.label_of(act)}, on});
        }
    }

    OrganisationMention mention(stats::Place place, base::Date on) { return mention_of(*snapshot_, place, on); }
    std::optional<OrganisationMention> mention(const base::Uuid& id, base::Date on) {
        const auto place = snapshot_->columns->forest.find(id);
        if (!place) return {};
        return mention(*place, on);
    }

    Context& context_;
    SnapshotPtr snapshot_;
    base::Date on_;
    OrganisationCounts counts_;
};

void write_past(JsonWriter& json, const OrganisationPast& version) {
    json.member("id", version.id).member("valid_from", version.valid_from).member_if("valid_to", version.valid_to);
    json.member("name", version.name).member("kind", version.kind).member("kind_label", version.kind_label);
    if (version.superior) json.object("superior", *version.superior, write_mention);
    if (const auto& decision = version.decision)
        json.object("decision", [&] {
            json.member("id", decision->id).member("number", decision->number);
            json.member("issued_on", decision->issued_on).member_if("subject", decision->subject);
        });
}

}  // namespace

base::Result<OrganisationPage> show_organisation(Context& context, const std::string& code, base::Date on) {
    TRY(require_organisation(context, rules::Right::see, code));
    const auto snapshot = snapshot_of(context);
    const auto place = snapshot->columns->forest.find(code);
    if (!place) return base::Refusal{"organisation.unknown", {code}, {}};
    return PageBuilder{context, snapshot, on}.build(*place);
}

std::string to_json(const OrganisationPage& page) {
    JsonWriter json;
    json.object("organisation", page.organisation, write_node).objects("path", page.path, write_mention);
    json.objects("subordinates", page.subordinates, write_node).objects("versions", page.versions, write_past);
    json.objects("successions", page.successions, [&](const OrganisationSuccession& succession) {
        json.member("direction", succession.is_from ? "from" : "to");
        json.object("organisation", succession.organisation, write_mention);
        json.member("act", succession.act).member("act_label", succession.act_label).member("on", succession.on);
    });
    json.object("record", page.record, schema::write_record);
    if (page.version.type) json.object("version", page.version, schema::write_record);
    return json.take();
}

}  // namespace actions
