// SPDX-License-Identifier: AGPL-3.0-or-later
// Written by ./dev bless from the descriptions in src/records; edit those.

/** 2020-12-31 */
export type IsoDate = string;
/** 2020-12-31, 2020-12 or 2020 */
export type IsoPartialDate = string;
export type Id = string;
export type Base64 = string;

export type Kind = "boolean" | "integer" | "text" | "date" | "partial_date" | "code" | "reference" | "bytes";

export interface FieldDescription {
  name: string;
  kind: Kind;
  label: string;
  required?: true;
  derived?: true;
  show?: "in_list_and_form" | "nowhere";
  privacy?: "personal" | "identifier";
  help?: string;
  source?: string;
  max_length?: number;
  min?: number;
  max?: number;
  list?: keyof typeof labels;
  references?: keyof RecordTypes;
}

export interface RecordDescription {
  name: keyof RecordTypes;
  label: string;
  shape: "entity" | "dated" | "event";
  owner?: string;
  on?: string;
  basis?: "decision";
  fields: FieldDescription[];
}

/** Loại văn bản */
export type DecisionKind =
  | "decision"
  | "resolution"
  | "conclusion"
  | "notice"
  | "minutes"
  | "official_letter"
  | "other";

/** Loại hình tổ chức */
export type OrganisationKind =
  | "central"
  | "provincial"
  | "district"
  | "superior"
  | "commune"
  | "grassroots_party"
  | "grassroots_cell"
  | "section_party"
  | "cell"
  | "temporary_cell"
  | "group"
  | "state_body"
  | "mass_organisation"
  | "public_service_unit"
  | "enterprise"
  | "cooperative"
  | "residential_area"
  | "militia_unit";

/** Loại hình đơn vị cơ sở */
export type UnitType =
  | "rural_commune"
  | "ward"
  | "township"
  | "party_and_mass_body"
  | "state_body"
  | "public_service_unit"
  | "non_public_service_unit"
  | "military"
  | "police"
  | "state_enterprise_100"
  | "state_enterprise_50"
  | "state_enterprise_below_50"
  | "joint_stock_company"
  | "private_enterprise"
  | "limited_company"
  | "partnership"
  | "foreign_enterprise"
  | "cooperative"
  | "abroad"
  | "other";

/** Hình thức sắp xếp */
export type ReorganisationAct =
  | "establish"
  | "rename"
  | "reparent"
  | "change_form"
  | "absorb"
  | "merge"
  | "divide"
  | "split_off"
  | "dissolve";

/** Giới tính */
export type Sex =
  | "male"
  | "female";

/** Dân tộc */
export type EthnicGroup =
  | "kinh"
  | "tay"
  | "thai"
  | "hoa"
  | "kho_me"
  | "muong"
  | "nung"
  | "hmong"
  | "dao"
  | "gia_rai"
  | "ngai"
  | "e_de"
  | "ba_na"
  | "xo_dang"
  | "san_chay"
  | "co_ho"
  | "cham"
  | "san_diu"
  | "hre"
  | "mnong"
  | "ra_glai"
  | "xtieng"
  | "bru_van_kieu"
  | "tho"
  | "giay"
  | "co_tu"
  | "gie_trieng"
  | "ma"
  | "kho_mu"
  | "co"
  | "ta_oi"
  | "cho_ro"
  | "khang"
  | "xinh_mun"
  | "ha_nhi"
  | "chu_ru"
  | "lao"
  | "la_chi"
  | "la_ha"
  | "phu_la"
  | "la_hu"
  | "lu"
  | "lo_lo"
  | "chut"
  | "mang"
  | "pa_then"
  | "co_lao"
  | "cong"
  | "bo_y"
  | "si_la"
  | "pu_peo"
  | "brau"
  | "o_du"
  | "ro_mam"
  | "foreign_origin"
  | "other";

/** Tôn giáo */
export type Religion =
  | "none"
  | "buddhism"
  | "catholicism"
  | "protestantism"
  | "islam"
  | "cao_dai"
  | "hoa_hao"
  | "other";

/** Nghề nghiệp */
export type Occupation =
  | "state_officer"
  | "party_officer"
  | "commune_officer"
  | "village_part_timer"
  | "public_employee"
  | "non_public_employee"
  | "enterprise_manager"
  | "enterprise_staff"
  | "enterprise_worker"
  | "farmer"
  | "armed_forces"
  | "student"
  | "pupil"
  | "other"
  | "retired";

/** Giáo dục phổ thông */
export type GeneralEducation =
  | "literate"
  | "primary"
  | "lower_secondary"
  | "upper_secondary";

/** Trình độ chuyên môn */
export type ProfessionalEducation =
  | "elementary"
  | "intermediate"
  | "college"
  | "university"
  | "master"
  | "doctor";

/** Học hàm */
export type AcademicTitle =
  | "associate_professor"
  | "professor";

/** Lý luận chính trị */
export type PoliticalTheory =
  | "elementary"
  | "intermediate"
  | "advanced";

/** Loại giấy tờ */
export type PaperKind =
  | "family_class"
  | "personal_history"
  | "foreign_relations"
  | "family_relations"
  | "household_economy"
  | "political_standards"
  | "other";

/** Hình thức sinh hoạt */
export type MembershipKind =
  | "home"
  | "guest";

/** Tình trạng đảng viên */
export type MembershipStatus =
  | "probationary"
  | "full";

/** Hình thức tăng */
export type Entry =
  | "registered"
  | "admitted"
  | "transferred_in"
  | "restored"
  | "moved";

/** Lý do miễn */
export type ExemptionGround =
  | "age_or_health"
  | "long_treatment"
  | "abroad_alone"
  | "itinerant_work"
  | "awaiting_retirement"
  | "maternity"
  | "other";

/** Hình thức giảm */
export type DepartureKind =
  | "died"
  | "expelled"
  | "struck_off"
  | "left_on_request"
  | "admission_cancelled"
  | "transferred_out";

/** Trạng thái đề nghị */
export type ChangeRequestState =
  | "open"
  | "decided"
  | "withdrawn";

/** Trạng thái đợt xếp loại */
export type CampaignState =
  | "open"
  | "closed";

/** Mức xếp loại */
export type Grade =
  | "excellent"
  | "good"
  | "completed"
  | "not_completed";

/** Lý do chưa xếp loại */
export type NotGradedReason =
  | "exempt"
  | "suspended"
  | "admitted_under_6_months"
  | "new_collective"
  | "absent"
  | "not_stated";

/** Vai trò */
export type Role =
  | "administrator"
  | "organisation_board"
  | "grassroots_committee"
  | "cell_secretary"
  | "leader"
  | "member";

/** Trạng thái đợt nhập */
export type ImportState =
  | "applied"
  | "undone";

