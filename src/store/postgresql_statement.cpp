// SPDX-License-Identifier: AGPL-3.0-or-later
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "store/postgresql.h"

namespace store {
namespace {

// Type numbers of the server (pg_type.dat); they never change.
constexpr Oid oid_boolean = 16, oid_bytea = 17, oid_bigint = 20, oid_smallint = 21, oid_integer = 23,
              oid_numeric = 1700, oid_uuid = 2950;

template <class Integer>
Integer big_endian(const char* data) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i) value = value << 8 | static_cast<unsigned char>(data[i]);
    return static_cast<Integer>(value);
}

// A whole number in the server's decimal form (sums of bigint); a fraction is cut off.
std::int64_t numeric(const char* data) {
    const auto digits = big_endian<std::int16_t>(data), weight = big_endian<std::int16_t>(data + 2);
    const bool negative = big_endian<std::uint16_t>(data + 4) == 0x4000;
    std::int64_t value = 0;
    for (int i = 0; i <= weight; ++i)
        value = value * 10'000 + (i < digits ? big_endian<std::int16_t>(data + 8 + 2 * i) : 0);
    return negative ? -value : value;
}

}  // namespace

PostgresqlStatement::PostgresqlStatement(PostgresqlConnection& connection, std::string name, int parameters)
    : connection_{connection},
      name_{std::move(name)},
      scratch_(static_cast<std::size_t>(parameters)),
      values_(scratch_.size()),
      lengths_(scratch_.size()),
      formats_(scratch_.size()) {}

void PostgresqlStatement::bind_integer(int at, std::int64_t value) {
    auto& text = scratch_[static_cast<std::size_t>(at - 1)];
    *std::to_chars(text.data(), text.data() + text.size() - 1, value).ptr = '\0';
    set(at, text.data(), 0, 0);
}

void PostgresqlStatement::bind_text(int at, std::string_view value) {
    set(at, value.empty() ? "" : value.data(), value.size(), 1);
}

void PostgresqlStatement::bind_bytes(int at, std::span<const std::uint8_t> value) {
    set(at, value.empty() ? "" : reinterpret_cast<const char*>(value.data()), value.size(), 1);
}

void PostgresqlStatement::bind_short_text(int at, std::string_view value) {
    auto& text = scratch_[static_cast<std::size_t>(at - 1)];
    CHECK(value.size() < text.size());
    std::memcpy(text.data(), value.data(), value.size());
    set(at, text.data(), value.size(), 1);
}

std::int64_t PostgresqlStatement::integer(int column) const {
    const char* data = PQgetvalue(answer_.get(), row_, column);
    switch (PQftype(answer_.get(), column)) {
        case oid_boolean: return *data;
        case oid_smallint: return is_null(column) ? 0 : big_endian<std::int16_t>(data);
        case oid_integer: return is_null(column) ? 0 : big_endian<std::int32_t>(data);
        case oid_bigint: return is_null(column) ? 0 : big_endian<std::int64_t>(data);
        case oid_numeric: return is_null(column) ? 0 : numeric(data);
        default: throw base::Bug{"column " + std::to_string(column) + " is no number"};
    }
}

std::string_view PostgresqlStatement::text(int column) const {
    return {PQgetvalue(answer_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
}

std::span<const std::uint8_t> PostgresqlStatement::bytes(int column) const {
    const auto data = text(column);
    return {reinterpret_cast<const std::uint8_t*>(data.data()), data.size()};
}

base::Uuid PostgresqlStatement::id(int column) const {
    base::Uuid id;
    if (const auto data = bytes(column); data.size() == 16) std::memcpy(id.bytes.data(), data.data(), 16);
    return id;
}

schema::Value PostgresqlStatement::value(int column) const {
    if (is_null(column)) return {};
    switch (PQftype(answer_.get(), column)) {
        case oid_boolean:
        case oid_smallint:
        case oid_integer:
        case oid_bigint:
        case oid_numeric: return integer(column);
        case oid_uuid: return id(column);
        case oid_bytea: {
            const auto data = bytes(column);
            if (data.size() == 16) return id(column);
            return schema::Bytes{data.begin(), data.end()};
        }
        default: return std::string{text(column)};
    }
}

void PostgresqlStatement::set(int at, const char* value, std::size_t length, int format) {
    const auto i = static_cast<std::size_t>(at - 1);
    values_[i] = value;
    lengths_[i] = static_cast<int>(length);
    formats_[i] = format;
}

PostgresqlStatement::~PostgresqlStatement() {
    try {
        reset();
        if (!connection_.is_closing()) connection_.execute("deallocate " + name_);
    } catch (...) {
        // The server forgets it with the connection, or when the failed transaction has ended.
    }
}

void PostgresqlStatement::start() {
    connection_.free_for(this);
    auto* handle = connection_.handle();
    const int count = static_cast<int>(values_.size());
    running_ = true;
    row_ = -1;
    if (fetch == Fetch::few) {
        answer_.reset();
        answer_ = connection_.take(
            PQexecPrepared(handle, name_.c_str(), count, values_.data(), lengths_.data(), formats_.data(), 1));
        const char* tuples = PQcmdTuples(answer_.get());
        affected_ = *tuples ? std::strtoll(tuples, nullptr, 10) : 0;
        return;
    }
    if (!PQsendQueryPrepared(handle, name_.c_str(), count, values_.data(), lengths_.data(), formats_.data(), 1))
        throw_error(handle, nullptr);
    PQsetSingleRowMode(handle);
    connection_.set_streaming(this);
    streaming_ = true;
}

bool PostgresqlStatement::next_streamed() {
    row_ = 0;
    if (drained_next_ < drained_.size()) {
        answer_ = std::move(drained_[drained_next_++]);
        return true;
    }
    if (!streaming_) return false;
    Answer answer{PQgetResult(connection_.handle()), &PQclear};
    if (answer && PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
        answer_ = std::move(answer);
        return true;
    }
    streaming_ = false;
    connection_.set_streaming(nullptr);
    connection_.discard();
    if (!answer || !succeeded(answer.get())) throw_error(connection_.handle(), answer.get());
    return false;
}

bool PostgresqlStatement::step() {
    if (!running_) start();
    if (fetch == Fetch::many) return next_streamed();
    if (++row_ < PQntuples(answer_.get())) return true;
    running_ = false;
    return false;
}

void PostgresqlStatement::drain() {
    while (streaming_) {
        Answer answer{PQgetResult(connection_.handle()), &PQclear};
        if (answer && PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
            drained_.push_back(std::move(answer));
            continue;
        }
        streaming_ = false;
        connection_.discard();
        if (!answer || !succeeded(answer.get())) throw_error(connection_.handle(), answer.get());
    }
}

void PostgresqlStatement::reset() {
    if (streaming_) {
        streaming_ = false;
        connection_.set_streaming(nullptr);
        // The rest is read and dropped: cancelling could hit the next statement, and would end the transaction.
        connection_.discard();
    }
    drained_.clear();
    drained_next_ = 0;
    running_ = false;
    row_ = -1;
}

}  // namespace store
