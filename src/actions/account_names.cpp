// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/account_names.h"

#include "records/platform.h"

namespace actions {

std::map<base::Uuid, std::string> account_names(Context& context) {
    std::map<base::Uuid, std::string> names;
    const auto place = records::account.index_of("name");
    context.store.scan(records::account, {}, [&](const schema::Record& account) {
        names.emplace(account.id, std::get<std::string>(account.values[place]));
    });
    return names;
}

}  // namespace actions
