// SPDX-License-Identifier: AGPL-3.0-or-later
#include "stats/name_table.h"

#include "base/text.h"

namespace stats {

std::string comparable(std::string_view text) { return base::canonical_tone(base::to_lower(base::clean_text(text))); }

WordId NameInterner::intern_word(std::string word) {
    const auto next = static_cast<WordId>(table_.spelled.size());
    const auto [found, is_new] = words_.try_emplace(std::move(word), next);
    if (is_new) {
        table_.spelled.add(found->first);
        table_.folded.add(base::fold(found->first));
    }
    return found->second;
}

NameId NameInterner::intern(std::string_view name) {
    if (const auto found = names_.find(name); found != names_.end()) return found->second;
    const auto id = static_cast<NameId>(table_.size());
    names_.emplace(std::string{name}, id);
    table_.texts.add(name);
    table_.sort_keys.add(base::name_sort_key(name));
    for_each_word(comparable(name),
                  [&](std::string_view word) { table_.words.push_back(intern_word(std::string{word})); });
    table_.words_end.push_back(static_cast<std::uint32_t>(table_.words.size()));
    return id;
}

}  // namespace stats
