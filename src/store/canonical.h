// SPDX-License-Identifier: AGPL-3.0-or-later
// The one text of a record from which its digest is made, and which the audit chain keeps as its image:
// {"id":"…","version":1,"born_on":"1985-03","sex":"female",…}, fields by name, empty ones and derived ones left out,
// dates in ISO form, bytes as "<size>:<BLAKE2b-256>", secret texts as their BLAKE2b-128. So a field added later, or
// moved in the form, changes no digest.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record_type.h"
#include "store/connection.h"

namespace store {

using Hash = std::array<std::uint8_t, 32>;    // BLAKE2b-256
using Digest = std::array<std::uint8_t, 16>;  // BLAKE2b-128 of a canonical text

Hash hash_of(std::string_view first, std::string_view second = {});
Digest digest_of(std::string_view text);
std::string to_hex(std::span<const std::uint8_t> bytes);

void append_id(std::string& out, const base::Uuid& id);  // With quotation marks.

// What is written of a record type, in order. Built once per type.
class Canonical {
public:
    explicit Canonical(const schema::RecordType& type);

    void append(std::string& out, const schema::Record& record) const;
    // From a row: `first` is the column of field 0, `id` and `version` are columns too. Needs no valid value anywhere,
    // so that a row edited to nonsense still has a text.
    void append(std::string& out, const Statement& row, int id, int version, int first) const;

private:
    struct Part {
        std::size_t field;
        schema::Kind kind;
        bool is_secret;      // A text that its image must not tell.
        std::string prefix;  // ,"name":
    };
    std::vector<Part> parts_;
};

}  // namespace store
