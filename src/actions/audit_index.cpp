// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/audit_index.h"

#include <algorithm>

#include "store/audit_read.h"

namespace actions {
namespace {

using Rows = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

std::uint64_t hash_of(const base::Uuid& id) { return std::hash<base::Uuid>{}(id); }

// The ids that images name as "person_id", "member_id", … : canonical JSON spells them in one way only.
void add_owners(Rows& rows, const store::AuditEntry& entry) {
    constexpr std::string_view mark = "_id\":\"";
    const std::string_view text = entry.changes;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        if (const auto id = base::parse_uuid(text.substr(begin, 36)))
            rows.emplace_back(hash_of(*id), static_cast<std::uint32_t>(entry.sequence));
    }
}

}  // namespace

std::shared_ptr<const AuditIndex::Part> AuditIndex::sorted(Rows rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    auto part = std::make_shared<Part>();
    part->hashes.reserve(rows.size());
    part->sequences.reserve(rows.size());
    for (const auto& [hash, sequence] : rows) {
        part->hashes.push_back(hash);
        part->sequences.push_back(sequence);
    }
    return part;
}

std::shared_ptr<const AuditIndex> AuditIndex::continued(store::Store& store,
                                                        const std::shared_ptr<const AuditIndex>& shorter,
                                                        std::int64_t last) {
    auto index = std::make_shared<AuditIndex>();
    // A chain that has become shorter is another chain.
    if (shorter && shorter->sequence_ <= last) *index = *shorter;
    Rows rows;
    store::scan_touched(store, index->sequence_, last, [&](const store::Touched& row) {
        rows.emplace_back(hash_of(row.id), static_cast<std::uint32_t>(row.sequence));
    });
    store::scan_audit(store, {.before = last + 1, .after = index->sequence_},
                      [&](const store::AuditEntry& entry) { add_owners(rows, entry); });
    index->sequence_ = last;
    // Parts of like length are joined, so that there are few.
    auto& parts = index->parts_;
    while (!parts.empty() && parts.back()->hashes.size() < 2 * rows.size()) {
        for (std::size_t i = 0; i < parts.back()->hashes.size(); ++i)
            rows.emplace_back(parts.back()->hashes[i], parts.back()->sequences[i]);
        parts.pop_back();
    }
    if (!rows.empty()) parts.push_back(sorted(std::move(rows)));
    return index;
}

std::vector<std::int64_t> AuditIndex::touching(std::span<const base::Uuid> records) const {
    std::vector<std::int64_t> sequences;
    for (const auto& record : records)
        for (const auto& part : parts_) {
            const auto [begin, end] = std::equal_range(part->hashes.begin(), part->hashes.end(), hash_of(record));
            for (auto at = begin; at != end; ++at)
                sequences.push_back(part->sequences[static_cast<std::size_t>(at - part->hashes.begin())]);
        }
    std::sort(sequences.rbegin(), sequences.rend());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    return sequences;
}

}  // namespace actions
