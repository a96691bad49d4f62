// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbered changes of the database (migrations/NNNN_name.sql), built into the program. A fresh database is made from
// the descriptions and counts as having them all; an older one gets those that it lacks. A test holds both ways equal.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record_type.h"
#include "store/connection.h"

namespace store {

struct Migration {
    int number = 0;
    std::string_view name;  // "initial"
    std::string_view sql;   // In the neutral words of ddl.h.
};

// Those of migrations/, by number.
std::span<const Migration> embedded_migrations();

// What the database says about itself; empty when nothing is there.
struct AppliedMigration {
    std::int64_t number = 0;
    std::string name, digest;
    bool operator==(const AppliedMigration&) const = default;
};
std::vector<AppliedMigration> applied_migrations(Connection& connection);

std::string digest_of(const Migration& migration);

// Throws base::Fault when `applied` is newer than `known`, or one of them has another content than it had when applied.
void check_history(std::span<const AppliedMigration> applied, std::span<const Migration> known);

// Makes the tables in the open transaction: from the descriptions when `applied` is all that is known (or is empty: a
// fresh database), else by running those migrations, so that rows of that age fit in.
void create_tables(Connection& connection, std::span<const schema::RecordType* const> types,
                   std::span<const Migration> known, std::span<const AppliedMigration> applied = {});

// Makes or upgrades the database, in one transaction. Throws base::Fault when there is nothing and not `create`.
void prepare_database(Connection& connection, std::span<const schema::RecordType* const> types,
                      std::span<const Migration> known, bool create);

// Runs the migrations that are missing, in the open transaction.
void upgrade(Connection& connection, std::span<const Migration> known);

}  // namespace store
