// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace formats {

// Word templates (mẫu văn bản) that an office may edit. In the body, tables, text boxes, headers, footers and notes:
//   {{name}}                    the value; a line break in it becomes a line break, a tab a tab
//   {{#list}} … {{/list}}       repeated for each item of the list
//   {{?flag}} … {{/flag}}       kept when the flag is set, or when the name has a non-empty value or list
//   {{^flag}} … {{/flag}}       kept when it is not
// Where a block's two tags stand decides what is repeated or kept: each alone in its paragraph: the paragraphs and
// tables between them; within one paragraph: the text between them; in cells of a table row: that row (the closing tag
// may be left out), or the rows up to the one that closes. Inside a list a name means the item's value, else the value
// outside. Lists do not nest. Word may split a tag over several runs: the text takes the formatting of the run in which
// the tag begins.
using DocxItem = std::map<std::string, std::string>;

struct DocxData {
    std::map<std::string, std::string> values;
    std::map<std::string, std::vector<DocxItem>> lists;
    std::set<std::string> flags;
};

// The template (DOCX bytes) with the data in it, as DOCX bytes. Refusals, besides those of ZipReader:
//   file.not_a_document          {}
//   file.has_doctype             {part}
//   template.unknown_name        {name}      a value or list that the data does not have
//   template.tag_not_closed      {text}      {{ without }} in the same paragraph
//   template.block_not_closed    {name}
//   template.block_not_opened    {name}
//   template.nested_list         {name}
//   template.bad_tag             {text}      empty or unreadable
//   template.too_complex         {name}      blocks in blocks deeper than 16, or 500 tags in a paragraph
base::Result<std::string> fill_docx(std::string_view document_template, const DocxData& data);

struct DocxPlaceholder {
    enum class Kind { value, list, flag };
    Kind kind;
    std::string name;
    std::string list = {};  // The list in whose block it stands, if any.
    auto operator<=>(const DocxPlaceholder&) const = default;
};

// Every name that the template uses, sorted.
base::Result<std::vector<DocxPlaceholder>> placeholders(std::string_view document_template);

// The names that a kind of document offers to its templates.
struct DocxNames {
    std::set<std::string> values;
    std::map<std::string, std::set<std::string>> lists;
    std::set<std::string> flags;
};

// Checks a template that an office wants to use instead of ours: all that is wrong at once, empty if it is good.
// template.unknown_name {name}, template.unknown_list {name}, template.unknown_flag {name}, template.name_only_in_list
// {name, list}, or the one refusal because of which the template cannot be read.
std::vector<base::Refusal> check_template(std::string_view document_template, const DocxNames& known);

}  // namespace formats
