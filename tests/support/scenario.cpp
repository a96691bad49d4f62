// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/scenario.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace scenario {
namespace {

constexpr std::string_view folder = "tests/scenarios/";

[[noreturn]] void differ(const std::string& actual, const std::string& expected) {
    throw Failed{"mong đợi: " + expected + "\n       có: " + actual};
}

std::string row_text(const Table& table, std::size_t row, const Table& columns_of) {
    std::string text = "|";
    for (const auto& column : columns_of.columns) text += " " + table.at(row, column) + " |";
    return text;
}

// The three patterns that share most words with a sentence nobody understands.
std::string suggestions(const std::string& sentence, const std::vector<std::string>& patterns) {
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& pattern : patterns)
        if (const double score = likeness(sentence, pattern); score > 0.25) ranked.emplace_back(-score, pattern);
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min<std::size_t>(ranked.size(), 3));
    std::string text;
    for (const auto& [score, pattern] : ranked) text += "\n  gần giống: " + pattern;
    return text;
}

class ScenarioCase : public testing::Test {
public:
    explicit ScenarioCase(std::function<void()> body) : body_{std::move(body)} {}
    void TestBody() override { body_(); }

private:
    std::function<void()> body_;
};

void register_case(const std::string& suite, const std::string& name, const std::string& file, int line,
                   std::function<void()> body) {
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, file.c_str(), line,
                          [body = std::move(body)]() -> ScenarioCase* { return new ScenarioCase{body}; });
}

std::string read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Failed{"không mở được tệp", 1};
    return {std::istreambuf_iterator<char>{in}, {}};
}

// A file that cannot be read becomes a case of its own, which fails.
void register_feature(const std::string& name, const std::shared_ptr<const Vocabulary>& vocabulary,
                      const MakeWorld& make_world) {
    const auto file = std::string{folder} + name;
    const auto suite = std::filesystem::path{name}.replace_extension().string();
    const auto report = [file](const Failed& failed) { ADD_FAILURE_AT(file.c_str(), failed.line) << failed.message; };
    try {
        for (auto& scenario : parse_feature(read_file(file)).scenarios) {
            const auto title = scenario.name;
            const int line = scenario.line;
            register_case(suite, title, file, line, [=, scenario = std::move(scenario)] {
                try {
                    run_scenario(scenario, *vocabulary, make_world);
                } catch (const Failed& failed) { report(failed); }
            });
        }
    } catch (const Failed& failed) {
        register_case(suite, "tệp đọc được", file, failed.line, [=] { report(failed); });
    }
}

}  // namespace

const std::string& Given::operator[](std::size_t hole) const {
    if (hole >= captures_.size()) throw Failed{"câu này chỉ có " + std::to_string(captures_.size()) + " chỗ trống"};
    return captures_[hole];
}

std::int64_t Given::integer(std::size_t hole) const { return to_integer((*this)[hole]); }
base::Date Given::date(std::size_t hole) const { return to_date((*this)[hole]); }

const Table& Given::table() const {
    if (step_->table.columns.empty()) throw Failed{"câu này cần một bảng ở dưới"};
    return step_->table;
}

const std::string& Given::text() const {
    if (step_->text.empty()) throw Failed{"câu này cần một đoạn văn ở dưới, giữa hai dòng \"\"\""};
    return step_->text;
}

std::int64_t to_integer(std::string_view text) {
    std::string digits{text};
    std::erase(digits, '.');
    std::int64_t value = 0;
    const auto end = digits.data() + digits.size();
    if (const auto [stop, error] = std::from_chars(digits.data(), end, value); error != std::errc{} || stop != end)
        throw Failed{"“" + std::string{text} + "” không phải là số nguyên"};
    return value;
}

base::Date to_date(std::string_view text) {
    if (const auto date = base::parse_vietnamese_date(text)) return *date;
    throw Failed{"“" + std::string{text} + "” không phải là ngày"};
}

void expect_equal(std::string_view actual, std::string_view expected) {
    if (actual != expected) differ(std::string{actual}, std::string{expected});
}

void expect_equal(std::int64_t actual, std::int64_t expected) {
    if (actual != expected) differ(std::to_string(actual), std::to_string(expected));
}

void expect_equal(const Table& actual, const Table& expected) {
    std::string got, wanted;
    for (std::size_t row = 0; row < actual.rows.size(); ++row) got += "\n  " + row_text(actual, row, expected);
    for (std::size_t row = 0; row < expected.rows.size(); ++row) wanted += "\n  " + row_text(expected, row, expected);
    if (got != wanted) differ(got.empty() ? "bảng trống" : got, wanted.empty() ? "bảng trống" : wanted);
}

void Vocabulary::add(std::string_view pattern, Meaning meaning) {
    meanings_.emplace_back(Pattern{pattern}, std::move(meaning));
}

void Vocabulary::run(void* world, const Step& step) const {
    const Meaning* found = nullptr;
    std::vector<std::string> captures, forms;
    for (const auto& [pattern, meaning] : meanings_) {
        if (auto match = pattern.match(step.sentence)) {
            found = &meaning;
            captures = *std::move(match);
            forms.push_back(pattern.text());
        }
    }
    if (!found) throw Failed{"không có câu nào như vậy" + suggestions(step.sentence, patterns())};
    if (forms.size() > 1) throw Failed{"câu này có nhiều cách hiểu: “" + forms[0] + "”, “" + forms[1] + "”"};
    (*found)(world, Given{std::move(captures), step});
}

std::vector<std::string> Vocabulary::patterns() const {
    std::vector<std::string> all;
    for (const auto& [pattern, meaning] : meanings_) all.push_back(pattern.text());
    std::sort(all.begin(), all.end());
    return all;
}

void run_scenario(const Scenario& scenario, const Vocabulary& vocabulary, const MakeWorld& make_world) {
    const auto world = make_world();
    for (const auto& step : scenario.steps) {
        const auto fail = [&](const std::string& why) {
            throw Failed{step.keyword + " " + step.sentence + "\n  → " + why, step.line};
        };
        try {
            vocabulary.run(world.get(), step);
        } catch (const Failed& failed) { fail(failed.message); } catch (const std::exception& error) {
            fail(std::string{"lỗi: "} + error.what());
        }
        if (testing::Test::HasFailure()) fail("không đúng (xem ở trên)");
    }
}

int run_main(int argc, char** argv, Vocabulary vocabulary, MakeWorld make_world, std::vector<std::string> features) {
    testing::InitGoogleTest(&argc, argv);
    if (argc > 1 && std::string_view{argv[1]} == "--steps") {
        for (const auto& pattern : vocabulary.patterns()) std::puts(pattern.c_str());
        return 0;
    }
    const auto shared = std::make_shared<const Vocabulary>(std::move(vocabulary));
    for (const auto& feature : features) register_feature(feature, shared, make_world);
    return RUN_ALL_TESTS();
}

}  // namespace scenario
