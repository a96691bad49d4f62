// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/xlsx_reader.h"

#include <cstdlib>
#include <map>

#include "base/check.h"
#include "formats/xlsx_sheet.h"
#include "formats/xml_stream.h"

namespace formats {
namespace {

constexpr std::size_t sheet_count_limit = 10'000;

struct Relation {
    std::string type;  // The last word of its address: worksheet, styles, … The rest differs between transitional and
                       // strict files.
    std::string target;
};

class RelationsHandler : public XmlHandler {
public:
    std::map<std::string, Relation> relations;  // By id.

    base::Result<void> on_start(std::string_view name, const XmlAttributes& attributes) override {
        const char* id = attributes.find("Id");
        const char* type = attributes.find("Type");
        const char* target = attributes.find("Target");
        if (name != "Relationship" || !id || !type || !target || relations.size() > sheet_count_limit) return {};
        const std::string_view address = type;
        relations[id] = {std::string{address.substr(address.rfind('/') + 1)}, target};
        return {};
    }
    base::Result<void> on_end(std::string_view) override { return {}; }
};

struct WorkbookSheet {
    std::string name, relation;
    bool is_hidden;
};

class WorkbookHandler : public XmlHandler {
public:
    std::vector<WorkbookSheet> sheets;
    bool is_1904 = false;

    base::Result<void> on_start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const char* date1904 = attributes.find("date1904");
            is_1904 = date1904 && (std::string_view{date1904} == "1" || std::string_view{date1904} == "true");
        } else if (name == "sheet" && sheets.size() < sheet_count_limit) {
            const char* sheet = attributes.find("name");
            const char* relation = attributes.find(":id");
            const char* state = attributes.find("state");
            if (sheet && relation) sheets.push_back({sheet, relation, state && std::string_view{state} != "visible"});
        }
        return {};
    }
    base::Result<void> on_end(std::string_view) override { return {}; }
};

// A target is absolute in the package, or relative to the folder of the part that names it.
std::string resolve(std::string_view source_part, std::string_view target) {
    std::vector<std::string_view> folders;
    const auto push = [&](std::string_view path, bool last_too) {
        for (auto slash = path.find('/');; slash = path.find('/')) {
            const auto word = path.substr(0, slash);
            if (slash == path.npos && !last_too) return;
            if (word == ".." && !folders.empty()) folders.pop_back();
            if (!word.empty() && word != "." && word != "..") folders.push_back(word);
            if (slash == path.npos) return;
            path.remove_prefix(slash + 1);
        }
    };
    if (!target.starts_with('/')) push(source_part, false);
    push(target, true);
    std::string result;
    for (const auto folder : folders) {
        if (!result.empty()) result += '/';
        result += folder;
    }
    return result;
}

std::string relations_name(std::string_view part) {
    const auto slash = part.rfind('/');
    const auto folder = slash == part.npos ? std::string_view{} : part.substr(0, slash + 1);
    return std::string{folder} + "_rels/" + std::string{part.substr(folder.size())} + ".rels";
}

base::Result<std::map<std::string, Relation>> read_relations(const ZipReader& zip, std::string_view part) {
    RelationsHandler handler;
    if (const auto* entry = zip.find(relations_name(part))) TRY(parse_xml(zip, *entry, handler));
    return std::move(handler.relations);
}

class XlsxReader : public TableReader {
public:
    explicit XlsxReader(ZipReader zip) : zip_{std::move(zip)} {}

    base::Result<void> open() {
        const auto workbook_part = TRY(find_workbook());
        const auto* entry = zip_.find(workbook_part);
        if (!entry) return broken(workbook_part);
        WorkbookHandler workbook;
        TRY(parse_xml(zip_, *entry, workbook));
        context_.is_1904 = workbook.is_1904;

        const auto relations = TRY(read_relations(zip_, workbook_part));
        for (const auto& [id, relation] : relations) {
            const auto* part = zip_.find(resolve(workbook_part, relation.target));
            if (!part) continue;
            if (relation.type == "styles") context_.styles = TRY(read_styles(zip_, *part));
            if (relation.type == "sharedStrings") strings_part_ = part;
        }
        for (const auto& sheet : workbook.sheets) TRY(add_sheet(workbook_part, sheet, relations));
        if (sheets_.empty()) return broken(workbook_part);
        note_what_is_ignored();
        return {};
    }

