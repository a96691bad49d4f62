// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

// What refusals and warnings say to people, in Vietnamese. The texts are in messages.vi.txt, embedded when building.
namespace base {

// One line of messages.vi.txt: `code = text`. In the text, {0} is the first argument, {1#} the second with points
// between its thousands, {*} all of them, {1*} all from the second on, and a part in [brackets] is left out when one of
// its arguments is missing or empty.
struct Message {
    std::string_view code;
    std::string_view text;
};

// All of them, sorted by code.
std::span<const Message> messages();

// The message of a refusal, one or two sentences without a final point; the article is added as "(theo 294-QĐ/TW, Điều
// 10)". A code that has no message is shown itself, with its arguments.
std::string message(const Refusal& refusal);

}  // namespace base
