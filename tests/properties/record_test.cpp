// SPDX-License-Identifier: AGPL-3.0-or-later
// What holds for every record type of the product, with random values in it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/json.hpp>

#include "records/all.h"
#include "records/grading.h"
#include "schema/difference.h"
#include "schema/json.h"
#include "schema/parse.h"
#include "tests/support/random_record.h"

namespace {

using schema::Record;

// Each type gets its turn in every round.
template <class Law>
void for_each_type(Law law) {
    for (const auto* type : records::all()) law(support::random_record(*type));
}

RC_GTEST_PROP(Records, FieldsAreRight, ()) {
    for_each_type([](const Record& record) {
        for (const auto& error : schema::validate(record)) {
            RC_LOG() << record.type->name << "." << error.field << ": " << error.refusal.code << "\n";
            RC_ASSERT(error.field.empty());
        }
    });
}

RC_GTEST_PROP(Records, JsonThereAndBack, ()) {
    for_each_type([](const Record& record) {
        const auto text = schema::to_json_text(record);
        const auto parsed = schema::from_json(*record.type, text);
        Record told = record;  // Of secrets, JSON says nothing.
        for (std::size_t i = 0; i < told.values.size(); ++i)
            if (told.type->fields[i].is_secret()) told.values[i] = {};
        for (const auto& error : parsed.errors)
            RC_ASSERT((error.field.empty() || (*record.type)[error.field].is_secret()));
        RC_LOG() << text << "\n";
        RC_ASSERT(parsed.record == told);
        RC_ASSERT(schema::to_json_text(parsed.record) == text);
    });
}

// Two writers, one text; and what we write any parser reads.
RC_GTEST_PROP(Records, BothWritersOfJsonAgree, ()) {
    for_each_type([](const Record& record) {
        const auto text = schema::to_json_text(record);
        RC_ASSERT(boost::json::parse(text).as_object() == schema::to_json(record));
    });
}

RC_GTEST_PROP(Records, DifferencesAreTheFieldsThatDiffer, ()) {
    for_each_type([](const Record& record) {
        Record other = support::random_record(*record.type);
        std::size_t expected = 0;
        for (std::size_t i = 0; i < record.values.size(); ++i)
            expected += !record.type->fields[i].options.derive && record.values[i] != other.values[i];
        RC_ASSERT(schema::differences(record, other).size() == expected);
        RC_ASSERT(schema::differences(record, record).empty());
    });
}

// What the program prints of a value people may type back. Lines are one in a cell.
RC_GTEST_PROP(Records, WhatIsPrintedCanBeTyped, ()) {
    for_each_type([](const Record& record) {
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const auto& field = record.type->fields[i];
            if (field.kind == schema::Kind::bytes || field.options.show == schema::Show::nowhere) continue;
            const auto text = schema::to_text(field, record.values[i]);
            if (text.find('\n') != std::string::npos) continue;
            const auto typed = schema::parse_text(field, text);
            RC_LOG() << record.type->name << "." << field.name << ": " << text << "\n";
            RC_ASSERT(typed.has_value());
            RC_ASSERT(*typed == record.values[i]);
        }
    });
}

template <class R>
void struct_there_and_back() {
    const Record record = support::random_record(R::type);
    RC_ASSERT(schema::to_record(schema::from_record<R>(record)) == record);
}

RC_GTEST_PROP(Records, StructsThereAndBack, ()) {
    struct_there_and_back<records::Decision>();
    struct_there_and_back<records::Organisation>();
    struct_there_and_back<records::OrganisationVersion>();
    struct_there_and_back<records::Person>();
    struct_there_and_back<records::PersonVersion>();
    struct_there_and_back<records::PartyMember>();
    struct_there_and_back<records::Membership>();
    struct_there_and_back<records::GradingCampaign>();
    struct_there_and_back<records::MemberGrade>();
    struct_there_and_back<records::OrganisationGrade>();
}

TEST(Records, EveryStructIsTriedAbove) {
    std::size_t with_struct = 0;
    for (const auto* type : records::all()) with_struct += type->fields.front().get != nullptr;
    EXPECT_EQ(with_struct, 10u);
}

}  // namespace
