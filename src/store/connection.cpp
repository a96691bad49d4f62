// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/connection.h"

namespace store {
namespace {

struct BindValue {
    Binder& to;
    int at;

    void operator()(std::monostate) const { to.bind_null(at); }
    void operator()(bool value) const { to.bind_integer(at, value ? 1 : 0); }
    void operator()(std::int64_t value) const { to.bind_integer(at, value); }
    // An empty text is nothing: otherwise two empty values would collide in a unique index.
    void operator()(const std::string& value) const { value.empty() ? to.bind_null(at) : to.bind_text(at, value); }
    void operator()(base::Date value) const { to.bind_short_text(at, base::to_iso(value)); }
    void operator()(base::PartialDate value) const { to.bind_short_text(at, base::to_iso(value)); }
    void operator()(const base::Uuid& value) const { to.bind_id(at, value); }
    void operator()(const schema::Bytes& value) const { to.bind_bytes(at, value); }
};

constexpr std::size_t shelves_max = 512;

}  // namespace

void Binder::bind(int at, const schema::Value& value) { std::visit(BindValue{*this, at}, value); }

Prepared::~Prepared() {
    if (!statement_) return;
    statement_->reset();
    --shelf_->lent;
    shelf_->idle.push_back(std::move(statement_));
}

Prepared Connection::prepare(std::string_view sql, Fetch fetch) {
    auto found = shelves_.find(sql);
    if (found == shelves_.end()) {
        if (shelves_.size() >= shelves_max)
            std::erase_if(shelves_, [](const auto& shelf) { return !shelf.second.lent; });
        found = shelves_.emplace(std::string{sql}, Prepared::Shelf{}).first;
    }
    auto& shelf = found->second;
    std::unique_ptr<Statement> statement;
    if (shelf.idle.empty()) {
        statement = compile(sql);
    } else {
        statement = std::move(shelf.idle.back());
        shelf.idle.pop_back();
    }
    statement->fetch = fetch;
    return {std::move(statement), shelf};
}

std::optional<Violation> Connection::guarded(Statement& statement) {
    // PostgreSQL gives up the whole transaction at the first error unless a savepoint stands before it.
    const bool savepoint = engine() == Engine::postgresql;
    if (savepoint) prepare("savepoint attempt")->run();
    try {
        statement.run();
    } catch (const Violation& violation) {
        statement.reset();
        if (savepoint) {
            prepare("rollback to savepoint attempt")->run();
            prepare("release savepoint attempt")->run();
        }
        return violation;
    }
    if (savepoint) prepare("release savepoint attempt")->run();
    return {};
}

Scope::Scope(Connection& connection, Begin begin) : connection_{connection} {
    if (begin == Begin::write)
        connection_.begin_write();
    else if (connection_.in_transaction())
        open_ = false;
    else
        connection_.begin_read();
}

Scope::~Scope() { roll_back(); }

void Scope::roll_back() {
    if (open_) connection_.roll_back();
    open_ = false;
}

void Scope::commit() {
    connection_.commit();
    open_ = false;
}

}  // namespace store
