// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/session.h"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <ctime>

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

Session::Session(const Where& where, bool create)
    : store_{store::Store::open(where.address(), records::all(), create)},
      context_{.store = *store_,
               .actor = "cli:" + unix_user(),
               .today = today(),
               .now_ms = now_ms(),
               .access = rules::Access::local_administrator()} {}

}  // namespace cli
