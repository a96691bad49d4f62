// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "store/store.h"

namespace actions {

// Which audit entries touched a record, so that its history is found without reading the chain: for each row touched a
// hash of its id and the number of the entry, and for rows written one by one (not by an import) also the persons,
// members and organisations that their images name, so that a row since removed is found by its owner. 12 bytes a row
// ever touched. Never changed after it is built.
class AuditIndex {
public:
    // What `shorter` (null = nothing) has, with the entries after it up to `last`. About 50 ns a row.
    static std::shared_ptr<const AuditIndex> continued(store::Store& store,
                                                       const std::shared_ptr<const AuditIndex>& shorter,
                                                       std::int64_t last);

    // The number of the last entry that is contained.
    std::int64_t sequence() const { return sequence_; }
    // The entries that touched some of these records, newest first, each once. A wrong one in 10^9 is possible.
    std::vector<std::int64_t> touching(std::span<const base::Uuid> records) const;

private:
    // By hash, then by number.
    struct Part {
        std::vector<std::uint64_t> hashes;
        std::vector<std::uint32_t> sequences;
    };
    static std::shared_ptr<const Part> sorted(std::vector<std::pair<std::uint64_t, std::uint32_t>> rows);

    std::int64_t sequence_ = 0;
    std::vector<std::shared_ptr<const Part>> parts_;  // Each at least twice as long as the next.
};

}  // namespace actions
