// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/table.h"
#include "formats/zip.h"

// Hand-made files for the tests of this folder, to which real programs are too well-behaved.
namespace formats::samples {

inline std::string main_namespace() { return "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""; }

// An XLSX of which each part can be replaced. Sheets are the content of <worksheet>.
struct RawXlsx {
    std::vector<std::string> sheets = {"<sheetData/>"};
    std::string workbook_properties;                   // E.g. <workbookPr date1904="1"/>
    std::string shared_strings;                        // Content of <sst>.
    std::string styles;                                // Content of <styleSheet>.
    std::vector<std::string> sheet_attributes = {""};  // E.g. state="hidden"
    std::vector<std::pair<std::string, std::string>> more_parts;
    std::string xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    std::string bytes() const {
        const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        ZipWriter zip;
        const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" + target +
                   "\"/>";
        };
        const std::string rels_start =
            xml_head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        zip.add("_rels/.rels", rels_start + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        std::string list, targets;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const auto n = std::to_string(i + 1);
            list += "<sheet name=\"Trang " + n + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\" " +
                    (i < sheet_attributes.size() ? sheet_attributes[i] : "") + "/>";
            targets += relation("rId" + n, "worksheet", "worksheets/sheet" + n + ".xml");
        }
        if (!shared_strings.empty()) targets += relation("rIdS", "sharedStrings", "sharedStrings.xml");
        if (!styles.empty()) targets += relation("rIdT", "styles", "/xl/styles.xml");
        zip.add("xl/workbook.xml", xml_head + "<workbook " + main_namespace() + " xmlns:r=\"" + relations + "\">" +
                                       workbook_properties + "<sheets>" + list + "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels", rels_start + targets + "</Relationships>");
        if (!shared_strings.empty())
            zip.add("xl/sharedStrings.xml", xml_head + "<sst " + main_namespace() + ">" + shared_strings + "</sst>");
        if (!styles.empty())
            zip.add("xl/styles.xml", xml_head + "<styleSheet " + main_namespace() + ">" + styles + "</styleSheet>");
        for (std::size_t i = 0; i < sheets.size(); ++i)
            zip.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
                    xml_head + "<worksheet " + main_namespace() + ">" + sheets[i] + "</worksheet>");
        for (const auto& [name, bytes] : more_parts) zip.add(name, bytes);
        return zip.finish();
    }
};

// Everything that a reader delivers, one line per row: "Trang 1!3: text:An | number:12 | date:12/03/1985 |".
inline std::string shown(TableReader& reader, std::size_t sheet) {
    static constexpr const char* types[] = {"empty", "text", "number", "boolean", "date", "error"};
    std::string out;
    const auto result = reader.read(sheet, [&](const RowView& row) -> base::Result<void> {
        out += std::string{row.sheet} + "!" + std::to_string(row.row) + ":";
        for (const auto& cell : row.cells) {
            out += " ";
            if (cell.type != Cell::Type::empty) out += types[static_cast<int>(cell.type)] + (":" + cell.text);
            out += " |";
        }
        out += "\n";
        return {};
    });
    if (!result) {
        out += "refused " + result.error().code;
        for (const auto& arg : result.error().args) out += " " + arg;
    }
    return out;
}

// The same for all sheets of the bytes, or the refusal to open them.
inline std::string shown(const std::string& bytes) {
    auto reader = open_table_bytes(bytes);
    if (!reader) {
        std::string out = "refused " + reader.error().code;
        for (const auto& arg : reader.error().args) out += " " + arg;
        return out;
    }
    std::string out;
    for (std::size_t i = 0; i < (*reader)->sheets().size(); ++i) out += shown(**reader, i);
    return out;
}

// A file that is removed with the object.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& extension) {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("formats_test_" + std::to_string(::getpid()) + "_" + std::to_string(count++) + extension);
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string bytes() const {
        std::ifstream file{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void write(const std::string& bytes) const { std::ofstream{path_, std::ios::binary} << bytes; }

private:
    std::filesystem::path path_;
};

}  // namespace formats::samples
