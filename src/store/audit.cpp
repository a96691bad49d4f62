// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/audit.h"

#include <cstring>

#include "schema/json_writer.h"

namespace store {
namespace {

constexpr std::size_t mark_size = 34;

std::string_view verb_of(RowOp op) {
    return op == RowOp::removed ? "erase" : op == RowOp::inserted ? "insert" : "correct";
}

std::span<const std::uint8_t> bytes_of(const Hash& hash) { return hash; }

struct ChainHead {
    std::int64_t sequence = 0;
    Hash hash{};
};

ChainHead lock_head(Connection& connection, std::int32_t tenant) {
    const std::string select = std::string{"select sequence, hash from audit_head where tenant = $1"} +
                               (connection.engine() == Engine::postgresql ? " for update" : "");
    const auto read = [&]() -> std::optional<ChainHead> {
        auto statement = connection.prepare(select);
        statement->bind_integer(1, tenant);
        if (!statement->step()) return {};
        ChainHead head{statement->integer(0)};
        const auto hash = statement->bytes(1);
        if (hash.size() != head.hash.size()) throw base::Fault{"Nhật ký bị hỏng: đầu chuỗi không đọc được."};
        std::memcpy(head.hash.data(), hash.data(), hash.size());
        return head;
    };
    if (auto head = read()) return *head;
    const Hash none{};
    auto statement =
        connection.prepare("insert into audit_head (tenant, sequence, hash) values ($1, 0, $2) on conflict do nothing");
    statement->bind_integer(1, tenant);
    statement->bind_bytes(2, none);
    statement->run();
    const auto head = read();
    CHECK(head.has_value());
    return *head;
}

void bind_optional_text(Binder& to, int at, std::string_view text) {
    if (text.empty())
        to.bind_null(at);
    else
        to.bind_text(at, text);
}

void insert_entry(Connection& connection, std::int32_t tenant, const ChainLink& link) {
    auto statement = connection.prepare(
        "insert into audit_entry (tenant, sequence, at_ms, action, actor, reason, article, decision_id, changes, "
        "row_list, "
        "previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
    statement->bind_integer(1, tenant);
    statement->bind_integer(2, link.sequence);
    statement->bind_integer(3, link.intent.at_ms);
    statement->bind_text(4, link.intent.action);
    statement->bind_text(5, link.intent.actor);
    bind_optional_text(*statement, 6, link.intent.reason);
    bind_optional_text(*statement, 7, link.intent.article);
    if (link.intent.decision_id)
        statement->bind_id(8, *link.intent.decision_id);
    else
        statement->bind_null(8);
    statement->bind_text(9, link.changes);
    statement->bind_bytes(10, link.row_list);
    statement->bind_bytes(11, link.previous_hash);
    statement->bind_bytes(12, link.hash);
    statement->run();
}

void move_head(Connection& connection, std::int32_t tenant, const ChainLink& link) {
    auto statement = connection.prepare("update audit_head set sequence = $2, hash = $3 where tenant = $1");
    statement->bind_integer(1, tenant);
    statement->bind_integer(2, link.sequence);
    statement->bind_bytes(3, link.hash);
    statement->run();
}

}  // namespace

void RowListWriter::add(RowOp op, const TypeSql& type, const base::Uuid& id, const Digest& digest) {
    if (last_ >= types_.size() || types_[last_] != &type) {
        last_ = static_cast<std::size_t>(std::find(types_.begin(), types_.end(), &type) - types_.begin());
        if (last_ == types_.size()) types_.push_back(&type);
    }
    const std::size_t at = rows_.size();
    rows_.resize(at + mark_size);
    auto* to = rows_.data() + at;
    to[0] = static_cast<std::uint8_t>(op);
    to[1] = static_cast<std::uint8_t>(last_);
    std::memcpy(to + 2, id.bytes.data(), 16);
    std::memcpy(to + 18, digest.data(), 16);
}

std::vector<std::uint8_t> RowListWriter::take() {
    std::vector<std::uint8_t> header{static_cast<std::uint8_t>(types_.size())};
    for (const auto* type : types_) {
        const auto name = type->type->name;
        header.push_back(static_cast<std::uint8_t>(name.size()));
        header.insert(header.end(), name.begin(), name.end());
    }
    rows_.insert(rows_.begin(), header.begin(), header.end());
    return std::move(rows_);
}

bool read_row_list(std::span<const std::uint8_t> bytes, const std::function<void(const RowMark&)>& visit) {
    if (bytes.empty()) return false;
    std::vector<std::string_view> names(bytes[0]);
    bytes = bytes.subspan(1);
    for (auto& name : names) {
        if (bytes.empty() || bytes.size() < 1u + bytes[0]) return false;
        name = {reinterpret_cast<const char*>(bytes.data()) + 1, bytes[0]};
        bytes = bytes.subspan(1u + bytes[0]);
    }
    if (bytes.size() % mark_size != 0) return false;
    for (; !bytes.empty(); bytes = bytes.subspan(mark_size)) {
        if (bytes[0] < 1 || bytes[0] > 3 || bytes[1] >= names.size()) return false;
        RowMark mark{static_cast<RowOp>(bytes[0]), names[bytes[1]]};
        std::memcpy(mark.id.bytes.data(), bytes.data() + 2, 16);
        std::memcpy(mark.digest.data(), bytes.data() + 18, 16);
        visit(mark);
    }
    return true;
}

void Trail::add(RowOp op, std::string_view verb, const TypeSql& type, const base::Uuid& id, std::string_view before,
                std::string_view after) {
    changes_ += changes_.empty() ? "[" : ",";
    changes_.append("{\"op\":\"").append(verb).append("\",\"type\":\"").append(type.type->name).append("\",\"id\":");
    append_id(changes_, id);
    if (!before.empty()) changes_.append(",\"before\":").append(before);
    if (!after.empty()) changes_.append(",\"after\":").append(after);
    changes_ += '}';
    rows_.add(op, type, id, digest_of(op == RowOp::removed ? before : after));
}

void Trail::add_bulk(RowOp op, const TypeSql& type, const base::Uuid& id, const Digest& digest) {
    auto batch =
        std::find_if(batches_.begin(), batches_.end(), [&](const Batch& b) { return b.type == &type && b.op == op; });
    if (batch == batches_.end()) batch = batches_.insert(batch, Batch{op, &type});
    ++batch->rows;
    batch->digests.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    rows_.add(op, type, id, digest);
}

std::string Trail::changes_text() {
    std::string text = std::move(changes_);
    for (const auto& batch : batches_) {
        text += text.empty() ? "[" : ",";
        text.append("{\"op\":\"").append(verb_of(batch.op)).append("\",\"type\":\"").append(batch.type->type->name);
        text.append("\",\"rows\":").append(std::to_string(batch.rows));
        text.append(",\"digest\":\"").append(to_hex(hash_of(batch.digests))).append("\"}");
    }
    return text.empty() ? "[]" : text + "]";
}

std::int64_t Trail::write(Connection& connection, std::int32_t tenant, const Intent& intent) {
    const auto changes = changes_text();
    const auto row_list = rows_.take();
    const auto head = lock_head(connection, tenant);
    ChainLink link{.sequence = head.sequence + 1, .intent = intent, .changes = changes, .row_list = row_list};
    link.previous_hash = bytes_of(head.hash);
    const Hash hash = hash_of_link(tenant, link);
    link.hash = bytes_of(hash);
    insert_entry(connection, tenant, link);
    move_head(connection, tenant, link);
    return link.sequence;
}

const std::string_view chain_columns =
    "sequence, at_ms, action, actor, reason, article, decision_id, changes, row_list, previous_hash, hash";

Intent read_intent(const Statement& row) {
    Intent intent{.action = std::string{row.text(2)}, .actor = std::string{row.text(3)}, .at_ms = row.integer(1)};
    if (!row.is_null(4)) intent.reason = row.text(4);
    if (!row.is_null(5)) intent.article = row.text(5);
    if (!row.is_null(6)) intent.decision_id = row.id(6);
    return intent;
}

ChainLink read_link(const Statement& row) {
    ChainLink link{.sequence = row.integer(0), .intent = read_intent(row)};
    link.changes = row.text(7);
    link.row_list = row.bytes(8);
    link.previous_hash = row.bytes(9);
    link.hash = row.bytes(10);
    return link;
}

// The entry as one canonical text, `changes` as it is stored and row_list by its hash.
Hash hash_of_link(std::int32_t tenant, const ChainLink& link) {
    const auto& intent = link.intent;
    schema::JsonWriter json;
    json.member("tenant", tenant).member("sequence", link.sequence).member("at_ms", intent.at_ms);
    json.member_if("action", intent.action).member_if("actor", intent.actor);
    json.member_if("reason", intent.reason).member_if("article", intent.article);
    json.member_if("decision_id", intent.decision_id);
    json.member("rows", to_hex(hash_of({reinterpret_cast<const char*>(link.row_list.data()), link.row_list.size()})));
    json.raw("changes", link.changes);
    return hash_of({reinterpret_cast<const char*>(link.previous_hash.data()), link.previous_hash.size()}, json.take());
}

}  // namespace store
