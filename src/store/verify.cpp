// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <map>

#include "store/audit.h"
#include "store/maintenance.h"
#include "store/sql_store.h"

namespace store {
namespace {

// What the chain says last about one row.
struct Mark {
    std::int32_t tenant;
    std::uint32_t order;  // Of reading: a later mark replaces an earlier one.
    std::uint16_t type;
    RowOp op;
    base::Uuid id;
    Digest digest;
};

struct Chain {
    std::int64_t sequence = 0;
    Hash hash{};         // As it must be, by the contents of the last entry.
    Hash stored_hash{};  // As the last entry says.
};

bool equal(std::span<const std::uint8_t> bytes, const Hash& hash) {
    return std::equal(bytes.begin(), bytes.end(), hash.begin(), hash.end());
}

class Verification {
public:
    Verification(SqlStore& store, const std::optional<Head>& head) : store_{store}, head_{head} {}

    std::vector<Finding> run() {
        try {
            auto& connection = store_.reader();
            const Scope reading{connection, Scope::Begin::read};
            check_file(connection);
            walk_chains(connection);
            check_heads(connection);
            keep_last_marks();
            for (const auto& type : store_.types().all()) check_rows(connection, type);
        } catch (const base::Fault& fault) { find("database.corrupt", {}, {}, fault.what()); }
        return std::move(findings_);
    }

private:
    void find(std::string code, std::string_view type, std::string id, std::string message) {
        findings_.push_back({std::move(code), std::string{type}, std::move(id), std::move(message)});
    }

    void check_file(Connection& connection) {
        if (connection.engine() != Engine::sqlite) return;
        auto statement = connection.prepare("pragma integrity_check(20)");
        while (statement->step())
            if (statement->text(0) != "ok")
                find("database.corrupt", {}, {}, "Tệp cơ sở dữ liệu bị hỏng: " + std::string{statement->text(0)});
    }

    void walk_chains(Connection& connection) {
        auto statement = connection.prepare(
            "select " + std::string{chain_columns} + ", tenant from audit_entry order by tenant, sequence",
            Fetch::many);
        while (statement->step()) {
            const auto tenant = static_cast<std::int32_t>(statement->integer(11));
            check_link(tenant, chains_[tenant], read_link(*statement));
        }
    }

    void check_link(std::int32_t tenant, Chain& chain, const ChainLink& link) {
        const auto number = std::to_string(link.sequence);
        if (link.sequence != chain.sequence + 1)
            find("audit.gap", {}, number,
                 "Nhật ký thiếu mục: sau mục số " + std::to_string(chain.sequence) + " là mục số " + number + ".");
        else if (!equal(link.previous_hash, chain.hash) && !equal(link.previous_hash, chain.stored_hash))
            find("audit.hash", {}, number, "Mục nhật ký số " + number + " không nối với mục trước nó.");
        const auto hash = hash_of_link(tenant, link);
        const bool listed = read_row_list(link.row_list, [&](const RowMark& mark) { add(tenant, mark); });
        if (!listed || !equal(link.hash, hash))
            find("audit.hash", {}, number, "Mục nhật ký số " + number + " đã bị sửa: nội dung không khớp mã băm.");
        chain.sequence = link.sequence;
        chain.hash = hash;
        chain.stored_hash = {};
        if (link.hash.size() == chain.stored_hash.size())
            std::copy(link.hash.begin(), link.hash.end(), chain.stored_hash.begin());
        if (head_ && head_->tenant == tenant && head_->sequence == link.sequence && head_->hash != to_hex(hash))
            find("audit.rewritten", {}, number,
                 "Mục nhật ký số " + number + " khác với mục đã ký: chuỗi đã bị viết lại.");
    }

    void add(std::int32_t tenant, const RowMark& mark) {
        const auto* type = store_.types().find(mark.type);
        // A type that the program no longer has cannot be compared with anything.
        if (!type) return;
        marks_.push_back({tenant, static_cast<std::uint32_t>(marks_.size()), static_cast<std::uint16_t>(type->number),
                          mark.op, mark.id, mark.digest});
    }

