// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/change_record.h"

// Đề nghị sửa hồ sơ: members ask for corrections of their own file, clerks accept them field by field.
namespace actions {

// A value of a proposal: in words, and as JSON. Identifiers are masked in both unless the caller may see them in full.
struct ProposedValue {
    std::string text;
    std::string json = "null";
};

struct ProposedField {
    std::string field, label;
    ProposedValue before;          // When it was asked.
    ProposedValue proposed;        // What it should be.
    ProposedValue now;             // As the record stands; nothing when it is gone.
    std::optional<bool> accepted;  // Of a decided proposal.
};

struct Proposal {
    base::Uuid id;
    base::Uuid member_id;
    std::string member_name;
    std::string cell_code, cell_name;  // Today's home cell.
    std::string record_type, record_type_label;
    base::Uuid record_id;
    std::int64_t proposed_at_ms = 0;
    std::string proposed_by, proposed_by_name;
    std::string reason;
    std::string state, state_label;  // open, decided, withdrawn
    std::vector<ProposedField> fields;
    std::int64_t decided_at_ms = 0;  // 0 = not yet.
    std::string decided_by, decided_by_name, remark;
};

struct NewProposal {
    base::Uuid member_id;
    std::string record_type;
    base::Uuid record_id;  // Of that member's file.
    std::string fields;    // JSON object: only what should be otherwise; null empties a field.
    std::string reason;
};
inline constexpr std::int64_t open_proposals_max = 20;  // Of one member.

// Asks for a correction. The member of the own file, and whoever may open the file. Only fields that a form shows, of
// records that are corrected generically. Refusals: "proposal.not_in_file" {label}, "proposal.too_many" {most};
// "record.own_action"; of the fields all at once in `faults`; "change.nothing"; those of reach.h.
base::Result<Proposal> propose(Context& context, const NewProposal& proposal, WriteFaults& faults);

struct ListProposals {
    std::string state = {};                    // Code; empty = all.
    std::string organisation = {};             // Code: members of its subtree.
    std::optional<base::Uuid> member_id = {};  // Of this member only.
    std::optional<base::Uuid> before = {};     // ProposalPage::next of the page before.
    std::size_t limit = 50;
};
struct ProposalPage {
    std::int64_t total = 0;
    std::vector<Proposal> items;  // Newest first.
    std::optional<base::Uuid> next;
};
// Those of files that the caller may open; a member's own. Noted in the access log.
base::Result<ProposalPage> list_proposals(Context& context, const ListProposals& list);

// Takes one's own proposal back. Refused as "proposal.not_yours", "proposal.not_open" {state}.
base::Result<Proposal> withdraw_proposal(Context& context, const base::Uuid& id);

struct ProposalDecision {
    base::Uuid id;
    std::vector<std::string> accept;  // Names of fields; none = all refused.
    std::string remark = {};
    ChangeMode mode = ChangeMode::correct;  // Or change: true from `on`.
    std::optional<base::Date> on = {};
    Basis basis = {};  // A reason of its own is not needed: the proposal is one.
};
// Decides an open proposal. What is accepted is written to the record in the same transaction, under the same rules as
// change_record. Needs Right::decide_proposal over the member. Refusals: "proposal.not_open" {state}, "unknown_field";
// those of change_record.
base::Result<Proposal> decide_proposal(Context& context, const ProposalDecision& decision, WriteFaults& faults);

std::string to_json(const Proposal& proposal);
std::string to_json(const ProposalPage& page);  // {"total","items":[…],"next"?}

}  // namespace actions
