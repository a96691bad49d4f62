// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_strings.h"

#include <charconv>
#include <optional>

#include "base/check.h"
#include "formats/xml_stream.h"

namespace formats {
namespace {

constexpr std::uint64_t bytes_limit = std::uint64_t{512} << 20;
constexpr std::size_t count_limit = std::size_t{1} << 26;

class StringsHandler : public XmlHandler {
public:
    explicit StringsHandler(const std::string& part) : part_{part} {}
    SharedStrings strings;

    base::Result<void> on_start(std::string_view name, const XmlAttributes&) override {
        // <rPh> holds the pronunciation of East Asian text, in <t> of its own.
        if (name == "rPh") ++phonetic_depth_;
        in_text_ = name == "t" && phonetic_depth_ == 0;
        return {};
    }
    base::Result<void> on_end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") --phonetic_depth_;
        if (name != "si") return {};
        strings.end_text();
        if (strings.bytes() > bytes_limit || strings.size() > count_limit)
            return base::Refusal{"file.too_large", {part_, std::to_string(bytes_limit)}, {}};
        return {};
    }
    void on_text(std::string_view text) override {
        if (in_text_ && strings.bytes() <= bytes_limit) strings.append_piece(text);
    }

private:
    const std::string& part_;
    bool in_text_ = false;
    int phonetic_depth_ = 0;
};

// The code unit of an escape _xHHHH_ at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 7;
    if (text.size() - at < length || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return {};
    std::uint32_t unit = 0;
    const char* digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
    if (error != std::errc{} || end != digits + 4) return {};
    return unit;
}

}  // namespace

void SharedStrings::end_text() {
    decode_excel_escapes(bytes_, ends_.empty() ? 0 : ends_.back());
    ends_.push_back(bytes_.size());
}

base::Result<SharedStrings> read_shared_strings(const ZipReader& zip, const ZipEntry& part) {
    StringsHandler handler{part.name};
    TRY(parse_xml(zip, part, handler));
    return std::move(handler.strings);
}

void decode_excel_escapes(std::string& text, std::size_t begin) {
    auto at = text.find("_x", begin);
    if (at == text.npos) return;
    std::string decoded;
    std::size_t copied = begin;
    for (; at != text.npos; at = text.find("_x", at)) {
        const auto unit = escape_at(text, at);
        // NUL and halves of surrogate pairs would not be text.
        if (!unit || *unit == 0 || (*unit >= 0xD800 && *unit <= 0xDFFF)) {
            at += 2;
            continue;
        }
        decoded.append(text, copied, at - copied);
        append_utf8(decoded, *unit);
        copied = at += 7;
    }
    decoded.append(text, copied);
    text.replace(begin, text.npos, decoded);
}

std::string encode_excel_escapes(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            encoded += "_x000D_";
        } else {
            if (text[i] == '_' && escape_at(text, i)) encoded += "_x005F";
            encoded += text[i];
        }
    }
    return encoded;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

}  // namespace formats
