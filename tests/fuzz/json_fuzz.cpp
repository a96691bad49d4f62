// SPDX-License-Identifier: AGPL-3.0-or-later
// Any bytes are a record of a type or a list of what is wrong; what was read is written and read again to the same.
// The first byte chooses the type.
#include "base/check.h"
#include "base/messages.h"
#include "base/text.h"
#include "records/all.h"
#include "schema/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto types = records::all();
    const auto& type = *types[data[0] % types.size()];
    const auto parsed = schema::from_json(type, {reinterpret_cast<const char*>(data) + 1, size - 1});

    CHECK(parsed.record.type == &type && parsed.record.values.size() == type.fields.size());
    for (const auto& [field, refusal] : parsed.errors) {
        CHECK(field.empty() || type.find(field));
        CHECK(base::is_valid_utf8(base::message(refusal)));
    }
    const auto text = schema::to_json_text(parsed.record);
    CHECK(base::is_valid_utf8(text));
    const auto again = schema::from_json(type, text);
    CHECK(again.record == parsed.record);
    CHECK(!parsed.errors.empty() || again.errors.empty());
    return 0;
}
