// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/legacy_encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/text_letters.h"
#include "base/text_syllable.h"

namespace base {
namespace {

// Codes of TCVN3 by letter and tone, as in TCVN 5712:1993, for small letters; then the capitals without tone.
using Codes = std::map<char32_t, std::u32string>;

void add_vowel(Codes& codes, char32_t letter, const std::array<char32_t, 6>& tones) {
    const auto order = letter_of(letter).order;
    for (std::size_t tone = 0; tone < 6; ++tone) codes[lower_letters[order][tone]] = {tones[tone]};
}

Codes tcvn3_codes() {
    Codes codes{{U'đ', {0xAE}}, {U'Đ', {0xA7}}, {U'Ă', {0xA1}}, {U'Â', {0xA2}},
                {U'Ê', {0xA3}}, {U'Ô', {0xA4}}, {U'Ơ', {0xA5}}, {U'Ư', {0xA6}}};
    add_vowel(codes, U'a', {'a', 0xB5, 0xB6, 0xB7, 0xB8, 0xB9});
    add_vowel(codes, U'ă', {0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6});
    add_vowel(codes, U'â', {0xA9, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB});
    add_vowel(codes, U'e', {'e', 0xCC, 0xCE, 0xCF, 0xD0, 0xD1});
    add_vowel(codes, U'ê', {0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6});
    add_vowel(codes, U'i', {'i', 0xD7, 0xD8, 0xDC, 0xDD, 0xDE});
    add_vowel(codes, U'o', {'o', 0xDF, 0xE1, 0xE2, 0xE3, 0xE4});
    add_vowel(codes, U'ô', {0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9});
    add_vowel(codes, U'ơ', {0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE});
    add_vowel(codes, U'u', {'u', 0xEF, 0xF1, 0xF2, 0xF3, 0xF4});
    add_vowel(codes, U'ư', {0xAD, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9});
    add_vowel(codes, U'y', {'y', 0xFA, 0xFB, 0xFC, 0xFD, 0xFE});
    return codes;
}

// Codes of VNI-Windows by letter and tone; capitals are 0x20 less, code by code.
Codes vni_codes() {
    Codes codes{{U'đ', U"ñ"}};
    const auto add = [&](char32_t letter, std::u32string_view base, std::u32string_view marks) {
        const auto order = letter_of(letter).order;
        for (std::size_t tone = 0; tone < 6; ++tone) {
            auto& code = codes[lower_letters[order][tone]];
            code = base;
            if (marks[tone] != U'.') code += marks[tone];
        }
    };
    constexpr std::u32string_view tones = U".øûõùï", hat = U"âàåãáä", breve = U"êèúüéë";
    add(U'a', U"a", tones), add(U'e', U"e", tones), add(U'o', U"o", tones), add(U'u', U"u", tones),
        add(U'y', U"y", tones);
    add(U'ơ', U"ô", tones), add(U'ư', U"ö", tones), add(U'â', U"a", hat), add(U'ê', U"e", hat), add(U'ô', U"o", hat),
        add(U'ă', U"a", breve);
    add(U'i', U"", U"iìæóíò");
    codes[U'ỵ'] = U"î";
    auto capitals = codes;
    for (const auto& [letter, code] : capitals) {
        std::u32string capital_code;
        for (const char32_t c : code) capital_code += c - 0x20;
        const auto known = letter_of(letter);
        codes[upper_letters[known.order][known.tone]] = capital_code;
    }
    return codes;
}

// As it would stand in the cell. What has no code in TCVN3, a capital with a tone, is typed as the small letter.
std::string encoded(LegacyEncoding encoding, std::string_view text) {
    static const Codes tcvn3 = tcvn3_codes(), vni = vni_codes();
    const auto& codes = encoding == LegacyEncoding::tcvn3 ? tcvn3 : vni;
    std::string result;
    const char* at = text.data();
    while (at != text.data() + text.size()) {
        const char32_t c = next_code_point(at, text.data() + text.size());
        auto code = codes.find(c);
        if (code == codes.end() && c >= 0x80) {
            const auto known = letter_of(c);
            code = codes.find(lower_letters[known.order][known.tone]);
        }
        if (code == codes.end())
            append_code_point(result, c);
        else
            for (const char32_t unit : code->second) append_code_point(result, unit);
    }
    return result;
}

constexpr std::array<std::string_view, 36> families{
    "Nguyễn", "Trần", "Lê",    "Phạm", "Hoàng", "Huỳnh", "Phan",   "Vũ",    "Võ",     "Đặng", "Bùi", "Đỗ",
    "Hồ",     "Ngô",  "Dương", "Lý",   "Đinh",  "Trịnh", "Đoàn",   "Mai",   "Trương", "Lâm",  "Tô",  "Phùng",
    "Hà",     "Chu",  "Quách", "Tạ",   "Thái",  "Lương", "Nghiêm", "Khổng", "Giàng",  "Ứng",  "Ôn",  "Uông"};
constexpr std::array<std::string_view, 30> middles{"Văn",  "Thị",  "Đức",   "Hữu",  "Công",  "Quang", "Minh",   "Thanh",
                                                   "Ngọc", "Xuân", "Đình",  "Bá",   "Thế",   "Viết",  "Kim",    "Hồng",
                                                   "Thuý", "Mỹ",   "Bảo",   "Quốc", "Trọng", "Như",   "Phương", "Diệu",
                                                   "Tuấn", "Gia",  "Khánh", "Ánh",  "Thuỳ",  "Nhật"};
constexpr std::array<std::string_view, 60> givens{
    "An",     "Anh",  "Ánh",  "Ân",    "Bình",   "Cường", "Dũng",  "Dương", "Đạt",   "Đức",  "Giang", "Hà",
    "Hạnh",   "Hằng", "Hậu",  "Hiền",  "Hiếu",   "Hoà",   "Hoàn",  "Hồng",  "Huệ",   "Hùng", "Huyền", "Hương",
    "Khoẻ",   "Kiên", "Kỷ",   "Lan",   "Lệ",     "Liễu",  "Loan",  "Lợi",   "Lụa",   "Mỵ",   "Nghĩa", "Ngoãn",
    "Nguyệt", "Nhã",  "Nhẫn", "Oanh",  "Phượng", "Quân",  "Quế",   "Quý",   "Quỳnh", "Sửu",  "Thắm",  "Thuỷ",
    "Thưởng", "Tỵ",   "Trâm", "Tuyết", "Ước",    "Vẽ",    "Vượng", "Xoan",  "Xuyến", "Ý",    "Yến",   "Tĩnh"};

class Names {
public:
    explicit Names(std::uint32_t seed) : random_{seed} {}
    std::string next() {
        std::string name{pick(families)};
        for (auto count = random_() % 3; count > 0; --count) name += ' ' + std::string{pick(middles)};
        return name + ' ' + std::string{pick(givens)};
    }

private:
    template <class List>
    std::string_view pick(const List& list) {
        return list[random_() % list.size()];
    }
    std::mt19937 random_;
};

constexpr std::array both{LegacyEncoding::tcvn3, LegacyEncoding::vni};

TEST(LegacyEncoding, ConvertsKnownTexts) {
    const std::vector<std::pair<std::string, std::string>> tcvn3{
        {"NguyÔn V¨n An", "Nguyễn Văn An"},
        {"Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"},
        {"§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
        {"§¶ng Céng s¶n ViÖt Nam", "Đảng Cộng sản Việt Nam"},
        {"Ph\xC2\xAD\xC2\xAC"
         "ng",
         "Phương"},
        {"NGUYÔN V¡N AN", "NGUYỄN VĂN AN"},
        {"TR\xC3\x87N THÞ Hµ", "TRẦN THỊ HÀ"},
        {"Lý A Tó", "Lý A Tú"},
    };
    for (const auto& [text, expected] : tcvn3) EXPECT_EQ(from_legacy(LegacyEncoding::tcvn3, text), expected);
    const std::vector<std::pair<std::string, std::string>> vni{
        {"Nguyeãn Vaên An", "Nguyễn Văn An"},
        {"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
        {"Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"},
        {"NGUYEÃN THÒ KYÛ", "NGUYỄN THỊ KỶ"},
        {"Ñaûng boä phöôøng Lyù Thöôøng Kieät", "Đảng bộ phường Lý Thường Kiệt"},
        {"Hoà Chí Minh", "Hồ Chí Minh"},
        {"AÂu Cô, Mî", "Âu Cơ, Mỵ"},
    };
    for (const auto& [text, expected] : vni) EXPECT_EQ(from_legacy(LegacyEncoding::vni, text), expected);
}

TEST(LegacyEncoding, EveryLetterComesBack) {
    for (const auto encoding : both)
        for (std::size_t i = 0; i < lower_letters.size(); ++i)
            for (const bool is_upper : {false, true})
                for (const char32_t c : is_upper ? upper_letters[i] : lower_letters[i]) {
                    std::string letter;
                    append_code_point(letter, c);
                    const bool has_capital = encoding == LegacyEncoding::vni || letter_of(c).tone == ngang;
                    EXPECT_EQ(from_legacy(encoding, encoded(encoding, letter)),
                              has_capital ? letter : to_lower(letter));
                }
}

TEST(LegacyEncoding, NamesComeBack) {
    Names names{1};
    for (int i = 0; i < 20'000; ++i) {
        const auto name = names.next();
        EXPECT_EQ(from_legacy(LegacyEncoding::vni, encoded(LegacyEncoding::vni, name)), name);
        EXPECT_EQ(from_legacy(LegacyEncoding::vni, encoded(LegacyEncoding::vni, to_upper(name))), to_upper(name));
        // A first letter with a tone (Ánh) has no capital in TCVN3.
        EXPECT_EQ(to_lower(from_legacy(LegacyEncoding::tcvn3, encoded(LegacyEncoding::tcvn3, name))), to_lower(name));
        EXPECT_EQ(from_legacy(LegacyEncoding::tcvn3, encoded(LegacyEncoding::tcvn3, "HỌ TÊN " + to_upper(name))),
                  "HỌ TÊN " + to_upper(name));
    }
}

TEST(LegacyEncoding, RecognisesColumns) {
    Names names{2};
    for (int i = 0; i < 300; ++i)
        for (const auto encoding : both) {
            std::vector<std::string> column;
            for (int row = 0; row < 12; ++row) {
                const auto name = names.next();
                column.push_back(encoded(encoding, i % 2 ? name : to_upper(name)));
            }
            column.insert(column.end(), {"Ghi chú: 12 m²", "", "2025", "H'Mông", "Ksor H'Blăng"});
            column.resize(12 + static_cast<std::size_t>(i) % 4);
            EXPECT_EQ(recognise_legacy(column), encoding) << column[0];
        }
    EXPECT_EQ(recognise_legacy(std::vector<std::string>{"Nam", "N÷", "Nam", "N÷"}), LegacyEncoding::tcvn3);
    EXPECT_EQ(recognise_legacy(std::vector<std::string>{"Hä vµ tªn", "Ngµy sinh", "Ghi chó"}), LegacyEncoding::tcvn3);
    EXPECT_EQ(recognise_legacy(std::vector<std::string>{"Hoï vaø teân", "Ngaøy sinh", "Ghi chuù"}),
              LegacyEncoding::vni);
}

TEST(LegacyEncoding, RecognisesMostSingleNamesAndNeverAsTheOtherEncoding) {
    Names names{3};
    for (const auto encoding : both) {
        int marked = 0, recognised = 0;
        for (int i = 0; i < 5'000; ++i) {
            const auto text = encoded(encoding, names.next());
            if (fold(text) == to_lower(text)) continue;
            ++marked;
            const auto answer = recognise_legacy(text);
            EXPECT_TRUE(answer == encoding || answer == LegacyEncoding::none) << text;
            recognised += answer == encoding;
        }
        EXPECT_GT(marked, 4'500);
        EXPECT_GT(recognised * 100, marked * 95);
    }
}

TEST(LegacyEncoding, ProperVietnameseIsNeverLegacy) {
    Names names{4};
    std::vector<std::string> column;
    for (int i = 0; i < 20'000; ++i) {
        const auto name = names.next();
        for (const auto& text : {name, to_upper(name), canonical_tone(name), fold(name)}) {
            EXPECT_EQ(recognise_legacy(text), LegacyEncoding::none) << text;
            column.push_back(text);
        }
    }
    EXPECT_EQ(recognise_legacy(column), LegacyEncoding::none);
    // Only letters that are in Latin-1 too.
    EXPECT_EQ(recognise_legacy(std::vector<std::string>{"Lê Hà", "Tô Thí", "Hoàng Công Hoà", "Bùi Chí Thêm", "Vi Lý",
                                                        "Hồ", "Lò Hòa", "Tòng"}),
              LegacyEncoding::none);
    for (const std::string text : {"Hoà", "Lê", "Bé", "Thuý", "Hoá", "Toán", "Chí", "Lò", "Tô", "Hôn", "Bà Tý",
                                   "Lê Hòa", "Loè", "Thê", "Quý Tý"})
        EXPECT_EQ(recognise_legacy(text), LegacyEncoding::none) << text;
}

TEST(LegacyEncoding, WesternNamesAndSignsAreNeverLegacy) {
    const std::vector<std::string> western{"Müller",
                                           "Éric",
                                           "René",
                                           "Zoë",
                                           "Noël",
                                           "José",
                                           "Jürgen",
                                           "François",
                                           "Hélène",
                                           "Köln",
                                           "Björn",
                                           "Renée",
                                           "Thaï",
                                           "Chloé",
                                           "Maïté",
                                           "Raúl",
                                           "Núñez",
                                           "Muñoz",
                                           "Peña",
                                           "João",
                                           "Simões",
                                           "Guimarães",
                                           "São Paulo",
                                           "Conceição",
                                           "Årjäng",
                                           "Bär",
                                           "Hän",
                                           "Löwe",
                                           "Süß",
                                           "Großmann",
                                           "Éléonore",
                                           "Anaïs",
                                           "Loïc",
                                           "Gaëlle",
                                           "Aïda",
                                           "Saül",
                                           "Moïse",
                                           "Château",
                                           "Côte d'Ivoire",
                                           "où",
                                           "goût",
                                           "août",
                                           "maître",
                                           "naïf",
                                           "haïr",
                                           "thé",
                                           "café",
                                           "Citroën",
                                           "Häagen",
                                           "Þór",
                                           "Ægir",
                                           "Øystein",
                                           "Åse",
                                           "Søren",
                                           "Mønster",
                                           "Ñandú",
                                           "Íñigo",
                                           "Ángel",
                                           "Óscar",
                                           "Úrsula",
                                           "Málaga",
                                           "Córdoba",
                                           "Dürer",
                                           "Händel",
                                           "Gödel",
                                           "Röntgen",
                                           "Thaï Airways",
                                           "Beyoncé",
                                           "Pelé",
                                           "Dalí",
                                           "Dvo\xC5\x99\xC3\xA1k",
                                           "M\xC2\xAA",
                                           "Jörg Müller",
                                           "André Gide",
                                           "Hô-Chi-Minh-Ville"};
    for (const auto& text : western) EXPECT_EQ(recognise_legacy(text), LegacyEncoding::none) << text;
    EXPECT_EQ(recognise_legacy(western), LegacyEncoding::none);
    for (const std::string text :
         {"",         " ",     "12 m²",  "5 µm",       "½",      "1½",      "20°C", "§ 5", "§5",  "© 2025",
          "Word®",    "«An»",  "« An »", "3 × 4",      "±5",     "£5",      "100¥", "N°1", "A·B", "Nguyen Van An",
          "\xFF\xC3", "¿Qué?", "¡Hola!", "Windows™ ©", "12 ÷ 4", "\xC2\xA0"})
        EXPECT_EQ(recognise_legacy(text), LegacyEncoding::none) << text;
}

TEST(LegacyEncoding, LeavesWhatWasNotTypedInIt) {
    for (const auto encoding : both)
        for (const std::string text :
             {"", "Nguyen Van An", "Lê Hải", "Nguyễn Văn An", "Bùi Thị Hà", "12 m²", "Đảng viên"})
            EXPECT_EQ(from_legacy(encoding, text), text);
    EXPECT_EQ(from_legacy(LegacyEncoding::none, "NguyÔn V¨n An"), "NguyÔn V¨n An");
    EXPECT_EQ(from_legacy(LegacyEncoding::tcvn3, "ruéng 12 m² – “®Êt”"), "ruộng 12 m² – “đất”");
    EXPECT_EQ(from_legacy(LegacyEncoding::tcvn3, "Lê Hà"), "Lê Hà");
    EXPECT_EQ(from_legacy(LegacyEncoding::tcvn3, "V¨n\xFF"), "V¨n\xEF\xBF\xBD");
}

RC_GTEST_PROP(LegacyEncoding, AnyBytesGiveValidUtf8, ()) {
    const auto codes = *rc::gen::container<std::vector<char32_t>>(
        rc::gen::oneOf(rc::gen::inRange<char32_t>(1, 0x80), rc::gen::inRange<char32_t>(0x80, 0x180)));
    std::string text;
    for (const auto c : codes) append_code_point(text, c);
    text += *rc::gen::arbitrary<std::string>();
    for (const auto encoding : both) RC_ASSERT(is_valid_utf8(from_legacy(encoding, text)));
    recognise_legacy(text);
}

TEST(Syllable, KnowsVietnameseSpelling) {
    for (const auto& list : {std::vector<std::string_view>{families.begin(), families.end()},
                             {middles.begin(), middles.end()},
                             {givens.begin(), givens.end()}})
        for (const auto word : list) {
            EXPECT_TRUE(is_vietnamese_syllable(word)) << word;
            EXPECT_TRUE(is_vietnamese_syllable(to_upper(word))) << word;
            EXPECT_TRUE(is_vietnamese_syllable(canonical_tone(word))) << word;
        }
    for (const std::string word :
         {"nghiêng", "giếng", "gì",    "già", "quốc", "khuỷu", "quỵt", "quýnh", "khuya", "thuở", "xoong",
          "ngoằn",   "ngoèo", "nghĩa", "yêu", "ưu",   "ở",     "uỷ",   "rượu",  "tuyết", "mứt"})
        EXPECT_TRUE(is_vietnamese_syllable(word)) << word;
    for (const std::string word :
         {"",        "b",        "ng",       "Mỹller", "ẫric",   "Renộ", "hat",   "hàt",  "các1",
          "nguyễnn", "nghiênng", "hòà",      "haò",    "thiêu-", "wa",   "fa",    "Zung", "straße",
          "đđ",      "bùt",      "nghiêngg", "tuaf",   "mǎ",     "hüa",  "cưòng", "lynh", "yn"})
        EXPECT_FALSE(is_vietnamese_syllable(word)) << word;
}

}  // namespace
}  // namespace base
