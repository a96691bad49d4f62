// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/feature.h"

#include <optional>
#include <set>
#include <span>

namespace scenario {
namespace {

constexpr std::string_view space = " \t\r";

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(space);
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(space) - first + 1);
}

// The rest of the line behind a keyword such as "Kịch bản:".
std::optional<std::string_view> after(std::string_view line, std::initializer_list<std::string_view> keywords) {
    for (const auto keyword : keywords)
        if (line.starts_with(keyword)) return trim(line.substr(keyword.size()));
    return {};
}

// The keyword that begins a sentence, of the official Vietnamese dialect.
std::optional<std::string_view> step_keyword(std::string_view line) {
    for (const std::string_view keyword : {"Cho", "Biết", "Khi", "Thì", "Và", "Nhưng", "*"})
        if (line.starts_with(keyword) && line.substr(keyword.size()).starts_with(' ')) return keyword;
    return {};
}

// `| a | b |`; \| is a bar, \n a new line and \\ a backslash within a cell.
std::vector<std::string> cells(std::string_view line, int number) {
    if (line.size() < 2 || line.back() != '|') throw Failed{"dòng bảng phải kết thúc bằng |", number};
    std::vector<std::string> row;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            ++i;
            cell += line[i] == 'n' ? '\n' : line[i];
        } else if (line[i] == '|') {
            row.emplace_back(trim(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return row;
}

void add_row(Table& table, std::string_view line, int number) {
    auto row = cells(line, number);
    if (table.columns.empty()) {
        table.columns = std::move(row);
    } else if (row.size() != table.columns.size()) {
        throw Failed{
            "dòng bảng có " + std::to_string(row.size()) + " ô, phải có " + std::to_string(table.columns.size()),
            number};
    } else {
        table.rows.push_back(std::move(row));
    }
}

// Puts the values of an outline's row in the place of <their names>.
std::string fill(const std::string& text, const Table& data, std::span<const std::string> values, int line) {
    std::string filled;
    std::size_t from = 0;
    for (std::size_t open; (open = text.find('<', from)) != text.npos;) {
        const auto close = text.find('>', open);
        if (close == text.npos) break;
        const auto name = text.substr(open + 1, close - open - 1);
        const auto column = std::find(data.columns.begin(), data.columns.end(), name);
        if (column == data.columns.end()) throw Failed{"Dữ liệu không có cột <" + name + ">", line};
        filled += text.substr(from, open - from) + values[static_cast<std::size_t>(column - data.columns.begin())];
        from = close + 1;
    }
    return filled + text.substr(from);
}

Step filled_step(Step step, const Table& data, std::span<const std::string> values) {
    step.sentence = fill(step.sentence, data, values, step.line);
    step.text = fill(step.text, data, values, step.line);
    for (auto& row : step.table.rows)
        for (auto& cell : row) cell = fill(cell, data, values, step.line);
    return step;
}

class Parser {
public:
    Feature read(std::string_view text) {
        while (!text.empty()) {
            const auto end = text.find('\n');
            ++number_;
            read_line(text.substr(0, end));
            text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        }
        if (in_text_block_) throw Failed{"thiếu dòng \"\"\" kết thúc", number_};
        finish_scenario();
        if (feature_.title.empty()) throw Failed{"thiếu dòng “Tính năng: …”", 1};
        if (feature_.scenarios.empty()) throw Failed{"không có kịch bản nào", 1};
        return std::move(feature_);
    }

private:
    // Where the next sentence, or the next row of a table, belongs.
    enum class Part { heading, background, scenario, outline, data };

    void read_line(std::string_view raw) {
        const auto line = trim(raw);
        if (line == "\"\"\"") return toggle_text_block(raw);
        if (in_text_block_) return add_text(raw);
        if (line.empty() || line.starts_with('#') || line.starts_with('@')) return;
        if (const auto title = after(line, {"Tính năng:"})) {
            if (!feature_.title.empty()) throw Failed{"mỗi tệp chỉ có một tính năng", number_};
            feature_.title = *title;
        } else if (after(line, {"Bối cảnh:"})) {
            if (part_ != Part::heading) throw Failed{"Bối cảnh phải đứng trước mọi kịch bản", number_};
            part_ = Part::background;
        } else if (const auto outline = after(line, {"Khung kịch bản:", "Khung tình huống:"})) {
            begin_scenario(*outline, Part::outline);
        } else if (const auto scenario = after(line, {"Kịch bản:", "Tình huống:"})) {
            begin_scenario(*scenario, Part::scenario);
        } else if (after(line, {"Dữ liệu:"})) {
            if (part_ != Part::outline && part_ != Part::data)
                throw Failed{"Dữ liệu phải theo sau một khung kịch bản", number_};
            part_ = Part::data;
            data_.emplace_back();
        } else if (line.starts_with('|')) {
            add_table_row(line);
        } else if (const auto keyword = step_keyword(line)) {
            add_step(*keyword, trim(line.substr(keyword->size())));
        } else if (part_ != Part::heading ||
                   feature_.title.empty()) {  // Below the title, free text says what the feature is.
            throw Failed{"không hiểu dòng này", number_};
        }
    }

    void begin_scenario(std::string_view title, Part part) {
        finish_scenario();
        if (title.empty()) throw Failed{"kịch bản phải có tên", number_};
        if (!titles_.emplace(title).second) throw Failed{"đã có kịch bản tên này", number_};
        current_ = {number_, std::string{title}, {}};
        part_ = part;
    }

    void add_step(std::string_view keyword, std::string_view sentence) {
        if (part_ == Part::heading || part_ == Part::data) throw Failed{"câu này không thuộc kịch bản nào", number_};
        steps().push_back({number_, std::string{keyword}, std::string{sentence}, {}, {}});
    }

    void add_table_row(std::string_view line) {
        if (part_ == Part::data) {
            data_.back().lines.push_back(number_);
            return add_row(data_.back().table, line, number_);
        }
        if (part_ == Part::heading || steps().empty()) throw Failed{"bảng này không thuộc câu nào", number_};
        add_row(steps().back().table, line, number_);
    }

    void toggle_text_block(std::string_view raw) {
        if (!in_text_block_ && (part_ == Part::heading || part_ == Part::data || steps().empty()))
            throw Failed{"đoạn văn này không thuộc câu nào", number_};
        in_text_block_ = !in_text_block_;
        indent_ = raw.find('"');
    }

    void add_text(std::string_view raw) {
        const auto start = std::min(raw.find_first_not_of(space), indent_);
        steps().back().text.append(start == raw.npos ? std::string_view{} : raw.substr(start)).append("\n");
    }

    std::vector<Step>& steps() { return part_ == Part::background ? background_ : current_.steps; }

    void finish_scenario() {
        if (part_ == Part::scenario || part_ == Part::outline || part_ == Part::data) {
            if (current_.steps.empty()) throw Failed{"kịch bản không có câu nào", current_.line};
            if (part_ == Part::scenario) {
                emit(current_.line, current_.name, {}, {});
            } else {
                emit_rows();
            }
        }
        data_.clear();
    }

    void emit_rows() {
        std::set<std::string> names;
        for (const auto& [table, lines] : data_) {
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                auto name = current_.name + " ·";
                for (const auto& value : table.rows[row]) name += " " + (value.empty() ? "∅" : value) + " ·";
                name.resize(name.size() - std::string_view{" ·"}.size());
                if (!names.insert(name).second) throw Failed{"dòng dữ liệu này đã có", lines[row + 1]};
                emit(lines[row + 1], name, table, table.rows[row]);
            }
        }
        if (names.empty()) throw Failed{"khung kịch bản không có dữ liệu", current_.line};
    }

    void emit(int line, const std::string& name, const Table& data, std::span<const std::string> values) {
        Scenario scenario{line, name, background_};
        for (const auto& step : current_.steps)
            scenario.steps.push_back(part_ == Part::scenario ? step : filled_step(step, data, values));
        feature_.scenarios.push_back(std::move(scenario));
    }

    struct Data {
        Table table;
        std::vector<int> lines;  // Of every row, the heading included.
    };

    Feature feature_;
    std::vector<Step> background_;
    Scenario current_;
    std::vector<Data> data_;
    std::set<std::string, std::less<>> titles_;
    Part part_ = Part::heading;
    int number_ = 0;
    bool in_text_block_ = false;
    std::size_t indent_ = 0;
};

}  // namespace

const std::string& Table::at(std::size_t row, std::string_view column) const {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) throw Failed{"bảng không có cột “" + std::string{column} + "”"};
    return rows.at(row)[static_cast<std::size_t>(found - columns.begin())];
}

Feature parse_feature(std::string_view text) { return Parser{}.read(text); }

}  // namespace scenario
