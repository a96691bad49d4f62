// SPDX-License-Identifier: AGPL-3.0-or-later
#include "checker/noun.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace checker {
namespace {

struct Entry {
    std::string_view phrase;
    NounClass of;
    bool is_generic = false;
    std::string_view stands_for = {};
};

constexpr auto person = NounClass::person;
constexpr auto organisation = NounClass::organisation;
constexpr auto turn = NounClass::turn;
constexpr auto case_file = NounClass::case_file;
constexpr auto event = NounClass::event;
constexpr auto document = NounClass::document;
constexpr auto place = NounClass::place;
constexpr auto other = NounClass::other;

// clang-format off
constexpr Entry nouns[] = {
    {"đảng viên", person}, {"đv", person, false, "đảng viên"}, {"đảng viên mới", person, false, "đảng viên"},
    {"đồng chí", person, true}, {"đ/c", person, true}, {"đc", person, true, "đồng chí"}, {"người", person, true},
    {"cá nhân", person, true}, {"trường hợp", case_file, true}, {"vị", person, true}, {"ông bà", person, true},
    {"cán bộ", person}, {"công chức", person}, {"viên chức", person}, {"cán bộ công chức", person}, {"cbccvc", person},
    {"cb", person, false, "cán bộ"}, {"cán bộ đảng viên", person}, {"quần chúng", person}, {"quần chúng ưu tú", person},
    {"đoàn viên", person}, {"hội viên", person}, {"thanh niên", person}, {"phụ nữ", person}, {"học viên", person},
    {"học sinh", person}, {"sinh viên", person}, {"đại biểu", person}, {"đb", person, false, "đại biểu"}, {"ủy viên", person},
    {"cấp ủy viên", person}, {"bí thư", person}, {"phó bí thư", person}, {"bí thư chi bộ", person}, {"chủ tịch", person},
    {"giáo viên", person}, {"nhà giáo", person}, {"lao động", person}, {"công nhân", person}, {"chiến sĩ", person},
    {"dân quân", person}, {"thành viên", person}, {"ứng viên", person}, {"người ứng cử", person}, {"ứng cử viên", person},
    {"cử tri", person}, {"nhân sự", person}, {"biên chế", person}, {"công dân", person}, {"hộ", place}, {"hộ nghèo", place},
    {"hộ gia đình", place}, {"hộ dân", place}, {"nhân khẩu", person}, {"nữ", person}, {"nam", person}, {"dảng viên", person},
    {"báo cáo viên", person}, {"tuyên truyền viên", person}, {"thí sinh", person}, {"giảng viên", person}, {"gương", person},
    {"trưởng thôn", person}, {"trưởng ấp", person}, {"trưởng bản", person}, {"trưởng khu", person}, {"tổ trưởng", person},
    {"trưởng ban", person}, {"phó chủ tịch", person}, {"ủy viên ban chấp hành", person}, {"ủy viên ban thường vụ", person},
    {"chi ủy viên", person}, {"đảng ủy viên", person}, {"nhân viên", person}, {"bác sĩ", person}, {"nông dân", person},
    {"cựu chiến binh", person}, {"người cao tuổi", person}, {"trẻ em", person}, {"tân binh", person}, {"bị cáo", person},
    {"bị can", person}, {"đối tượng", person}, {"nạn nhân", person}, {"bệnh nhân", person}, {"nghệ nhân", person},
    {"già làng", person}, {"người có uy tín", person},
    {"người hoạt động không chuyên trách", person}, {"người lao động", person}, {"giáo sư", person}, {"phó giáo sư", person}, {"tiến sĩ", person}, {"thạc sĩ", person}, {"chức danh", other}, {"vị trí", other},

    {"tổ chức cơ sở đảng", organisation}, {"tccsđ", organisation, false, "tổ chức cơ sở đảng"},
    {"tccs đảng", organisation, false, "tổ chức cơ sở đảng"}, {"cơ sở đảng", organisation, false, "tổ chức cơ sở đảng"},
    {"tổ chức đảng", organisation}, {"tcđ", organisation, false, "tổ chức đảng"}, {"tổ chức", organisation, true},
    {"đảng bộ", organisation}, {"chi bộ", organisation}, {"chi", organisation, false, "chi bộ"}, {"đảng ủy", organisation},
    {"chi đảng bộ", organisation}, {"chi bộ cơ sở", organisation}, {"đảng bộ cơ sở", organisation}, {"đảng bộ bộ phận", organisation},
    {"chi bộ trực thuộc", organisation}, {"tổ đảng", organisation}, {"cấp ủy", organisation}, {"chi ủy", organisation},
    {"đơn vị", organisation, true}, {"cơ quan", organisation, true}, {"tập thể", organisation, true}, {"đầu mối", organisation, true},
    {"phòng", organisation}, {"ban", organisation}, {"sở", organisation}, {"trung tâm", organisation}, {"trường", organisation},
    {"chi cục", organisation}, {"chi đoàn", organisation}, {"chi hội", organisation}, {"doanh nghiệp", organisation},
    {"hợp tác xã", organisation}, {"htx", organisation, false, "hợp tác xã"}, {"công đoàn", organisation},
    {"đơn vị sự nghiệp", organisation}, {"đơn vị sự nghiệp công lập", organisation}, {"trạm", organisation}, {"tổ", organisation},
    {"công đoàn cơ sở", organisation}, {"công ty", organisation}, {"khối", organisation}, {"cụm", organisation}, {"đoàn", organisation},

    {"lượt", turn}, {"lượt người", turn}, {"lượt cán bộ", turn}, {"lượt đảng viên", turn}, {"lượt tổ chức", turn},
    {"lượt học viên", turn}, {"lượt công dân", turn}, {"lượt tổ chức đảng", turn}, {"lượt đồng chí", turn}, {"suất", turn},

    {"vụ", case_file}, {"vụ việc", case_file}, {"đơn", case_file}, {"đơn thư", case_file}, {"hồ sơ", case_file},
    {"ý kiến", case_file}, {"kiến nghị", case_file}, {"khiếu nại", case_file}, {"tố cáo", case_file}, {"phản ánh", case_file}, {"thủ tục", case_file}, {"cuộc", event},
    {"lớp", event}, {"hội nghị", event}, {"buổi", event}, {"đợt", event}, {"kỳ", event}, {"đoàn kiểm tra", event},
    {"phiên", event}, {"cuộc họp", event}, {"cuộc kiểm tra", event}, {"cuộc giám sát", event}, {"công trình", other},
    {"nội dung", other}, {"nhiệm vụ", other}, {"chỉ tiêu", other}, {"tiêu chí", other}, {"mô hình", other}, {"dự án", other},
    {"phong trào", other}, {"phần việc", other}, {"giải pháp", other}, {"đề tài", other}, {"sáng kiến", other}, {"phiếu", other},
    {"văn bản", document}, {"công văn", document}, {"tờ trình", document}, {"nghị quyết", document}, {"chỉ thị", document}, {"quyết định", document}, {"kế hoạch", document},
    {"báo cáo", document}, {"hướng dẫn", document}, {"tin", document}, {"bài", document}, {"tin bài", document}, {"thẻ", document},
    {"giấy khen", document}, {"bằng khen", document}, {"huy hiệu", document}, {"chương trình", document}, {"đề án", document},
    {"quy chế", document}, {"quy định", document}, {"tài liệu", document}, {"thông báo", document}, {"kết luận", document},
    {"xã", place}, {"phường", place}, {"thị trấn", place}, {"huyện", place}, {"thôn", place}, {"ấp", place}, {"bản", place},
    {"khu phố", place}, {"khu dân cư", place}, {"tổ dân phố", place}, {"làng", place}, {"khóm", place}, {"buôn", place},
    {"quận", place}, {"tỉnh", place}, {"địa phương", place}, {"nhà", place}, {"gia đình", place}, {"cơ sở", place},
    {"xã phường", place}, {"xã phường thị trấn", place}, {"đơn vị hành chính", place}, {"điểm", place}, {"căn", place},
};

// Words that end a noun phrase, or cannot begin one.
constexpr std::string_view stops[] = {
    "được", "đã", "đang", "sẽ", "chiếm", "đạt", "bằng", "tăng", "giảm", "có", "là", "và", "với", "so", "trong", "ngoài", "của",
    "tại", "ở", "thuộc", "do", "bị", "còn", "vào", "để", "cho", "từ", "lên", "xuống", "theo", "nhưng", "hoặc", "gồm", "bao",
    "trên", "dưới", "này", "nêu", "đó", "khi", "vì", "nên", "thì", "mà", "vượt", "chưa", "không", "tham", "về", "qua", "sau",
    "trước", "đến", "tới", "nhằm", "gắn", "như", "cùng", "phải", "đều", "thực", "tổ chức_", "hoàn", "xếp", "tỷ", "tỉ", "đủ", "ra",
    "bởi", "nhất", "ký", "đăng", "cũng", "rồi", "nay", "tương", "ứng", "trở", "ít", "nhiều", "thấp", "cao", "hơn", "gần", "kết",
};
// clang-format on

constexpr std::string_view measures[] = {
    "tỷ",   "tỉ",     "triệu", "nghìn", "ngàn", "vạn",   "usd",   "vnđ",   "đ",   "m2",   "m3",   "m",
    "km",   "km2",    "cm",    "mm",    "ha",   "hecta", "hécta", "tấn",   "kg",  "tạ",   "lít",  "kwh",
    "mw",   "kw",     "độ",    "giờ",   "phút", "giây",  "ngày",  "tháng", "năm", "tuổi", "tuần", "quý",
    "điểm", "thế kỷ", "lần",   "sao",   "bậc",  "mét",   "gb",    "mb",    "h",   "ca",   "g",    "thập",
    "đêm",  "ml",     "l",     "điểm_", "kv",   "mẫu",   "sào",   "công_", "tín", "tiết", "bước", "thứ"};

const std::unordered_multimap<std::string_view, const Entry*>& nouns_by_word() {
    static const auto index = [] {
        std::unordered_multimap<std::string_view, const Entry*> by_word;
        for (const auto& entry : nouns) by_word.emplace(entry.phrase.substr(0, entry.phrase.find(' ')), &entry);
        return by_word;
    }();
    return index;
}

}  // namespace

