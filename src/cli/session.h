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

    store::Address address() const { return {database.empty() ? data : database}; }
};

// An open store and who acts on it: the command line acts as local administrator "cli:<unix user>".
class Session {
public:
    // Opens what is there; throws base::Fault when there is nothing, unless `create`.
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
