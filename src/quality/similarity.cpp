// SPDX-License-Identifier: AGPL-3.0-or-later
#include "quality/similarity.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"

namespace quality {
namespace {

// Digits that differ between two numbers of one length; two digits that changed places are one slip. 9 = not alike.
int slips(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return 9;
    int count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        ++count;
        if (i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i]) ++i;
    }
    return count;
}

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const auto end = std::min(folded.find(' '), folded.size());
        words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(folded.size(), end + 1));
    }
    return words;
}

// Names in which one word is missing or other, the given name being the same.
bool differ_by_one_word(std::string_view a, std::string_view b) {
    auto first = words_of(a), second = words_of(b);
    if (first.size() > second.size()) std::swap(first, second);
    if (first.size() < 2 || first.back() != second.back() || second.size() - first.size() > 1) return false;
    const auto [x, y] = std::mismatch(first.begin(), first.end(), second.begin());
    if (first.size() == second.size()) return std::equal(x + 1, first.end(), y + 1);
    return std::equal(x, first.end(), y + 1);
}

std::string_view given_name(std::string_view folded) { return folded.substr(folded.rfind(' ') + 1); }

class Comparison {
public:
    Comparison(const Traits& a, const Traits& b, Namesakes namesakes) : a_{a}, b_{b}, namesakes_{namesakes} {}

    Similarity result() {
        name();
        birth();
        identity_numbers();
        party_numbers();
        places();
        opposites();
        int sum = 0;
        for (const auto& each : found_.evidence) sum += each.points;
        found_.score = std::clamp(sum, 0, 100);
        return std::move(found_);
    }

private:
    void add(std::string_view what, int points) { found_.evidence.push_back({what, points}); }

    void name() {
        if (a_.folded_name.empty() || b_.folded_name.empty()) return;
        if (a_.folded_name != b_.folded_name) {
            if (differ_by_one_word(a_.folded_name, b_.folded_name)) return add("Họ tên khác một chữ", 12);
            return add("Họ tên khác nhau", given_name(a_.folded_name) == given_name(b_.folded_name) ? -10 : -25);
        }
        const bool is_common = namesakes_ > 20;
        if (base::canonical_tone(base::to_lower(a_.full_name)) == base::canonical_tone(base::to_lower(b_.full_name)))
            return add(is_common ? "Họ tên giống hệt, nhiều người cùng tên" : "Họ tên giống hệt", is_common ? 20 : 30);
        add("Họ tên chỉ khác dấu", is_common ? 15 : 25);
    }

