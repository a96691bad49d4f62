// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Reads feature files: Vietnamese Gherkin (Tính năng, Bối cảnh, Kịch bản, Khung kịch bản, Dữ liệu, Cho, Khi, Thì, Và,
// Nhưng).
namespace scenario {

// A table under a sentence: its first row names the columns.
struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  // Each as wide as `columns`.

    bool operator==(const Table&) const = default;
    // The cell of a row by the name of its column; throws Failed where there is no such column.
    const std::string& at(std::size_t row, std::string_view column) const;
};

// One sentence of a scenario, with the table or the text block (between """ lines) that follows it.
struct Step {
    int line = 0;
    std::string keyword;  // As written: "Cho", "Và", …
    std::string sentence;
    Table table;
    std::string text;
};

// What runs as one test case: a scenario, or one row of the data of an outline with its values filled in. The sentences
// of the background come first.
struct Scenario {
    int line = 0;
    std::string name;  // Unique within the feature; for an outline, the title followed by the values of the row.
    std::vector<Step> steps;
};

struct Feature {
    std::string title;
    std::vector<Scenario> scenarios;
};

// A feature file cannot be read, or a sentence does not hold. The message is for the reader of the test.
struct Failed {
    std::string message;
    int line = 0;  // In the feature file; 0 = the line of the sentence that runs.
};

// Throws Failed with the line of the first mistake: an unknown keyword, a table of uneven width, a <name> without a
// column, two scenarios of one name, an outline without data.
Feature parse_feature(std::string_view text);

}  // namespace scenario
