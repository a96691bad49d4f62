// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "actions/context.h"

namespace cli {

// Where the registers of a command are: `--data DIR` (default ./data) or `--database postgresql://…`.
struct Where {
    std::string data = "data";
    std::string database;
    std::string as;  // Acts as this account, within what it may do; empty = as local administrator.

    store::Address address() const { return {database.empty() ? data : database}; }
};

// A command that cannot begin because the answer is no.
struct Refused {
    base::Refusal refusal;
};

// The same, for commands that read or write the whole store whatever is in it: no account may do that. Throws Refused
// when one was named.
const Where& whole(const Where& where);

// An open store and who acts on it: the command line acts as local administrator "cli:<unix user>", or with `--as` as
// that account.
class Session {
public:
    // Opens what is there; throws base::Fault when there is nothing, unless `create`. Throws Refused when there is no
    // such account, or it is closed.
    explicit Session(const Where& where, bool create = false);
    actions::Context& context() { return context_; }
    store::Store& store() { return *store_; }

private:
    std::unique_ptr<store::Store> store_;
    actions::Context context_;
};

// The clock of the command line: the only place in it that reads one.
std::int64_t now_ms();
base::Date today();

}  // namespace cli
