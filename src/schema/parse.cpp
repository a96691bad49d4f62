// SPDX-License-Identifier: AGPL-3.0-or-later
#include "schema/parse.h"

#include <array>
#include <charconv>

#include "base/text.h"
#include "schema/validate.h"

namespace schema {
namespace {

base::Refusal refuse(const Field& field, std::string_view text, std::string_view code, std::string_view more = {}) {
    std::vector<std::string> args{std::string{field.options.label}, std::string{text}};
    if (!more.empty()) args.emplace_back(more);
    return {std::string{code}, std::move(args), std::string{field.options.source}};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 1234, 1.234.567, 1 234, -5; nothing for anything else. `text` is clean and not empty.
std::optional<std::int64_t> read_integer(std::string_view text) {
    std::array<char, 24> digits;  // Enough for any 64-bit number.
    std::size_t count = 0;
    std::string_view rest = text;
    if (rest.front() == '-') digits[count++] = '-', rest.remove_prefix(1);
    const char separator = rest.find('.') != std::string_view::npos ? '.' : ' ';
    for (bool first = true;; first = false) {
        const auto end = rest.find(separator);
        const auto group = rest.substr(0, end);
        const bool alone = first && end == std::string_view::npos;
        if (group.empty() || (!alone && (first ? group.size() > 3 : group.size() != 3))) return {};
        for (const char c : group) {
            if (!is_digit(c) || count == digits.size()) return {};
            digits[count++] = c;
        }
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + count, value);
    if (error != std::errc{} || end != digits.data() + count) return {};
    return value;
}

std::optional<bool> read_boolean(std::string_view text) {
    if (text == "x" || text == "X" || text == "1") return true;
    if (text == "0") return false;
    const auto folded = base::fold(text);
    if (folded == "co" || folded == "dung" || folded == "true") return true;
    if (folded == "khong" || folded == "sai" || folded == "false") return false;
    return {};
}

// Programs that export dates often add a time, which is always midnight.
std::string_view without_midnight(std::string_view text) {
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"})
        if (text.ends_with(midnight)) return text.substr(0, text.size() - midnight.size());
    return text;
}

std::optional<base::PartialDate> read_date(std::string_view text) {
    text = without_midnight(text);
    if (const auto date = base::parse_vietnamese_partial_date(text)) return date;
    return base::parse_iso_partial_date(text);
}

// The text in the field's format where dropping separators or capitals lead there; else as it is.
std::string read_identifier(std::string text, bool (*accepts)(std::string_view)) {
    if (accepts(text) || !is_digit(text.front())) return text;
    std::string bare = text;
    std::erase(bare, ' ');
    if (accepts(bare)) return bare;
    std::erase_if(bare, [](char c) { return c == '.' || c == '-'; });
    if (accepts(bare)) return bare;
    bare = base::to_upper(bare);
    return accepts(bare) ? bare : text;
}

// Most cells are clean already: then no copy is made of them.
bool is_plain_ascii(std::string_view text) {
    for (const char c : text)
        if (c <= ' ' || c > '~') return false;
    return true;
}

}  // namespace

LabelIndex::LabelIndex(const CodeList& list) {
    const auto each_spelling = [&](auto&& visit) {
        for (const Code& code : list.codes) {
            visit(code.code, code);
            visit(code.label, code);
            for (auto rest = code.synonyms; !rest.empty();) {
                const auto end = rest.find('|');
                visit(rest.substr(0, end), code);
                rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            }
        }
    };
    const auto add = [](auto& codes, std::string key, const Code& code) {
        const auto [at, is_new] = codes.emplace(std::move(key), &code);
        if (!is_new && at->second != &code) at->second = nullptr;
    };
    each_spelling([&](std::string_view spelling, const Code& code) { add(codes_, std::string{spelling}, code); });
    decltype(codes_) folded;
    each_spelling([&](std::string_view spelling, const Code& code) { add(folded, base::fold(spelling), code); });
    codes_.merge(folded);  // A spelling as written goes before what folds to it.
}

const Code* LabelIndex::find(std::string_view text) const {
    auto found = codes_.find(text);
    if (found == codes_.end()) found = codes_.find(base::fold(text));
    return found == codes_.end() ? nullptr : found->second;
}

FieldParser::FieldParser(const Field& field) : field_{&field} {
    if (field.list) labels_.emplace(*field.list);
}

base::Result<Value> FieldParser::parse(std::string_view raw) const {
    std::string cleaned;
    std::string_view text = raw;
    if (!is_plain_ascii(raw)) text = cleaned = base::clean_text(raw);
    if (text.empty()) return Value{};

    switch (field_->kind) {
        case Kind::boolean:
            if (const auto value = read_boolean(text)) return Value{*value};
            break;
        case Kind::integer:
            if (const auto value = read_integer(text)) return Value{*value};
            break;
        case Kind::text: {
            if (cleaned.empty()) cleaned = text;
            if (field_->options.accepts) cleaned = read_identifier(std::move(cleaned), field_->options.accepts);
            return Value{std::move(cleaned)};
        }
        case Kind::date: {
            const auto date = read_date(text);
            if (!date) return refuse(*field_, text, "bad_date");
            if (date->precision() != base::Precision::day) return refuse(*field_, text, "year_only");
            return Value{date->first_day()};
        }
        case Kind::partial_date:
            if (const auto date = read_date(text)) return Value{*date};
            return refuse(*field_, text, "bad_date");
        case Kind::code:
            if (const Code* code = labels_->find(text)) return Value{std::string{code->code}};
            return refuse(*field_, text, "not_in_list", field_->list->label);
        case Kind::reference:
            if (const auto id = base::parse_uuid(text)) return Value{*id};
            break;
        case Kind::bytes: break;
    }
    return refuse(*field_, text, "wrong_type", label_of(field_->kind));
}

base::Result<Value> parse_text(const Field& field, std::string_view text) { return FieldParser{field}.parse(text); }

}  // namespace schema
