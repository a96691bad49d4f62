// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/postgresql.h"

namespace store {
namespace {

// Rows in the binary form of COPY.
class PostgresqlInserter : public Inserter {
public:
    PostgresqlInserter(PostgresqlConnection& connection, const Table& table) : connection_{connection} {
        command_ = "copy " + table.name + " (";
        for (const auto& column : table.columns) {
            if (!cells_.empty()) command_ += ", ";
            command_ += column.name;
            cells_.push_back(column.cell);
        }
        command_ += ") from stdin (format binary)";
    }

    void bind_null(int at) override {
        begin(at);
        put<std::int32_t>(-1);
    }
    void bind_integer(int at, std::int64_t value) override {
        begin(at);
        if (cells_[static_cast<std::size_t>(at - 1)] == Cell::small) {
            put<std::int32_t>(2);
            put<std::int16_t>(static_cast<std::int16_t>(value));
        } else {
            put<std::int32_t>(8);
            put<std::int64_t>(value);
        }
    }
    void bind_text(int at, std::string_view value) override {
        begin(at);
        put<std::int32_t>(static_cast<std::int32_t>(value.size()));
        buffer_.append(value);
    }
    void bind_bytes(int at, std::span<const std::uint8_t> value) override {
        bind_text(at, {reinterpret_cast<const char*>(value.data()), value.size()});
    }
    void bind_id(int at, const base::Uuid& value) override { bind_bytes(at, value.bytes); }
    void bind_short_text(int at, std::string_view value) override { bind_text(at, value); }
    void next() override {
        CHECK(bound_ == cells_.size());
        bound_ = 0;
    }
    std::size_t pending() const override { return buffer_.size(); }

    void flush() override {
        if (buffer_.empty()) return;
        auto rows = std::move(buffer_);
        buffer_.clear();
        connection_.free_for(nullptr);
        auto* handle = connection_.handle();
        connection_.take(PQexec(handle, command_.c_str()));
        static constexpr char header[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
        static constexpr char trailer[] = "\377\377";
        const bool sent = PQputCopyData(handle, header, 19) == 1 && send(handle, rows) &&
                          PQputCopyData(handle, trailer, 2) == 1 && PQputCopyEnd(handle, nullptr) == 1;
        if (!sent) throw_error(handle, nullptr);
        connection_.take(PQgetResult(handle));
        connection_.discard();
    }

private:
    static bool send(PGconn* handle, std::string_view rows) {
        constexpr std::size_t piece = 1 << 20;
        for (; !rows.empty(); rows.remove_prefix(std::min(piece, rows.size())))
            if (PQputCopyData(handle, rows.data(), static_cast<int>(std::min(piece, rows.size()))) != 1) return false;
        return true;
    }
    void begin(int at) {
        CHECK(static_cast<std::size_t>(at) == bound_ + 1);
        if (bound_++ == 0) put<std::int16_t>(static_cast<std::int16_t>(cells_.size()));
    }
    template <class Integer>
    void put(Integer value) {
        for (int shift = static_cast<int>(sizeof value) * 8 - 8; shift >= 0; shift -= 8)
            buffer_ += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xFF);
    }

    PostgresqlConnection& connection_;
    std::string command_, buffer_;
    std::vector<Cell> cells_;
    std::size_t bound_ = 0;
};

}  // namespace

std::unique_ptr<Inserter> copy_inserter(PostgresqlConnection& connection, const Table& table) {
    return std::make_unique<PostgresqlInserter>(connection, table);
}

}  // namespace store
