// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/not_a_count.h"

#include <algorithm>
#include <array>

#include "checker/noun.h"

namespace checker {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(const Token& token, Words words) {
    return std::find(words.begin(), words.end(), std::string_view{token.key}) != words.end();
}

bool is_plain(const Token& token) { return token.text.find_first_of(".,") == std::string_view::npos; }

int small_value(const Token& token) {
    if (!is_plain(token) || token.text.size() > 4) return -1;
    int value = 0;
    for (const char digit : token.text) value = value * 10 + (digit - '0');
    return value;
}

bool looks_like_year(const Token& token) {
    const int value = small_value(token);
    return token.text.size() == 4 && value >= 1900 && value < 2100;
}

class Look {
public:
    Look(const Text& text, const Sentence& sentence, std::size_t at)
        : tokens_{text.tokens}, first_{sentence.first}, last_{sentence.last}, at_{at} {}

    std::size_t end() const {
        const std::size_t alone = end_alone();
        return alone ? alone : list();
    }

private:
    bool has(std::size_t i) const { return i < last_; }
    bool joined(std::size_t i) const { return has(i) && !tokens_[i].follows_blank; }
    const Token* before(std::size_t back = 1) const { return at_ >= first_ + back ? &tokens_[at_ - back] : nullptr; }

    bool noun_follows(std::size_t i) const {
        return has(i) && known_noun_at(tokens_, i, last_).tokens > 0 && !is_measure_at(tokens_, i);
    }

