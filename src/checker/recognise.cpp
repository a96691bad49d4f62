// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/recognise.h"

#include <algorithm>
#include <string>

#include "checker/label.h"

namespace checker {
namespace {

class Recogniser {
public:
    Recogniser(const Reading& reading, int year) : reading_{reading}, year_{std::to_string(year)} {}

    std::vector<Recognised> run() const {
        std::vector<Recognised> all;
        for (std::size_t f = 0; f < reading_.figures.size(); ++f) {
            const Figure& figure = reading_.figures[f];
            if (!figure.counts() || !figure.is_exact() || figure.role != Role::plain || figure.depth > 0) continue;
            if (of_another_year(figure)) continue;
            const auto known = is_of(figure, "đảng viên")            ? member_figure(figure)
                               : is_of(figure, "tổ chức cơ sở đảng") ? organisation_figure(figure)
                                                                     : Recognised{};
            if (known.name.empty()) continue;
            all.push_back(known);
            all.back().figure = f;
        }
        return all;
    }

private:
    bool before(const Figure& figure, std::string_view phrase) const {
        return says(reading_.text, figure.lead, figure.first, phrase);
    }
    bool behind(const Figure& figure, std::string_view phrase) const {
        const std::size_t last = std::min(figure.last + 10, reading_.sentence_of(figure).last);
        std::size_t i = figure.last;
        while (i < last && reading_.text.tokens[i].is_word()) ++i;
        return says(reading_.text, figure.last, i, phrase);
    }
    bool is_of(const Figure& figure, std::string_view noun) const {
        return figure.noun.name == noun || (figure.noun.is_generic && before(figure, noun));
    }

    // The sentence names years, and not this one; or the years that follow.
    bool of_another_year(const Figure& figure) const {
        bool any = false;
        const Sentence& sentence = reading_.sentence_of(figure);
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const Token& token = reading_.text.tokens[i];
            if (!token.is_number() || token.text.size() != 4 ||
                !(token.text.starts_with("19") || token.text.starts_with("20")))
                continue;
            if (token.text == year_) return false;
            any = true;
        }
        return any || says(reading_.text, sentence.first, sentence.last, "nhiệm kỳ") ||
               says(reading_.text, sentence.first, sentence.last, "tháng");
    }

    static std::string_view code_of(unsigned levels) {
        switch (levels) {
            case level::excellent: return "excellent";
            case level::good: return "good";
            case level::completed: return "completed";
            case level::failed: return "not_completed";
            default: return {};
        }
    }

    Recognised graded(const Figure& figure, std::string_view good_or_better, std::string_view graded_name) const {
        const Label label = label_of(reading_, figure);
        if (label.dimension != Dimension::grade) return {};
        if (label.levels == (level::excellent | level::good)) return {.name = good_or_better};
        const auto code = code_of(label.levels);
        return code.empty() ? Recognised{} : Recognised{.name = graded_name, .grade = code};
    }

    Recognised member_figure(const Figure& figure) const {
        if (const auto known = graded(figure, "members.good_or_better", "members.graded"); !known.name.empty())
            return known;
        if (figure.is_ratio()) return {};
        const bool whole = behind(figure, "được đánh giá") || behind(figure, "được xếp loại");
        if (whole && (before(figure, "tổng số") || before(figure, "có"))) return {.name = "members.graded"};
        if (before(figure, "kết nạp") && !before(figure, "chi bộ") && ends_soon(figure))
            return {.name = "members.admitted"};
        const bool all = before(figure, "toàn đảng bộ có") || before(figure, "tổng số đảng viên toàn đảng bộ") ||
                         before(figure, "đảng bộ thành phố có") || before(figure, "đảng bộ huyện có") ||
                         before(figure, "đảng bộ tỉnh có");
        return all && ends_soon(figure) ? Recognised{.name = "members"} : Recognised{};
    }

    Recognised organisation_figure(const Figure& figure) const {
        const auto known = graded(figure, "grassroots_organisations.good_or_better", "grassroots_organisations.graded");
        if (!known.name.empty() || figure.is_ratio()) return known;
        const bool all = before(figure, "đảng bộ có") || before(figure, "thành phố có") || before(figure, "huyện có") ||
                         before(figure, "tỉnh có") || before(figure, "hiện có") || before(figure, "tổng số");
        return all && ends_soon(figure) ? Recognised{.name = "grassroots_organisations"} : Recognised{};
    }

    // Nothing that narrows the count follows: "120 đảng viên mới." but not "120 đảng viên ở nông thôn".
    bool ends_soon(const Figure& figure) const {
        const auto& tokens = reading_.text.tokens;
        std::size_t i = figure.last + figure.noun.tokens;
        if (i < tokens.size() && tokens[i].is("mới")) ++i;
        return i >= reading_.sentence_of(figure).last || !tokens[i].is_word();
    }

    const Reading& reading_;
    std::string year_;
};

}  // namespace

std::vector<Recognised> recognise(const Reading& reading, int year) { return Recogniser{reading, year}.run(); }

}  // namespace checker
