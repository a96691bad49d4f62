// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xml_stream.h"

#include <expat.h>

#include <exception>
#include <optional>

#include "base/check.h"

namespace formats {
namespace {

constexpr int depth_limit = 256;
constexpr XML_Index unfinished_bytes_limit =
    16 << 20;  // Of one tag. The parser holds it whole and scans it again and again.

// Names are short and many: one pass over each.
std::string_view local_name(const char* name) {
    const char* start = name;
    const char* end = name;
    for (; *end; ++end)
        if (*end == ':') start = end + 1;
    return {start, static_cast<std::size_t>(end - start)};
}

bool equal(const char* a, std::string_view b) {
    for (const char c : b)
        if (*a++ != c) return false;
    return *a == '\0';
}

struct State {
    XML_Parser parser;
    XmlHandler& handler;
    const std::string& part;
    int depth = 0;
    std::optional<base::Refusal> refusal = {};
    std::exception_ptr exception = {};

    void stop(base::Refusal why) {
        if (!refusal) refusal = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }

    // Exceptions must not cross the C code of expat.
    template <class Call>
    void guard(Call&& call) {
        if (refusal || exception) return;
        try {
            if (auto result = call(); !result) stop(std::move(result).error());
        } catch (...) {
            exception = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

State& state(void* data) { return *static_cast<State*>(data); }

void XMLCALL on_start(void* data, const char* name, const char** attributes) {
    auto& s = state(data);
    if (++s.depth > depth_limit) return s.stop({"file.broken", {s.part}, {}});
    s.guard([&] { return s.handler.on_start(local_name(name), XmlAttributes{attributes}); });
}

void XMLCALL on_end(void* data, const char* name) {
    auto& s = state(data);
    --s.depth;
    s.guard([&] { return s.handler.on_end(local_name(name)); });
}

void XMLCALL on_text(void* data, const char* text, int length) {
    auto& s = state(data);
    s.guard([&]() -> base::Result<void> {
        s.handler.on_text({text, static_cast<std::size_t>(length)});
        return {};
    });
}

void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
    auto& s = state(data);
    s.stop({"file.has_doctype", {s.part}, {}});
}

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair; pair += 2) {
        if (name.front() == ':') {
            const std::string_view full = *pair;
            if (full.size() > name.size() && full.ends_with(name)) return pair[1];
        } else if (equal(*pair, name)) {
            return pair[1];
        }
    }
    return nullptr;
}

base::Result<void> parse_xml(const ZipReader& zip, const ZipEntry& part, XmlHandler& handler) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser{XML_ParserCreate(nullptr), XML_ParserFree};
    CHECK(parser);
    State s{parser.get(), handler, part.name};
    XML_SetUserData(parser.get(), &s);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);

    XML_Index fed = 0, understood = 0;
    const auto feed = [&](std::string_view bytes, bool is_last) -> base::Result<void> {
        const auto status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), is_last);
        fed += static_cast<XML_Index>(bytes.size());
        if (s.exception) std::rethrow_exception(s.exception);
        if (s.refusal) return *s.refusal;
        understood = std::max(understood, XML_GetCurrentByteIndex(parser.get()));
        if (status != XML_STATUS_OK || fed - understood > unfinished_bytes_limit)
            return base::Refusal{"file.broken", {part.name}, {}};
        return {};
    };
    TRY(zip.stream(part, [&](std::string_view bytes) { return feed(bytes, false); }));
    return feed("", true);
}

}  // namespace formats