    const std::vector<SheetInfo>& sheets() const override { return sheets_; }
    const std::vector<Note>& notes() const override { return notes_; }

    base::Result<std::vector<CellRange>> merged_ranges(std::size_t sheet) override {
        CHECK(sheet < parts_.size());
        return find_merged_ranges(zip_, *parts_[sheet]);
    }

    std::uint32_t stated_rows(std::size_t sheet) const override {
        CHECK(sheet < parts_.size());
        return xlsx_stated_rows(zip_, *parts_[sheet]);
    }

    base::Result<void> read(std::size_t sheet, const RowHandler& on_row) override {
        CHECK(sheet < parts_.size());
        if (strings_part_) {
            context_.strings = TRY(read_shared_strings(zip_, *strings_part_));
            strings_part_ = nullptr;
        }
        XlsxFormulas formulas;
        auto result = read_xlsx_sheet(zip_, *parts_[sheet], sheets_[sheet].name, context_, on_row, formulas);
        if (formulas.count > 0) note_formulas(sheets_[sheet].name, formulas);
        return result;
    }

private:
    static base::Refusal broken(std::string part) { return {"file.broken", {std::move(part)}, {}}; }

    base::Result<std::string> find_workbook() const {
        const auto relations = TRY(read_relations(zip_, ""));
        for (const auto& [id, relation] : relations)
            if (relation.type == "officeDocument") return resolve("", relation.target);
        return std::string{"xl/workbook.xml"};
    }

    base::Result<void> add_sheet(std::string_view workbook_part, const WorkbookSheet& sheet,
                                 const std::map<std::string, Relation>& relations) {
        const auto found = relations.find(sheet.relation);
        if (found == relations.end()) return broken(std::string{workbook_part});
        if (found->second.type != "worksheet") return {};  // A chart or a dialogue.
        auto name = resolve(workbook_part, found->second.target);
        const auto* part = zip_.find(name);
        if (!part) return broken(std::move(name));
        sheets_.push_back({sheet.name, sheet.is_hidden});
        parts_.push_back(part);
        return {};
    }

    void note_what_is_ignored() {
        bool has_macros = false, has_external_links = false;
        for (const auto& entry : zip_.entries()) {
            has_macros |= entry.name.ends_with("vbaProject.bin") || entry.name.starts_with("xl/macrosheets/");
            has_external_links |= entry.name.starts_with("xl/externalLinks/");
        }
        if (has_macros) notes_.push_back({"file.has_macros", {}});
        if (has_external_links) notes_.push_back({"file.has_external_links", {}});
        for (const auto& sheet : sheets_)
            if (sheet.is_hidden && sheet.name != list_sheet_name)
                notes_.push_back({"file.has_hidden_sheet", {sheet.name}});
    }

    // Once per sheet, though it may be read again, and read further.
    void note_formulas(const std::string& sheet, const XlsxFormulas& formulas) {
        Note note{"file.has_formulas", {sheet, formulas.first_cell, std::to_string(formulas.count)}};
        for (auto& known : notes_)
            if (known.code == note.code && known.args[0] == sheet) return void(known = std::move(note));
        notes_.push_back(std::move(note));
    }

    ZipReader zip_;
    XlsxContext context_;
    const ZipEntry* strings_part_ = nullptr;  // Until read: whoever only lists the sheets does not pay for them.
    std::vector<SheetInfo> sheets_;
    std::vector<const ZipEntry*> parts_;
    std::vector<Note> notes_;
};

}  // namespace

base::Result<std::unique_ptr<TableReader>> open_xlsx(ZipReader zip) {
    auto reader = std::make_unique<XlsxReader>(std::move(zip));
    TRY(reader->open());
    return std::unique_ptr<TableReader>{std::move(reader)};
}

}  // namespace formats
