// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "schema/record_type.h"
#include "store/store.h"

namespace actions {

// What people call the records that others refer to: an organisation by its name of the day, a person or member by the
// full name, a decision by number and day, an account by its display name. Gathered first, then found by one query for
// each type.
class ReferenceLabels {
public:
    ReferenceLabels(store::Reader& reader, base::Date on) : reader_{reader}, on_{on} {}

    // Remembers what is asked for; nothing happens until `load`. Values that are no reference are passed over.
    void want(const schema::Field& field, const schema::Value& value);
    void want(const schema::Record& record);
    void want(const schema::RecordType& target, const base::Uuid& id);
    // Finds all that was wanted since the last time.
    void load();

    // The label of a record; the label of its type where nothing more is known, also of records that are gone.
    std::string of(const schema::RecordType& target, const base::Uuid& id) const;
    // As schema::to_text, but references by their label and identifiers masked.
    std::string text(const schema::Field& field, const schema::Value& value) const;

private:
    using Ids = std::vector<base::Uuid>;
    void load_organisations(const Ids& ids);
    void load_persons(const Ids& ids);
    void load_members(const Ids& ids);
    void load_campaigns(const Ids& ids);
    void load_others(const schema::RecordType& type, const Ids& ids);

    store::Reader& reader_;
    base::Date on_;
    std::map<const schema::RecordType*, Ids> wanted_;
    std::unordered_map<base::Uuid, std::string> labels_;  // Empty = looked for and not found.
};

}  // namespace actions
