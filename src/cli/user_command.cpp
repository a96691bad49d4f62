// SPDX-License-Identifier: AGPL-3.0-or-later
#include <boost/json.hpp>

#include "actions/accounts.h"
#include "actions/grants.h"
#include "actions/reach.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/output.h"
#include "records/party_member.h"

namespace cli {
namespace {

namespace json = boost::json;
using actions::Context;

template <class Act>
int run(const UserOptions& options, Act act) {
    Session session{options.where};
    const base::Result<void> result = act(session.context());
    return result ? Exit::fine : refuse(result.error());
}

void print_json(const json::object& object) { print_line(json::serialize(object)); }

base::Result<records::Role> parse_role(const std::string& text) {
    for (const auto& code : records::roles.codes)
        if (code.code == text || base::fold(code.label) == base::fold(text))
            return *schema::parse_code<records::Role>(code.code);
    return base::Refusal{"not_in_list", {"Vai trò", text, std::string{records::roles.label}}, {}};
}

std::string label_of(records::Role role) { return std::string{records::roles.label_of(schema::code_of(role))}; }

std::string code_of(Context& context, base::Id<records::Organisation> organisation) {
    const auto forest = actions::forest_of(context);
    const auto place = forest->find(organisation.value);
    return place ? forest->code(*place) : std::string{};
}

struct Duration {
    base::Date from;
    std::optional<base::Date> to;
};
base::Result<Duration> parse_duration(Context& context, const UserOptions& options) {
    Duration duration{TRY(parse_day(options.from, context.today)), {}};
    if (!options.to.empty()) duration.to = TRY(parse_day(options.to));
    return duration;
}

std::string text_of(Context& context, const actions::RoleGrant& grant) {
    std::string text = label_of(grant.role) + " ở " + code_of(context, grant.organisation) + " từ " +
                       base::to_vietnamese(grant.period.valid_from);
    if (grant.period.valid_to) text += " đến trước " + base::to_vietnamese(*grant.period.valid_to);
    if (grant.delegated_by) text += " (được ủy quyền)";
    return text;
}

json::object json_of(Context& context, const actions::RoleGrant& grant) {
    json::object object{{"id", base::to_string(grant.id)},
                        {"role", schema::code_of(grant.role)},
                        {"organisation", code_of(context, grant.organisation)},
                        {"valid_from", base::to_iso(grant.period.valid_from)}};
    if (grant.period.valid_to) object.emplace("valid_to", base::to_iso(*grant.period.valid_to));
    if (grant.delegated_by) object.emplace("delegated_by", base::to_string(*grant.delegated_by));
    return object;
}

json::object json_of(Context& context, const actions::AccountRow& row) {
    json::array grants;
    for (const auto& grant : row.grants) grants.push_back(json_of(context, grant));
    return {{"id", base::to_string(row.account.id)},
            {"name", std::get<std::string>(row.account["name"])},
            {"display_name", std::get<std::string>(row.account["display_name"])},
            {"is_closed", std::get<bool>(row.account["is_closed"])},
            {"has_totp", row.has_totp},
            {"must_change_password", row.must_change_password},
            {"is_locked", row.is_locked},
            {"grants", std::move(grants)}};
}

void print_row(Context& context, const actions::AccountRow& row) {
    std::string line = std::get<std::string>(row.account["name"]);
    line += "  " + std::get<std::string>(row.account["display_name"]);
    if (std::get<bool>(row.account["is_closed"])) line += "  [đã khóa]";
    if (row.is_locked) line += "  [tạm khóa vì nhập sai mật khẩu]";
    print_line(line);
    for (const auto& grant : row.grants) print_line("    " + text_of(context, grant));
}

base::Result<base::Uuid> find_member(Context& context, const std::string& profile_number) {
    const auto found = context.store.select<records::PartyMember>(
        {.conditions = {{.field = "profile_number", .values = {profile_number}}}, .limit = 1});
    if (found.empty()) return base::Refusal{"not_found", {"Đảng viên", profile_number}, {}};
    return found.front().id.value;
}

void print_password(const UserOptions& options, std::string_view done, const std::string& name,
                    const std::string& password) {
    if (options.json)
        print_json({{"name", name}, {"password", password}});
    else
        print_line(std::string{done} + " " + name + ". Mật khẩu (chỉ in một lần, phải đổi khi đăng nhập): " + password);
}

void print_done(const UserOptions& options, const std::string& id, const std::string& text) {
    if (options.json)
        print_json({{"id", id}, {"name", options.name}});
    else
        print_line(text);
}

}  // namespace

int list_users(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto rows = TRY(actions::list_accounts(context));
        json::array accounts;
        for (const auto& row : rows)
            if (options.json)
                accounts.push_back(json_of(context, row));
            else
                print_row(context, row);
        if (options.json) print_json({{"accounts", std::move(accounts)}});
        return {};
    });
}