export const labels = {
  decision_kind: {
    decision: "Quyết định",
    resolution: "Nghị quyết",
    conclusion: "Kết luận",
    notice: "Thông báo",
    minutes: "Biên bản",
    official_letter: "Công văn",
    other: "Loại khác",
  },
  organisation_kind: {
    central: "Trung ương",
    provincial: "Đảng bộ tỉnh, thành phố trực thuộc Trung ương",
    district: "Đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh",
    superior: "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng",
    commune: "Đảng bộ xã, phường, đặc khu",
    grassroots_party: "Đảng bộ cơ sở",
    grassroots_cell: "Chi bộ cơ sở",
    section_party: "Đảng bộ bộ phận",
    cell: "Chi bộ trực thuộc",
    temporary_cell: "Chi bộ sinh hoạt tạm thời",
    group: "Tổ đảng",
    state_body: "Cơ quan nhà nước",
    mass_organisation: "Mặt trận Tổ quốc, tổ chức chính trị - xã hội",
    public_service_unit: "Đơn vị sự nghiệp",
    enterprise: "Doanh nghiệp",
    cooperative: "Hợp tác xã",
    residential_area: "Thôn, tổ dân phố",
    militia_unit: "Đơn vị dân quân tự vệ",
  },
  unit_type: {
    rural_commune: "Xã",
    ward: "Phường",
    township: "Thị trấn",
    party_and_mass_body: "Cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể",
    state_body: "Cơ quan nhà nước",
    public_service_unit: "Đơn vị sự nghiệp công lập",
    non_public_service_unit: "Đơn vị sự nghiệp ngoài công lập",
    military: "Quân đội",
    police: "Công an",
    state_enterprise_100: "Doanh nghiệp 100% vốn nhà nước",
    state_enterprise_50: "Doanh nghiệp có từ 50% vốn nhà nước",
    state_enterprise_below_50: "Doanh nghiệp có dưới 50% vốn nhà nước",
    joint_stock_company: "Công ty cổ phần ngoài nhà nước",
    private_enterprise: "Doanh nghiệp tư nhân",
    limited_company: "Công ty trách nhiệm hữu hạn",
    partnership: "Công ty hợp danh",
    foreign_enterprise: "Doanh nghiệp có vốn nước ngoài",
    cooperative: "Hợp tác xã",
    abroad: "Ngoài nước",
    other: "Loại hình khác",
  },
  reorganisation_act: {
    establish: "Thành lập",
    rename: "Đổi tên",
    reparent: "Chuyển trực thuộc",
    change_form: "Đổi loại hình",
    absorb: "Sáp nhập",
    merge: "Hợp nhất",
    divide: "Chia",
    split_off: "Tách",
    dissolve: "Giải thể",
  },
  sex: {
    male: "Nam",
    female: "Nữ",
  },
  ethnic_group: {
    kinh: "Kinh",
    tay: "Tày",
    thai: "Thái",
    hoa: "Hoa",
    kho_me: "Khơ-me",
    muong: "Mường",
    nung: "Nùng",
    hmong: "Hmông",
    dao: "Dao",
    gia_rai: "Gia-rai",
    ngai: "Ngái",
    e_de: "Ê-đê",
    ba_na: "Ba-na",
    xo_dang: "Xơ-đăng",
    san_chay: "Sán Chay",
    co_ho: "Cơ-ho",
    cham: "Chăm",
    san_diu: "Sán Dìu",
    hre: "Hrê",
    mnong: "Mnông",
    ra_glai: "Ra-glai",
    xtieng: "Xtiêng",
    bru_van_kieu: "Bru-Vân Kiều",
    tho: "Thổ",
    giay: "Giáy",
    co_tu: "Cơ-tu",
    gie_trieng: "Gié-Triêng",
    ma: "Mạ",
    kho_mu: "Khơ-mú",
    co: "Co",
    ta_oi: "Ta-ôi",
    cho_ro: "Chơ-ro",
    khang: "Kháng",
    xinh_mun: "Xinh-mun",
    ha_nhi: "Hà Nhì",
    chu_ru: "Chu-ru",
    lao: "Lào",
    la_chi: "La Chí",
    la_ha: "La Ha",
    phu_la: "Phù Lá",
    la_hu: "La Hủ",
    lu: "Lự",
    lo_lo: "Lô Lô",
    chut: "Chứt",
    mang: "Mảng",
    pa_then: "Pà Thẻn",
    co_lao: "Cơ Lao",
    cong: "Cống",
    bo_y: "Bố Y",
    si_la: "Si La",
    pu_peo: "Pu Péo",
    brau: "Brâu",
    o_du: "Ơ-đu",
    ro_mam: "Rơ-măm",
    foreign_origin: "Người có nguồn gốc nước ngoài",
    other: "Dân tộc khác",
  },
  religion: {
    none: "Không",
    buddhism: "Phật giáo",
    catholicism: "Công giáo",
    protestantism: "Tin lành",
    islam: "Hồi giáo",
    cao_dai: "Cao Đài",
    hoa_hao: "Phật giáo Hòa Hảo",
    other: "Tôn giáo khác",
  },
  occupation: {
    state_officer: "Cán bộ, công chức cơ quan nhà nước từ cấp huyện trở lên",
    party_officer: "Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể từ cấp huyện trở lên",
    commune_officer: "Cán bộ, công chức, người hoạt động không chuyên trách cấp xã",
    village_part_timer: "Người hoạt động không chuyên trách ở thôn, tổ dân phố",
    public_employee: "Viên chức, lao động đơn vị sự nghiệp công lập",
    non_public_employee: "Lao động đơn vị sự nghiệp ngoài công lập",
    enterprise_manager: "Lãnh đạo, quản lý doanh nghiệp",
    enterprise_staff: "Lao động gián tiếp trong doanh nghiệp",
    enterprise_worker: "Lao động trực tiếp trong doanh nghiệp",
    farmer: "Lao động nông, lâm, ngư nghiệp",
    armed_forces: "Quân đội, công an",
    student: "Sinh viên",
    pupil: "Học sinh",
    other: "Nghề nghiệp khác",
    retired: "Nghỉ hưu, nghỉ công tác",
  },
  general_education: {
    literate: "Biết đọc, biết viết",
    primary: "Tiểu học",
    lower_secondary: "Trung học cơ sở",
    upper_secondary: "Trung học phổ thông",
  },
  professional_education: {
    elementary: "Công nhân kỹ thuật, sơ cấp",
    intermediate: "Trung cấp",
    college: "Cao đẳng",
    university: "Đại học",
    master: "Thạc sĩ",
    doctor: "Tiến sĩ",
  },
  academic_title: {
    associate_professor: "Phó giáo sư",
    professor: "Giáo sư",
  },
  political_theory: {
    elementary: "Sơ cấp",
    intermediate: "Trung cấp",
    advanced: "Cao cấp, cử nhân",
  },
  paper_kind: {
    family_class: "Thành phần gia đình (mục 10)",
    personal_history: "Đặc điểm lịch sử bản thân (mục 27)",
    foreign_relations: "Quan hệ với nước ngoài (mục 28)",
    family_relations: "Quan hệ gia đình (mục 29)",
    household_economy: "Hoàn cảnh kinh tế (mục 30)",
    political_standards: "Kết luận về tiêu chuẩn chính trị",
    other: "Giấy tờ khác",
  },
  membership_kind: {
    home: "Chính thức",
    guest: "Tạm thời",
  },
  membership_status: {
    probationary: "Dự bị",
    full: "Chính thức",
  },
  entry: {
    registered: "Có khi lập sổ",
    admitted: "Kết nạp",
    transferred_in: "Chuyển đến từ nơi khác",
    restored: "Phục hồi đảng tịch",
    moved: "Chuyển trong đảng bộ",
  },
  exemption_ground: {
    age_or_health: "Tuổi cao, sức yếu",
    long_treatment: "Điều trị bệnh dài ngày xa nơi cư trú",
    abroad_alone: "Ra nước ngoài, làm việc đơn lẻ nơi không có tổ chức đảng",
    itinerant_work: "Việc làm lưu động dưới một năm",
    awaiting_retirement: "Chờ nghỉ hưu",
    maternity: "Nghỉ thai sản",
    other: "Lý do khác",
  },
  departure_kind: {
    died: "Từ trần",
    expelled: "Khai trừ",
    struck_off: "Xóa tên",
    left_on_request: "Xin ra khỏi Đảng",
    admission_cancelled: "Hủy quyết định kết nạp",
    transferred_out: "Chuyển đi nơi khác",
  },
  change_request_state: {
    open: "Chờ duyệt",
    decided: "Đã duyệt",
    withdrawn: "Đã rút",
  },
  campaign_state: {
    open: "Đang thực hiện",
    closed: "Đã khóa",
  },
  grade: {
    excellent: "Hoàn thành xuất sắc nhiệm vụ",
    good: "Hoàn thành tốt nhiệm vụ",
    completed: "Hoàn thành nhiệm vụ",
    not_completed: "Không hoàn thành nhiệm vụ",
  },
  not_graded_reason: {
    exempt: "Được miễn công tác và sinh hoạt đảng",
    suspended: "Bị đình chỉ sinh hoạt đảng",
    admitted_under_6_months: "Kết nạp chưa đủ 6 tháng",
    new_collective: "Tập thể mới thành lập",
    absent: "Vắng mặt, xếp loại sau",
    not_stated: "Không nêu lý do",
  },
  role: {
    administrator: "Quản trị",
    organisation_board: "Ban tổ chức",
    grassroots_committee: "Cấp ủy cơ sở",
    cell_secretary: "Bí thư chi bộ",
    leader: "Lãnh đạo (xem)",
    member: "Đảng viên (tự xem)",
  },
  import_state: {
    applied: "Đã nhập",
    undone: "Đã hoàn tác",
  },
} as const;

