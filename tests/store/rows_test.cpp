// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/store/both_engines.h"

namespace store_test {
namespace {

using base::date;
using base::PartialDate;

class Rows : public BothEngines {};

// A row with something in every field.
Owner full_owner() {
    auto owner = an_owner("Đặng Thị Ánh Nguyệt", "007");
    owner.born_on = PartialDate{1985, 3, 0};
    owner.joined_on = date(2001, 2, 3);
    owner.active = true;
    owner.score = -12'345'678'901;
    owner.colour = Colour::blue;
    owner.photo = {0, 1, 255, 0, '\'', '\\'};
    return owner;
}

TEST_P(Rows, every_kind_of_field_comes_back_as_it_went) {
    auto& store = open();
    auto owner = full_owner();
    auto child = an_owner("Lê \"Văn\" Tí\tĐệ\\'");
    {
        auto transaction = store.begin(intent());
        must_insert(*transaction, owner);
        child.parent_id = owner.id;
        child.active = false;
        child.born_on = PartialDate{1985, 0, 0};
        must_insert(*transaction, child);
        EXPECT_EQ(transaction->commit(), 1);
    }
    const auto found = store.find(owner.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "Đặng Thị Ánh Nguyệt");
    EXPECT_EQ(found->name_fold, base::fold(owner.name));
    EXPECT_EQ(found->number, "007");
    EXPECT_EQ(found->born_on, owner.born_on);
    EXPECT_EQ(found->joined_on, owner.joined_on);
    EXPECT_EQ(found->active, true);
    EXPECT_EQ(found->score, owner.score);
    EXPECT_EQ(found->colour, Colour::blue);
    EXPECT_EQ(found->photo, owner.photo);
    EXPECT_EQ(found->parent_id, std::nullopt);
    EXPECT_EQ(found->version, 1);
    const auto second = store.find(child.id);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->name, child.name);
    EXPECT_EQ(second->parent_id, owner.id);
    EXPECT_EQ(second->active, false);
    EXPECT_EQ(second->born_on, child.born_on);
    EXPECT_EQ(second->number, "");
    EXPECT_EQ(second->score, std::nullopt);
    EXPECT_TRUE(second->photo.empty());
}

ON_BOTH_ENGINES(Rows);

}  // namespace
}  // namespace store_test
