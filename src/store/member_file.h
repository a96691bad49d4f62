// SPDX-License-Identifier: AGPL-3.0-or-later
// Queries for one member's file that a description does not give: a join, and rows without their largest column.
#pragma once

#include "store/store.h"

namespace store {

struct GradeRow {
    base::Uuid id, cell;
    std::int64_t version = 0;
    int year = 0;
    std::string grade, not_graded_reason;
};
// By year.
std::vector<GradeRow> grades_of_member(Store& store, const base::Uuid& member);

struct AttachmentRow {
    base::Uuid id;
    std::string record_type, record_id, file_name, media_type;
    std::int64_t size = 0;  // Bytes of the content, which is not read.
};
// Of one record, by file name.
std::vector<AttachmentRow> attachments_of(Store& store, const base::Uuid& record);

// The dated and event types whose owner is of that type.
std::vector<const schema::RecordType*> types_of_owner(Store& store, const schema::RecordType& owner);
// The ids of the rows of a type that refer to that owner, about 3 µs.
std::vector<base::Uuid> ids_of_owner(Store& store, const schema::RecordType& type, const schema::RecordType& owner_type,
                                     const base::Uuid& owner);

}  // namespace store