/** Quyết định */
export interface Decision {
  id: Id;
  version: number;
  /** Số, ký hiệu */
  number: string;
  /** Ngày ban hành */
  issued_on: IsoDate;
  /** Cơ quan ban hành */
  issuer: string;
  /** Loại văn bản */
  kind: DecisionKind;
  /** Trích yếu */
  subject?: string;
  /** Người ký */
  signer?: string;
  /** Chức vụ người ký */
  signer_post?: string;
  /** Ngày có hiệu lực */
  effective_on?: IsoDate;
}

/** Tổ chức */
export interface Organisation {
  id: Id;
  version: number;
  /** Mã tổ chức */
  code: string;
  /** Ngày thành lập */
  founded_on?: IsoPartialDate;
  /** Ghi chú */
  note?: string;
}

/** Thông tin tổ chức */
export interface OrganisationVersion {
  id: Id;
  version: number;
  /** Tổ chức */
  organisation_id: Id;
  /** Từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Tên tổ chức */
  name: string;
  /** Tên viết tắt */
  short_name?: string;
  /** Loại hình tổ chức (294-QĐ/TW, Điều 20) */
  kind: OrganisationKind;
  /** Loại hình đơn vị cơ sở (Biểu 5-BTCTW) */
  unit_type?: UnitType;
  /** Cấp trên trực tiếp */
  superior_id?: Id;
  /** Tổ chức đảng lãnh đạo */
  led_by_id?: Id;
  /** Văn bản đồng ý của cấp trên (294-QĐ/TW, Điều 20.3) */
  superior_consent?: string;
  /** Quyết định */
  decision_id?: Id;
  /** Tên để tìm */
  name_fold?: string;
  /** Tên để sắp xếp */
  name_sort?: string;
}

/** Kế thừa tổ chức */
export interface OrganisationSuccession {
  id: Id;
  version: number;
  /** Tổ chức trước */
  predecessor_id: Id;
  /** Tổ chức kế thừa */
  successor_id: Id;
  /** Hình thức sắp xếp */
  act: ReorganisationAct;
  /** Ngày có hiệu lực */
  effective_on: IsoDate;
  /** Quyết định */
  decision_id: Id;
}

/** Tệp đính kèm */
export interface Attachment {
  id: Id;
  version: number;
  /** Loại hồ sơ */
  record_type: string;
  /** Hồ sơ */
  record_id: string;
  /** Tên tệp */
  file_name: string;
  /** Kiểu tệp */
  media_type: string;
  /** Nội dung */
  content: Base64;
}

/** Nhân thân */
export interface Person {
  id: Id;
  version: number;
  /** Ngày sinh (2-HSĐV, mục 4) */
  born_on: IsoPartialDate;
  /** Giới tính (2-HSĐV, mục 2) */
  sex: Sex;
  /** Dân tộc (2-HSĐV, mục 8) */
  ethnicity: EthnicGroup;
  /** Số định danh cá nhân (2-HSĐV, mục 19) */
  personal_id?: string;
  /** Số chứng minh nhân dân */
  old_identity_number?: string;
  /** Nơi đăng ký khai sinh (2-HSĐV, mục 5) */
  birth_place?: string;
  /** Quê quán (2-HSĐV, mục 6) */
  native_place?: string;
  /** Ngày vào Đoàn (2-HSĐV, mục 14) */
  youth_union_joined_on?: IsoPartialDate;
  /** Ngày được tuyển dụng (2-HSĐV, mục 13) */
  recruited_on?: IsoPartialDate;
  /** Cơ quan tuyển dụng (2-HSĐV, mục 13) */
  recruited_by?: string;
}

/** Thông tin cá nhân */
export interface PersonVersion {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Họ và tên khai sinh (2-HSĐV, mục 1) */
  full_name: string;
  /** Tên gọi khác (2-HSĐV, mục 3) */
  other_name?: string;
  /** Tôn giáo (2-HSĐV, mục 9) */
  religion?: Religion;
  /** Nghề nghiệp hiện nay (2-HSĐV, mục 11; Biểu 3-BTCTW, II.1) */
  occupation?: Occupation;
  /** Công việc, đơn vị công tác (2-HSĐV, mục 11) */
  occupation_detail?: string;
  /** Giáo dục phổ thông (2-HSĐV, mục 17) */
  general_education?: GeneralEducation;
  /** Trình độ chuyên môn (2-HSĐV, mục 17) */
  professional_education?: ProfessionalEducation;
  /** Chuyên ngành (2-HSĐV, mục 17) */
  professional_field?: string;
  /** Học hàm (2-HSĐV, mục 17) */
  academic_title?: AcademicTitle;
  /** Lý luận chính trị (2-HSĐV, mục 17) */
  political_theory?: PoliticalTheory;
  /** Ngoại ngữ (2-HSĐV, mục 17) */
  foreign_languages?: string;
  /** Tin học (2-HSĐV, mục 17) */
  digital_skills?: string;
  /** Tiếng dân tộc thiểu số (2-HSĐV, mục 17) */
  minority_languages?: string;
  /** Nơi thường trú (2-HSĐV, mục 7) */
  permanent_residence?: string;
  /** Nơi tạm trú (2-HSĐV, mục 7) */
  temporary_residence?: string;
  /** Điện thoại */
  phone?: string;
  /** Tình trạng sức khỏe (2-HSĐV, mục 18) */
  health?: string;
  /** Thương binh, gia đình chính sách (2-HSĐV, mục 18) */
  merit?: string;
  /** Tên để tìm */
  name_fold?: string;
  /** Tên để sắp xếp */
  name_sort?: string;
}

/** Tham gia tổ chức xã hội */
export interface SocialMembership {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Tên tổ chức xã hội (2-HSĐV, mục 15) */
  organisation_name: string;
  /** Ngày tham gia */
  began_on: IsoPartialDate;
  /** Ngày thôi */
  ended_on?: IsoPartialDate;
}

/** Nhập ngũ, xuất ngũ */
export interface MilitaryService {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Ngày nhập ngũ */
  began_on: IsoPartialDate;
  /** Ngày xuất ngũ */
  ended_on?: IsoPartialDate;
  /** Cấp bậc cao nhất (2-HSĐV, mục 16) */
  highest_rank?: string;
}

/** Quá trình công tác */
export interface WorkHistory {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Từ tháng năm */
  began_on: IsoPartialDate;
  /** Đến tháng năm */
  ended_on?: IsoPartialDate;
  /** Đã làm việc gì, ở đâu (2-HSĐV, mục 21) */
  job: string;
  /** Chức vụ (2-HSĐV, mục 21) */
  post?: string;
}

/** Đào tạo, bồi dưỡng */
export interface EducationHistory {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Tên trường (2-HSĐV, mục 22) */
  school: string;
  /** Ngành học, lớp học */
  subject?: string;
  /** Từ tháng năm */
  began_on: IsoPartialDate;
  /** Đến tháng năm */
  ended_on?: IsoPartialDate;
  /** Hình thức học */
  mode?: string;
  /** Văn bằng, chứng chỉ */
  certificate?: string;
}

/** Khen thưởng */
export interface Reward {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Tháng năm khen thưởng */
  awarded_on: IsoPartialDate;
  /** Hình thức khen thưởng (2-HSĐV, mục 23) */
  form: string;
  /** Cấp quyết định */
  authority?: string;
  /** Số quyết định */
  decision_number?: string;
}

