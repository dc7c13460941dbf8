// Fields, groups and skills as compile-time tables, so that other tables can name a skill in words and a slip of the pen does not compile.
// Inside src/sample only; everybody else asks fields(), skill_groups() and skills().
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

#include "aril/sample/names.hpp"

namespace aril::sample::names::table {

// clang-format off
enum FieldIndex : std::int16_t {
  video, live_commerce, property_service, car_sales, maintenance, electrical, housekeeping,
  handicraft, retail, catering, elder_care, logistics, office, online_shops
};

inline constexpr auto fields = std::to_array<Field>({
    {"video", {"Video and photography", "视频与摄影"}},
    {"live_commerce", {"Live commerce", "直播电商"}},
    {"property_service", {"Property services", "物业服务"}},
    {"car_sales", {"Car sales and service", "汽车销售与服务"}},
    {"maintenance", {"Technical maintenance", "技术维修"}},
    {"electrical", {"Electrical work", "电工作业"}},
    {"housekeeping", {"Housekeeping and infant care", "家政与母婴"}},
    {"handicraft", {"Handicraft and piecework at home", "手工与来料加工"}},
    {"retail", {"Retail", "商超零售"}},
    {"catering", {"Catering", "餐饮服务"}},
    {"elder_care", {"Elder care", "养老照护"}},
    {"logistics", {"Logistics and delivery", "物流配送"}},
    {"office", {"Office and accounting", "行政与财务"}},
    {"online_shops", {"Online shops", "电商运营"}},
});

inline constexpr auto filming = std::to_array<Name>({
    {"Smartphone filming", "手机拍摄"}, {"Camera operation", "摄像机操作"}, {"Photography", "摄影"},
    {"Lighting for the camera", "拍摄布光"}, {"Sound recording", "现场收音"}, {"Storyboarding", "分镜设计"},
    {"Short-video scripts", "短视频脚本"}});
inline constexpr auto editing = std::to_array<Name>({
    {"Short-video editing", "短视频剪辑"}, {"Subtitling", "字幕制作"}, {"Colour grading", "视频调色"},
    {"Audio mixing", "音频混音"}, {"Voice-over", "配音"}, {"Photo retouching", "图片精修"}, {"Motion graphics", "动效包装"},
    {"Cover design", "封面设计"}, {"Footage archiving", "素材整理"}});
inline constexpr auto hosting = std::to_array<Name>({
    {"Live-stream hosting", "直播主持"}, {"On-camera product demonstration", "出镜讲解"}, {"Live sales talk", "带货话术"},
    {"Viewer interaction", "直播互动"}, {"Product selection for live shows", "直播选品"},
    {"Closing sales on air", "直播促单"}, {"Answering live comments", "弹幕答疑"}, {"Live-show scripts", "直播脚本编排"}});
inline constexpr auto live_room = std::to_array<Name>({
    {"Live-room set-up", "直播间搭建"}, {"Streaming software", "推流软件操作"}, {"Live-room control", "直播场控"},
    {"Live product links", "直播间商品上链接"}, {"Live-show data review", "直播数据复盘"},
    {"Paid live traffic", "直播间投流"}, {"Live-show sample management", "直播样品管理"}, {"Live-show clips", "直播切片"}});

inline constexpr auto resident_services = std::to_array<Name>({
    {"Property front desk", "物业前台接待"}, {"Repair request handling", "报修受理"},
    {"Property fee collection", "物业费收缴"}, {"Complaint handling for residents", "业主投诉处理"},
    {"Move-in procedures", "入住手续办理"}, {"Resident records", "业主档案管理"},
    {"Neighbourhood events", "社区活动组织"}, {"Renovation inspections", "装修巡查"}});
inline constexpr auto order_and_safety = std::to_array<Name>({
    {"Gate duty", "门岗值守"}, {"Patrolling", "巡逻"}, {"CCTV monitoring", "监控值班"},
    {"Fire equipment checks", "消防器材检查"}, {"Fire control room duty", "消防中控值班"},
    {"Parking management", "停车管理"}, {"Evacuation drills", "疏散演练"}, {"Emergency response", "突发事件处置"}});
inline constexpr auto grounds = std::to_array<Name>({
    {"Common-area cleaning", "公区保洁"}, {"Waste sorting", "垃圾分类"}, {"Lawn care", "草坪养护"},
    {"Tree and shrub pruning", "苗木修剪"}, {"Plant watering", "绿化浇灌"}, {"Pest control", "有害生物消杀"},
    {"Floor-scrubber operation", "洗地机操作"}, {"Snow clearing", "清雪除冰"}});

inline constexpr auto selling_cars = std::to_array<Name>({
    {"Showroom reception", "展厅接待"}, {"Walk-round presentation", "绕车讲解"}, {"Test drives", "试乘试驾"},
    {"Model comparison", "车型对比"}, {"Car loan advice", "车贷咨询"}, {"Car insurance advice", "车险咨询"},
    {"Price negotiation", "议价谈单"}, {"Used-car appraisal", "二手车评估"}, {"Prospect follow-up", "潜客跟进"},
    {"Car purchase contracts", "购车合同办理"}});
inline constexpr auto car_after_sales = std::to_array<Name>({
    {"Vehicle handover", "交车服务"}, {"Vehicle registration", "上牌代办"}, {"Service booking", "保养预约"},
    {"Service reception", "维修接车"}, {"Car washing", "洗车"}, {"Car detailing", "汽车美容"},
    {"Window film fitting", "汽车贴膜"}, {"Warranty claims", "质保索赔"}, {"Parts counter service", "配件管理"}});

inline constexpr auto appliances = std::to_array<Name>({
    {"Air-conditioner repair", "空调维修"}, {"Refrigerator repair", "冰箱维修"}, {"Washing-machine repair", "洗衣机维修"},
    {"Gas-stove repair", "燃气灶维修"}, {"Water-heater repair", "热水器维修"}, {"Mobile-phone repair", "手机维修"},
    {"Computer repair", "电脑维修"}});
inline constexpr auto plumbing = std::to_array<Name>({
    {"Pipe fitting", "管道安装"}, {"Drain unblocking", "管道疏通"}, {"Tap and valve replacement", "龙头阀门更换"},
    {"Bathroom fitting", "卫浴安装"}, {"Heating maintenance", "暖气维护"}, {"Waterproofing", "防水施工"},
    {"Pump maintenance", "水泵维护"}, {"Boiler operation", "锅炉运行"}});
inline constexpr auto vehicle_repair = std::to_array<Name>({
    {"Routine vehicle servicing", "车辆常规保养"}, {"Brake servicing", "制动检修"},
    {"Tyre fitting and balancing", "轮胎更换与动平衡"}, {"Body repair", "汽车钣金"}, {"Car painting", "汽车喷漆"},
    {"Vehicle diagnostics", "车辆故障诊断"}, {"Vehicle air-conditioning service", "车载空调检修"}});
inline constexpr auto building_repair = std::to_array<Name>({
    {"Welding", "焊接"}, {"Lock fitting", "锁具安装维修"}, {"Door and window repair", "门窗维修"},
    {"Wall repair and painting", "墙面修补粉刷"}, {"Tiling", "瓷砖铺贴"}, {"Ceiling repair", "吊顶维修"},
    {"Furniture assembly", "家具安装"}, {"Work at height", "登高作业"}});
inline constexpr auto machine_upkeep = std::to_array<Name>({
    {"Machine inspection rounds", "设备点检"}, {"Lubrication", "设备润滑"},
    {"Bearing and belt replacement", "轴承皮带更换"}, {"Mechanical drawing reading", "机械识图"},
    {"Machine commissioning", "设备调试"}, {"Spare-part management", "备件管理"}});

inline constexpr auto wiring = std::to_array<Name>({
    {"Indoor wiring", "室内布线"}, {"Lighting installation", "灯具安装"},
    {"Switch and socket installation", "开关插座安装"}, {"Distribution-box assembly", "配电箱装配"},
    {"Cable laying", "电缆敷设"}, {"Network cabling", "网络综合布线"}, {"EV charger installation", "充电桩安装"},
    {"Solar panel installation", "光伏板安装"}, {"Security system installation", "监控门禁安装"}});
inline constexpr auto fault_finding = std::to_array<Name>({
    {"Circuit fault finding", "电路排故"}, {"Insulation testing", "绝缘检测"}, {"Earthing checks", "接地检测"},
    {"Meter replacement", "电表更换"}, {"Motor maintenance", "电动机维护"}, {"Switching operations", "倒闸操作"},
    {"Electrical drawing reading", "电气识图"}, {"Load calculation", "用电负荷计算"}});

inline constexpr auto home_cleaning = std::to_array<Name>({
    {"Everyday cleaning", "日常保洁"}, {"Deep cleaning", "深度保洁"}, {"Window cleaning", "玻璃清洁"},
    {"Kitchen degreasing", "厨房去油污"}, {"Bathroom descaling", "卫浴除垢"}, {"Floor care", "地板养护"},
    {"Appliance cleaning", "家电清洗"}, {"Sofa and mattress cleaning", "沙发床垫清洗"}});
inline constexpr auto home_life = std::to_array<Name>({
    {"Laundry and stain removal", "衣物洗护去渍"}, {"Ironing", "衣物熨烫"}, {"Home organising", "整理收纳"},
    {"Home cooking", "家常菜制作"}, {"Grocery shopping", "代买采购"}, {"Pet care", "宠物照看"},
    {"Houseplant care", "绿植养护"}});
inline constexpr auto infant_care = std::to_array<Name>({
    {"Infant feeding", "婴儿喂养"}, {"Infant bathing", "婴儿洗浴"}, {"Infant massage", "婴儿抚触"},
    {"Postnatal meals", "月子餐制作"}, {"Postnatal recovery care", "产后恢复护理"}, {"Weaning food", "辅食添加"},
    {"Early-learning play", "早教游戏"}, {"Sleep routines", "睡眠作息引导"}, {"Sterilising baby things", "婴儿用品消毒"}});

inline constexpr auto sewing = std::to_array<Name>({
    {"Hand embroidery", "手工刺绣"}, {"Cross-stitch", "十字绣"}, {"Machine sewing", "平缝机操作"},
    {"Hand sewing", "手针缝制"}, {"Mending and altering", "改制缝补"}, {"Patchwork", "拼布"},
    {"Cutting to pattern", "按样裁剪"}, {"Pressing and finishing", "剪线整烫"}});
inline constexpr auto folk_crafts = std::to_array<Name>({
    {"Hand knitting", "棒针编织"}, {"Crochet", "钩针编织"}, {"Chinese knotting", "中国结编制"}, {"Beading", "串珠"},
    {"Paper cutting", "剪纸"}, {"Straw and wicker weaving", "草柳编"}, {"Wheat-straw pictures", "麦秆画"},
    {"Gourd pyrography", "葫芦烙画"}, {"Silk-flower making", "绢花制作"}, {"Needle felting", "羊毛毡手作"}});
inline constexpr auto home_packing = std::to_array<Name>({
    {"Box folding", "纸盒折叠"}, {"Labelling", "贴标"}, {"Small-part assembly", "小件组装"},
    {"Sorting and grading", "分拣挑选"}, {"Filling and sealing", "装袋封口"}, {"Counting and bundling", "点数打捆"},
    {"Checking one's own work", "成品自检"}});

inline constexpr auto shop_floor = std::to_array<Name>({
    {"Cash register operation", "收银"}, {"Customer greeting", "迎宾导购"}, {"Product advice", "商品推荐"},
    {"Add-on selling", "连带销售"}, {"Membership promotion", "会员拓展"}, {"Returns and exchanges", "退换货办理"},
    {"Gift wrapping", "礼品包装"}, {"Promotion events", "促销执行"}});
inline constexpr auto stock = std::to_array<Name>({
    {"Shelf stocking", "理货补货"}, {"Goods display", "商品陈列"}, {"Shop stocktaking", "门店盘点"},
    {"Shop ordering", "门店订货"}, {"Price labelling", "价签管理"}, {"Loss prevention", "门店防损"},
    {"Goods receiving", "收货验货"}});

inline constexpr auto cooking = std::to_array<Name>({
    {"Stir-frying", "热菜炒制"}, {"Knife work", "刀工切配"}, {"Cold dishes", "凉菜拼制"},
    {"Stewing and braising", "炖菜烧菜"}, {"Grilling", "烧烤"}, {"Seasoning and sauces", "调味与酱料"},
    {"Plating", "菜品装盘"}, {"Dish costing", "菜品成本核算"}});
inline constexpr auto dough_and_drinks = std::to_array<Name>({
    {"Hand-pulled noodles", "拉面制作"}, {"Dumplings and steamed buns", "饺子包子制作"}, {"Flatbread baking", "烙饼烤饼"},
    {"Cake baking", "蛋糕烘焙"}, {"Cake decorating", "蛋糕裱花"}, {"Tea drinks", "茶饮调制"},
    {"Coffee making", "咖啡制作"}});
inline constexpr auto table_service = std::to_array<Name>({
    {"Table service", "席间服务"}, {"Order taking", "点餐服务"}, {"Table setting", "摆台"}, {"Dishwashing", "餐具洗消"},
    {"Kitchen cleaning", "后厨清洁"}, {"Food samples", "食品留样"}, {"Canteen serving", "打餐分餐"},
    {"Takeaway packing", "外卖打包"}, {"Food safety", "食品安全操作"}});

inline constexpr auto daily_living = std::to_array<Name>({
    {"Help with meals", "协助进食"}, {"Help with washing and dressing", "协助洗漱穿衣"}, {"Bathing assistance", "助浴"},
    {"Turning and positioning", "翻身与体位变换"}, {"Safe transfers", "移位与轮椅协助"},
    {"Toilet assistance", "协助如厕"}, {"Meals for older people", "老年餐制作"}, {"Companionship", "陪伴聊天"}});
inline constexpr auto health_support = std::to_array<Name>({
    {"Vital signs", "生命体征测量"}, {"Medication reminders", "用药提醒"}, {"Pressure-sore prevention", "压疮预防"},
    {"Memory training", "认知训练"}, {"Rehabilitation exercises", "康复训练协助"}, {"Hospital accompaniment", "陪诊"},
    {"Care records", "照护记录"}, {"Fall prevention", "防跌倒照护"}, {"Massage", "推拿按摩"}});

inline constexpr auto delivery = std::to_array<Name>({
    {"Electric-bike delivery", "电动车配送"}, {"Van driving", "面包车驾驶"}, {"Truck driving", "货车驾驶"},
    {"Parcel collection", "上门揽收"}, {"Parcel sorting", "快件分拣"}, {"Route planning", "线路规划"},
    {"Handover and signing", "签收确认"}, {"Delivery exceptions", "异常件处理"}, {"Loading the vehicle", "装车配载"}});
inline constexpr auto warehousing = std::to_array<Name>({
    {"Forklift driving", "叉车驾驶"}, {"Order picking", "拣货"}, {"Goods-in inspection", "入库验收"}, {"Stacking", "码垛"},
    {"Loading and unloading", "装卸"}, {"Goods-out checks", "出库复核"}, {"Warehouse software", "仓储系统操作"},
    {"Warehouse stock counts", "库存盘点"}, {"Packing for shipment", "发货打包"}});

inline constexpr auto clerical = std::to_array<Name>({
    {"Document drafting", "公文写作"}, {"Filing", "档案管理"}, {"Meeting organisation", "会务组织"},
    {"Office reception", "前台接待"}, {"Call handling", "电话接转"}, {"Data entry", "数据录入"},
    {"Printing and binding", "文印装订"}, {"Recruitment support", "招聘协助"}, {"Attendance and rosters", "考勤排班"}});
inline constexpr auto bookkeeping = std::to_array<Name>({
    {"Bookkeeping", "记账"}, {"Voucher checking", "凭证审核"}, {"Tax filing", "纳税申报"}, {"Invoicing", "发票开具"},
    {"Bank reconciliation", "银行对账"}, {"Payroll", "工资核算"}, {"Social insurance procedures", "社保办理"},
    {"Accounting software", "财务软件操作"}, {"Cash handling", "现金收付"}});

inline constexpr auto shop_operations = std::to_array<Name>({
    {"Product listing", "商品上架"}, {"Product page design", "详情页设计"}, {"Product image editing", "商品图处理"},
    {"Order processing", "订单处理"}, {"Stock syncing", "库存同步"}, {"Search keyword tuning", "关键词优化"},
    {"Campaign sign-up", "活动报名"}, {"Shop data analysis", "店铺数据分析"}});
inline constexpr auto online_promotion = std::to_array<Name>({
    {"Online customer service", "在线客服"}, {"After-sales cases", "售后纠纷处理"}, {"Review management", "评价维护"},
    {"Group-chat selling", "社群运营"}, {"Account operation", "账号运营"}, {"Paid promotion", "付费推广"},
    {"Product copywriting", "商品文案"}, {"Traffic from short videos", "短视频引流"}});

inline constexpr auto digital_basics = std::to_array<Name>({
    {"Spreadsheets", "电子表格"}, {"Word processing", "文字处理"}, {"Presentation slides", "演示文稿制作"},
    {"Chinese typing", "中文打字"}, {"Mobile office apps", "手机办公"}, {"Mobile payments", "移动支付收款"},
    {"Smart assistants", "智能助手使用"}});
inline constexpr auto with_people = std::to_array<Name>({
    {"Customer communication", "客户沟通"}, {"Telephone manners", "电话礼仪"}, {"Calming complaints", "投诉安抚"},
    {"Teamwork", "团队协作"}, {"Shift handover", "交接班"}, {"Negotiation", "商务洽谈"},
    {"Coaching newcomers", "带教新人"}, {"Team leading", "班组管理"}, {"Work logs", "工作日志填写"}});
inline constexpr auto safety = std::to_array<Name>({
    {"First aid", "急救"}, {"Fire safety", "消防安全"}, {"Electrical safety", "用电安全"}, {"Safe lifting", "安全搬抬"},
    {"Protective equipment", "防护用品使用"}, {"Disinfection", "场所消毒"}, {"Tool care", "工具保养"},
    {"Hazard spotting", "隐患排查"}});

struct GroupRow {
  Name name;
  std::int16_t field;
  std::span<const Name> skills;
};

inline constexpr auto group_rows = std::to_array<GroupRow>({
    {{"Filming and sound", "拍摄与录音"}, video, filming},
    {{"Editing and finishing", "剪辑与后期"}, video, editing},
    {{"Hosting and selling on air", "直播带货"}, live_commerce, hosting},
    {{"Running the live room", "直播间运营"}, live_commerce, live_room},
    {{"Services for residents", "业主服务"}, property_service, resident_services},
    {{"Order and safety on the premises", "秩序与安全"}, property_service, order_and_safety},
    {{"Grounds and common areas", "环境与绿化"}, property_service, grounds},
    {{"Selling cars", "汽车销售"}, car_sales, selling_cars},
    {{"Handover and after-sales", "交车与售后"}, car_sales, car_after_sales},
    {{"Appliance and device repair", "家电与数码维修"}, maintenance, appliances},
    {{"Plumbing and heating", "水暖"}, maintenance, plumbing},
    {{"Vehicle repair", "车辆维修"}, maintenance, vehicle_repair},
    {{"Building repair", "房屋修缮"}, maintenance, building_repair},
    {{"Machine upkeep", "设备维护"}, maintenance, machine_upkeep},
    {{"Wiring and installation", "布线与安装"}, electrical, wiring},
    {{"Testing and fault finding", "检测与排故"}, electrical, fault_finding},
    {{"Home cleaning", "居家保洁"}, housekeeping, home_cleaning},
    {{"Laundry, tidying and meals", "洗护、收纳与家常餐"}, housekeeping, home_life},
    {{"Infant and postnatal care", "母婴护理"}, housekeeping, infant_care},
    {{"Embroidery and sewing", "刺绣与缝纫"}, handicraft, sewing},
    {{"Weaving, knotting and folk crafts", "编结与民间手工"}, handicraft, folk_crafts},
    {{"Assembly and packing at home", "居家组装与包装"}, handicraft, home_packing},
    {{"Shop floor and checkout", "卖场与收银"}, retail, shop_floor},
    {{"Stock and display", "库存与陈列"}, retail, stock},
    {{"Chinese cooking", "中式烹调"}, catering, cooking},
    {{"Noodles, pastry and drinks", "面点与饮品"}, catering, dough_and_drinks},
    {{"Table service and kitchen hygiene", "餐厅服务与后厨卫生"}, catering, table_service},
    {{"Daily living care", "生活照料"}, elder_care, daily_living},
    {{"Health and rehabilitation support", "健康与康复协助"}, elder_care, health_support},
    {{"Delivery and driving", "配送与驾驶"}, logistics, delivery},
    {{"Warehousing", "仓储作业"}, logistics, warehousing},
    {{"Clerical work", "文秘行政"}, office, clerical},
    {{"Accounts and pay", "账务与薪酬"}, office, bookkeeping},
    {{"Online shop operations", "网店运营"}, online_shops, shop_operations},
    {{"Promotion and customer service", "推广与客服"}, online_shops, online_promotion},
    {{"Digital basics", "数字基本功"}, every_field, digital_basics},
    {{"Working with people", "沟通与协作"}, every_field, with_people},
    {{"Safety and hygiene at work", "安全与卫生"}, every_field, safety},
});
// clang-format on

inline constexpr std::size_t group_total = std::size(group_rows);

consteval std::size_t count_skills() {
  std::size_t total = 0;
  for (const GroupRow& group : group_rows) total += group.skills.size();
  return total;
}

consteval auto make_skills() {
  std::array<Skill, count_skills()> skills{};
  std::size_t at = 0;
  for (std::size_t group = 0; group < group_total; ++group)
    for (const Name& name : group_rows[group].skills) skills[at++] = {name, group_rows[group].field, static_cast<std::uint16_t>(group)};
  return skills;
}
inline constexpr auto skills = make_skills();

consteval auto make_groups() {
  std::array<SkillGroup, group_total> groups{};
  std::size_t first = 0;
  for (std::size_t group = 0; group < group_total; ++group) {
    const GroupRow& row = group_rows[group];
    groups[group] = {row.name, row.field, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(row.skills.size())};
    first += row.skills.size();
  }
  return groups;
}
inline constexpr auto skill_groups = make_groups();

/// The row of the skill with this English name; a name that is not there does not compile.
consteval std::uint16_t skill_named(std::string_view en) {
  for (std::size_t i = 0; i < skills.size(); ++i)
    if (skills[i].name.en == en) return static_cast<std::uint16_t>(i);
  throw std::logic_error("no such skill");
}

}  // namespace aril::sample::names::table