bool ends_noun_phrase(const Token& token) {
    static const std::unordered_set<std::string_view> words(std::begin(stops), std::end(stops));
    return !token.is_word() || words.contains(token.key);
}

bool is_measure_at(const std::vector<Token>& tokens, std::size_t at) {
    static const std::unordered_set<std::string_view> words(std::begin(measures), std::end(measures));
    if (at >= tokens.size() || tokens[at].begins_line) return false;
    if (tokens[at].is("đồng")) return at + 1 >= tokens.size() || !tokens[at + 1].is("chí");
    if (tokens[at].is("điểm") && at + 1 < tokens.size())
        return !tokens[at + 1].is("trường") && !tokens[at + 1].is("sinh") && !tokens[at + 1].is("bưu");
    return words.contains(tokens[at].key);
}

Noun known_noun_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
    Noun best;
    if (at >= end || !tokens[at].is_word()) return best;
    const auto [first, last] = nouns_by_word().equal_range(tokens[at].key);
    for (auto it = first; it != last; ++it) {
        const Entry& entry = *it->second;
        const std::size_t count = match(tokens, at, entry.phrase);
        if (count <= best.tokens || at + count > end) continue;
        best = {std::string{entry.stands_for.empty() ? entry.phrase : entry.stands_for}, entry.of, count, true,
                entry.is_generic};
    }
    return best;
}

