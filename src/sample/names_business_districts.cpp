// Business districts and their buildings.
#include <array>

#include "aril/sample/names.hpp"
#include "names_community_table.hpp"

namespace aril::sample::names {
namespace {

using namespace table;

enum District : std::uint16_t {
  peoples_square,
  yuehai_bay,
  zhengyuan,
  baohu,
  shanghai_west,
  lanshan,
  station,
  huanghe_east,
  yinjiaqu,
  qinshui,
  liangtian_park,
  jinfeng_park
};

// clang-format off
constexpr auto district_rows = std::to_array<BusinessDistrict>({
    {{"People's Square Business District", "人民广场商圈"}, beijing_zhonglu},
    {{"Yuehai Bay Business Quarter", "阅海湾商务区"}, helanshan_zhonglu},
    {{"Zhengyuan Street Business District", "正源街商圈"}, changcheng_zhonglu},
    {{"Baohu Business District", "宝湖商圈"}, changcheng_zhonglu},
    {{"Shanghai West Road Business District", "上海西路商圈"}, shanghai_xilu},
    {{"Lanshan Park Business District", "览山公园商圈"}, helanshan_zhonglu},
    {{"Railway Station Business District", "火车站商圈"}, mancheng_beijie},
    {{"Huanghe East Road Business District", "黄河东路商圈"}, huanghe_donglu},
    {{"Yinjiaqu Business District", "尹家渠商圈"}, beijing_zhonglu},
    {{"Qinshui Avenue Business District", "亲水大街商圈"}, shanghai_xilu},
    {{"Liangtian Industrial Park", "良田产业园"}, liangtian},
    {{"Jinfeng Industrial Park", "金凤工业园"}, fengdeng},
});

constexpr auto building_rows = std::to_array<Building>({
    {{"Jinfeng Tower", "金凤大厦"}, peoples_square}, {{"Square International Centre", "广场国际中心"}, peoples_square},
    {{"Minsheng Tower", "民生大厦"}, peoples_square}, {{"Times Plaza", "时代广场"}, peoples_square},
    {{"Yindu Business Building", "银都商务楼"}, peoples_square},
    {{"Yuehai Bay Tower", "阅海湾大厦"}, yuehai_bay}, {{"Yuehai International Centre", "阅海国际中心"}, yuehai_bay},
    {{"Lake City Finance Tower", "湖城金融大厦"}, yuehai_bay}, {{"Yuehai Start-up Park", "阅海创业园"}, yuehai_bay},
    {{"Phoenix Business Centre", "凤凰商务中心"}, yuehai_bay},
    {{"Zhengyuan Business Tower", "正源商务大厦"}, zhengyuan}, {{"Zhengyuan Life Plaza", "正源生活广场"}, zhengyuan},
    {{"Changcheng Business Centre", "长城商务中心"}, zhengyuan}, {{"Zhengyuan Car City", "正源汽车城"}, zhengyuan},
    {{"Lijing Tower", "丽景大厦"}, zhengyuan},
    {{"Baohu International Tower", "宝湖国际大厦"}, baohu}, {{"Baohu Life Plaza", "宝湖生活广场"}, baohu},
    {{"Baohu Business Building", "宝湖商务楼"}, baohu}, {{"Qizihu Tower", "七子湖大厦"}, baohu},
    {{"Baohu Covered Market", "宝湖便民市场"}, baohu},
    {{"Qingshuiwan Shopping Plaza", "清水湾商业广场"}, shanghai_west}, {{"Shanghai West Road Business Tower",
    "上海西路商务大厦"}, shanghai_west},
    {{"Xinhe Life Plaza", "馨和生活广场"}, shanghai_west}, {{"Yinxin Tower", "银新大厦"}, shanghai_west},
    {{"Home Furnishing City", "建材家居城"}, shanghai_west},
    {{"Lanshan Tower", "览山大厦"}, lanshan}, {{"Lanshan Shopping Arcade", "览山商业街区"}, lanshan},
    {{"Beichen International Centre", "北辰国际中心"}, lanshan}, {{"Shanshui Business Building", "山水商务楼"}, lanshan},
    {{"Exhibition Centre Tower", "会展中心大厦"}, lanshan},
    {{"Station Tower", "站前大厦"}, station}, {{"Station Shopping Plaza", "站前商业广场"}, station},
    {{"Railway Logistics Centre", "铁路物流中心"}, station}, {{"Hub Business Building", "枢纽商务楼"}, station},
    {{"Station Covered Market", "站前便民市场"}, station},
    {{"Wulihu Tower", "五里湖大厦"}, huanghe_east}, {{"Kangping Shopping Plaza", "康平商业广场"}, huanghe_east},
    {{"Huanghe Business Building", "黄河商务楼"}, huanghe_east}, {{"Funing Tower", "福宁大厦"}, huanghe_east},
    {{"Tongda Building Material City", "通达建材城"}, huanghe_east},
    {{"Yinjiaqu Tower", "尹家渠大厦"}, yinjiaqu}, {{"Ning'an Business Centre", "宁安商务中心"}, yinjiaqu},
    {{"Century Shopping Plaza", "世纪商业广场"}, yinjiaqu}, {{"Xuefu Tower", "学府大厦"}, yinjiaqu},
    {{"Diannong Creative Park", "典农创意园"}, yinjiaqu},
    {{"Qinshui Business Tower", "亲水商务大厦"}, qinshui}, {{"Qinshui Bay Shopping Plaza", "亲水湾商业广场"}, qinshui},
    {{"Live Commerce Park", "直播电商产业园"}, qinshui}, {{"Digital Economy Tower", "数字经济大厦"}, qinshui},
    {{"Xingshui Tower", "兴水大厦"}, qinshui},
    {{"Liangtian Industry Tower", "良田产业大厦"}, liangtian_park}, {{"Liangtian Logistics Park", "良田物流园"}, liangtian_park},
    {{"Liangtian Farm Produce Market", "良田农产品市场"}, liangtian_park}, {{"Heshun Shopping Plaza", "和顺商业广场"},
    liangtian_park},
    {{"Liangtian Workshop Building", "良田就业工坊"}, liangtian_park},
    {{"Small Enterprise Park", "小微企业园"}, jinfeng_park}, {{"Standard Factory Buildings", "标准厂房区"}, jinfeng_park},
    {{"Jinfeng Technology Incubator", "金凤科技孵化园"}, jinfeng_park}, {{"Fengdeng Storage Centre", "丰登仓储中心"},
    jinfeng_park},
    {{"Yongfeng Shopping Plaza", "永丰商业广场"}, jinfeng_park},
});
// clang-format on

}  // namespace

std::span<const BusinessDistrict> business_districts() noexcept { return district_rows; }
std::span<const Building> buildings() noexcept { return building_rows; }

}  // namespace aril::sample::names
