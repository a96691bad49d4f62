// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "store/backup_key.h"
#include "store/store.h"

namespace store {

// One thing that does not hold, as `verify` names it.
struct Finding {
    // audit.hash (an entry was edited), audit.gap (entries are missing), audit.truncated (the last ones are),
    // audit.head (the end of the chain and the record of it differ), audit.rewritten (differs from the signed head),
    // row.edited, row.missing, row.unknown, database.corrupt.
    std::string code;
    std::string type;     // Record type, of row findings.
    std::string id;       // Row id, of row findings; sequence number, of audit findings.
    std::string message;  // One Vietnamese sentence.
};

// The head of the audit chain, signed (ed25519): printed on backups and frozen reports, kept outside the database.
struct Head {
    std::int32_t tenant = 1;
    std::int64_t sequence = 0;
    std::string hash;
    std::int64_t at_ms = 0;
    std::string public_key, signature;  // Hexadecimal.
};
Head sign_head(Store& store, std::int64_t at_ms);      // The key is made on first use and kept beside the data.
std::string to_text(const Head& head);                 // A few readable lines.
base::Result<Head> parse_head(std::string_view text);  // Refused as "head.unreadable" or "head.bad_signature".

// Walks the whole chain and recomputes each current row from its last audit image. With `head`, also finds a truncated
// or rewritten chain. Empty = all holds. Cost: about 3 µs a row.
std::vector<Finding> verify(Store& store, const std::optional<Head>& head = {});

// Online copy of the whole database into one file with a checksum, and the signed head beside it (FILE.head). The same
// format on both engines: either can be restored into either. The signing key is not in it. With a key the file is
// sealed; the head beside it names nobody and is not.
void backup(Store& store, const std::string& file, std::int64_t at_ms, const BackupKey* key = nullptr);
// Checks the whole file first; refuses "backup.corrupt", "backup.not_a_backup", "restore.not_empty" and what open_file
// (backup_stream.h) refuses. Restores into an address where nothing is yet.
base::Result<void> restore(const std::string& file, const Address& to, std::span<const schema::RecordType* const> types,
                           const BackupKey* key = nullptr);

// Diễn tập khôi phục: what restoring a backup into a folder of its own, thrown away again, has shown.
struct Drill {
    std::vector<Finding> findings;  // Of verify, against the head beside the backup. Empty = it can be relied on.
    std::int64_t sequence = 0;      // The last audit entry in it.
    std::int64_t made_at_ms = 0;    // As the signed head says.
    std::int64_t rows = 0;          // Records restored, of all types.
};
// Refused as restore is, and as "head.unreadable", "head.bad_signature". `folder` must be on a disk with room for the
// whole database; what is made in it is removed.
base::Result<Drill> restore_drill(const std::string& file, const std::string& folder,
                                  std::span<const schema::RecordType* const> types, const BackupKey* key = nullptr);

// Copies everything, audit included, between engines, then compares both row by row; throws base::Fault on a
// difference. Refused as "copy.not_empty". All or nothing.
struct CopyCount {
    std::string table;
    std::int64_t rows = 0;
};
base::Result<std::vector<CopyCount>> copy(Store& from, const Address& to,
                                          std::span<const schema::RecordType* const> types);

// All rows of all record types as lines of JSON in a stable order: two stores say the same when their dumps are equal.
// Secrets (schema::Privacy::secret) stand there as their digests.
// How often a row was written (its version) is no part of what it says. `with_audit` adds versions, audit and access
// log.
void logical_dump(Store& store, const std::function<void(std::string_view line)>& visit, bool with_audit = false);

}  // namespace store