Noun noun_at(const std::vector<Token>& tokens, std::size_t at, std::size_t end) {
    Noun noun = known_noun_at(tokens, at, end);
    if (noun.tokens > 0 || at >= end || ends_noun_phrase(tokens[at])) return noun;
    // "1.439 khiển trách, 476 cảnh cáo": a label, not what is counted.
    for (const std::string_view label : {"khiển trách", "cảnh cáo", "cách chức", "khai trừ", "giải tán", "hoàn thành"})
        if (match(tokens, at, label)) return noun;
    noun = {tokens[at].key, NounClass::other, 1};
    if (at + 1 < end && !ends_noun_phrase(tokens[at + 1]) && !tokens[at + 1].begins_line) {
        noun.name += " ";
        noun.name += tokens[at + 1].key;
        noun.tokens = 2;
    }
    return noun;
}

bool may_be_same(const Noun& a, const Noun& b) {
    if (a.name.empty() || b.name.empty() || a.name == b.name) return true;
    // A case may be of persons or of anything else.
    const auto is_case = [](const Noun& noun) { return noun.name == "trường hợp"; };
    if (is_case(a)) return b.of == person || b.of == case_file;
    if (is_case(b)) return a.of == person || a.of == case_file;
    if (a.of != b.of) return false;
    if (a.is_generic || b.is_generic) return true;
    // "cán bộ" and "cán bộ, công chức", "lượt" and "lượt người": one begins as the other.
    if (a.name.starts_with(b.name) || b.name.starts_with(a.name)) return true;
    const auto is_sex = [](const Noun& noun) {
        return noun.name == "nữ" || noun.name == "nam" || noun.name == "phụ nữ";
    };
    return is_sex(a) || is_sex(b);
}

bool may_be_listed_with(const Noun& a, const Noun& b) { return !a.is_known || !b.is_known || may_be_part(a, b); }

bool may_be_part(const Noun& part, const Noun& whole) {
    if (may_be_same(part, whole)) return true;
    return part.of == whole.of && (part.of == person || part.of == organisation || part.of == case_file ||
                                   part.of == event || part.of == document || part.of == turn);
}

}  // namespace checker