/** Danh hiệu được phong */
export interface HonoraryTitle {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Ngày được phong */
  awarded_on?: IsoPartialDate;
  /** Danh hiệu (2-HSĐV, mục 25) */
  title: string;
}

/** Giấy tờ có trong hồ sơ */
export interface PaperOnFile {
  id: Id;
  version: number;
  /** Người */
  person_id: Id;
  /** Loại giấy tờ */
  kind: PaperKind;
  /** Số văn bản */
  number?: string;
  /** Ngày văn bản */
  dated_on?: IsoPartialDate;
  /** Nơi lưu */
  shelf?: string;
}

/** Đảng viên */
export interface PartyMember {
  id: Id;
  version: number;
  /** Nhân thân */
  person_id: Id;
  /** Số lý lịch (38-HD/BTCTW, II.1.2) */
  profile_number?: string;
  /** Số thẻ đảng viên (38-HD/BTCTW, II.2) */
  card_number?: string;
  /** Số thẻ cũ */
  old_card_number?: string;
  /** Ngày quyết định kết nạp (294-QĐ/TW, Điều 4.5.1) */
  admission_decided_on?: IsoDate;
  /** Số quyết định kết nạp */
  admission_decision_number?: string;
  /** Ngày vào Đảng (2-HSĐV, mục 12) */
  ceremony_on: IsoDate;
  /** Ngày chính thức (2-HSĐV, mục 12) */
  recognised_on?: IsoDate;
  /** Số quyết định công nhận chính thức */
  recognition_decision_number?: string;
  /** Nơi kết nạp (2-HSĐV, mục 12) */
  admitting_cell?: string;
  /** Người giới thiệu (2-HSĐV, mục 12) */
  introducers?: string;
}

/** Sinh hoạt đảng */
export interface Membership {
  id: Id;
  version: number;
  /** Đảng viên */
  member_id: Id;
  /** Chi bộ */
  cell_id: Id;
  /** Sinh hoạt từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Hình thức sinh hoạt */
  kind: MembershipKind;
  /** Tình trạng đảng viên */
  status: MembershipStatus;
  /** Hình thức tăng (Biểu 1-BTCTW, B) */
  entry: Entry;
  /** Quyết định */
  decision_id?: Id;
  /** Số quyết định, giấy giới thiệu */
  decision_number?: string;
}

/** Miễn công tác và sinh hoạt đảng */
export interface Exemption {
  id: Id;
  version: number;
  /** Đảng viên */
  member_id: Id;
  /** Miễn từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Lý do miễn (294-QĐ/TW, Điều 7; 38-HD/BTCTW, IV.1) */
  ground: ExemptionGround;
  /** Quyết định */
  decision_id?: Id;
  /** Số quyết định */
  decision_number?: string;
}

/** Đình chỉ sinh hoạt đảng */
export interface Suspension {
  id: Id;
  version: number;
  /** Đảng viên */
  member_id: Id;
  /** Đình chỉ từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Quyết định */
  decision_id?: Id;
  /** Số quyết định */
  decision_number?: string;
}

/** Giảm đảng viên */
export interface Departure {
  id: Id;
  version: number;
  /** Đảng viên */
  member_id: Id;
  /** Ngày giảm */
  departed_on: IsoDate;
  /** Hình thức giảm (Biểu 1-BTCTW, C) */
  kind: DepartureKind;
  /** Chi bộ khi giảm */
  cell_id: Id;
  /** Tình trạng khi giảm (Biểu 1-BTCTW, C3) */
  status: MembershipStatus;
  /** Quyết định */
  decision_id?: Id;
  /** Số quyết định */
  decision_number?: string;
}

/** Đề nghị sửa hồ sơ */
export interface ChangeRequest {
  id: Id;
  version: number;
  /** Đảng viên */
  member_id: Id;
  /** Loại hồ sơ */
  record_type: string;
  /** Hồ sơ */
  record_id: string;
  /** Nội dung đề nghị */
  fields: string;
  /** Lý do */
  reason: string;
  /** Trạng thái */
  state: ChangeRequestState;
  /** Người đề nghị */
  proposed_by: string;
  /** Đề nghị lúc */
  proposed_at_ms: number;
  /** Người duyệt */
  decided_by?: string;
  /** Duyệt lúc */
  decided_at_ms?: number;
  /** Ý kiến */
  remark?: string;
  /** Chấp nhận */
  accepted?: string;
}

/** Đợt xếp loại */
export interface GradingCampaign {
  id: Id;
  version: number;
  /** Tổ chức */
  organisation_id: Id;
  /** Năm */
  year: number;
  /** Trạng thái */
  state: CampaignState;
  /** Ngày khóa */
  closed_on?: IsoDate;
  /** Ghi chú */
  note?: string;
}

/** Xếp loại đảng viên */
export interface MemberGrade {
  id: Id;
  version: number;
  /** Đợt xếp loại */
  campaign_id: Id;
  /** Đảng viên */
  member_id: Id;
  /** Chi bộ ngày 31/12 */
  cell_id: Id;
  /** Mức xếp loại */
  grade?: Grade;
  /** Lý do chưa xếp loại (Biểu 6F-BTCTW, mục 3) */
  not_graded_reason?: NotGradedReason;
  /** Ngày quyết định */
  decided_on?: IsoDate;
  /** Số quyết định */
  decision_number?: string;
  /** Ghi chú */
  note?: string;
}

/** Xếp loại tổ chức đảng */
export interface OrganisationGrade {
  id: Id;
  version: number;
  /** Đợt xếp loại */
  campaign_id: Id;
  /** Tổ chức */
  organisation_id: Id;
  /** Mức xếp loại */
  grade?: Grade;
  /** Lý do chưa xếp loại (Biểu 6F-BTCTW, mục 3) */
  not_graded_reason?: NotGradedReason;
  /** Ngày quyết định */
  decided_on?: IsoDate;
  /** Số quyết định */
  decision_number?: string;
  /** Ghi chú */
  note?: string;
}

/** Tài khoản */
export interface Account {
  id: Id;
  version: number;
  /** Tên đăng nhập */
  name: string;
  /** Tên hiển thị */
  display_name: string;
  /** Đảng viên */
  member_id?: Id;
  /** Đã khóa */
  is_closed: boolean;
}

/** Thông tin đăng nhập */
export interface Credential {
  id: Id;
  version: number;
  /** Tài khoản */
  account_id: Id;
  /** Đổi mật khẩu lúc */
  password_changed_at_ms: number;
  /** Phải đổi mật khẩu */
  must_change_password: boolean;
  /** Đã bật mã một lần */
  totp_confirmed: boolean;
  /** Bước mã một lần đã dùng */
  totp_last_step?: number;
  /** Số lần sai liên tiếp */
  failed_count: number;
  /** Tạm khóa đến lúc */
  locked_until_ms?: number;
  /** Đăng nhập gần nhất lúc */
  last_sign_in_at_ms?: number;
}

/** Phân quyền */
export interface RoleGrant {
  id: Id;
  version: number;
  /** Tài khoản */
  account_id: Id;
  /** Vai trò */
  role: Role;
  /** Trong phạm vi */
  organisation_id: Id;
  /** Từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Người ủy quyền */
  delegated_by?: Id;
}

/** Phiên làm việc */
export interface Session {
  id: Id;
  version: number;
  /** Tài khoản */
  account_id: Id;
  /** Bắt đầu lúc */
  began_at_ms: number;
  /** Lần cuối */
  seen_at_ms: number;
  /** Kết thúc lúc */
  ended_at_ms?: number;
  /** Từ địa chỉ */
  remote_address?: string;
  /** Trình duyệt */
  user_agent?: string;
}

