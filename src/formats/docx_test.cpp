// SPDX-License-Identifier: AGPL-3.0-or-later
#include "formats/docx.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "base/check.h"
#include "formats/docx_builder.h"
#include "formats/zip.h"

namespace formats {
namespace {

// A document of which the body, header and footer are given.
std::string docx(const std::string& body, const std::string& header = "", const std::string& footer = "") {
    const std::string space = " xmlns:w=\"w\"";
    ZipWriter zip;
    zip.add("[Content_Types].xml", "<Types/>");
    zip.add("word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document" + space +
                                     "><w:body>" + body + "</w:body></w:document>");
    zip.add("word/header1.xml", "<w:hdr" + space + ">" + header + "</w:hdr>");
    zip.add("word/footer1.xml", "<w:ftr" + space + ">" + footer + "</w:ftr>");
    zip.add("word/media/image1.png", "picture {{not_a_tag}}");
    return zip.finish();
}

std::string p(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string tc(const std::string& content) { return "<w:tc>" + content + "</w:tc>"; }
std::string tr(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

std::string part(const std::string& document, const std::string& name) {
    const auto zip = ZipReader::open_bytes(document);
    return *zip->read(*zip->find(name), 1 << 26);
}

// The content of a part as a line: paragraphs as "text/", table cells "[…]", rows "(…)".
void append_shown(pugi::xml_node node, std::string& out) {
    const std::string_view name = node.name();
    if (name == "w:t") out += node.text().get();
    if (name == "w:br") out += "⏎";
    if (name == "w:tab") out += "⇥";
    if (name == "w:tc") out += "[";
    if (name == "w:tr") out += "(";
    for (const auto child : node.children()) append_shown(child, out);
    if (name == "w:p") out += "/";
    if (name == "w:tc") out += "]";
    if (name == "w:tr") out += ")";
}

std::string shown(const std::string& document, const std::string& name = "word/document.xml") {
    pugi::xml_document xml;
    xml.load_string(part(document, name).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    std::string out;
    append_shown(xml, out);
    return out;
}

const DocxData data{
    .values = {{"name", "Trần Thị <Bình> & Châu"}, {"empty", ""}, {"lines", "một\nhai\tba"}, {"n", "5.907"}},
    .lists = {{"jobs",
               {{{"from", "9/2003"}, {"what", "Sinh viên"}},
                {{"from", "7/2007"}, {"what", "Công chức"}, {"n", "riêng"}}}},
              {"none", {}}},
    .flags = {"signed"}};

std::string filled(const std::string& body) {
    const auto result = fill_docx(docx(body), data);
    if (result) return shown(*result);
    std::string out = "refused " + result.error().code;
    for (const auto& arg : result.error().args) out += " " + arg;
    return out;
}

TEST(Docx, values_are_put_in_and_escaped) {
    EXPECT_EQ(filled(p("Đồng chí {{name}}, {{ n }} và {{n}}{{empty}}")),
              "Đồng chí Trần Thị <Bình> & Châu, 5.907 và 5.907/");
    EXPECT_EQ(filled(p("a {{lines}} b")), "a một⏎hai⇥ba b/");
    EXPECT_EQ(filled(p("không có gì { } }} {")), "không có gì { } }} {/");
}

TEST(Docx, a_tag_split_over_runs_takes_the_formatting_of_the_first) {
    const auto result = fill_docx(docx("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Họ tên: "
                                       "{</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
                                       "<w:r><w:rPr><w:i/></w:rPr><w:t>{na</w:t></w:r><w:r><w:t>me</w:t></"
                                       "w:r><w:hyperlink><w:r><w:t>}} và {{n}}</w:t></w:r></w:hyperlink></w:p>"),
                                  data);
    ASSERT_TRUE(result.has_value());
    EXPECT_TRUE(
        part(*result, "word/document.xml")
            .ends_with("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Họ tên: Trần Thị &lt;Bình&gt; &amp; "
                       "Châu</w:t></w:r>"
                       "<w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:i/></w:rPr></w:r><w:r/><w:hyperlink><w:r>"
                       "<w:t xml:space=\"preserve\"> và 5.907</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"))
        << part(*result, "word/document.xml");
    EXPECT_TRUE(part(*result, "word/document.xml")
                    .starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"));
}

TEST(Docx, a_row_is_repeated_for_each_item) {
    const auto header = tr(tc(p("Từ")) + tc(p("Làm gì")));
    EXPECT_EQ(filled("<w:tbl>" + header + tr(tc(p("{{#jobs}}{{from}}")) + tc(p("{{what}} {{n}}{{/jobs}}"))) +
                     tr(tc(p("hết"))) + "</w:tbl>"),
              "([Từ/][Làm gì/])([9/2003/][Sinh viên 5.907/])([7/2007/][Công chức riêng/])([hết/])");
    EXPECT_EQ(filled("<w:tbl>" + tr(tc(p("{{#jobs}}{{from}}")) + tc(p("{{what}}"))) + tr(tc(p("{{n}}"))) + "</w:tbl>"),
              "([9/2003/][Sinh viên/])([7/2007/][Công chức/])([5.907/])");
    EXPECT_EQ(filled("<w:tbl>" + tr(tc(p("{{#jobs}}") + p("{{from}}"))) + tr(tc(p("{{what}}") + p("{{/jobs}}"))) +
                     "</w:tbl>"),
              "([9/2003/])([Sinh viên/])([7/2007/])([Công chức/])");
    EXPECT_EQ(filled("<w:tbl>" + header + tr(tc(p("{{#none}}{{from}}"))) + "</w:tbl>" + p("sau")),
              "([Từ/][Làm gì/])sau/");
    EXPECT_EQ(filled("<w:tbl>" + tr(tc(p("{{#none}}{{from}}"))) + "</w:tbl>" + p("sau")), "sau/");
}

TEST(Docx, blocks_inside_a_cell_or_a_paragraph_do_not_repeat_the_row) {
    EXPECT_EQ(filled("<w:tbl>" +
                     tr(tc(p("{{#jobs}}") + p("{{from}}") + p("{{/jobs}}")) + tc(p("{{#jobs}}{{what}}; {{/jobs}}"))) +
                     "</w:tbl>"),
              "([9/2003/7/2007/][Sinh viên; Công chức; /])");
    EXPECT_EQ(filled("<w:tbl>" +
                     tr(tc(p("{{?signed}}") + p("đã ký") + p("{{/signed}}")) +
                        tc(p("{{?empty}}") + p("x") + p("{{/empty}}"))) +
                     "</w:tbl>"),
              "([đã ký/][/])");
    EXPECT_EQ(
        filled("<w:tbl>" + tr(tc("<w:tbl>" + tr(tc(p("{{#jobs}}{{from}}"))) + "</w:tbl>" + p("{{n}}"))) + "</w:tbl>"),
        "([([9/2003/])([7/2007/])5.907/])");
}

TEST(Docx, paragraphs_and_tables_between_tags_are_repeated) {
    EXPECT_EQ(filled(p("trước") + p(" {{#jobs}} ") + p("Từ {{from}}:") + "<w:tbl>" + tr(tc(p("{{what}}"))) +
                     "</w:tbl>" + p("{{/jobs}}") + p("sau")),
              "trước/Từ 9/2003:/([Sinh viên/])Từ 7/2007:/([Công chức/])sau/");
    EXPECT_EQ(filled(p("{{#none}}") + p("{{from}}") + p("{{/none}}") + p("sau")), "sau/");
}

TEST(Docx, conditions) {
    EXPECT_EQ(
        filled(p("{{?signed}}") + p("Đã ký") + p("{{/signed}}") + p("{{^signed}}") + p("Chưa ký") + p("{{/signed}}")),
        "Đã ký/");
    EXPECT_EQ(filled(p("a{{?n}} b {{n}}{{/n}}{{^n}} c{{/n}}{{?empty}} d{{/empty}}{{?none}} e{{/none}}{{?jobs}} "
                       "f{{/jobs}}{{?other}} g{{/other}}")),
              "a b 5.907 f/");
    EXPECT_EQ(filled(p("{{#jobs}}{{from}}{{?n}}{{^empty}}!{{/empty}}{{/n}} {{/jobs}}")), "9/2003! 7/2007! /");
    EXPECT_EQ(filled(p("{{?signed}}") + p("{{?signed}}") + p("trong") + p("{{/signed}}") + p("{{/signed}}")), "trong/");
    EXPECT_EQ(filled("<w:tbl>" + tr(tc(p("{{?none}}ẩn"))) + tr(tc(p("{{?signed}}hiện"))) +
                     tr(tc(p("{{#jobs}}{{?what}}{{what}}"))) + "</w:tbl>"),
              "([hiện/])([Sinh viên/])([Công chức/])");
}

TEST(Docx, inline_blocks_keep_line_breaks_and_runs_outside) {
    EXPECT_EQ(filled("<w:p><w:r><w:t>{{#jobs}}{{from}}</w:t><w:tab/><w:t>{{what}}</w:t><w:br/></w:r><w:r><w:t>{{/"
                     "jobs}}hết</w:t><w:tab/></w:r></w:p>"),
              "9/2003⇥Sinh viên⏎7/2007⇥Công chức⏎hết⇥/");
    EXPECT_EQ(filled("<w:p><w:r><w:t>{{?empty}}a</w:t><w:br/><w:t>b{{/empty}}c</w:t></w:r></w:p>"), "c/");
}

TEST(Docx, headers_footers_and_text_boxes_too) {
    const auto result =
        fill_docx(docx("<w:p><w:r><w:pict><w:txbxContent>" + p("{{n}}") + p("{{#jobs}}") + p("{{from}}") +
                           p("{{/jobs}}") + "</w:txbxContent></w:pict><w:t>{{name}}</w:t></w:r></w:p>",
                       p("{{name}}"), p("{{?none}}") + p("x") + p("{{/none}}")),
                  data);
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(shown(*result), "5.907/9/2003/7/2007/Trần Thị <Bình> & Châu/");
    EXPECT_EQ(shown(*result, "word/header1.xml"), "Trần Thị <Bình> & Châu/");
    EXPECT_EQ(shown(*result, "word/footer1.xml"), "/");
    EXPECT_EQ(part(*result, "word/media/image1.png"), "picture {{not_a_tag}}");
}

TEST(Docx, section_ends_and_marks_survive_once) {
    const auto body = p("{{#jobs}}") +
                      "<w:p w14:paraId=\"1\"><w:bookmarkStart w:id=\"0\"/><w:r><w:t>{{from}}</w:t></w:r><w:bookmarkEnd "
                      "w:id=\"0\"/></w:p>" +
                      "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{/jobs}}</w:t></w:r></w:p>";
    const auto result = fill_docx(docx(body), data);
    ASSERT_TRUE(result.has_value());
    const auto xml = part(*result, "word/document.xml");
    EXPECT_EQ(shown(*result), "9/2003/7/2007//");
    EXPECT_NE(xml.find("<w:sectPr"), xml.npos);
    EXPECT_EQ(xml.find("bookmark"), xml.npos);
}

TEST(Docx, what_is_wrong_in_a_template_is_told) {
    EXPECT_EQ(filled(p("{{nobody}}")), "refused template.unknown_name nobody");
    EXPECT_EQ(filled(p("{{from}}")), "refused template.unknown_name from");
    EXPECT_EQ(filled(p("{{#nothing}}x{{/nothing}}")), "refused template.unknown_name nothing");
    EXPECT_EQ(filled(p("Ngày {{name")), "refused template.tag_not_closed {{name");
    EXPECT_EQ(filled(p("{{}}")), "refused template.bad_tag {{}}");
    EXPECT_EQ(filled(p("{{#  }}")), "refused template.bad_tag {{#  }}");
    EXPECT_EQ(filled(p("{{#jobs}}") + p("x")), "refused template.block_not_closed jobs");
    EXPECT_EQ(filled(p("{{#jobs}} x")), "refused template.block_not_closed jobs");
    EXPECT_EQ(filled(p("{{/jobs}}")), "refused template.block_not_opened jobs");
    EXPECT_EQ(filled(p("x {{/jobs}}")), "refused template.block_not_opened jobs");
    EXPECT_EQ(filled("<w:tbl>" + tr(tc(p("x {{/jobs}}"))) + "</w:tbl>"), "refused template.block_not_opened jobs");
    EXPECT_EQ(filled(p("{{#jobs}}") + p("{{#none}}") + p("{{/none}}") + p("{{/jobs}}")),
              "refused template.nested_list none");
    EXPECT_EQ(filled(p("{{?signed}}{{#jobs}}{{/signed}}{{/jobs}}")), "refused template.block_not_closed jobs");
    std::string deep;
    for (int i = 0; i < 17; ++i) deep += p("{{?signed}}");
    for (int i = 0; i < 17; ++i) deep += p("{{/signed}}");
    EXPECT_EQ(filled(deep), "refused template.too_complex signed");
    std::string many;
    for (int i = 0; i < 501; ++i) many += "{{n}}";
    EXPECT_EQ(filled(p(many)), "refused template.too_complex n");
}

TEST(Docx, broken_or_foreign_files_are_refused) {
    EXPECT_EQ(fill_docx("hello", data).error().code, "file.not_a_document");
    EXPECT_EQ(fill_docx("PK\3\4", data).error().code, "file.broken");
    ZipWriter zip;
    zip.add("xl/workbook.xml", "<a/>");
    EXPECT_EQ(fill_docx(zip.finish(), data).error().code, "file.not_a_document");
    EXPECT_EQ(filled("<w:p>{{"), "refused file.broken word/document.xml");
    std::string deep = "{";
    for (int i = 0; i < 300; ++i) deep = "<w:sdt>" + deep + "</w:sdt>";
    EXPECT_EQ(filled(deep), "refused file.broken word/document.xml");
    ZipWriter evil;
    evil.add("[Content_Types].xml", "<Types/>");
    evil.add("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"{\">]><w:document>&b;</w:document>");
    EXPECT_EQ(fill_docx(evil.finish(), data).error().code, "file.has_doctype");
}

TEST(Docx, placeholders_of_a_template) {
    const auto found = placeholders(docx(p("{{name}} {{?signed}}{{n}}{{/signed}}") + "<w:tbl>" +
                                             tr(tc(p("{{#jobs}}{{from}} {{n}}{{^late}}x{{/late}}"))) + "</w:tbl>",
                                         p("{{title}}")));
    ASSERT_TRUE(found.has_value());
    using Kind = DocxPlaceholder::Kind;
    const std::vector<DocxPlaceholder> expected{{Kind::value, "from", "jobs"}, {Kind::value, "n", ""},
                                                {Kind::value, "n", "jobs"},    {Kind::value, "name", ""},
                                                {Kind::value, "title", ""},    {Kind::list, "jobs", ""},
                                                {Kind::flag, "late", "jobs"},  {Kind::flag, "signed", ""}};
    EXPECT_EQ(*found, expected);
}

TEST(Docx, an_offices_template_is_checked_against_the_names_offered) {
    const DocxNames known{.values = {"name", "n"}, .lists = {{"jobs", {"from", "what"}}}, .flags = {"signed"}};
    EXPECT_TRUE(check_template(docx(p("{{name}}{{?signed}}{{n}}{{/signed}}{{#jobs}}{{from}}{{n}}{{?what}}x{{/what}}{{/"
                                      "jobs}}{{?jobs}}y{{/jobs}}")),
                               known)
                    .empty());
    const std::vector<base::Refusal> expected{{"template.unknown_name", {"Họ tên"}, ""},
                                              {"template.name_only_in_list", {"from", "jobs"}, ""},
                                              {"template.unknown_list", {"people"}, ""},
                                              {"template.unknown_flag", {"sealed"}, ""}};
    auto refusals =
        check_template(docx(p("{{Họ tên}}{{from}}{{#people}}{{n}}{{/people}}{{?sealed}}x{{/sealed}}")), known);
    std::sort(refusals.begin(), refusals.end(),
              [](const auto& a, const auto& b) { return a.code + a.args[0] < b.code + b.args[0]; });
    auto sorted = expected;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.code + a.args[0] < b.code + b.args[0]; });
    EXPECT_EQ(refusals, sorted);
    EXPECT_EQ(check_template("x", known), (std::vector<base::Refusal>{{"file.not_a_document", {}, ""}}));
    EXPECT_EQ(check_template(docx(p("{{name")), known),
              (std::vector<base::Refusal>{{"template.tag_not_closed", {"{{name"}, ""}}));
}

TEST(DocxBuilder, makes_a_template_that_can_be_filled) {
    DocxBuilder builder;
    builder.add(paragraph("BÁO CÁO\n{{name}}", DocxAlign::centre, {.bold = true, .underline = true, .size = 15.5}));
    DocxTable table{.widths_mm = {15, 100, 50}, .header_rows = 2};
    auto merged = cell("TT", DocxAlign::centre, {.bold = true});
    merged.row_span = 2;
    auto wide = cell("Công tác");
    wide.column_span = 2;
    table.rows = {
        {merged, wide}, {cell("Từ"), cell("Việc")}, {cell("{{#jobs}}"), cell("{{from}}"), cell("{{what}} & <x>")}};
    builder.add(table);
    const auto document = builder.finish();
    const auto result = fill_docx(document, data);
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(shown(*result),
              "BÁO CÁO⏎Trần Thị <Bình> & Châu/([TT/][Công tác/])([/][Từ/][Việc/])"
              "([/][9/2003/][Sinh viên & <x>/])([/][7/2007/][Công chức & <x>/])/");
    const auto xml = part(document, "word/document.xml");
    for (const auto* piece : {"<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
                              "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"",
                              "<w:titlePg/>", "<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"2\"/>",
                              "<w:tblHeader/>", "<w:sz w:val=\"31\"/>", "<w:gridCol w:w=\"5669\"/>"})
        EXPECT_NE(xml.find(piece), xml.npos) << piece << "\n" << xml;
    EXPECT_NE(part(document, "word/header1.xml").find("PAGE"), std::string::npos);
    EXPECT_NE(part(document, "word/styles.xml").find("Times New Roman"), std::string::npos);

    DocxBuilder again;
    again.add(paragraph("x"));
    DocxBuilder once_more;
    once_more.add(paragraph("x"));
    EXPECT_EQ(again.finish(), once_more.finish());
}

TEST(DocxBuilder, rows_must_cover_every_column) {
    DocxBuilder builder;
    EXPECT_THROW(builder.add(DocxTable{.widths_mm = {10, 10}, .rows = {{cell("x")}}}), base::Bug);
    EXPECT_THROW(builder.add(DocxTable{.widths_mm = {10}, .rows = {{cell("x"), cell("y")}}}), base::Bug);
}

TEST(DocxBuilder, a_landscape_page_without_numbers) {
    DocxBuilder builder{{.is_landscape = true, .has_page_numbers = false}};
    builder.add(paragraph("x"));
    const auto xml = part(builder.finish(), "word/document.xml");
    EXPECT_NE(xml.find("w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\""), xml.npos);
    EXPECT_EQ(xml.find("titlePg"), xml.npos);
}

}  // namespace
}  // namespace formats
