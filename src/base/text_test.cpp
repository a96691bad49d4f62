// SPDX-License-Identifier: AGPL-3.0-or-later
#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace base {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(Utf8, AcceptsWhatRfc3629Accepts) {
    for (const std::string text :
         {"", "abc", "Nguyễn", "\xF0\x9F\x98\x80", "\xEF\xBF\xBD", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_valid_utf8(text)) << text;
    for (const std::string text :
         {"\x80", "\xC3", "a\xC3", "\xC0\xAF", "\xC1\xBF", "\xE1\xBA", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3\x28"})
        EXPECT_FALSE(is_valid_utf8(text));
}

TEST(Utf8, CountsCodePointsAndBrokenBytesAsOneEach) {
    EXPECT_EQ(count_characters(""), 0u);
    EXPECT_EQ(count_characters("Nguyễn Thị Thu Hằng"), 19u);
    EXPECT_EQ(count_characters("\xF0\x9F\x98\x80!"), 2u);
    EXPECT_EQ(count_characters("a\xFF\xC3"), 3u);
}

TEST(Nfc, ComposesAndRepairs) {
    EXPECT_EQ(to_nfc("Nguye\xCC\x82\xCC\x83n"), "Nguyễn");
    EXPECT_EQ(to_nfc("vie\xCC\xA3\xCC\x82t"), "việt");  // The dot below comes first in NFD.
    EXPECT_EQ(to_nfc("vi\xC3\xAA\xCC\xA3t"), "việt");   // ê and a dot, as Windows-1258 keyboards type it.
    EXPECT_EQ(to_nfc("u\xCC\x9B\xCC\x80"), "ừ");
    EXPECT_EQ(to_nfc("Hà\xFF"), "Hà\xEF\xBF\xBD");
    EXPECT_EQ(to_nfc("e\xCC\x81\xC3"), "é\xEF\xBF\xBD");
}

TEST(CleanText, LeavesOneLineAsMeant) {
    const Pairs cases{
        {"", ""},
        {"  \t\r\n ", ""},
        {"Nguyễn Văn An", "Nguyễn Văn An"},
        {"  Nguyễn \t Văn\r\nAn  ", "Nguyễn Văn An"},
        {"Nguyễn\xC2\xA0Văn\xC2\xA0\xC2\xA0"
         "An\xC2\xA0",
         "Nguyễn Văn An"},
        {"Ng\xE2\x80\x8Buyễn\xEF\xBB\xBF", "Nguyễn"},
        {"An \xE2\x80\x8B \xE2\x80\x8B"
         "Bình",
         "An Bình"},
        {"\x01"
         "An\x7F\x02",
         "An"},
        {"A\xC2\x85"
         "B\xE2\x80\xA8"
         "C\xE3\x80\x80",
         "A B C"},
        {"Nguye\xCC\x82\xCC\x83n  An", "Nguyễn An"},
        {"Ph\xC2\xAD\xC2\xAC"
         "ng",
         "Ph\xC2\xAD\xC2\xAC"
         "ng"},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(clean_text(text), expected) << text;
    EXPECT_EQ(clean_text(std::string_view{"A\0B", 3}), "AB");
}

TEST(Fold, MatchesSearchAndHeaders) {
    const Pairs cases{
        {"", ""},
        {"Đặng  Thị Thuỷ-Ưng, ĐẢNG", "dang thi thuy ung dang"},
        {"  Họ và tên (khai sinh):\n", "ho va ten khai sinh"},
        {"Nguye\xCC\x82\xCC\x83n Tha\xCC\x81i", "nguyen thai"},
        {"\xC3\x90inh V\xC4\x83n \xC6\x89\xE1\xBB\xA9"
         "c",
         "dinh van duc"},  // Eth and African D typed for Đ.
        {"Số 12/QĐ-TU", "so 12 qd tu"},
        {"Straße Æble œuvre", "strasse aeble oeuvre"},
        {"An\xFF\xC3", "an"},
        {"A\xE2\x80\x8B"
         "B",
         "ab"},
        {"Привет 5 漢", "5"},
        {"...", ""},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(fold(text), expected) << text;
}

TEST(CanonicalTone, KeepsOneSpellingPerSyllable) {
    const Pairs cases{
        {"Hoà", "Hòa"},
        {"HOÀ", "HÒA"},
        {"hoá", "hóa"},
        {"Thuỷ", "Thủy"},
        {"thuý", "thúy"},
        {"khoẻ", "khỏe"},
        {"hoè", "hòe"},
        {"loà xoà", "lòa xòa"},
        {"Uỷ ban", "Ủy ban"},
        {"luỹ", "lũy"},
        {"Đảng uỷ", "Đảng ủy"},
        {"Hoạ", "Họa"},
        {"Hòa", "Hòa"},
        {"hoàn", "hoàn"},
        {"Hòang", "Hoàng"},
        {"ngòai", "ngoài"},
        {"Huỳnh", "Huỳnh"},
        {"Hùynh", "Huỳnh"},
        {"quý", "quý"},
        {"Qúy", "Quý"},
        {"quà", "quà"},
        {"QÙA", "QUÀ"},
        {"quỳ", "quỳ"},
        {"quốc", "quốc"},
        {"Thuận", "Thuận"},
        {"Huệ", "Huệ"},
        {"thuở", "thuở"},
        {"mùa", "mùa"},
        {"của", "của"},
        {"Hoa", "Hoa"},
        {"ròn", "ròn"},
        {"Hòà", "Hòà"},
        {"", ""},
        {"qùn", "qùn"},
        {"Ho\xC3\xA0-B\xC3\xACnh", "Hòa-Bình"},
        {"Hoa\xCC\x80", "Hòa"},
        {"ủy", "ủy"},
        {"uỷ", "ủy"},
        {"đoá hoa", "đóa hoa"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(canonical_tone(text), expected) << text;
        EXPECT_EQ(canonical_tone(expected), expected) << expected;
    }
}

TEST(LetterCase, CoversVietnamese) {
    const std::string lower =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ 12";
    const std::string upper =
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ 12";
    EXPECT_EQ(to_upper(lower), upper);
    EXPECT_EQ(to_lower(upper), lower);
    EXPECT_EQ(to_upper(upper), upper);
    EXPECT_EQ(to_lower(lower), lower);
}

TEST(SortKey, OrdersAsTheDictionary) {
    const std::vector<std::string> ordered{
        "",     "12",  "A",   "An",  "An Bình",   "An Khê",   "Àn",       "Ản",        "Ãn",
        "Án",   "Ạn",  "Anh", "Ăn",  "Ân",        "Chi bộ 1", "Chi bộ 2", "Chi bộ 10", "Chi bộ cơ quan",
        "Dung", "Đạt", "Em",  "Êm",  "Hoa Hoàng", "Hòa Đỗ",   "Hoá",      "Hoàng",     "Sửu",
        "Sứu",  "Tú",  "Từ",  "Yến", "Zung",      "Анна"};
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i)
        EXPECT_LT(sort_key(ordered[i]), sort_key(ordered[i + 1])) << ordered[i] << " | " << ordered[i + 1];
}

TEST(SortKey, LeavesOutWhatDoesNotCount) {
    const Pairs equal{{"Hoà", "Hòa"},
                      {"NGUYỄN văn AN", "nguyễn Văn An"},
                      {"  An, Bình. ", "An Bình"},
                      {"H'Mông", "h mông"},
                      {"Số 007", "số 7"},
                      {"Nguye\xCC\x82\xCC\x83n", "Nguyễn"},
                      {"A\xC2\xA0"
                       "B",
                       "a b"},
                      {"\xC3\x90\xE1\xBA\xB7ng", "đặng"}};
    for (const auto& [a, b] : equal) EXPECT_EQ(sort_key(a), sort_key(b)) << a << " | " << b;
}

RC_GTEST_PROP(SortKey, OrdersNumbersByValue, (std::uint64_t a, std::uint64_t b)) {
    const auto key = [](std::uint64_t n) { return sort_key("Tổ " + std::to_string(n) + " khu phố"); };
    RC_ASSERT((a < b) == (key(a) < key(b)));
}

// Letters, marks, blanks and broken bytes in any order.
rc::Gen<std::string> messy_text() {
    static const std::vector<std::string> pieces{"a",
                                                 "Q",
                                                 "u",
                                                 "o",
                                                 "7",
                                                 " ",
                                                 "-",
                                                 "\t",
                                                 "à",
                                                 "Ỳ",
                                                 "ý",
                                                 "ễ",
                                                 "Đ",
                                                 "ơ",
                                                 "ß",
                                                 "漢",
                                                 "Ж",
                                                 "\xCC\x81",
                                                 "\xCC\x9B",
                                                 "\xC2\xA0",
                                                 "\xE2\x80\x8B",
                                                 "\xC3",
                                                 "\xE1\xBA",
                                                 "\xFF",
                                                 "\x01",
                                                 "\xF0\x9F\x98\x80"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const auto& part : parts) text += part;
                            return text;
                        });
}

RC_GTEST_PROP(SortKey, IsPrintableAsciiWhateverTheBytes, ()) {
    const auto bytes = *messy_text();
    for (const auto& key : {sort_key(bytes), name_sort_key(bytes), sort_key(bytes + std::string(300, '7') + bytes)})
        RC_ASSERT(std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
}

TEST(Name, SplitsAtTheLastBlank) {
    const std::vector<std::pair<std::string, PersonName>> cases{
        {"Nguyễn Thị Thu Hằng", {"Hằng", "Nguyễn Thị Thu"}},
        {"  Lê\xC2\xA0 Văn\tAn ", {"An", "Lê Văn"}},
        {"An", {"An", ""}},
        {"", {"", ""}},
        {"Giàng A Páo", {"Páo", "Giàng A"}},
        {"Thào H'Mông", {"H'Mông", "Thào"}},
    };
    for (const auto& [name, expected] : cases) {
        EXPECT_EQ(split_name(name), expected) << name;
        EXPECT_EQ(name_sort_key(name), name_sort_key(expected.given, expected.rest)) << name;
    }
}

TEST(Name, SortsByGivenNameThenFamilyThenMiddle) {
    const std::vector<std::string> ordered{"An",
                                           "Lê Văn An",
                                           "Nguyễn Văn An",
                                           "Nguyễn Thị Án",
                                           "Phạm Thị Anh",
                                           "Vũ Thị Ánh",
                                           "Lê Ăn",
                                           "Phạm Thị Ân",
                                           "Bùi Văn Bình",
                                           "Bùi Văn Bính",
                                           "Trần Thị Dung",
                                           "Nguyễn Văn Đạt",
                                           "Hoàng Thị Hoa",
                                           "Đỗ Thị Hoà",
                                           "Vũ Thị Hòa",
                                           "Chu Văn Ư",
                                           "Chu Văn Ước",
                                           "Lê Thị Ý",
                                           "Lê Thị Yến"};
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i)
        EXPECT_LT(name_sort_key(ordered[i]), name_sort_key(ordered[i + 1])) << ordered[i] << " | " << ordered[i + 1];
}

RC_GTEST_PROP(Text, NeverFailsAndAlwaysGivesValidUtf8, ()) {
    const auto bytes = *messy_text();
    for (const auto& text : {to_nfc(bytes), clean_text(bytes), to_upper(bytes), to_lower(bytes), fold(bytes),
                             canonical_tone(bytes), split_name(bytes).rest})
        RC_ASSERT(is_valid_utf8(text));
    RC_ASSERT(is_valid_utf8(bytes) == (to_lower(bytes).find("\xEF\xBF\xBD") == std::string::npos));
}

RC_GTEST_PROP(Text, DoingItTwiceIsDoingItOnce, ()) {
    const auto bytes = *messy_text();
    RC_ASSERT(to_nfc(to_nfc(bytes)) == to_nfc(bytes));
    RC_ASSERT(clean_text(clean_text(bytes)) == clean_text(bytes));
    RC_ASSERT(fold(fold(bytes)) == fold(bytes));
    RC_ASSERT(canonical_tone(canonical_tone(bytes)) == canonical_tone(bytes));
}

RC_GTEST_PROP(Text, CleaningChangesNeitherFoldNorOrder, ()) {
    const auto bytes = *messy_text();
    RC_ASSERT(fold(clean_text(bytes)) == fold(bytes));
    RC_ASSERT(name_sort_key(clean_text(bytes)) == name_sort_key(split_name(bytes).given, split_name(bytes).rest));
}

}  // namespace
}  // namespace base