/** Đợt nhập dữ liệu */
export interface ImportBatch {
  id: Id;
  version: number;
  /** Loại dữ liệu */
  kind: string;
  /** Tên tệp */
  file_name: string;
  /** Dấu vân tay của tệp */
  file_digest: string;
  /** Số dòng */
  row_count: number;
  /** Nhập lúc */
  imported_at_ms: number;
  /** Phạm vi người nhập */
  organisation_id?: Id;
  /** Người nhập */
  imported_by: string;
  /** Trạng thái */
  state: ImportState;
  /** Số mục nhật ký */
  audit_sequence?: number;
}

/** Danh sách đã lưu */
export interface SavedView {
  id: Id;
  version: number;
  /** Tài khoản */
  account_id: Id;
  /** Tên danh sách */
  name: string;
  /** Loại hồ sơ */
  record_type: string;
  /** Định nghĩa */
  definition: string;
}

/** Báo cáo đã ký */
export interface FrozenReport {
  id: Id;
  version: number;
  /** Báo cáo */
  report: string;
  /** Tổ chức */
  organisation_id: Id;
  /** Năm */
  year: number;
  /** Ký lúc */
  signed_at_ms: number;
  /** Người ký */
  signed_by: string;
  /** Số liệu đã ký */
  figures: string;
  /** Đầu chuỗi nhật ký khi ký */
  head: string;
}

/** Thiết lập */
export interface Setting {
  id: Id;
  version: number;
  /** Thiết lập */
  name: string;
  /** Áp dụng cho */
  organisation_id?: Id;
  /** Từ ngày */
  valid_from: IsoDate;
  /** Đến trước ngày */
  valid_to?: IsoDate;
  /** Giá trị */
  value: string;
  /** Văn bản căn cứ */
  document_number: string;
  /** Người xác nhận */
  confirmed_by?: string;
}

export interface RecordTypes {
  decision: Decision;
  organisation: Organisation;
  organisation_version: OrganisationVersion;
  organisation_succession: OrganisationSuccession;
  attachment: Attachment;
  person: Person;
  person_version: PersonVersion;
  social_membership: SocialMembership;
  military_service: MilitaryService;
  work_history: WorkHistory;
  education_history: EducationHistory;
  reward: Reward;
  honorary_title: HonoraryTitle;
  paper_on_file: PaperOnFile;
  party_member: PartyMember;
  membership: Membership;
  exemption: Exemption;
  suspension: Suspension;
  departure: Departure;
  change_request: ChangeRequest;
  grading_campaign: GradingCampaign;
  member_grade: MemberGrade;
  organisation_grade: OrganisationGrade;
  account: Account;
  credential: Credential;
  role_grant: RoleGrant;
  session: Session;
  import_batch: ImportBatch;
  saved_view: SavedView;
  frozen_report: FrozenReport;
  setting: Setting;
}

