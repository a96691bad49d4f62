// SPDX-License-Identifier: AGPL-3.0-or-later
// What every description must keep, so that tables, JSON, forms and figures can rely on it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "records/all.h"
#include "records/organisation.h"
#include "schema/parse.h"

namespace records {
namespace {

using schema::Field;
using schema::Kind;
using schema::RecordType;
using schema::Shape;

bool is_snake_case(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

// The parts of "a,b;c" between any of the separators.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of(separators);
        parts.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

std::vector<const schema::CodeList*> lists() {
    std::set<const schema::CodeList*> found;
    for (const auto* type : all())
        for (const auto& field : type->fields)
            if (field.list) found.insert(field.list);
    return {found.begin(), found.end()};
}

TEST(RecordTypes, NamesAreSnakeCaseAndDistinct) {
    std::set<std::string_view> types;
    for (const auto* type : all()) {
        EXPECT_TRUE(is_snake_case(type->name)) << type->name;
        EXPECT_TRUE(types.insert(type->name).second) << type->name;
        EXPECT_EQ(find_type(type->name), type);
        std::set<std::string_view> fields{"tenant", "id", "version"};  // Columns of every table.
        for (const auto& field : type->fields) {
            EXPECT_TRUE(is_snake_case(field.name)) << field.name;
            EXPECT_TRUE(fields.insert(field.name).second) << type->name << "." << field.name;
        }
    }
    EXPECT_EQ(find_type("party_members"), nullptr);
}

// Words that SQL keeps for itself cannot be columns.
TEST(RecordTypes, NoColumnIsAReservedWord) {
    const std::set<std::string_view> reserved{
        "from",  "to",  "grant", "order", "group", "user",    "table",  "check", "primary", "references", "select",
        "where", "end", "when",  "then",  "case",  "default", "column", "limit", "offset",  "desc",       "asc",
        "all",   "any", "and",   "or",    "not",   "null",    "in",     "is",    "on",      "as"};
    for (const auto* type : all()) {
        EXPECT_FALSE(reserved.contains(type->name)) << type->name;
        for (const auto& field : type->fields)
            EXPECT_FALSE(reserved.contains(field.name)) << type->name << "." << field.name;
    }
}

TEST(RecordTypes, LabelsAreVietnameseAndDistinctWithinAType) {
    for (const auto* type : all()) {
        EXPECT_FALSE(type->label.empty()) << type->name;
        std::set<std::string_view> labels;
        for (const auto& field : type->fields) {
            const auto label = field.options.label;
            EXPECT_FALSE(label.empty()) << type->name << "." << field.name;
            EXPECT_EQ(base::clean_text(label), label);
            EXPECT_TRUE(labels.insert(label).second) << type->name << ": " << label;
        }
    }
}

TEST(RecordTypes, ShapesHaveTheirFields) {
    for (const auto* type : all()) {
        if (type->shape == Shape::entity) {
            EXPECT_TRUE(type->owner.empty() && type->on.empty()) << type->name;
            continue;
        }
        ASSERT_NE(type->find(type->owner), nullptr) << type->name;
        EXPECT_EQ((*type)[type->owner].kind, Kind::reference) << type->name;
        if (type->shape == Shape::dated) {
            ASSERT_NE(type->find("valid_from"), nullptr) << type->name;
            ASSERT_NE(type->find("valid_to"), nullptr) << type->name;
            EXPECT_EQ((*type)["valid_from"].kind, Kind::date);
            EXPECT_TRUE((*type)["valid_from"].options.required);
            EXPECT_EQ((*type)["valid_to"].kind, Kind::date);
            EXPECT_FALSE((*type)["valid_to"].options.required);
            EXPECT_NE(type->check, nullptr) << type->name << " does not check its period";
        } else {
            ASSERT_NE(type->find(type->on), nullptr) << type->name;
            const auto kind = (*type)[type->on].kind;
            EXPECT_TRUE(kind == Kind::date || kind == Kind::partial_date) << type->name;
        }
    }
}

// Whoever forgets to say whose a record is gives it to nobody or to everybody.
TEST(RecordTypes, SayWhoMayReachThem) {
    const std::set<std::string_view> reachable{"organisation", "party_member", "person"};
    for (const auto* type : all()) {
        SCOPED_TRACE(type->name);
        if (type->protection == schema::Protection::own_account) {
            EXPECT_TRUE(type->find("account_id") && type->find("account_id")->options.required);
        }
        if (type->protection != schema::Protection::belongs) {
            EXPECT_TRUE(type->belongs_to.empty());
        } else if (type->belongs_to == "id") {
            EXPECT_TRUE(reachable.contains(type->name));
        } else if (type->belongs_to == "record_id") {
            EXPECT_TRUE(type->find("record_id") && type->find("record_type"));
        } else {
            const auto* field = type->find(type->belongs_to);
            ASSERT_NE(field, nullptr) << "says neither `belongs_to` nor another `protection`";
            ASSERT_NE(field->target, nullptr);
            EXPECT_TRUE(reachable.contains(field->target->name));
        }
    }
}

TEST(RecordTypes, FieldsHaveWhatTheirKindNeeds) {
    for (const auto* type : all())
        for (const auto& field : type->fields) {
            SCOPED_TRACE(std::string{type->name} + "." + std::string{field.name});
            EXPECT_EQ(field.list != nullptr, field.kind == Kind::code);
            EXPECT_EQ(field.target != nullptr, field.kind == Kind::reference);
            EXPECT_EQ(field.get != nullptr, field.set != nullptr);
            EXPECT_EQ(field.options.derive != nullptr, !field.options.derived_from.empty());
            EXPECT_TRUE(!field.options.derive || (*type)[field.options.derived_from].kind == Kind::text);
            EXPECT_TRUE(!field.options.accepts || field.kind == Kind::text);
            EXPECT_TRUE(field.target != &Organisation::type ||
                        field.options.on_reorganise != schema::OnReorganise::unstated);
        }
}

// Their images are made of texts.
TEST(RecordTypes, SecretsAreTextsShownNowhere) {
    for (const auto* type : all())
        for (const auto& field : type->fields)
            EXPECT_TRUE(!field.is_secret() || (field.kind == Kind::text && field.options.show == schema::Show::nowhere))
                << type->name << "." << field.name;
}

// A format of an identifier says in words what it wants: the message quotes it.
TEST(RecordTypes, FormatsAreExplained) {
    for (const auto* type : all())
        for (const auto& field : type->fields)
            EXPECT_TRUE(!field.options.accepts || !field.options.help.empty()) << type->name << "." << field.name;
}

TEST(RecordTypes, UniqueFieldsExist) {
    for (const auto* type : all())
        for (const auto name : split(type->unique_together, ",;"))
            EXPECT_NE(type->find(name), nullptr) << type->name << ": " << name;
}

TEST(RecordTypes, OwnersStandBeforeWhatRefersToThem) {
    std::set<const RecordType*> seen;
    for (const auto* type : all()) {
        seen.insert(type);  // A type may refer to itself.
        for (const auto& field : type->fields)
            EXPECT_TRUE(!field.target || seen.contains(field.target)) << type->name << "." << field.name;
    }
}

TEST(Lists, CodesAndLabelsAreDistinct) {
    for (const auto* list : lists()) {
        EXPECT_TRUE(is_snake_case(list->name));
        EXPECT_FALSE(list->label.empty());
        std::set<std::string_view> codes, labels;
        for (const auto& code : list->codes) {
            EXPECT_TRUE(is_snake_case(code.code)) << code.code;
            EXPECT_TRUE(codes.insert(code.code).second) << list->name << ": " << code.code;
            EXPECT_TRUE(labels.insert(code.label).second) << list->name << ": " << code.label;
            EXPECT_EQ(base::clean_text(code.label), code.label);
        }
    }
}

// A label or synonym, typed without marks, in capitals or decomposed, must lead back to its own code.
TEST(Lists, EverySpellingLeadsToItsCode) {
    for (const auto* list : lists()) {
        const schema::LabelIndex index{*list};
        for (const auto& code : list->codes) {
            auto spellings = split(code.synonyms, "|");
            spellings.push_back(code.label);
            spellings.push_back(code.code);
            for (const auto spelling : spellings) {
                const std::string name{list->name};
                EXPECT_EQ(index.find(spelling), &code) << name << ": " << spelling;
                EXPECT_EQ(index.find(base::to_upper(spelling)), &code) << name << ": " << spelling << " in capitals";
                EXPECT_EQ(index.find(base::fold(spelling)), &code) << name << ": " << spelling << " without marks";
            }
        }
    }
}

}  // namespace
}  // namespace records