    void check_heads(Connection& connection) {
        auto statement = connection.prepare("select tenant, sequence, hash from audit_head");
        std::map<std::int32_t, Chain> heads;
        while (statement->step()) {
            const auto tenant = static_cast<std::int32_t>(statement->integer(0));
            auto& head = heads[tenant];
            head.sequence = statement->integer(1);
            const auto& chain = chains_[tenant];
            if (head.sequence > chain.sequence)
                truncated(head.sequence, chain.sequence);
            else if (head.sequence < chain.sequence || !equal(statement->bytes(2), chain.hash))
                find("audit.head", {}, std::to_string(head.sequence), "Đầu chuỗi nhật ký không khớp với mục cuối.");
        }
        for (const auto& [tenant, chain] : chains_)
            if (chain.sequence > 0 && !heads.contains(tenant))
                find("audit.head", {}, std::to_string(chain.sequence),
                     "Nhật ký của phân vùng " + std::to_string(tenant) + " không có đầu chuỗi.");
        if (head_ && head_->sequence > chains_[head_->tenant].sequence &&
            (!heads.contains(head_->tenant) || heads[head_->tenant].sequence <= chains_[head_->tenant].sequence))
            truncated(head_->sequence, chains_[head_->tenant].sequence);
    }

    void truncated(std::int64_t expected, std::int64_t last) {
        find("audit.truncated", {}, std::to_string(expected),
             "Nhật ký bị cắt: phải có đến mục số " + std::to_string(expected) + " nhưng chỉ còn đến mục số " +
                 std::to_string(last) + ".");
    }

    void keep_last_marks() {
        const auto row = [](const Mark& mark) { return std::tie(mark.type, mark.tenant, mark.id); };
        std::sort(marks_.begin(), marks_.end(),
                  [&](const Mark& a, const Mark& b) { return row(a) != row(b) ? row(a) < row(b) : a.order > b.order; });
        marks_.erase(
            std::unique(marks_.begin(), marks_.end(), [&](const Mark& a, const Mark& b) { return row(a) == row(b); }),
            marks_.end());
        std::erase_if(marks_, [](const Mark& mark) { return mark.op == RowOp::removed; });
    }

    // Rows and marks lie in the same order: by tenant and id.
    void check_rows(Connection& connection, const TypeSql& type) {
        const auto before = [&](const Mark& mark, std::size_t number) { return mark.type < number; };
        auto mark = std::lower_bound(marks_.begin(), marks_.end(), type.number, before);
        const auto end = std::lower_bound(mark, marks_.end(), type.number + 1, before);
        auto row = connection.prepare(
            "select " + type.columns + ", tenant from " + type.table.name + " order by tenant, id", Fetch::many);
        const int tenant_column = static_cast<int>(type.type->fields.size()) + 2;
        std::string text;
        while (row->step()) {
            const auto tenant = static_cast<std::int32_t>(row->integer(tenant_column));
            const auto id = row->id(0);
            for (; mark != end && std::tie(mark->tenant, mark->id) < std::tie(tenant, id); ++mark)
                missing(type, mark->id);
            if (mark == end || mark->tenant != tenant || mark->id != id) {
                find("row.unknown", type.type->name, base::to_string(id),
                     std::string{type.type->label} + " " + base::to_string(id) +
                         " không do chương trình ghi: nhật ký không có.");
                continue;
            }
            text.clear();
            type.canonical.append(text, *row, 0, 1, 2);
            if (digest_of(text) != mark->digest || !derived_fields_hold(*row, *type.type))
                find("row.edited", type.type->name, base::to_string(id),
                     std::string{type.type->label} + " " + base::to_string(id) + " đã bị sửa ngoài chương trình.");
            ++mark;
        }
        for (; mark != end; ++mark) missing(type, mark->id);
    }

    void missing(const TypeSql& type, const base::Uuid& id) {
        find("row.missing", type.type->name, base::to_string(id),
             std::string{type.type->label} + " " + base::to_string(id) + " đã bị xoá ngoài chương trình.");
    }

    // Derived fields are in no digest: they must be what follows from the others.
    static bool derived_fields_hold(const Statement& row, const schema::RecordType& type) {
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            const auto& options = type.fields[i].options;
            if (!options.derive) continue;
            const int origin = static_cast<int>(type.index_of(options.derived_from)) + 2,
                      column = static_cast<int>(i) + 2;
            const auto expected = row.is_null(origin) ? std::string{} : options.derive(row.text(origin));
            if (expected != (row.is_null(column) ? std::string_view{} : row.text(column))) return false;
        }
        return true;
    }

    SqlStore& store_;
    const std::optional<Head>& head_;
    std::vector<Finding> findings_;
    std::map<std::int32_t, Chain> chains_;
    std::vector<Mark> marks_;
};

}  // namespace

std::vector<Finding> verify(Store& store, const std::optional<Head>& head) {
    return Verification{internals(store), head}.run();
}

}  // namespace store
