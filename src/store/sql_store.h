// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "base/uuid.h"
#include "store/connection.h"
#include "store/type_sql.h"

namespace store {

// The one implementation of Store: a connection that writes and one that reads the last committed state, on either
// engine.
class SqlStore : public Store {
public:
    SqlStore(Address address, std::span<const schema::RecordType* const> types, std::unique_ptr<Connection> writer);

    std::optional<schema::Record> find(const schema::RecordType& type, const base::Uuid& id) override;
    void scan(const schema::RecordType& type, const Query& query,
              const std::function<void(const schema::Record&)>& visit) override;
    std::int64_t count(const schema::RecordType& type, const Query& query) override;
    std::unique_ptr<Transaction> begin(Intent intent) override;
    void scan_audit(const std::function<void(const AuditEntry&)>& visit, std::int64_t after_sequence,
                    const std::optional<base::Uuid>& touching) override;
    void query(std::string_view sql, std::span<const schema::Value> values,
               const std::function<void(std::span<const schema::Value>)>& visit) override;

    Engine engine() const override { return writer_->engine(); }
    bool is_alive() override { return writer_->is_alive() && (!reader_ || reader_->is_alive()); }

    const Address& address() const { return address_; }
    const TypeTable& types() const { return types_; }
    Connection& writer() { return *writer_; }
    Connection& reader();  // Opened on first use.
    base::UuidGenerator& ids() { return ids_; }

private:
    Address address_;
    TypeTable types_;
    base::UuidGenerator ids_;
    std::unique_ptr<Connection> writer_, reader_;
};

// A connection to an address; the folder of a SQLite address is made when `create`. Throws base::Fault.
std::unique_ptr<Connection> connect(const Address& address, bool create);

// The implementation behind a Store.
SqlStore& internals(Store& store);

// Reads, shared by the store and its transactions.
std::optional<schema::Record> find_row(Connection& connection, const TypeSql& type, std::int32_t tenant,
                                       const base::Uuid& id);
void scan_rows(Connection& connection, const TypeSql& type, std::int32_t tenant, const Query& query,
               const std::function<void(const schema::Record&)>& visit);
std::int64_t count_rows(Connection& connection, const TypeSql& type, std::int32_t tenant, const Query& query);

}  // namespace store
