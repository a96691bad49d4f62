// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/audit.h"
#include "store/sql_store.h"

namespace store {

// The one implementation of Transaction. Holds the store's writing connection until it ends.
class SqlTransaction : public Transaction {
public:
    SqlTransaction(SqlStore& store, Intent intent);

    std::optional<schema::Record> find(const schema::RecordType& type, const base::Uuid& id) override;
    void scan(const schema::RecordType& type, const Query& query,
              const std::function<void(const schema::Record&)>& visit) override;
    std::int64_t count(const schema::RecordType& type, const Query& query) override;

    void lock_structure() override;
    base::Result<base::Uuid> insert(schema::Record& record) override;
    base::Result<void> correct(schema::Record& record) override;
    base::Result<void> erase(const schema::RecordType& type, const base::Uuid& id, std::int64_t version) override;
    base::Result<base::Uuid> change(const base::Uuid& id, std::int64_t version, schema::Record& successor) override;
    base::Result<void> close(const schema::RecordType& type, const base::Uuid& id, std::int64_t version,
                             base::Date day) override;
    base::Result<base::Uuid> insert_bulk(schema::Record& record) override;
    base::Result<void> flush() override;
    base::Result<std::int64_t> erase_inserted_by(std::int64_t sequence) override;
    std::int64_t commit() override;
    void roll_back() override;

private:
    // Before anything but a further bulk row: what was gathered must be seen. Throws base::Fault when it is refused.
    Connection& settled();
    // The current row, locked until the transaction ends.
    std::optional<schema::Record> lock_row(const TypeSql& type, const base::Uuid& id);
    base::Result<void> write_insert(const TypeSql& type, schema::Record& record);
    base::Result<void> write_update(const TypeSql& type, const schema::Record& before, schema::Record& after,
                                    std::string_view verb);
    // The row to close, if a change on `day` may do so.
    base::Result<schema::Record> row_to_close(const TypeSql& type, const base::Uuid& id, std::int64_t version,
                                              base::Date day);

    SqlStore& store_;
    std::int32_t tenant_;
    Intent intent_;
    Scope scope_;
    Trail trail_;
    std::vector<std::unique_ptr<Inserter>> inserters_;  // By number of type; made when first used.
    std::size_t pending_ = 0;                           // Bytes gathered since the last flush.
    bool broken_ = false;                               // A flush was refused: only roll_back is left.
    std::string before_, after_;                        // Canonical texts; kept for their memory.
};

// Turns a violation into "not_unique" or "not_found". `record` is the row that was refused, where it is known.
base::Refusal refusal_of(Connection& connection, const TypeTable& types, const Violation& violation,
                         std::int32_t tenant, const schema::Record* record);
// "in_use" {label of the referring type, number of rows}, when another row refers to this one.
std::optional<base::Refusal> in_use(Connection& connection, const TypeSql& type, std::int32_t tenant,
                                    const base::Uuid& id);

// See Transaction::erase_inserted_by. Adds what it removed to `trail`.
base::Result<std::int64_t> erase_rows_of_entry(Connection& connection, const TypeTable& types, std::int32_t tenant,
                                               std::int64_t sequence, Trail& trail);

}  // namespace store