    void birth() {
        const auto a = a_.born_on, b = b_.born_on;
        if (a.year == 0 || b.year == 0) return;
        if (a == b) {
            const bool is_day = a.precision() == base::Precision::day;
            return add(is_day ? "Cùng ngày sinh" : "Cùng năm sinh, chưa rõ ngày", is_day ? 35 : 15);
        }
        const bool both_days = a.precision() == base::Precision::day && b.precision() == base::Precision::day;
        if (both_days && a.year == b.year && a.month == b.day && a.day == b.month)
            return add("Ngày và tháng sinh đổi chỗ", 25);
        if (!both_days && a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month))
            return add("Cùng năm sinh, một bên chưa rõ ngày", 15);
        if (both_days && slips(base::to_iso(a), base::to_iso(b)) == 1) return add("Ngày sinh khác một chữ số", 15);
        if (a.year == b.year) return add("Cùng năm sinh, khác ngày", -5);
        add("Khác năm sinh", std::abs(a.year - b.year) > 2 ? -40 : -20);
    }

    // Numbers of which each person has one.
    void number(std::string_view a, std::string_view b, std::string_view same, std::string_view near,
                std::string_view other, int points, int against) {
        if (a.empty() || b.empty()) return;
        if (a == b) return add(same, points);
        if (slips(a, b) == 1) return add(near, points / 2);
        add(other, against);
    }

    void identity_numbers() {
        number(a_.personal_id, b_.personal_id, "Cùng số định danh cá nhân", "Số định danh cá nhân khác một chữ số",
               "Số định danh cá nhân khác nhau", 60, -40);
        number(a_.old_identity_number, b_.old_identity_number, "Cùng số chứng minh nhân dân",
               "Số chứng minh nhân dân khác một chữ số", "Số chứng minh nhân dân khác nhau", 45, -15);
        if (!a_.phone.empty() && a_.phone == b_.phone) add("Cùng số điện thoại", 10);
    }

    void party_numbers() {
        // Cards are numbered one after another: neighbours say nothing.
        if (!a_.card_number.empty() && !b_.card_number.empty()) {
            if (a_.card_number == b_.card_number)
                add("Cùng số thẻ đảng viên", 50);
            else if (a_.card_number.size() == b_.card_number.size())
                add("Số thẻ đảng viên khác nhau", -10);
        }
        if (!a_.profile_number.empty() && a_.profile_number == b_.profile_number) add("Cùng số lý lịch", 50);
        if (a_.ceremony_on != base::Date{} && a_.ceremony_on == b_.ceremony_on) add("Cùng ngày vào Đảng", 15);
    }

    void places() {
        if (!a_.native_place.empty() && a_.native_place == b_.native_place) add("Cùng quê quán", 10);
    }

    void opposites() {
        if (a_.sex != b_.sex) add("Khác giới tính", -30);
        if (!a_.ethnicity.empty() && !b_.ethnicity.empty() && a_.ethnicity != b_.ethnicity) add("Khác dân tộc", -10);
    }

    const Traits& a_;
    const Traits& b_;
    Namesakes namesakes_;
    Similarity found_;
};

// What two rows of one person would have in common: persons that share a key are compared.
void visit_keys(const Traits& person, const auto& visit) {
    const auto& name = person.folded_name;
    if (!name.empty() && person.born_on.year != 0) visit("n" + name + std::to_string(person.born_on.year));
    if (!name.empty() && !person.native_place.empty()) visit("p" + name + "|" + person.native_place);
    if (!name.empty() && person.born_on.precision() == base::Precision::day)
        visit("d" + base::to_iso(person.born_on) + std::string{given_name(name)});
    for (const auto* number : {&person.personal_id, &person.old_identity_number}) {
        // Two numbers one digit off have all parts but one in common; of three parts, two.
        const auto third = number->size() / 3;
        for (std::size_t part = 0; third > 0 && part < 3; ++part) {
            std::string key{*number};
            key.replace(part * third, third, third, '?');
            visit("#" + key);
        }
    }
    if (!person.profile_number.empty()) visit("s" + person.profile_number);
    if (!person.card_number.empty()) visit("c" + person.card_number);
}

}  // namespace

Similarity compare(const Traits& a, const Traits& b, Namesakes namesakes) {
    return Comparison{a, b, namesakes}.result();
}

std::vector<Pair> find_pairs(const std::vector<Traits>& persons) {
    std::unordered_map<std::string_view, Namesakes> namesakes;
    std::unordered_map<std::string, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        ++namesakes[persons[i].folded_name];
        visit_keys(persons[i], [&](std::string key) { groups[std::move(key)].push_back(i); });
    }
    std::unordered_set<std::uint64_t> seen;
    std::vector<Pair> pairs;
    for (const auto& [key, group] : groups)
        for (std::size_t i = 0; i < group.size(); ++i)
            for (std::size_t j = i + 1; j < group.size(); ++j) {
                const auto a = group[i], b = group[j];
                if (a == b || !seen.insert(std::uint64_t{a} << 32 | b).second) continue;
                const auto& name = persons[a].folded_name;
                auto similarity = compare(persons[a], persons[b], name == persons[b].folded_name ? namesakes[name] : 0);
                if (similarity.score >= worth_a_look) pairs.push_back({a, b, std::move(similarity)});
            }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
        if (x.similarity.score != y.similarity.score) return x.similarity.score > y.similarity.score;
        return std::pair{x.a, x.b} < std::pair{y.a, y.b};
    });
    return pairs;
}

}  // namespace quality
