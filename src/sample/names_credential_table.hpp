// Credentials as a compile-time table, so that an occupation can name one by its code and a slip of the pen does not compile.
// Inside src/sample only; everybody else asks credentials().
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "names_skill_table.hpp"

namespace aril::sample::names::table {

// clang-format off
inline constexpr auto credentials = std::to_array<Credential>({
    {"low_voltage_electrician", {"Low-voltage electrician's permit", "低压电工作业证"}, electrical},
    {"high_voltage_electrician", {"High-voltage electrician's permit", "高压电工作业证"}, electrical},
    {"work_at_height", {"Work-at-height permit", "高处作业证"}, electrical},
    {"welding_and_cutting", {"Welding and cutting permit", "焊接与热切割作业证"}, maintenance},
    {"refrigeration", {"Refrigeration and air-conditioning permit", "制冷与空调作业证"}, maintenance},
    {"vehicle_mechanic", {"Vehicle mechanic's certificate", "汽车维修工证"}, maintenance},
    {"boiler_operator", {"Boiler operator's licence", "锅炉作业证"}, maintenance},
    {"used_car_appraiser", {"Used-car appraiser's certificate", "二手车鉴定评估师证"}, car_sales},
    {"driving_c1", {"Driving licence, class C1", "C1驾驶证"}, every_field},
    {"driving_b2", {"Driving licence, class B2", "B2驾驶证"}, logistics},
    {"driving_e", {"Motorcycle licence, class E", "E类摩托车驾驶证"}, logistics},
    {"forklift", {"Forklift licence", "叉车证"}, logistics},
    {"freight_driver", {"Freight driver's qualification", "道路货运从业资格证"}, logistics},
    {"fire_facility_operator", {"Fire facility operator's certificate", "消防设施操作员证"}, property_service},
    {"security_guard", {"Security guard's licence", "保安员证"}, property_service},
    {"lift_safety", {"Lift safety manager's certificate", "电梯安全管理员证"}, property_service},
    {"health_certificate", {"Health certificate", "健康证"}, catering},
    {"food_safety_manager", {"Food safety manager's certificate", "食品安全管理员证"}, catering},
    {"chinese_cook", {"Chinese cook's certificate", "中式烹调师证"}, catering},
    {"chinese_pastry_cook", {"Chinese pastry cook's certificate", "中式面点师证"}, catering},
    {"baker", {"Baker's certificate", "西式面点师证"}, catering},
    {"domestic_worker", {"Domestic worker's certificate", "家政服务员证"}, housekeeping},
    {"postnatal_carer", {"Postnatal carer's certificate", "母婴护理证"}, housekeeping},
    {"infant_carer", {"Infant carer's certificate", "育婴员证"}, housekeeping},
    {"elder_carer", {"Elder carer's certificate", "养老护理员证"}, elder_care},
    {"medical_carer", {"Medical care assistant's certificate", "医疗护理员证"}, elder_care},
    {"massage_therapist", {"Massage therapist's certificate", "保健按摩师证"}, elder_care},
    {"first_aider", {"First aider's certificate", "救护员证"}, every_field},
    {"junior_accountant", {"Junior accountant's certificate", "初级会计证"}, office},
    {"intermediate_accountant", {"Intermediate accountant's certificate", "中级会计证"}, office},
    {"human_resources", {"Human resources certificate", "企业人力资源管理师证"}, office},
    {"live_commerce", {"Internet marketer's certificate", "互联网营销师证"}, live_commerce},
    {"e_commerce", {"E-commerce certificate", "电子商务师证"}, online_shops},
    {"putonghua", {"Putonghua proficiency certificate", "普通话等级证书"}, every_field},
    {"computer_rank", {"Computer rank certificate", "计算机等级证书"}, every_field},
    {"clean_record", {"Certificate of no criminal record", "无犯罪记录证明"}, every_field},
});
// clang-format on

/// The row of the credential with this code; a code that is not there does not compile.
consteval std::uint16_t credential_coded(std::string_view code) {
  for (std::size_t i = 0; i < std::size(credentials); ++i)
    if (credentials[i].code == code) return static_cast<std::uint16_t>(i);
  throw std::logic_error("no such credential");
}

}  // namespace aril::sample::names::table
