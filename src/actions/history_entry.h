// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "actions/registers.h"

namespace actions {

// One field of a record before and after, in words: labels of codes, Vietnamese dates, names of organisations.
// Identifiers are masked.
struct HistoryField {
    std::string field, label, before, after;
};

// What an entry did to one record, or to the rows of one type when it is a batch.
struct HistoryChange {
    std::string type, type_label;
    std::optional<base::Uuid> id;
    std::string op, op_label;          // insert, correct, erase, close
    std::vector<HistoryField> fields;  // Those that differ; of batches none.
    std::int64_t rows = 1;
};

// One entry of the audit chain (mục nhật ký) in words: who, when, on what it rests, what changed.
struct HistoryEntry {
    std::int64_t sequence = 0, at_ms = 0;
    std::string actor, actor_name;
    std::string action, action_label;
    std::string reason, article;
    struct Basis {
        base::Uuid id;
        std::string number;
        std::optional<base::Date> issued_on;
    };
    std::optional<Basis> decision;
    std::vector<HistoryChange> changes;
};

// Puts entries into words. What it looks up (accounts, decisions) it remembers: make one for each answer.
class HistoryReader {
public:
    explicit HistoryReader(Context& context);

    // All changes of the entry.
    HistoryEntry read(const store::AuditEntry& entry);
    // Only those changes that `concerns` accepts: by the name of the type, the id (nil = a batch), and the images.
    struct Images {
        std::string_view type;
        base::Uuid id;
        std::string_view before, after;  // Canonical JSON; empty where there is none.
    };
    HistoryEntry read(const store::AuditEntry& entry, const std::function<bool(const Images&)>& concerns);

    // "Nguyễn Văn An" of an account, else the name of the actor itself.
    const std::string& actor_name(const std::string& actor);

private:
    Context& context_;
    SnapshotPtr snapshot_;
    std::map<std::string, std::string> actors_;
    std::map<base::Uuid, HistoryEntry::Basis> decisions_;
};

struct HistoryPage {
    std::vector<HistoryEntry> entries;  // Newest first.
    std::int64_t next = 0;              // `before` of the next page; 0 = this is the last one.
};

// {"entries": […], "next"}
std::string to_json(const HistoryPage& page);

}  // namespace actions
