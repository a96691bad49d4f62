// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/canonical.h"

#include <sodium.h>

#include <charconv>

#include "schema/json_writer.h"

namespace store {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_integer(std::string& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

void append_bytes_digest(std::string& out, std::span<const std::uint8_t> bytes) {
    out += '"';
    append_integer(out, static_cast<std::int64_t>(bytes.size()));
    out += ':';
    out += to_hex(hash_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    out += '"';
}

// Enough to see that a secret was changed, too little to learn it.
void append_digest(std::string& out, std::string_view secret) {
    out += '"';
    out += to_hex(digest_of(secret));
    out += '"';
}

struct AppendValue {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { append_integer(out, value); }
    void operator()(const std::string& value) const { schema::append_json_string(out, value); }
    void operator()(base::Date value) const { schema::append_json_string(out, base::to_iso(value)); }
    void operator()(base::PartialDate value) const { schema::append_json_string(out, base::to_iso(value)); }
    void operator()(const base::Uuid& value) const { append_id(out, value); }
    void operator()(const schema::Bytes& value) const { append_bytes_digest(out, value); }
};

bool is_nothing(const schema::Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return schema::is_empty(value) || (text && text->empty());
}

void append_start(std::string& out, const base::Uuid& id, std::int64_t version) {
    out += "{\"id\":";
    append_id(out, id);
    out += ",\"version\":";
    append_integer(out, version);
}

}  // namespace

Hash hash_of(std::string_view first, std::string_view second) {
    crypto_generichash_state state;
    Hash hash;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(first.data()), first.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(second.data()), second.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

Digest digest_of(std::string_view text) {
    Digest digest;
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return digest;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += hex_digits[byte >> 4];
        text += hex_digits[byte & 15];
    }
    return text;
}

void append_id(std::string& out, const base::Uuid& id) {
    char text[38];
    char* at = text;
    *at++ = '"';
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
        *at++ = hex_digits[id.bytes[i] >> 4];
        *at++ = hex_digits[id.bytes[i] & 15];
    }
    *at++ = '"';
    out.append(text, at);
}

Canonical::Canonical(const schema::RecordType& type) {
    for (std::size_t i = 0; i < type.fields.size(); ++i)
        if (!type.fields[i].options.derive)
            parts_.push_back(
                {i, type.fields[i].kind, type.fields[i].is_secret(), ",\"" + std::string{type.fields[i].name} + "\":"});
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.prefix < b.prefix; });
}

void Canonical::append(std::string& out, const schema::Record& record) const {
    append_start(out, record.id, record.version);
    for (const auto& part : parts_) {
        const auto& value = record.values[part.field];
        if (is_nothing(value)) continue;
        out += part.prefix;
        if (const auto* text = std::get_if<std::string>(&value); text && part.is_secret)
            append_digest(out, *text);
        else
            std::visit(AppendValue{out}, value);
    }
    out += '}';
}

void Canonical::append(std::string& out, const Statement& row, int id, int version, int first) const {
    append_start(out, row.id(id), row.integer(version));
    for (const auto& part : parts_) {
        const int column = first + static_cast<int>(part.field);
        if (row.is_null(column)) continue;
        out += part.prefix;
        if (part.is_secret) {
            append_digest(out, row.text(column));
            continue;
        }
        switch (part.kind) {
            case schema::Kind::boolean: {
                // Neither 0 nor 1 is an edited row; its text must differ from both.
                const auto value = row.integer(column);
                if (value == 0 || value == 1)
                    AppendValue{out}(value == 1);
                else
                    append_integer(out, value);
                break;
            }
            case schema::Kind::integer: append_integer(out, row.integer(column)); break;
            case schema::Kind::text:
            case schema::Kind::code:
            case schema::Kind::date:
            case schema::Kind::partial_date: schema::append_json_string(out, row.text(column)); break;
            case schema::Kind::reference: append_id(out, row.id(column)); break;
            case schema::Kind::bytes: append_bytes_digest(out, row.bytes(column)); break;
        }
    }
    out += '}';
}

}  // namespace store