int add_user(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        actions::NewAccount order{.name = options.name, .display_name = options.display_name};
        if (!options.member.empty()) order.member_id = TRY(find_member(context, options.member));
        const auto created = TRY(actions::create_account(context, order));
        print_password(options, "Đã lập tài khoản", options.name, created.password);
        return {};
    });
}

int close_user(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto account = TRY(actions::find_account(context.store, options.name));
        TRY(actions::change_account(
            context, {.account_id = account.id, .version = account.version, .is_closed = !options.reopen}));
        print_done(options, base::to_string(account.id),
                   (options.reopen ? "Đã mở lại tài khoản " : "Đã khóa tài khoản ") + options.name + ".");
        return {};
    });
}

int reset_user_password(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto account = TRY(actions::find_account(context.store, options.name));
        if (options.with_totp) TRY(actions::reset_totp(context, account.id));
        const auto password = TRY(actions::reset_password(context, account.id));
        print_password(options, "Đã đặt lại mật khẩu của", options.name, password);
        return {};
    });
}

int grant_user(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto account = TRY(actions::find_account(context.store, options.name));
        const auto role = TRY(parse_role(options.role));
        const auto duration = TRY(parse_duration(context, options));
        const auto id = TRY(actions::grant_role(context, {.account_id = account.id,
                                                          .role = role,
                                                          .organisation = options.organisation,
                                                          .valid_from = duration.from,
                                                          .valid_to = duration.to}));
        print_done(options, base::to_string(id),
                   "Đã giao cho " + options.name + " vai trò " + label_of(role) + " ở " + options.organisation + ".");
        return {};
    });
}

int revoke_user(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto account = TRY(actions::find_account(context.store, options.name));
        const auto role = TRY(parse_role(options.role));
        for (const auto& grant : actions::list_grants(context, account.id)) {
            const bool has_ended = grant.period.valid_to && *grant.period.valid_to <= context.today;
            if (grant.role != role || has_ended || code_of(context, grant.organisation) != options.organisation)
                continue;
            TRY(actions::end_grant(context, grant.id));
            print_done(
                options, base::to_string(grant.id),
                "Đã thôi giao cho " + options.name + " vai trò " + label_of(role) + " ở " + options.organisation + ".");
            return {};
        }
        return base::Refusal{"not_found", {"Phân quyền", label_of(role) + " ở " + options.organisation}, {}};
    });
}

int delegate_user(const UserOptions& options) {
    return run(options, [&](Context& context) -> base::Result<void> {
        const auto role = TRY(parse_role(options.role));
        const auto duration = TRY(parse_duration(context, options));
        const auto id = TRY(actions::delegate_role(context, {.account = options.name,
                                                             .role = role,
                                                             .organisation = options.organisation,
                                                             .valid_from = duration.from,
                                                             .valid_to = duration.to}));
        print_done(
            options, base::to_string(id),
            "Đã ủy quyền cho " + options.name + " vai trò " + label_of(role) + " ở " + options.organisation + ".");
        return {};
    });
}

}  // namespace cli
