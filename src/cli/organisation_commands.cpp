// SPDX-License-Identifier: AGPL-3.0-or-later
#include <boost/json.hpp>

#include "actions/check_structure.h"
#include "actions/load_tree.h"
#include "actions/organisation_acts.h"
#include "base/messages.h"
#include "base/number_format.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"

namespace cli {
namespace {

// A code by its name or its Vietnamese label.
base::Result<std::string> parse_listed(const schema::CodeList& list, const std::string& text) {
    for (const auto& code : list.codes)
        if (code.code == text || base::fold(code.label) == base::fold(text)) return std::string{code.code};
    return base::Refusal{"not_in_list", {std::string{list.label}, text, std::string{list.label}}, {}};
}

struct Order {
    records::Decision decision;
    base::Date on;
};
base::Result<Order> parse_order(const OrganisationOptions& options) {
    Order order;
    order.on = TRY(parse_day(options.on));
    order.decision = {.number = options.decision_number,
                      .issued_on = TRY(parse_day(options.decision_on, order.on)),
                      .issuer = options.decision_issuer,
                      .kind = "decision",
                      .subject = options.decision_subject};
    return order;
}

template <class Act>
int act(const OrganisationOptions& options, std::string_view done, Act perform) {
    Session session{options.where};
    const auto order = parse_order(options);
    if (!order) return refuse(order.error());
    if (const auto result = perform(session.context(), *order); !result) return refuse(result.error());
    std::string line{done};
    line.append(" ").append(options.code).append(" từ ngày ").append(base::to_vietnamese(order->on));
    print_line(line.append(", theo ").append(options.decision_number).append("."));
    return Exit::fine;
}

void print_branch(const rules::OrganisationTree& tree, rules::OrganisationTree::Place place, std::size_t depth) {
    const auto& node = tree[place];
    print_line(std::string(2 * depth, ' ') + node.code + "  " + node.name + "  (" +
               std::string{schema::label_of(node.kind)} + ")");
    for (const auto child : tree.children(place)) print_branch(tree, child, depth + 1);
}

}  // namespace

int establish(const OrganisationOptions& options) {
    return act(options, "Đã thành lập", [&](actions::Context& context, const Order& order) -> base::Result<void> {
        const auto kind = TRY(parse_listed(records::organisation_kinds, options.kind));
        std::string unit_type;
        if (!options.unit_type.empty()) unit_type = TRY(parse_listed(records::unit_types, options.unit_type));
        TRY(actions::establish_organisation(context, {.decision = order.decision,
                                                      .on = order.on,
                                                      .code = options.code,
                                                      .name = options.name,
                                                      .kind = *schema::parse_code<records::OrganisationKind>(kind),
                                                      .unit_type = unit_type,
                                                      .superior_code = options.superior}));
        return {};
    });
}

int rename(const OrganisationOptions& options) {
    return act(options, "Đã đổi tên", [&](actions::Context& context, const Order& order) {
        return actions::rename_organisation(context, {order.decision, order.on, options.code, options.name});
    });
}

int reparent(const OrganisationOptions& options) {
    return act(options, "Đã chuyển trực thuộc", [&](actions::Context& context, const Order& order) {
        return actions::reparent_organisation(context, {order.decision, order.on, options.code, options.superior});
    });
}

int dissolve(const OrganisationOptions& options) {
    return act(options, "Đã giải thể", [&](actions::Context& context, const Order& order) {
        return actions::dissolve_organisation(context, {order.decision, order.on, options.code});
    });
}

int show_tree(const OrganisationOptions& options) {
    Session session{options.where};
    const auto on = parse_day(options.on, session.context().today);
    if (!on) return refuse(on.error());
    const auto tree = actions::load_seen_tree(session.context(), *on);
    if (!options.code.empty()) {
        const auto place = tree.find(options.code);
        if (!place) return refuse({"organisation.unknown", {options.code}, {}});
        print_branch(tree, *place, 0);
        return Exit::fine;
    }
    for (rules::OrganisationTree::Place place = 0; place < tree.nodes().size(); ++place)
        if (!tree[place].superior) print_branch(tree, place, 0);
    return Exit::fine;
}

int check_tree(const OrganisationOptions& options) {
    Session session{options.where};
    const auto on = parse_day(options.on, session.context().today);
    if (!on) return refuse(on.error());
    const auto check = actions::check_structure(session.context(), *on);
    if (!check) return refuse(check.error());
    const auto& [organisations, refusals] = *check;
    if (options.json) {
        boost::json::array findings;
        for (const auto& refusal : refusals)
            findings.push_back(
                {{"code", refusal.code}, {"message", base::message(refusal)}, {"source", refusal.source}});
        print_line(
            boost::json::serialize(boost::json::object{{"organisations", organisations}, {"findings", findings}}));
    } else {
        for (const auto& refusal : refusals) print_line(base::message(refusal));
        print_line("Cây tổ chức ngày " + base::to_vietnamese(*on) + ": " +
                   base::format_count(static_cast<std::int64_t>(organisations)) + " tổ chức, " +
                   base::format_count(static_cast<std::int64_t>(refusals.size())) + " điểm cần xem lại.");
    }
    return refusals.empty() ? Exit::fine : Exit::answer_is_no;
}

}  // namespace cli