    // 14/10/1930, 9/2023, 85/2015/QH13, 15/KH-TU; a day 13/10 unless something counted follows.
    std::size_t chain() const {
        if (const auto* slash = before(); slash && slash->is("/") && !slash->follows_blank && joined(at_)) {
            // What follows a slash is read together with what stands before it, or belongs to a sign.
            const auto* head = before(2);
            if (head && !head->is_number() && known_noun_before_slash()) return 0;
            return at_ + 1;
        }
        if (!joined(at_ + 1) || !tokens_[at_ + 1].is("/") || !joined(at_ + 2)) return 0;
        std::size_t i = at_ + 2;
        if (!tokens_[i].is_number()) return skip_sign(i);
        if (joined(i + 1) && tokens_[i + 1].is("/") && joined(i + 2)) return skip_sign(i + 2);
        const int left = small_value(tokens_[at_]), right = small_value(tokens_[i]);
        if (looks_like_year(tokens_[i]) && left <= 12 && !noun_follows(i + 1)) return i + 1;
        if (joined(i + 1) && tokens_[i + 1].is("-") && joined(i + 2)) return skip_sign(i + 2);
        const bool could_be_day = left >= 1 && left <= 31 && right >= 1 && right <= 12;
        if (!could_be_day) return 0;
        const auto* word = before();
        if (word &&
            is_one_of(*word, {"ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "mùng", "lễ", "dịp", "đến"}))
            return i + 1;
        if (right <= 5 && left < right && has(i + 1) && is_one_of(tokens_[i + 1], {"số", "tổng", "thời", "quãng"}))
            return i + 1;
        if (noun_follows(i + 1)) return 0;
        const bool says_share = has(i + 1) && (is_one_of(tokens_[i + 1], {"(", ",", "=", "đạt", "chiếm", "bằng"}) ||
                                               tokens_[i + 1].is_word());
        const bool is_led = word && is_one_of(*word, {"đạt", "có", "với", "là", ":", "(", "được", "nạp", "được", "cả"});
        return says_share && is_led ? 0 : i + 1;
    }

    // 42 chi bộ/49 chi bộ: the second number is a figure of its own.
    bool known_noun_before_slash() const {
        for (std::size_t i = at_ - 2; i + 5 > at_ && i > first_; --i)
            if (known_noun_at(tokens_, i, at_ - 1).tokens == at_ - 1 - i) return true;
        return false;
    }

    std::size_t skip_sign(std::size_t i) const {
        while (joined(i) && (tokens_[i].kind != Token::Kind::sign || tokens_[i].is("/") || tokens_[i].is("-"))) ++i;
        return i;
    }

    // 21-NQ/TW, COVID-19, 2020-2025, 90 - 100.
    std::size_t dashes() const {
        const auto* dash = before();
        // "giảm 14 vụ (-18,42%)"
        if (dash && dash->is("-") && before(2) && before(2)->is("(") && is_percent(at_ + 1)) return 0;
        if (dash && dash->is("-") && !dash->is_bullet && joined(at_) && !dash->follows_blank) return at_ + 1;
        if (!has(at_ + 1) || !tokens_[at_ + 1].is("-") || tokens_[at_ + 1].is_bullet || !has(at_ + 2)) return 0;
        const Token& next = tokens_[at_ + 2];
        const bool tight = joined(at_ + 1) && joined(at_ + 2);
        if (next.is_number()) return next.begins_line ? 0 : std::max(at_ + 3, skip_sign(at_ + 3));
        if (tight && next.is_word()) return skip_sign(at_ + 2);
        if (next.is_word() &&
            is_one_of(next, {"nq", "ct", "qđ", "kl", "hd", "kh", "tb", "ctr", "qc", "đa", "bc", "cv"}))
            return skip_sign(at_ + 3);
        return 0;
    }

    // (1) …; (2) …: numbers of items, not "Bắc Ninh (12)".
    std::size_t enumerator() const {
        const auto* bracket = before();
        if (!bracket || !bracket->is("(") || !has(at_ + 1) || !tokens_[at_ + 1].is(")")) return 0;
        const auto* prior = before(2);
        return small_value(tokens_[at_]) <= 30 && (!prior || !prior->is_word()) ? at_ + 1 : 0;
    }

    // 6:30, 16h30, 7g.
    std::size_t time() const {
        const auto* colon = before();
        if (colon && colon->is(":") && !colon->follows_blank && joined(at_) && before(2) && before(2)->is_number())
            return at_ + 1;
        if (joined(at_ + 1) && tokens_[at_ + 1].is(":") && joined(at_ + 2) && tokens_[at_ + 2].is_number())
            return at_ + 3;
        return 0;
    }

    // Signs and telephone numbers by their form: 0234382…, 23070412…
    std::size_t signs() const {
        const Token& number = tokens_[at_];
        const auto* prior = before();
        if (prior && joined(at_) && !prior->follows_blank && prior->is(".") && before(2) && before(2)->is_word())
            return at_ + 1;  // Q.1
        if (!is_plain(number)) return 0;
        if (number.text.size() >= 9 || (number.text.size() >= 4 && number.text[0] == '0')) return at_ + 1;
        return 0;
    }

    // 5 907: thousands parted by a blank cannot be told from two numbers; neither is used.
    std::size_t split_digits() const {
        if (!has(at_ + 1) || !tokens_[at_ + 1].is_number() || tokens_[at_ + 1].begins_line) return 0;
        const auto* word = before();
        const bool dated = looks_like_year(tokens_[at_]) || (word && is_one_of(*word, {"năm", "tháng", "ngày", "quý"}));
        if (dated) return at_ + 1;
        return tokens_[at_ + 1].text.size() == 3 && is_plain(tokens_[at_ + 1]) && is_plain(tokens_[at_]) ? at_ + 2 : 0;
    }

    bool is_document_name() const {
        for (const std::string_view name : {"nghị quyết", "quyết định", "chỉ thị", "quy định", "kết luận", "đề án",
                                            "thông tư", "hướng dẫn", "công văn", "luật", "chương trình", "nghị định"})
            if (match_before(tokens_, at_, name)) return true;
        return false;
    }

    // Nghị quyết số 35, Điều 12, khóa 13, quận 1, tháng 9.
    std::size_t named() const {
        const auto* word = before();
        if (!word || !word->is_word()) return 0;
        const bool ratio =
            joined(at_ + 1) && tokens_[at_ + 1].is("/") && joined(at_ + 2) && tokens_[at_ + 2].is_number();
        const bool noun = noun_follows(ratio ? at_ + 3 : at_ + 1);
        const int value = small_value(tokens_[at_]);
        if (is_one_of(*word, {"điều",  "khoản", "mục",   "chương", "phụ",     "lục", "biểu", "bảng", "hình", "trang",
                              "khóa",  "thứ",   "thoại", "fax",    "hotline", "sđt", "đt",   "tel",  "lúc",  "hồi",
                              "covid", "km",    "đường", "ngõ",    "hẻm",     "lộ",  "nq",   "ct",   "qđ",   "kl"}))
            return noun && !is_one_of(*word, {"điều", "khoản", "thứ", "khóa"}) ? 0 : at_ + 1;
        if (word->is("số")) {
            const auto* prior = before(2);
            return prior && is_one_of(*prior, {"tổng", "trong", "trên", "đảng", "dân", "quân", "trong", "với", "một",
                                               "con", "của", "sĩ", "tỷ", "hệ"})
                       ? 0
                   : noun ? 0
                          : at_ + 1;
        }
        if (value > 0 && value <= 31 && word->is("ngày")) return at_ + 1;
        if (value > 0 && value <= 12 && is_one_of(*word, {"tháng", "quý"})) return at_ + 1;
        if (is_document_name() && !noun && is_plain(tokens_[at_]) && value >= 0 && !is_percent(at_ + 1)) return at_ + 1;
        if (value > 0 && value <= 30 && !noun && !is_percent(at_ + 1) &&
            is_one_of(*word,
                      {"quận", "phường", "tổ",   "thôn", "ấp",  "phố",  "khóm", "khu",  "cụm", "đội", "loại", "nhóm",
                       "lớp",  "khối",   "ương", "đợt",  "bài", "phần", "vòng", "hạng", "bậc", "tập", "top",  "mẫu"}))
            return at_ + 1;
        // dưới 40 tuổi, tuổi từ 30, độ tuổi trên 50.
        for (std::size_t back = 1; back <= 3; ++back)
            if (const auto* near = before(back); near && near->is("tuổi") && !noun && !is_percent(at_ + 1))
                return at_ + 1;
        return 0;
    }

    bool is_percent(std::size_t i) const {
        return has(i) && (tokens_[i].is("%") || match(tokens_, i, "phần trăm") || match(tokens_, i, "điểm phần") ||
                          match(tokens_, i, "điểm %"));
    }

    std::size_t year() const {
        if (!looks_like_year(tokens_[at_])) return 0;
        if (is_percent(at_ + 1)) return 0;
        const auto* word = before();
        const bool dated = word && is_one_of(*word, {"năm", "đoạn", "kỳ", "từ", "đến", "/", "-", "quý", "khóa", "và",
                                                     "tháng", "mùa", "hè", "xuân", "tết", "("});
        return dated || !noun_follows(at_ + 1) ? at_ + 1 : 0;
    }

    std::size_t measure() const {
        if (is_percent(at_ + 1) || !is_measure_at(tokens_, at_ + 1)) return 0;
        return tokens_[at_ + 1].is("năm") || tokens_[at_ + 1].is("tháng") ? at_ + 1 : at_ + 2;
    }

    // Without regard to the numbers before it.
    std::size_t end_alone() const {
        if (tokens_[at_].is_bullet) return at_ + 1;
        for (const auto answer :
             {enumerator(), chain(), dashes(), time(), signs(), split_digits(), named(), year(), measure()})
            if (answer) return answer;
        return 0;
    }

    // Hội nghị Trung ương 4, 5, 6: what follows a number that counts nothing, with only a comma between, counts
    // nothing.
    std::size_t list() const {
        Look look = *this;
        for (int back = 0; back < list_numbers_max; ++back) {
            const auto* comma = look.before();
            if (!comma || !is_one_of(*comma, {",", "và", ";"}) || !look.before(2) || !look.before(2)->is_number())
                return 0;
            if (look.noun_follows(look.at_ + 1) || look.is_percent(look.at_ + 1)) return 0;
            look.at_ -= 2;
            if (look.end_alone()) return at_ + 1;
        }
        return 0;
    }

    static constexpr int list_numbers_max = 30;

    const std::vector<Token>& tokens_;
    std::size_t first_, last_, at_;
};

}  // namespace

std::size_t end_of_other_number(const Text& text, const Sentence& sentence, std::size_t at) {
    return Look{text, sentence, at}.end();
}

}  // namespace checker
