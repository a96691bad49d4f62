// SPDX-License-Identifier: AGPL-3.0-or-later
#include <filesystem>

#include "store/audit.h"
#include "store/migration.h"
#include "store/transaction.h"

namespace store {

namespace fs = std::filesystem;

bool Address::is_postgresql() const { return text.starts_with("postgresql://") || text.starts_with("postgres://"); }

std::unique_ptr<Connection> connect(const Address& address, bool create) {
    if (address.is_postgresql()) return open_postgresql(address.text);
    const fs::path folder{address.text}, file = folder / "kientoan.db";
    std::error_code error;
    if (create && !fs::exists(folder, error)) {
        fs::create_directories(folder, error);
        if (error) throw base::Fault{"Không tạo được thư mục " + address.text + ": " + error.message() + "."};
        // Personal data: the owner's eyes only.
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (!create && !fs::exists(file, error))
        throw base::Fault{"Thư mục " + address.text + " chưa có dữ liệu của Kiện Toàn."};
    return open_sqlite(file.string(), create, {address.cache_mib, address.map_mib});
}

std::unique_ptr<Store> Store::open(const Address& address, std::span<const schema::RecordType* const> types,
                                   bool create) {
    auto connection = connect(address, create);
    prepare_database(*connection, types, embedded_migrations(), create);
    return std::make_unique<SqlStore>(address, types, std::move(connection));
}

SqlStore::SqlStore(Address address, std::span<const schema::RecordType* const> types,
                   std::unique_ptr<Connection> writer)
    : address_{std::move(address)}, types_{types}, writer_{std::move(writer)} {}

Connection& SqlStore::reader() {
    if (!reader_) reader_ = connect(address_, false);
    return *reader_;
}

std::unique_ptr<Transaction> SqlStore::begin(Intent intent) {
    CHECK(!writer_->in_transaction());
    return std::make_unique<SqlTransaction>(*this, std::move(intent));
}

void SqlStore::scan_audit(const std::function<void(const AuditEntry&)>& visit, std::int64_t after_sequence,
                          const std::optional<base::Uuid>& touching) {
    auto& connection = reader();
    std::string sql{"select "};
    sql.append(chain_columns).append(" from audit_entry where tenant = $1 and sequence > $2");
    if (touching)
        sql += connection.engine() == Engine::sqlite ? " and instr(row_list, $3) > 0"
                                                     : " and position(decode($3, 'hex') in row_list) > 0";
    sql += " order by sequence desc";
    auto statement = connection.prepare(sql, Fetch::many);
    statement->bind_integer(1, tenant);
    statement->bind_integer(2, after_sequence);
    std::string id;
    if (touching && connection.engine() == Engine::sqlite)
        statement->bind_id(3, *touching);
    else if (touching)
        statement->bind_text(3, id = to_hex(touching->bytes));
    while (statement->step()) {
        auto link = read_link(*statement);
        visit({.sequence = link.sequence,
               .intent = std::move(link.intent),
               .changes = std::string{link.changes},
               .hash = to_hex(link.hash),
               .previous_hash = to_hex(link.previous_hash)});
    }
}

SqlStore& internals(Store& store) { return dynamic_cast<SqlStore&>(store); }

}  // namespace store
