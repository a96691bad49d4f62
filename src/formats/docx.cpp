// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx.h"

#include <functional>
#include <optional>

#include "base/check.h"
#include "formats/docx_filler.h"
#include "formats/text_decoder.h"
#include "formats/zip.h"

namespace formats {
namespace {

constexpr std::uint64_t part_limit = std::uint64_t{64} << 20;
constexpr ZipLimits limits{.entry_bytes = std::uint64_t{128} << 20, .total_bytes = std::uint64_t{256} << 20};
constexpr int depth_limit = 200;  // The walks below recurse.

struct StringWriter : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

bool is_deeper_than(pugi::xml_node root, int limit) {
    struct Walker : pugi::xml_tree_walker {
        int limit = 0;
        bool for_each(pugi::xml_node&) override { return depth() <= limit; }
    } walker;
    walker.limit = limit;
    return !root.traverse(walker);
}

// Parts that hold text of the document: body, headers, footers, notes.
bool holds_text(pugi::xml_node root) {
    for (const std::string_view name : {"w:document", "w:hdr", "w:ftr", "w:footnotes", "w:endnotes"})
        if (root.name() == name) return true;
    return false;
}

bool may_hold_text(std::string_view name, std::string_view bytes) {
    return name.starts_with("word/") && name.ends_with(".xml") && name.find('/', 5) == name.npos &&
           bytes.find('{') != bytes.npos;
}

base::Result<void> fill_part_bytes(const std::string& name, std::string& bytes, DocxLookup& lookup) {
    pugi::xml_document part;
    const auto parsed =
        part.load_buffer(bytes.data(), bytes.size(),
                         pugi::parse_default | pugi::parse_declaration | pugi::parse_doctype | pugi::parse_ws_pcdata);
    if (!parsed || is_deeper_than(part, depth_limit)) return base::Refusal{"file.broken", {name}, {}};
    for (auto child : part.children())
        if (child.type() == pugi::node_doctype) return base::Refusal{"file.has_doctype", {name}, {}};
    if (!holds_text(part.document_element())) return {};
    TRY(fill_part(part.document_element(), lookup));
    StringWriter writer;
    part.save(writer, "", pugi::format_raw);
    bytes = std::move(writer.out);
    return {};
}

using OnEntry = std::function<void(const std::string& name, const std::string& bytes)>;

base::Result<void> fill_entries(std::string_view document_template, DocxLookup& lookup, const OnEntry& on_entry) {
    if (!document_template.starts_with("PK\x03\x04")) return base::Refusal{"file.not_a_document", {}, {}};
    const auto zip = TRY(ZipReader::open_bytes(std::string{document_template}, limits));
    if (!zip.find("[Content_Types].xml") || !zip.find("word/document.xml"))
        return base::Refusal{"file.not_a_document", {}, {}};
    for (const auto& entry : zip.entries()) {
        if (entry.name.ends_with('/')) continue;
        auto bytes = TRY(zip.read(entry, part_limit));
        if (may_hold_text(entry.name, bytes)) TRY(fill_part_bytes(entry.name, bytes, lookup));
        on_entry(entry.name, bytes);
    }
    return {};
}

class DataLookup : public DocxLookup {
public:
    explicit DataLookup(const DocxData& data) : data_{data} {}

    base::Result<std::string> value(const std::string& name, const DocxScope& scope) override {
        if (const auto* found = find(name, scope)) {
            auto text = valid_xml_text(*found);
            std::erase(text, '\r');
            return text;
        }
        return base::Refusal{"template.unknown_name", {name}, {}};
    }
    base::Result<const std::vector<DocxItem>*> items(const std::string& list) override {
        const auto found = data_.lists.find(list);
        if (found == data_.lists.end()) return base::Refusal{"template.unknown_name", {list}, {}};
        return &found->second;
    }
    bool is_kept(const DocxTag& flag, const DocxScope& scope) override {
        return holds(flag.name, scope) == (flag.kind == DocxTag::Kind::flag);
    }

private:
    const std::string* find(const std::string& name, const DocxScope& scope) const {
        if (scope.item)
            if (const auto found = scope.item->find(name); found != scope.item->end()) return &found->second;
        const auto found = data_.values.find(name);
        return found == data_.values.end() ? nullptr : &found->second;
    }
    bool holds(const std::string& name, const DocxScope& scope) const {
        if (data_.flags.contains(name)) return true;
        if (const auto* text = find(name, scope)) return !text->empty();
        const auto list = data_.lists.find(name);
        return list != data_.lists.end() && !list->second.empty();
    }

    const DocxData& data_;
};

// Walks every block once and notes the names.
class NameCollector : public DocxLookup {
public:
    std::set<DocxPlaceholder> found;

    base::Result<std::string> value(const std::string& name, const DocxScope& scope) override {
        found.insert({DocxPlaceholder::Kind::value, name, scope.list});
        return std::string{};
    }
    base::Result<const std::vector<DocxItem>*> items(const std::string& list) override {
        found.insert({DocxPlaceholder::Kind::list, list, {}});
        return &one_item_;
    }
    bool is_kept(const DocxTag& flag, const DocxScope& scope) override {
        found.insert({DocxPlaceholder::Kind::flag, flag.name, scope.list});
        return true;
    }

private:
    const std::vector<DocxItem> one_item_{1};
};

std::optional<base::Refusal> check(const DocxPlaceholder& placeholder, const DocxNames& known) {
    const auto& [kind, name, list] = placeholder;
    const auto in_list = known.lists.find(list);
    const bool is_value =
        known.values.contains(name) || (in_list != known.lists.end() && in_list->second.contains(name));
    switch (kind) {
        case DocxPlaceholder::Kind::list:
            if (known.lists.contains(name)) return {};
            return base::Refusal{"template.unknown_list", {name}, {}};
        case DocxPlaceholder::Kind::flag:
            if (is_value || known.flags.contains(name) || known.lists.contains(name)) return {};
            return base::Refusal{"template.unknown_flag", {name}, {}};
        default:
            if (is_value) return {};
            for (const auto& [other, names] : known.lists)
                if (names.contains(name)) return base::Refusal{"template.name_only_in_list", {name, other}, {}};
            return base::Refusal{"template.unknown_name", {name}, {}};
    }
}

}  // namespace

base::Result<std::string> fill_docx(std::string_view document_template, const DocxData& data) {
    DataLookup lookup{data};
    ZipWriter filled;
    TRY(fill_entries(document_template, lookup,
                     [&](const std::string& name, const std::string& bytes) { filled.add(name, bytes); }));
    return filled.finish();
}

base::Result<std::vector<DocxPlaceholder>> placeholders(std::string_view document_template) {
    NameCollector names;
    TRY(fill_entries(document_template, names, [](const std::string&, const std::string&) {}));
    return std::vector<DocxPlaceholder>{names.found.begin(), names.found.end()};
}

std::vector<base::Refusal> check_template(std::string_view document_template, const DocxNames& known) {
    const auto used = placeholders(document_template);
    if (!used) return {used.error()};
    std::vector<base::Refusal> refusals;
    for (const auto& placeholder : *used)
        if (auto refusal = check(placeholder, known)) refusals.push_back(*std::move(refusal));
    return refusals;
}

}  // namespace formats
