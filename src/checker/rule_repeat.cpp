// SPDX-License-Identifier: AGPL-3.0-or-later
#include <algorithm>
#include <set>

#include "base/number_format.h"
#include "checker/label.h"
#include "checker/rules.h"

namespace checker {
namespace {

// A back-reference speaks of something said this many sentences before, at most.
constexpr std::size_t sentences_back = 4;
constexpr std::size_t qualifier_words_max = 9;

// Words that say nothing about what is counted.
bool is_empty_word(const Token& token) {
    static const std::set<std::string_view> words{
        "được", "có", "là",   "của", "trong", "này", "nêu", "trên", "đó", "các", "những", "đã",   "thì", "và",
        "nói",  "số", "tổng", "từ",  "tại",   "ở",   "cả",  "để",   "ra", "năm", "qua",   "đồng", "chí", "người"};
    return !token.is_word() || words.contains(token.key);
}

std::set<std::string> words_in(const Reading& reading, std::size_t first, std::size_t last) {
    std::set<std::string> words;
    for (std::size_t i = first; i < last; ++i)
        if (!is_empty_word(reading.text.tokens[i])) words.insert(reading.text.tokens[i].key);
    return words;
}

// "251 đảng viên mới kết nạp có 98": the words that say which of them, up to the next sign, number or "có".
std::size_t qualifier_end(const Reading& reading, const Figure& figure) {
    const auto& tokens = reading.text.tokens;
    const std::size_t last =
        std::min(reading.sentence_of(figure).last, figure.last + qualifier_words_max + figure.noun.tokens);
    std::size_t i = figure.last + figure.noun.tokens;
    while (i < last && tokens[i].is_word() && !(tokens[i].is("có") && i + 1 < last && !tokens[i + 1].is("dấu"))) ++i;
    return i;
}

// "Tổng số đảng viên … là 5.142 đồng chí": the noun stands in the context when the count has a generic one.
bool names_noun(const std::set<std::string>& context, const Noun& noun) {
    std::size_t begin = 0;
    while (begin < noun.name.size()) {
        const auto end = std::min(noun.name.find(' ', begin), noun.name.size());
        if (!context.contains(noun.name.substr(begin, end - begin))) return false;
        begin = end + 1;
    }
    return true;
}

// Years, quarters and terms named in a sentence.
std::set<std::string> times_in(const Reading& reading, const Sentence& sentence) {
    std::set<std::string> times;
    const auto& tokens = reading.text.tokens;
    for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
        const bool year = tokens[i].is_number() && tokens[i].text.size() == 4 &&
                          (tokens[i].text.starts_with("19") || tokens[i].text.starts_with("20"));
        if (year) times.insert(tokens[i].key);
        if (tokens[i].is("quý") || tokens[i].is("nhiệm") || tokens[i].is("tháng")) times.insert(tokens[i].key);
    }
    return times;
}

// "Trong số 251 đảng viên mới kết nạp …" after "kết nạp 215 đảng viên mới".
void check_back_references(const Reading& reading, Findings& findings) {
    const auto& figures = reading.figures;
    for (std::size_t f = 1; f < figures.size(); ++f) {
        const Figure& again = figures[f];
        if (!again.is_count() || !again.is_exact() || again.role != Role::plain || again.noun.tokens == 0) continue;
        if (!is_led_as_whole(reading.text, again) || is_whole_of_last(reading.text, figures, f)) continue;
        if (again.lead > reading.sentence_of(again).first + 6) continue;
        const std::size_t end = qualifier_end(reading, again);
        const auto qualifier = words_in(reading, again.last + again.noun.tokens, end);
        if (qualifier.size() < 2) continue;
        const auto times = times_in(reading, reading.sentence_of(again));
        std::optional<std::size_t> said;
        bool contested = false;
        for (std::size_t g = f; g-- > 0;) {
            const Figure& before = figures[g];
            if (before.sentence + sentences_back < again.sentence) break;
            if (!before.counts() || !may_be_same(before.noun, again.noun)) continue;
            if (compare(before.value, again.value) == 0 ||
                (before.is_ratio() && compare(before.whole, again.value) == 0)) {
                contested = true;
                break;
            }
            if (before.sentence == again.sentence || before.role != Role::plain || !before.is_count()) continue;
            const Sentence& sentence = reading.sentence_of(before);
            const auto context = words_in(reading, before.lead > sentence.first + 8 ? before.lead : sentence.first,
                                          qualifier_end(reading, before));
            if (!std::includes(context.begin(), context.end(), qualifier.begin(), qualifier.end())) continue;
            if (before.noun.name != again.noun.name && !names_noun(context, again.noun)) continue;
            const auto then = times_in(reading, sentence);
            if (!std::includes(then.begin(), then.end(), times.begin(), times.end())) continue;
            contested = contested || (said && figures[*said].value != before.value);
            if (!said) said = g;
        }
        // "hơn 5.900 … 5.907" agrees.
        if (!said || contested || !figures[*said].is_exact()) continue;
        auto finding = make_finding(reading, Severity::contradiction, Rule::repeat, {*said, f});
        finding.expected = to_text(figures[*said].value);
        finding.stated = to_text(again.value);
        finding.explanation = join(
            {"Trước đó văn bản ghi ", say(figures[*said]), ", ở đây lại ghi ", say(again), " cho cùng một số liệu."});
        findings.push_back(std::move(finding));
    }
}

// 42/49 hoàn thành tốt, 6/48 hoàn thành: grades of one list have one whole.
void check_ratio_wholes(const Reading& reading, Findings& findings) {
    const auto& figures = reading.figures;
    for (std::size_t f = 0; f < figures.size();) {
        std::vector<std::size_t> list;
        unsigned levels = 0;
        std::size_t g = f;
        for (; g < figures.size() && figures[g].sentence == figures[f].sentence; ++g) {
            const Figure& figure = figures[g];
            if (!figure.is_ratio()) continue;
            const Label label = label_of(reading, figure);
            if (label.dimension != Dimension::grade || (levels & label.levels) == label.levels) continue;
            if (!list.empty() && figures[list[0]].noun.name != figure.noun.name) continue;
            levels |= label.levels;
            list.push_back(g);
        }
        const auto odd = std::find_if(list.begin(), list.end(),
                                      [&](std::size_t i) { return figures[i].whole != figures[list[0]].whole; });
        if (odd != list.end()) {
            auto finding = make_finding(reading, Severity::contradiction, Rule::repeat, list);
            finding.expected = to_text(figures[list[0]].whole);
            finding.stated = to_text(figures[*odd].whole);
            finding.explanation = join({"Tổng số ", figures[*odd].noun.name, " được xếp loại ghi là ", finding.expected,
                                        " ở mức này, là ", finding.stated, " ở mức khác."});
            findings.push_back(std::move(finding));
        }
        f = g;
    }
}

}  // namespace

void check_repeat(const Reading& reading, Findings& findings) {
    check_back_references(reading, findings);
    check_ratio_wholes(reading, findings);
}

}  // namespace checker
