// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/session.h"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <ctime>

#include "actions/access_of.h"
#include "records/all.h"

namespace cli {
namespace {

std::string unix_user() {
    const auto* entry = getpwuid(getuid());
    return entry ? entry->pw_name : std::to_string(getuid());
}

}  // namespace

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

base::Date today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return base::date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

const Where& whole(const Where& where) {
    if (!where.as.empty()) throw Refused{{"access.local_only", {where.as}, {}}};
    return where;
}

Session::Session(const Where& where, bool create)
    : store_{store::Store::open(where.address(), records::all(), create)},
      context_{.store = *store_,
               .actor = "cli:" + unix_user(),
               .today = today(),
               .now_ms = now_ms(),
               .access = rules::Access::local_administrator()} {
    if (where.as.empty()) return;
    const auto account = actions::find_account(*store_, where.as);
    if (!account) throw Refused{account.error()};
    if (std::get<bool>((*account)["is_closed"])) throw Refused{{"account.closed", {where.as}, {}}};
    context_.actor = where.as;
    context_.access = actions::access_of(context_, account->id);
}

}  // namespace cli
