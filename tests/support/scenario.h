// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs feature files as GoogleTest cases, one for each scenario and for each row of an outline. A program of
// tests/steps/ says what the sentences mean and which files it runs:
//
//     struct World { … };                                   // What one scenario builds up; made anew for each.
//     void sentences(scenario::Sentences<World>& s) {
//         s.add("đảng viên đạt {int} điểm", [](World& world, const scenario::Given& given) {
//             world.score = given.integer(0);
//         });
//     }
//     SCENARIOS(World, sentences, "rules/grade_member.feature")
//
// A sentence fails by throwing (Failed, base::Fault, …) or by a GoogleTest EXPECT; the message names its file, line and
// text.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/messages.h"
#include "tests/support/feature.h"
#include "tests/support/sentence.h"

namespace scenario {

// What a sentence brings: the text of its holes, its table, its text block. Asking for what is not there fails the
// sentence.
class Given {
public:
    Given(std::vector<std::string> captures, const Step& step) : captures_{std::move(captures)}, step_{&step} {}

    std::size_t size() const { return captures_.size(); }
    const std::string& operator[](std::size_t hole) const;
    std::int64_t integer(std::size_t hole) const;  // 5.907 is 5907.
    base::Date date(std::size_t hole) const;       // dd/mm/yyyy
    const Table& table() const;
    const std::string& text() const;

private:
    std::vector<std::string> captures_;
    const Step* step_;
};

std::int64_t to_integer(std::string_view text);
base::Date to_date(std::string_view text);

// Fail the sentence, saying what came instead, unless both are equal. Tables are compared row by row in the columns of
// `expected`.
void expect_equal(std::string_view actual, std::string_view expected);
void expect_equal(std::int64_t actual, std::int64_t expected);
void expect_equal(const Table& actual, const Table& expected);
// What a sentence takes for granted: the value, or it fails with what the refusal says.
template <class T>
T must(base::Result<T> result) {
    if (!result) throw Failed{base::message(result.error())};
    return *std::move(result);
}

// The meaning of sentences, whatever their world.
class Vocabulary {
public:
    using Meaning = std::function<void(void* world, const Given&)>;

    void add(std::string_view pattern, Meaning meaning);
    // Throws Failed when no pattern has this form (naming the nearest ones) or when several have.
    void run(void* world, const Step& step) const;
    std::vector<std::string> patterns() const;  // Sorted.

private:
    std::vector<std::pair<Pattern, Meaning>> meanings_;
};

template <class World>
class Sentences {
public:
    using Meaning = std::function<void(World&, const Given&)>;
    // The pattern's holes are described in sentence.h; the keyword (Cho, Khi, Thì …) is no part of it.
    void add(std::string_view pattern, Meaning meaning) {
        vocabulary.add(pattern, [meaning = std::move(meaning)](void* world, const Given& given) {
            meaning(*static_cast<World*>(world), given);
        });
    }
    Vocabulary vocabulary;
};

using MakeWorld = std::function<std::shared_ptr<void>()>;

// Runs one scenario in a new world. Throws Failed, with the line, at the first sentence that does not hold.
void run_scenario(const Scenario& scenario, const Vocabulary& vocabulary, const MakeWorld& make_world);

// The main function of a steps program: registers the files (paths under tests/scenarios/) and runs GoogleTest.
// `--steps` prints the sentences instead.
int run_main(int argc, char** argv, Vocabulary vocabulary, MakeWorld make_world, std::vector<std::string> features);

template <class World>
int run_main(int argc, char** argv, void (*describe)(Sentences<World>&), std::vector<std::string> features) {
    Sentences<World> sentences;
    describe(sentences);
    return run_main(
        argc, argv, std::move(sentences.vocabulary), [] { return std::make_shared<World>(); }, std::move(features));
}

}  // namespace scenario

#define SCENARIOS(World, describe, ...) \
    int main(int argc, char** argv) { return scenario::run_main<World>(argc, argv, describe, {__VA_ARGS__}); }
