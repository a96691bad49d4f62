// SPDX-License-Identifier: AGPL-3.0-or-later
#include "actions/sign_in_gate.h"

#include <algorithm>

#include "rules/sign_in.h"

namespace actions {
namespace {

constexpr double tries_at_once = 20, tries_per_ms = 1.0 / 6'000;
constexpr std::size_t kept_at_most = 10'000;

// When there are too many, those that matter least go: they were seen longest ago.
template <class Map>
void make_room(Map& map) {
    if (map.size() < kept_at_most) return;
    std::vector<std::int64_t> times;
    times.reserve(map.size());
    for (const auto& [key, value] : map) times.push_back(value.at_ms);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    std::erase_if(map, [limit = *middle](const auto& item) { return item.second.at_ms <= limit; });
}

}  // namespace

base::Refusal locked_refusal(std::int64_t until_ms, std::int64_t now_ms) {
    const auto seconds = std::max<std::int64_t>((until_ms - now_ms + 999) / 1000, 1);
    return {"sign_in.locked", {std::to_string(seconds)}, {}};
}

base::Result<void> SignInGate::enter(std::string_view remote_address, std::int64_t now_ms) {
    const std::lock_guard lock{mutex_};
    make_room(tries_);
    const auto [found, is_new] = tries_.try_emplace(std::string{remote_address}, Tries{tries_at_once, now_ms});
    auto& tries = found->second;
    const auto passed_ms = static_cast<double>(std::max<std::int64_t>(now_ms - tries.at_ms, 0));
    tries.left = std::min(tries_at_once, tries.left + passed_ms * tries_per_ms);
    tries.at_ms = now_ms;
    if (tries.left < 1)
        return locked_refusal(now_ms + static_cast<std::int64_t>((1 - tries.left) / tries_per_ms), now_ms);
    tries.left -= 1;
    return {};
}

void SignInGate::passed(std::string_view remote_address) {
    const std::lock_guard lock{mutex_};
    if (const auto found = tries_.find(std::string{remote_address}); found != tries_.end())
        found->second.left = std::min(tries_at_once, found->second.left + 1);
}

std::int64_t SignInGate::locked_seconds(std::string_view unknown_name, std::int64_t now_ms) {
    const std::lock_guard lock{mutex_};
    const auto found = unknown_.find(std::string{unknown_name});
    if (found == unknown_.end() || found->second.locked_until_ms <= now_ms) return 0;
    return (found->second.locked_until_ms - now_ms + 999) / 1000;
}

void SignInGate::count_failure(std::string_view unknown_name, std::int64_t now_ms) {
    const std::lock_guard lock{mutex_};
    make_room(unknown_);
    auto& unknown = unknown_[std::string{unknown_name}];
    unknown.at_ms = now_ms;
    if (const auto locked = rules::lock_after_failures(++unknown.failed_count))
        unknown.locked_until_ms = now_ms + locked;
}

}  // namespace actions
