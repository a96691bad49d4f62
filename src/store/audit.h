// SPDX-License-Identifier: AGPL-3.0-or-later
// The audit chain (chuỗi nhật ký): one entry per transaction, each holding the hash of the one before, one chain per
// tenant.
//
// An entry has two lists. `changes` is JSON for people: what was done to each record with its images, or per type the
// number of rows of a batch. `row_list` is compact and complete: for every row touched its type, id and the digest of
// its last image. Both lie under the hash of the entry, so `verify` needs only the compact one to know what every row
// must be today.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "store/type_sql.h"

namespace store {

enum class RowOp : std::uint8_t { inserted = 1, rewritten = 2, removed = 3 };

// Byte layout of row_list: number of type names; for each its length and text; then 34 bytes a row: op, place of its
// type name, id (16), digest (16).
class RowListWriter {
public:
    void add(RowOp op, const TypeSql& type, const base::Uuid& id, const Digest& digest);
    std::vector<std::uint8_t> take();
    bool is_empty() const { return rows_.empty(); }

private:
    std::vector<const TypeSql*> types_;
    std::vector<std::uint8_t> rows_;
    std::size_t last_ = 0;  // Place of the type used last: batches write long runs of one type.
};

struct RowMark {
    RowOp op{};
    std::string_view type;
    base::Uuid id;
    Digest digest{};
};
// False when the bytes are not a row list; marks read before that were visited.
bool read_row_list(std::span<const std::uint8_t> bytes, const std::function<void(const RowMark&)>& visit);

// What one transaction did, gathered until it commits.
class Trail {
public:
    // The images are canonical texts; an empty one is left out. `verb`: insert, correct, erase, close.
    void add(RowOp op, std::string_view verb, const TypeSql& type, const base::Uuid& id, std::string_view before,
             std::string_view after);
    // Without images.
    void add_bulk(RowOp op, const TypeSql& type, const base::Uuid& id, const Digest& digest);

    // Appends the entry after the head, which stays locked until the transaction ends. Returns its number.
    std::int64_t write(Connection& connection, std::int32_t tenant, const Intent& intent);

private:
    // Runs of rows of one type without images, as they are summed up in `changes`.
    struct Batch {
        RowOp op;
        const TypeSql* type;
        std::int64_t rows = 0;
        std::string digests;
    };
    std::string changes_text();

    std::string changes_;
    std::vector<Batch> batches_;
    RowListWriter rows_;
};

// The columns of audit_entry, as read for walking the chain.
struct ChainLink {
    std::int64_t sequence = 0;
    Intent intent;
    std::string_view changes;
    std::span<const std::uint8_t> row_list, previous_hash, hash;
};
extern const std::string_view chain_columns;  // In the order that read_link expects from column 0.
ChainLink read_link(const Statement& row);
// Of the columns at_ms, action, actor, reason, article and decision_id, from column 1 on.
Intent read_intent(const Statement& row);
Hash hash_of_link(std::int32_t tenant, const ChainLink& link);

}  // namespace store
