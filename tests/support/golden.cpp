// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace support {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

// What lies between the common beginning and the common end, at most `shown` lines of each side.
std::string difference(std::string_view expected, std::string_view actual) {
    constexpr std::size_t shown = 12;
    const auto old_lines = lines_of(expected), new_lines = lines_of(actual);
    const auto shorter = std::min(old_lines.size(), new_lines.size());
    std::size_t begin = 0, end = 0;
    while (begin < shorter && old_lines[begin] == new_lines[begin]) ++begin;
    while (end < shorter - begin && old_lines[old_lines.size() - 1 - end] == new_lines[new_lines.size() - 1 - end])
        ++end;

    std::string text = "từ dòng " + std::to_string(begin + 1) + ":\n";
    for (const auto& [lines, sign] : {std::pair{&old_lines, "- "}, std::pair{&new_lines, "+ "}}) {
        const auto last = lines->size() - end;
        for (auto i = begin; i < std::min(last, begin + shown); ++i) {
            text += sign + std::string{(*lines)[i]};
            if (!text.ends_with('\n')) text += "⏎ thiếu xuống dòng\n";
        }
        if (last > begin + shown) text += sign + ("… và " + std::to_string(last - begin - shown)) + " dòng nữa\n";
    }
    return text;
}

std::optional<std::string> read(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) return {};
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

void write(const std::filesystem::path& path, std::string_view text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out{path, std::ios::binary};
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out.flush()) ADD_FAILURE() << "không ghi được " << path;
}

void check_file(const std::filesystem::path& path, std::string_view actual) {
    const auto expected = read(path);
    if (expected == actual) return;
    const char* bless = std::getenv("KT_BLESS");
    if (bless && std::string_view{bless} == "1") return write(path, actual);
    if (!expected) {
        ADD_FAILURE() << "chưa có tệp " << path.string() << " (./dev bless ghi tệp này)";
    } else {
        ADD_FAILURE_AT(path.c_str(), 1) << difference(*expected, actual) << "(./dev bless nhận kết quả mới)";
    }
}

}  // namespace

void check_golden(std::string_view path, std::string_view actual) {
    check_file(std::filesystem::path{"tests/golden"} / path, actual);
}

void check_generated(std::string_view path, std::string_view actual) { check_file(path, actual); }

}  // namespace support
