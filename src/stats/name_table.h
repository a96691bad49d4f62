// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stats {

using NameId = std::uint32_t;
using WordId = std::uint32_t;

// Texts one after another in one block.
class TextBlock {
public:
    std::size_t size() const { return end_.size(); }
    std::string_view operator[](std::size_t at) const {
        const std::uint32_t begin = at == 0 ? 0 : end_[at - 1];
        return std::string_view{text_}.substr(begin, end_[at] - begin);
    }
    void add(std::string_view text) {
        text_ += text;
        end_.push_back(static_cast<std::uint32_t>(text_.size()));
    }

private:
    std::string text_;
    std::vector<std::uint32_t> end_;
};

// The distinct full names of persons, each once, with the key of its place in Vietnamese order and its words. Of 55,700
// members some 20,000; they consist of a few hundred words. Copied into each state of the roster.
struct NameTable {
    TextBlock texts;      // As written.
    TextBlock sort_keys;  // base::name_sort_key.
    // Words as compared (lower case, tone in its usual place: "hòa") and without diacritics ("hoa").
    TextBlock spelled, folded;
    std::vector<std::uint32_t> words_end;  // Of each name: where its words end in `words`.
    std::vector<WordId> words;

    std::size_t size() const { return texts.size(); }
    std::span<const WordId> words_of(NameId name) const {
        const std::uint32_t begin = name == 0 ? 0 : words_end[name - 1];
        return std::span{words}.subspan(begin, words_end[name] - begin);
    }
};

// Fills a table; what was given a number keeps it.
class NameInterner {
public:
    NameId intern(std::string_view name);
    const NameTable& table() const { return table_; }

private:
    WordId intern_word(std::string word);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Id>
    using Ids = std::unordered_map<std::string, Id, Hash, std::equal_to<>>;

    NameTable table_;
    Ids<NameId> names_;
    Ids<WordId> words_;
};

// A text in the form in which words are compared: lower case, the tone in its usual place.
std::string comparable(std::string_view text);

// Calls visit(word) for each word of a text in comparable form: what stands between blanks and punctuation.
template <class Visit>
void for_each_word(std::string_view text, const Visit& visit) {
    const auto parts = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return !is_word;
    };
    std::size_t begin = 0;
    while (begin < text.size()) {
        while (begin < text.size() && parts(text[begin])) ++begin;
        std::size_t end = begin;
        while (end < text.size() && !parts(text[end])) ++end;
        if (end > begin) visit(text.substr(begin, end - begin));
        begin = end;
    }
}

}  // namespace stats
