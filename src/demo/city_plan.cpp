// SPDX-License-Identifier: AGPL-3.0-or-later
#include "demo/city_plan.h"

#include <array>

namespace demo {
namespace {

constexpr auto excellent = records::Grade::excellent, good = records::Grade::good,
               completed = records::Grade::completed;
constexpr std::optional<records::Grade> not_stated{};
using enum DemoMilieu;

// clang-format off
constexpr DemoWard ward_1{12, 2, "Trường Mầm non Hoa Mai", "Trường Tiểu học Phường 1", "Trường THCS Phường 1"};
constexpr DemoWard ward_2{5, 0, "Trường Mầm non Sao Mai", "Trường Tiểu học Phường 2", "Trường THCS Phường 2"};
constexpr DemoWard ward_3{5, 0, "Trường Mầm non Hương Sen", "Trường Tiểu học Phường 3", "Trường THCS Phường 3"};
constexpr DemoWard ward_4{5, 0, "Trường Mầm non Tuổi Thơ", "Trường Tiểu học Phường 4", "Trường THCS Phường 4"};
constexpr DemoWard ward_5{11, 2, "Trường Mầm non Hoa Phượng", "Trường Tiểu học Phường 5", "Trường THCS Phường 5"};
constexpr DemoWard dong_giang{6, 0, "Trường Mầm non Đông Giang", "Trường Tiểu học Đông Giang", "Trường THCS Đông Giang", "Hợp tác xã Nông nghiệp Đông Giang"};
constexpr DemoWard dong_le{9, 0, "Trường Mầm non Đông Lễ", "Trường Tiểu học Đông Lễ", "Trường THCS Đông Lễ", "Hợp tác xã Nông nghiệp Đông Lễ"};
constexpr DemoWard dong_luong{10, 2, "Trường Mầm non Đông Lương", "Trường Tiểu học Đông Lương", "Trường THCS Đông Lương", "Hợp tác xã Nông nghiệp Đông Lương"};
constexpr DemoWard dong_thanh{6, 0, "Trường Mầm non Đông Thanh", "Trường Tiểu học Đông Thanh", "Trường THCS Đông Thanh", "Hợp tác xã Nông nghiệp Đông Thanh"};

constexpr std::array plan{
    DemoPlan{"phường 1", "ward", residential, 760, excellent, {}, &ward_1},
    DemoPlan{"phường 2", "ward", residential, 268, good, {}, &ward_2},
    DemoPlan{"phường 3", "ward", residential, 262, good, {}, &ward_3},
    DemoPlan{"phường 4", "ward", residential, 226, good, {}, &ward_4},
    DemoPlan{"phường 5", "ward", residential, 772, good, {}, &ward_5},
    DemoPlan{"phường Đông Giang", "ward", residential, 238, good, {}, &dong_giang},
    DemoPlan{"phường Đông Lễ", "ward", residential, 436, good, {}, &dong_le},
    DemoPlan{"phường Đông Lương", "ward", residential, 506, excellent, {}, &dong_luong},
    DemoPlan{"phường Đông Thanh", "ward", residential, 260, good, {}, &dong_thanh},

    DemoPlan{"Cơ quan Đảng, Mặt trận và đoàn thể thành phố", "party_and_mass_body", party_office, 74, excellent,
             "Văn phòng Thành ủy|Ban Tổ chức Thành ủy|Ban Tuyên giáo Thành ủy|Cơ quan Ủy ban Kiểm tra Thành ủy|Ban Dân vận - Mặt trận|Cơ quan các đoàn thể"},
    DemoPlan{"Cơ quan Chính quyền thành phố", "state_body", state_office, 168, excellent,
             "Văn phòng HĐND và UBND|Phòng Nội vụ|Phòng Tài chính - Kế hoạch|Phòng Quản lý đô thị|Phòng Kinh tế|Phòng Tài nguyên và Môi trường|Phòng Văn hóa và Thông tin|"
             "Phòng Giáo dục và Đào tạo|Phòng Lao động - Thương binh và Xã hội|Phòng Tư pháp|Thanh tra thành phố|Trung tâm Phát triển quỹ đất|Đội Quản lý trật tự đô thị"},
    DemoPlan{"Quân sự thành phố", "military", military, 46, good, "Ban Tham mưu|Ban Chính trị|Ban Hậu cần - Kỹ thuật"},
    DemoPlan{"Công an thành phố", "police", police, 236, excellent,
             "Đội Tổng hợp|Đội An ninh|Đội Cảnh sát hình sự|Đội Cảnh sát kinh tế và môi trường|Đội Cảnh sát phòng, chống ma túy|Đội Cảnh sát giao thông - trật tự|Đội Cảnh sát cơ động|"
             "Đội Quản lý hành chính|Đội Hậu cần|Đội Kỹ thuật hình sự|Đội Thi hành án hình sự và hỗ trợ tư pháp|Nhà tạm giữ|Cụm công an phường số 1|Cụm công an phường số 2"},
    DemoPlan{"Trung tâm Y tế thành phố", "public_service_unit", health, 88, good,
             "Khối Hành chính|Khoa Khám bệnh|Khoa Kiểm soát bệnh tật|Khoa Chăm sóc sức khỏe sinh sản|Khoa Dược - Xét nghiệm|Khoa An toàn thực phẩm"},
    DemoPlan{"Chi cục Thuế khu vực Đông Hà", "state_body", state_office, 78, good,
             "Đội Hành chính - Tổng hợp|Đội Kê khai - Kế toán thuế|Đội Kiểm tra thuế|Đội Quản lý nợ|Đội Quản lý thuế liên phường"},
    DemoPlan{"Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", "public_service_unit", school, 41, good,
             "Tổ Hành chính|Tổ Văn hóa|Tổ Dạy nghề"},
    DemoPlan{"Trường THPT Sông Hiếu", "public_service_unit", school, 68, excellent,
             "Tổ Hành chính|Tổ Toán - Tin|Tổ Ngữ văn - Ngoại ngữ|Tổ Khoa học tự nhiên|Tổ Khoa học xã hội"},
    DemoPlan{"Trường THPT Nam Đông Hà", "public_service_unit", school, 62, good,
             "Tổ Hành chính|Tổ Toán - Tin|Tổ Ngữ văn - Ngoại ngữ|Tổ Khoa học tự nhiên|Tổ Khoa học xã hội"},
    DemoPlan{"Công ty Cổ phần Môi trường và Công trình Sông Hiếu", "state_enterprise_50", enterprise, 132, good,
             "Khối Văn phòng|Đội Vệ sinh môi trường 1|Đội Vệ sinh môi trường 2|Đội Cây xanh|Đội Điện chiếu sáng|Đội Thoát nước|Đội Xây lắp|Đội Xe máy"},
    DemoPlan{"Công ty TNHH MTV Thủy nông Bắc Thạch Hãn", "state_enterprise_100", enterprise, 96, good,
             "Khối Văn phòng|Trạm Đầu mối|Cụm Thủy nông 1|Cụm Thủy nông 2|Cụm Thủy nông 3|Xí nghiệp Xây lắp"},
    DemoPlan{"Công ty Cổ phần Xây dựng Hiếu Giang", "joint_stock_company", enterprise, 84, good,
             "Khối Văn phòng|Đội Thi công 1|Đội Thi công 2|Đội Thi công 3|Xưởng Cơ khí|Mỏ đá"},
    DemoPlan{"Công ty Cổ phần May Hiếu Giang", "joint_stock_company", enterprise, 104, completed,
             "Khối Văn phòng|Phân xưởng Cắt|Phân xưởng May 1|Phân xưởng May 2|Phân xưởng May 3|Phân xưởng Hoàn thành|Cơ điện - Kho"},
    DemoPlan{"Điện lực thành phố", "state_enterprise_100", enterprise, 118, excellent,
             "Phòng Tổng hợp|Phòng Kinh doanh|Phòng Kế hoạch - Kỹ thuật|Phòng Điều độ|Đội Quản lý lưới điện 1|Đội Quản lý lưới điện 2|Đội Kiểm tra giám sát|Tổ Trạm biến áp"},
    DemoPlan{"Công ty Cổ phần Cấp nước Sông Hiếu", "state_enterprise_50", enterprise, 86, good,
             "Khối Văn phòng|Nhà máy nước số 1|Nhà máy nước số 2|Đội Quản lý mạng lưới|Đội Thi công|Phòng Kinh doanh"},
    DemoPlan{"Công ty Cổ phần Vận tải và Bến xe Đông Hà", "state_enterprise_below_50", enterprise, 92, completed,
             "Khối Văn phòng|Bến xe|Đội Xe khách|Đội Xe tải|Xưởng Sửa chữa|Trung tâm Đào tạo lái xe"},
    DemoPlan{"Công ty Cổ phần Thương mại Hành lang Đông Tây", "joint_stock_company", enterprise, 122, good,
             "Khối Văn phòng|Siêu thị|Xí nghiệp Gỗ|Xí nghiệp Phân bón|Tổng kho|Chi nhánh Lao Bảo|Khách sạn|Đội Vận tải"},
    DemoPlan{"Bưu điện - Viễn thông Đông Hà", "state_enterprise_100", enterprise, 98, good,
             "Khối Văn phòng|Trung tâm Kinh doanh|Trung tâm Kỹ thuật|Đài Viễn thông|Bưu cục Trung tâm|Đội Vận chuyển|Tổ Chăm sóc khách hàng"},
    DemoPlan{"Bệnh viện Đa khoa Sông Hiếu", "public_service_unit", health, 146, good,
             "Khối Hành chính|Khoa Khám bệnh|Khoa Nội|Khoa Ngoại|Khoa Sản|Khoa Nhi|Khoa Hồi sức cấp cứu|Khoa Xét nghiệm - Chẩn đoán hình ảnh|Khoa Dược|Khoa Y học cổ truyền"},

    DemoPlan{"Tòa án nhân dân thành phố", "state_body", state_office, 24, excellent},
    DemoPlan{"Viện Kiểm sát nhân dân thành phố", "state_body", state_office, 21, good},
    DemoPlan{"Chi cục Thi hành án dân sự thành phố", "state_body", state_office, 17, good},
    DemoPlan{"Bảo hiểm xã hội thành phố", "state_body", state_office, 19, good},
    DemoPlan{"Chi cục Thống kê khu vực Đông Hà", "state_body", state_office, 9, good},
    DemoPlan{"Trung tâm Chính trị thành phố", "public_service_unit", service, 7, good},
    DemoPlan{"Trung tâm Văn hóa - Thông tin - Thể dục thể thao", "public_service_unit", service, 22, good},
    DemoPlan{"Hạt Kiểm lâm khu vực Đông Hà", "state_body", state_office, 14, good},
    DemoPlan{"Ban Quản lý Dự án và Cụm công nghiệp", "public_service_unit", service, 20, good},
    DemoPlan{"Ban Quản lý các chợ", "public_service_unit", service, 23, completed},
    DemoPlan{"Trạm Khuyến nông - Khuyến ngư", "public_service_unit", service, 8, good},
    DemoPlan{"Trường Mầm non tư thục Ban Mai", "non_public_service_unit", school, 6, good},
    DemoPlan{"Phòng khám Đa khoa Tâm An", "non_public_service_unit", health, 5, good},
    DemoPlan{"Hợp tác xã Vận tải Hiếu Thành", "cooperative", cooperative, 11, completed},
    DemoPlan{"Quỹ Tín dụng nhân dân Sông Hiếu", "cooperative", cooperative, 9, good},
    DemoPlan{"Công ty TNHH Thương mại Trường Hiếu", "limited_company", enterprise, 13, completed},
    DemoPlan{"Doanh nghiệp tư nhân Gỗ Thành Lợi", "private_enterprise", enterprise, 6, completed},
    DemoPlan{"Công ty Cổ phần Dược - Vật tư y tế Sông Hiếu", "joint_stock_company", enterprise, 26, good},
    DemoPlan{"Công ty Cổ phần In Hiếu Giang", "joint_stock_company", enterprise, 22, not_stated},
    DemoPlan{"Chi nhánh Ngân hàng Phát triển Sông Hiếu", "state_enterprise_50", enterprise, 27, excellent},
    DemoPlan{"Công ty Cổ phần Tư vấn Xây dựng Sông Hiếu", "joint_stock_company", enterprise, 24, good},
};
// clang-format on

constexpr bool adds_up() {
    int members = 0;
    for (const auto& unit : plan) members += unit.members;
    return members == DemoNumbers{}.members && plan.size() == DemoScale{}.grassroots;
}
static_assert(adds_up());

}  // namespace

std::span<const DemoPlan> demo_city_plan() { return plan; }

}  // namespace demo