export const record_types: RecordDescription[] = [
  {
    name: "decision",
    label: "Quyết định",
    shape: "entity",
    fields: [
      { name: "number", kind: "text", label: "Số, ký hiệu", required: true, show: "in_list_and_form", max_length: 60 },
      { name: "issued_on", kind: "date", label: "Ngày ban hành", required: true, show: "in_list_and_form" },
      { name: "issuer", kind: "text", label: "Cơ quan ban hành", required: true, show: "in_list_and_form", max_length: 255 },
      { name: "kind", kind: "code", label: "Loại văn bản", required: true, list: "decision_kind" },
      { name: "subject", kind: "text", label: "Trích yếu", show: "in_list_and_form", max_length: 500 },
      { name: "signer", kind: "text", label: "Người ký", max_length: 100 },
      { name: "signer_post", kind: "text", label: "Chức vụ người ký", max_length: 100 },
      { name: "effective_on", kind: "date", label: "Ngày có hiệu lực", help: "Để trống nếu có hiệu lực từ ngày ban hành" },
    ],
  },
  {
    name: "organisation",
    label: "Tổ chức",
    shape: "entity",
    fields: [
      { name: "code", kind: "text", label: "Mã tổ chức", required: true, show: "in_list_and_form", help: "1 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch, viết liền", max_length: 40 },
      { name: "founded_on", kind: "partial_date", label: "Ngày thành lập" },
      { name: "note", kind: "text", label: "Ghi chú", max_length: 1000 },
    ],
  },
  {
    name: "organisation_version",
    label: "Thông tin tổ chức",
    shape: "dated",
    owner: "organisation_id",
    basis: "decision",
    fields: [
      { name: "organisation_id", kind: "reference", label: "Tổ chức", required: true, references: "organisation" },
      { name: "valid_from", kind: "date", label: "Từ ngày", required: true },
      { name: "valid_to", kind: "date", label: "Đến trước ngày" },
      { name: "name", kind: "text", label: "Tên tổ chức", required: true, show: "in_list_and_form", max_length: 255 },
      { name: "short_name", kind: "text", label: "Tên viết tắt", max_length: 60 },
      { name: "kind", kind: "code", label: "Loại hình tổ chức", required: true, show: "in_list_and_form", source: "294-QĐ/TW, Điều 20", list: "organisation_kind" },
      { name: "unit_type", kind: "code", label: "Loại hình đơn vị cơ sở", show: "in_list_and_form", help: "Chỉ ghi với tổ chức cơ sở đảng", source: "Biểu 5-BTCTW", list: "unit_type" },
      { name: "superior_id", kind: "reference", label: "Cấp trên trực tiếp", show: "in_list_and_form", references: "organisation" },
      { name: "led_by_id", kind: "reference", label: "Tổ chức đảng lãnh đạo", references: "organisation" },
      { name: "superior_consent", kind: "text", label: "Văn bản đồng ý của cấp trên", help: "Số, ngày của văn bản cho phép hình thức tổ chức khác quy định", source: "294-QĐ/TW, Điều 20.3", max_length: 255 },
      { name: "decision_id", kind: "reference", label: "Quyết định", references: "decision" },
      { name: "name_fold", kind: "text", label: "Tên để tìm", derived: true, show: "nowhere", max_length: 255 },
      { name: "name_sort", kind: "text", label: "Tên để sắp xếp", derived: true, show: "nowhere", max_length: 1000 },
    ],
  },
  {
    name: "organisation_succession",
    label: "Kế thừa tổ chức",
    shape: "event",
    owner: "successor_id",
    on: "effective_on",
    basis: "decision",
    fields: [
      { name: "predecessor_id", kind: "reference", label: "Tổ chức trước", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "successor_id", kind: "reference", label: "Tổ chức kế thừa", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "act", kind: "code", label: "Hình thức sắp xếp", required: true, show: "in_list_and_form", list: "reorganisation_act" },
      { name: "effective_on", kind: "date", label: "Ngày có hiệu lực", required: true, show: "in_list_and_form" },
      { name: "decision_id", kind: "reference", label: "Quyết định", required: true, references: "decision" },
    ],
  },
  {
    name: "attachment",
    label: "Tệp đính kèm",
    shape: "entity",
    fields: [
      { name: "record_type", kind: "text", label: "Loại hồ sơ", required: true, max_length: 60 },
      { name: "record_id", kind: "text", label: "Hồ sơ", required: true, max_length: 36 },
      { name: "file_name", kind: "text", label: "Tên tệp", required: true, show: "in_list_and_form", max_length: 255 },
      { name: "media_type", kind: "text", label: "Kiểu tệp", required: true, max_length: 100 },
      { name: "content", kind: "bytes", label: "Nội dung", required: true, show: "nowhere", privacy: "personal" },
    ],
  },
  {
    name: "person",
    label: "Nhân thân",
    shape: "entity",
    fields: [
      { name: "born_on", kind: "partial_date", label: "Ngày sinh", required: true, show: "in_list_and_form", privacy: "personal", help: "Có thể chỉ ghi năm hoặc tháng/năm", source: "2-HSĐV, mục 4" },
      { name: "sex", kind: "code", label: "Giới tính", required: true, show: "in_list_and_form", source: "2-HSĐV, mục 2", list: "sex" },
      { name: "ethnicity", kind: "code", label: "Dân tộc", required: true, source: "2-HSĐV, mục 8", list: "ethnic_group" },
      { name: "personal_id", kind: "text", label: "Số định danh cá nhân", privacy: "identifier", help: "12 chữ số", source: "2-HSĐV, mục 19", max_length: 12 },
      { name: "old_identity_number", kind: "text", label: "Số chứng minh nhân dân", privacy: "identifier", help: "9 chữ số", max_length: 9 },
      { name: "birth_place", kind: "text", label: "Nơi đăng ký khai sinh", privacy: "personal", source: "2-HSĐV, mục 5", max_length: 300 },
      { name: "native_place", kind: "text", label: "Quê quán", privacy: "personal", source: "2-HSĐV, mục 6", max_length: 300 },
      { name: "youth_union_joined_on", kind: "partial_date", label: "Ngày vào Đoàn", source: "2-HSĐV, mục 14" },
      { name: "recruited_on", kind: "partial_date", label: "Ngày được tuyển dụng", source: "2-HSĐV, mục 13" },
      { name: "recruited_by", kind: "text", label: "Cơ quan tuyển dụng", source: "2-HSĐV, mục 13", max_length: 255 },
    ],
  },
  {
    name: "person_version",
    label: "Thông tin cá nhân",
    shape: "dated",
    owner: "person_id",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, references: "person" },
      { name: "valid_from", kind: "date", label: "Từ ngày", required: true },
      { name: "valid_to", kind: "date", label: "Đến trước ngày" },
      { name: "full_name", kind: "text", label: "Họ và tên khai sinh", required: true, show: "in_list_and_form", source: "2-HSĐV, mục 1", max_length: 100 },
      { name: "other_name", kind: "text", label: "Tên gọi khác", source: "2-HSĐV, mục 3", max_length: 100 },
      { name: "religion", kind: "code", label: "Tôn giáo", source: "2-HSĐV, mục 9", list: "religion" },
      { name: "occupation", kind: "code", label: "Nghề nghiệp hiện nay", show: "in_list_and_form", source: "2-HSĐV, mục 11; Biểu 3-BTCTW, II.1", list: "occupation" },
      { name: "occupation_detail", kind: "text", label: "Công việc, đơn vị công tác", source: "2-HSĐV, mục 11", max_length: 255 },
      { name: "general_education", kind: "code", label: "Giáo dục phổ thông", source: "2-HSĐV, mục 17", list: "general_education" },
      { name: "professional_education", kind: "code", label: "Trình độ chuyên môn", source: "2-HSĐV, mục 17", list: "professional_education" },
      { name: "professional_field", kind: "text", label: "Chuyên ngành", source: "2-HSĐV, mục 17", max_length: 255 },
      { name: "academic_title", kind: "code", label: "Học hàm", source: "2-HSĐV, mục 17", list: "academic_title" },
      { name: "political_theory", kind: "code", label: "Lý luận chính trị", source: "2-HSĐV, mục 17", list: "political_theory" },
      { name: "foreign_languages", kind: "text", label: "Ngoại ngữ", source: "2-HSĐV, mục 17", max_length: 255 },
      { name: "digital_skills", kind: "text", label: "Tin học", source: "2-HSĐV, mục 17", max_length: 255 },
      { name: "minority_languages", kind: "text", label: "Tiếng dân tộc thiểu số", source: "2-HSĐV, mục 17", max_length: 255 },
      { name: "permanent_residence", kind: "text", label: "Nơi thường trú", privacy: "personal", source: "2-HSĐV, mục 7", max_length: 300 },
      { name: "temporary_residence", kind: "text", label: "Nơi tạm trú", privacy: "personal", source: "2-HSĐV, mục 7", max_length: 300 },
      { name: "phone", kind: "text", label: "Điện thoại", privacy: "personal", max_length: 40 },
      { name: "health", kind: "text", label: "Tình trạng sức khỏe", privacy: "personal", source: "2-HSĐV, mục 18", max_length: 255 },
      { name: "merit", kind: "text", label: "Thương binh, gia đình chính sách", privacy: "personal", source: "2-HSĐV, mục 18", max_length: 255 },
      { name: "name_fold", kind: "text", label: "Tên để tìm", derived: true, show: "nowhere", max_length: 255 },
      { name: "name_sort", kind: "text", label: "Tên để sắp xếp", derived: true, show: "nowhere", max_length: 400 },
    ],
  },
  {
    name: "social_membership",
    label: "Tham gia tổ chức xã hội",
    shape: "event",
    owner: "person_id",
    on: "began_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "organisation_name", kind: "text", label: "Tên tổ chức xã hội", required: true, source: "2-HSĐV, mục 15", max_length: 255 },
      { name: "began_on", kind: "partial_date", label: "Ngày tham gia", required: true, show: "in_list_and_form", privacy: "personal" },
      { name: "ended_on", kind: "partial_date", label: "Ngày thôi", show: "in_list_and_form", privacy: "personal" },
    ],
  },
  {
    name: "military_service",
    label: "Nhập ngũ, xuất ngũ",
    shape: "event",
    owner: "person_id",
    on: "began_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "began_on", kind: "partial_date", label: "Ngày nhập ngũ", required: true, show: "in_list_and_form", privacy: "personal" },
      { name: "ended_on", kind: "partial_date", label: "Ngày xuất ngũ", show: "in_list_and_form", privacy: "personal" },
      { name: "highest_rank", kind: "text", label: "Cấp bậc cao nhất", source: "2-HSĐV, mục 16", max_length: 60 },
    ],
  },
  {
    name: "work_history",
    label: "Quá trình công tác",
    shape: "event",
    owner: "person_id",
    on: "began_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "began_on", kind: "partial_date", label: "Từ tháng năm", required: true, show: "in_list_and_form", privacy: "personal" },
      { name: "ended_on", kind: "partial_date", label: "Đến tháng năm", show: "in_list_and_form", privacy: "personal" },
      { name: "job", kind: "text", label: "Đã làm việc gì, ở đâu", required: true, source: "2-HSĐV, mục 21", max_length: 500 },
      { name: "post", kind: "text", label: "Chức vụ", source: "2-HSĐV, mục 21", max_length: 255 },
    ],
  },
  {
    name: "education_history",
    label: "Đào tạo, bồi dưỡng",
    shape: "event",
    owner: "person_id",
    on: "began_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "school", kind: "text", label: "Tên trường", required: true, source: "2-HSĐV, mục 22", max_length: 255 },
      { name: "subject", kind: "text", label: "Ngành học, lớp học", max_length: 255 },
      { name: "began_on", kind: "partial_date", label: "Từ tháng năm", required: true, show: "in_list_and_form", privacy: "personal" },
      { name: "ended_on", kind: "partial_date", label: "Đến tháng năm", show: "in_list_and_form", privacy: "personal" },
      { name: "mode", kind: "text", label: "Hình thức học", max_length: 60 },
      { name: "certificate", kind: "text", label: "Văn bằng, chứng chỉ", max_length: 255 },
    ],
  },
  {
    name: "reward",
    label: "Khen thưởng",
    shape: "event",
    owner: "person_id",
    on: "awarded_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "awarded_on", kind: "partial_date", label: "Tháng năm khen thưởng", required: true, show: "in_list_and_form" },
      { name: "form", kind: "text", label: "Hình thức khen thưởng", required: true, show: "in_list_and_form", source: "2-HSĐV, mục 23", max_length: 255 },
      { name: "authority", kind: "text", label: "Cấp quyết định", max_length: 255 },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
    ],
  },
  {
    name: "honorary_title",
    label: "Danh hiệu được phong",
    shape: "event",
    owner: "person_id",
    on: "awarded_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "awarded_on", kind: "partial_date", label: "Ngày được phong", show: "in_list_and_form" },
      { name: "title", kind: "text", label: "Danh hiệu", required: true, show: "in_list_and_form", source: "2-HSĐV, mục 25", max_length: 255 },
    ],
  },
  {
    name: "paper_on_file",
    label: "Giấy tờ có trong hồ sơ",
    shape: "event",
    owner: "person_id",
    on: "dated_on",
    fields: [
      { name: "person_id", kind: "reference", label: "Người", required: true, show: "in_list_and_form", references: "person" },
      { name: "kind", kind: "code", label: "Loại giấy tờ", required: true, show: "in_list_and_form", list: "paper_kind" },
      { name: "number", kind: "text", label: "Số văn bản", show: "in_list_and_form", max_length: 60 },
      { name: "dated_on", kind: "partial_date", label: "Ngày văn bản", show: "in_list_and_form" },
      { name: "shelf", kind: "text", label: "Nơi lưu", help: "Tủ, cặp, tờ số", max_length: 255 },
    ],
  },
  {
    name: "party_member",
    label: "Đảng viên",
    shape: "entity",
    fields: [
      { name: "person_id", kind: "reference", label: "Nhân thân", required: true, references: "person" },
      { name: "profile_number", kind: "text", label: "Số lý lịch", show: "in_list_and_form", help: "6 chữ số rồi 2 hoặc 3 chữ cái hoa của tỉnh, thành phố, ví dụ 123456HN", source: "38-HD/BTCTW, II.1.2", max_length: 10 },
      { name: "card_number", kind: "text", label: "Số thẻ đảng viên", show: "in_list_and_form", privacy: "identifier", help: "12 chữ số; thẻ cấp trước 02/9/2025 có 8 chữ số", source: "38-HD/BTCTW, II.2", max_length: 12 },
      { name: "old_card_number", kind: "text", label: "Số thẻ cũ", privacy: "identifier", max_length: 12 },
      { name: "admission_decided_on", kind: "date", label: "Ngày quyết định kết nạp", source: "294-QĐ/TW, Điều 4.5.1" },
      { name: "admission_decision_number", kind: "text", label: "Số quyết định kết nạp", max_length: 60 },
      { name: "ceremony_on", kind: "date", label: "Ngày vào Đảng", required: true, show: "in_list_and_form", source: "2-HSĐV, mục 12" },
      { name: "recognised_on", kind: "date", label: "Ngày chính thức", show: "in_list_and_form", source: "2-HSĐV, mục 12" },
      { name: "recognition_decision_number", kind: "text", label: "Số quyết định công nhận chính thức", max_length: 60 },
      { name: "admitting_cell", kind: "text", label: "Nơi kết nạp", source: "2-HSĐV, mục 12", max_length: 255 },
      { name: "introducers", kind: "text", label: "Người giới thiệu", source: "2-HSĐV, mục 12", max_length: 500 },
    ],
  },
  {
    name: "membership",
    label: "Sinh hoạt đảng",
    shape: "dated",
    owner: "member_id",
    basis: "decision",
    fields: [
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, references: "party_member" },
      { name: "cell_id", kind: "reference", label: "Chi bộ", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "valid_from", kind: "date", label: "Sinh hoạt từ ngày", required: true },
      { name: "valid_to", kind: "date", label: "Đến trước ngày" },
      { name: "kind", kind: "code", label: "Hình thức sinh hoạt", required: true, list: "membership_kind" },
      { name: "status", kind: "code", label: "Tình trạng đảng viên", required: true, show: "in_list_and_form", list: "membership_status" },
      { name: "entry", kind: "code", label: "Hình thức tăng", required: true, source: "Biểu 1-BTCTW, B", list: "entry" },
      { name: "decision_id", kind: "reference", label: "Quyết định", references: "decision" },
      { name: "decision_number", kind: "text", label: "Số quyết định, giấy giới thiệu", max_length: 60 },
    ],
  },
  {
    name: "exemption",
    label: "Miễn công tác và sinh hoạt đảng",
    shape: "dated",
    owner: "member_id",
    basis: "decision",
    fields: [
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, show: "in_list_and_form", references: "party_member" },
      { name: "valid_from", kind: "date", label: "Miễn từ ngày", required: true, show: "in_list_and_form" },
      { name: "valid_to", kind: "date", label: "Đến trước ngày", show: "in_list_and_form" },
      { name: "ground", kind: "code", label: "Lý do miễn", required: true, source: "294-QĐ/TW, Điều 7; 38-HD/BTCTW, IV.1", list: "exemption_ground" },
      { name: "decision_id", kind: "reference", label: "Quyết định", references: "decision" },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
    ],
  },
  {
    name: "suspension",
    label: "Đình chỉ sinh hoạt đảng",
    shape: "dated",
    owner: "member_id",
    basis: "decision",
    fields: [
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, show: "in_list_and_form", references: "party_member" },
      { name: "valid_from", kind: "date", label: "Đình chỉ từ ngày", required: true, show: "in_list_and_form" },
      { name: "valid_to", kind: "date", label: "Đến trước ngày", show: "in_list_and_form" },
      { name: "decision_id", kind: "reference", label: "Quyết định", references: "decision" },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
    ],
  },
  {
    name: "departure",
    label: "Giảm đảng viên",
    shape: "event",
    owner: "member_id",
    on: "departed_on",
    basis: "decision",
    fields: [
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, show: "in_list_and_form", references: "party_member" },
      { name: "departed_on", kind: "date", label: "Ngày giảm", required: true, show: "in_list_and_form" },
      { name: "kind", kind: "code", label: "Hình thức giảm", required: true, show: "in_list_and_form", source: "Biểu 1-BTCTW, C", list: "departure_kind" },
      { name: "cell_id", kind: "reference", label: "Chi bộ khi giảm", required: true, references: "organisation" },
      { name: "status", kind: "code", label: "Tình trạng khi giảm", required: true, source: "Biểu 1-BTCTW, C3", list: "membership_status" },
      { name: "decision_id", kind: "reference", label: "Quyết định", references: "decision" },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
    ],
  },
  {
    name: "change_request",
    label: "Đề nghị sửa hồ sơ",
    shape: "entity",
    fields: [
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, show: "in_list_and_form", references: "party_member" },
      { name: "record_type", kind: "text", label: "Loại hồ sơ", required: true, max_length: 60 },
      { name: "record_id", kind: "text", label: "Hồ sơ", required: true, max_length: 36 },
      { name: "fields", kind: "text", label: "Nội dung đề nghị", required: true, show: "nowhere", privacy: "identifier", max_length: 20000 },
      { name: "reason", kind: "text", label: "Lý do", required: true, show: "in_list_and_form", max_length: 1000 },
      { name: "state", kind: "code", label: "Trạng thái", required: true, show: "in_list_and_form", list: "change_request_state" },
      { name: "proposed_by", kind: "text", label: "Người đề nghị", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "proposed_at_ms", kind: "integer", label: "Đề nghị lúc", required: true },
      { name: "decided_by", kind: "text", label: "Người duyệt", show: "in_list_and_form", max_length: 100 },
      { name: "decided_at_ms", kind: "integer", label: "Duyệt lúc" },
      { name: "remark", kind: "text", label: "Ý kiến", max_length: 1000 },
      { name: "accepted", kind: "text", label: "Chấp nhận", max_length: 1000 },
    ],
  },
  {
    name: "grading_campaign",
    label: "Đợt xếp loại",
    shape: "entity",
    fields: [
      { name: "organisation_id", kind: "reference", label: "Tổ chức", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "year", kind: "integer", label: "Năm", required: true, show: "in_list_and_form", min: 1930, max: 2200 },
      { name: "state", kind: "code", label: "Trạng thái", required: true, show: "in_list_and_form", list: "campaign_state" },
      { name: "closed_on", kind: "date", label: "Ngày khóa" },
      { name: "note", kind: "text", label: "Ghi chú", max_length: 1000 },
    ],
  },
  {
    name: "member_grade",
    label: "Xếp loại đảng viên",
    shape: "event",
    owner: "member_id",
    on: "decided_on",
    basis: "decision",
    fields: [
      { name: "campaign_id", kind: "reference", label: "Đợt xếp loại", required: true, references: "grading_campaign" },
      { name: "member_id", kind: "reference", label: "Đảng viên", required: true, show: "in_list_and_form", references: "party_member" },
      { name: "cell_id", kind: "reference", label: "Chi bộ ngày 31/12", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "grade", kind: "code", label: "Mức xếp loại", show: "in_list_and_form", list: "grade" },
      { name: "not_graded_reason", kind: "code", label: "Lý do chưa xếp loại", show: "in_list_and_form", source: "Biểu 6F-BTCTW, mục 3", list: "not_graded_reason" },
      { name: "decided_on", kind: "date", label: "Ngày quyết định" },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
      { name: "note", kind: "text", label: "Ghi chú", max_length: 1000 },
    ],
  },
  {
    name: "organisation_grade",
    label: "Xếp loại tổ chức đảng",
    shape: "event",
    owner: "organisation_id",
    on: "decided_on",
    basis: "decision",
    fields: [
      { name: "campaign_id", kind: "reference", label: "Đợt xếp loại", required: true, references: "grading_campaign" },
      { name: "organisation_id", kind: "reference", label: "Tổ chức", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "grade", kind: "code", label: "Mức xếp loại", show: "in_list_and_form", list: "grade" },
      { name: "not_graded_reason", kind: "code", label: "Lý do chưa xếp loại", show: "in_list_and_form", source: "Biểu 6F-BTCTW, mục 3", list: "not_graded_reason" },
      { name: "decided_on", kind: "date", label: "Ngày quyết định" },
      { name: "decision_number", kind: "text", label: "Số quyết định", max_length: 60 },
      { name: "note", kind: "text", label: "Ghi chú", max_length: 1000 },
    ],
  },
  {
    name: "account",
    label: "Tài khoản",
    shape: "entity",
    fields: [
      { name: "name", kind: "text", label: "Tên đăng nhập", required: true, show: "in_list_and_form", help: "3 đến 60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ", max_length: 60 },
      { name: "display_name", kind: "text", label: "Tên hiển thị", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "member_id", kind: "reference", label: "Đảng viên", references: "party_member" },
      { name: "is_closed", kind: "boolean", label: "Đã khóa", required: true, show: "in_list_and_form" },
    ],
  },
  {
    name: "credential",
    label: "Thông tin đăng nhập",
    shape: "entity",
    fields: [
      { name: "account_id", kind: "reference", label: "Tài khoản", required: true, references: "account" },
      { name: "password_changed_at_ms", kind: "integer", label: "Đổi mật khẩu lúc", required: true },
      { name: "must_change_password", kind: "boolean", label: "Phải đổi mật khẩu", required: true },
      { name: "totp_confirmed", kind: "boolean", label: "Đã bật mã một lần", required: true },
      { name: "totp_last_step", kind: "integer", label: "Bước mã một lần đã dùng" },
      { name: "failed_count", kind: "integer", label: "Số lần sai liên tiếp", required: true, min: 0 },
      { name: "locked_until_ms", kind: "integer", label: "Tạm khóa đến lúc" },
      { name: "last_sign_in_at_ms", kind: "integer", label: "Đăng nhập gần nhất lúc" },
    ],
  },
  {
    name: "role_grant",
    label: "Phân quyền",
    shape: "dated",
    owner: "account_id",
    fields: [
      { name: "account_id", kind: "reference", label: "Tài khoản", required: true, show: "in_list_and_form", references: "account" },
      { name: "role", kind: "code", label: "Vai trò", required: true, show: "in_list_and_form", list: "role" },
      { name: "organisation_id", kind: "reference", label: "Trong phạm vi", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "valid_from", kind: "date", label: "Từ ngày", required: true, show: "in_list_and_form" },
      { name: "valid_to", kind: "date", label: "Đến trước ngày", show: "in_list_and_form" },
      { name: "delegated_by", kind: "reference", label: "Người ủy quyền", references: "account" },
    ],
  },
  {
    name: "session",
    label: "Phiên làm việc",
    shape: "entity",
    fields: [
      { name: "account_id", kind: "reference", label: "Tài khoản", required: true, references: "account" },
      { name: "began_at_ms", kind: "integer", label: "Bắt đầu lúc", required: true },
      { name: "seen_at_ms", kind: "integer", label: "Lần cuối", required: true },
      { name: "ended_at_ms", kind: "integer", label: "Kết thúc lúc" },
      { name: "remote_address", kind: "text", label: "Từ địa chỉ", privacy: "personal", max_length: 60 },
      { name: "user_agent", kind: "text", label: "Trình duyệt", max_length: 255 },
    ],
  },
  {
    name: "import_batch",
    label: "Đợt nhập dữ liệu",
    shape: "entity",
    fields: [
      { name: "kind", kind: "text", label: "Loại dữ liệu", required: true, show: "in_list_and_form", max_length: 60 },
      { name: "file_name", kind: "text", label: "Tên tệp", required: true, show: "in_list_and_form", max_length: 255 },
      { name: "file_digest", kind: "text", label: "Dấu vân tay của tệp", required: true, max_length: 64 },
      { name: "row_count", kind: "integer", label: "Số dòng", required: true, show: "in_list_and_form", min: 0 },
      { name: "imported_at_ms", kind: "integer", label: "Nhập lúc", required: true },
      { name: "organisation_id", kind: "reference", label: "Phạm vi người nhập", help: "Tổ chức mà người nhập được giao; trống là toàn bộ hoặc nhiều nơi", references: "organisation" },
      { name: "imported_by", kind: "text", label: "Người nhập", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "state", kind: "code", label: "Trạng thái", required: true, show: "in_list_and_form", list: "import_state" },
      { name: "audit_sequence", kind: "integer", label: "Số mục nhật ký" },
    ],
  },
  {
    name: "saved_view",
    label: "Danh sách đã lưu",
    shape: "entity",
    fields: [
      { name: "account_id", kind: "reference", label: "Tài khoản", required: true, references: "account" },
      { name: "name", kind: "text", label: "Tên danh sách", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "record_type", kind: "text", label: "Loại hồ sơ", required: true, max_length: 60 },
      { name: "definition", kind: "text", label: "Định nghĩa", required: true, show: "nowhere", max_length: 10000 },
    ],
  },
  {
    name: "frozen_report",
    label: "Báo cáo đã ký",
    shape: "entity",
    fields: [
      { name: "report", kind: "text", label: "Báo cáo", required: true, show: "in_list_and_form", max_length: 60 },
      { name: "organisation_id", kind: "reference", label: "Tổ chức", required: true, show: "in_list_and_form", references: "organisation" },
      { name: "year", kind: "integer", label: "Năm", required: true, show: "in_list_and_form", min: 1930, max: 2200 },
      { name: "signed_at_ms", kind: "integer", label: "Ký lúc", required: true },
      { name: "signed_by", kind: "text", label: "Người ký", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "figures", kind: "text", label: "Số liệu đã ký", required: true, show: "nowhere", max_length: 65000 },
      { name: "head", kind: "text", label: "Đầu chuỗi nhật ký khi ký", required: true, show: "nowhere", max_length: 1000 },
    ],
  },
  {
    name: "setting",
    label: "Thiết lập",
    shape: "dated",
    owner: "organisation_id",
    fields: [
      { name: "name", kind: "text", label: "Thiết lập", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "organisation_id", kind: "reference", label: "Áp dụng cho", references: "organisation" },
      { name: "valid_from", kind: "date", label: "Từ ngày", required: true, show: "in_list_and_form" },
      { name: "valid_to", kind: "date", label: "Đến trước ngày" },
      { name: "value", kind: "text", label: "Giá trị", required: true, show: "in_list_and_form", max_length: 1000 },
      { name: "document_number", kind: "text", label: "Văn bản căn cứ", required: true, show: "in_list_and_form", max_length: 100 },
      { name: "confirmed_by", kind: "text", label: "Người xác nhận", max_length: 100 },
    ],
  },
];
