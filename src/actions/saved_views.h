// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "actions/context.h"

// Danh sách đã lưu: columns, filters and order of a list that someone wants again. Each account has its own and sees no
// other's.
namespace actions {

struct SavedView {
    base::Uuid id;
    std::string name;
    std::string record_type;  // What the list shows.
    std::string definition;   // As the page wrote it; the program reads nothing from it.
};

// Those of the account that acts, by name; of one record type when it is not empty.
std::vector<SavedView> list_views(Context& context, const std::string& record_type);

// Keeps the view under its name; one of that name is replaced. Refusals: "sign_in.needed" for the local administrator,
// who has no account; validation.
base::Result<SavedView> save_view(Context& context, const SavedView& view);

// Refused as "not_found" when the account has no such view.
base::Result<void> forget_view(Context& context, const base::Uuid& view);

}  // namespace actions
