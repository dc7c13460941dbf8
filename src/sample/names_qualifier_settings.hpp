// What narrows a skill, first half: where, for whom and when it is done.
// Inside src/sample only; names_qualifiers.cpp says which lists narrow which group of skills.
#pragma once

#include <array>

#include "aril/sample/names.hpp"

namespace aril::sample::names::qualifiers {

// clang-format off
// Shops of a high street.
inline constexpr auto shops = std::to_array<Name>({
    {"clothes shops", "服装店"}, {"fruit shops", "水果店"}, {"bakeries", "烘焙店"}, {"furniture shops", "家具店"},
    {"building-material shops", "建材店"}, {"pharmacies", "药店"}, {"bookshops", "书店"}, {"florists", "花店"},
    {"pet shops", "宠物店"}, {"tea shops", "茶叶店"}, {"toy shops", "玩具店"}, {"baby shops", "母婴店"},
    {"opticians", "眼镜店"}, {"jewellers", "珠宝店"}, {"stationery shops", "文具店"}, {"hardware shops", "五金店"},
    {"convenience stores", "便利店"}, {"farm shops", "农产品店"}});
// Other businesses of a high street.
inline constexpr auto services = std::to_array<Name>({
    {"food shops", "餐饮门店"}, {"hair salons", "美发店"}, {"guest houses", "民宿"}, {"gyms", "健身房"},
    {"car showrooms", "汽车展厅"}, {"training schools", "培训机构"}});
// Further shops and sales points.
inline constexpr auto more_shops = std::to_array<Name>({
    {"department stores", "百货商场"}, {"supermarkets", "超市"}, {"neighbourhood grocers", "社区生鲜店"},
    {"wholesale markets", "批发市场"}, {"farmers' markets", "农贸市场"}, {"phone shops", "手机店"},
    {"appliance stores", "家电卖场"}, {"cosmetics shops", "美妆店"}, {"sports shops", "运动用品店"},
    {"discount shops", "折扣店"}, {"snack shops", "零食店"}, {"shoe shops", "鞋店"}, {"lingerie shops", "内衣店"},
    {"bedding shops", "家纺店"}, {"music shops", "乐器店"}, {"electric-bike shops", "电动车店"},
    {"petrol-station shops", "加油站便利店"}, {"railway-station shops", "车站商店"}, {"hospital shops", "医院小卖部"},
    {"scenic-spot shops", "景区商店"}, {"campus shops", "校园超市"}, {"pick-up points", "自提点"},
    {"local-produce shops", "特产店"}, {"kitchenware shops", "厨具店"}});
// Moments of a shop's year and day.
inline constexpr auto shop_moments = std::to_array<Name>({
    {"before opening", "开店前"}, {"at closing time", "打烊前"}, {"at weekends", "周末客流高峰"},
    {"in the holiday season", "节假日旺季"}, {"in anniversary sales", "店庆活动"}, {"in end-of-season sales", "换季清仓"},
    {"at shop openings", "新店开业"}, {"in new-product weeks", "新品上市"}, {"on members' days", "会员日"},
    {"when moving shop", "门店搬迁"}, {"on night shift", "夜间营业"}, {"in year-end sales", "年末促销"},
    {"in the morning rush", "早高峰时段"}, {"in rain and snow", "雨雪天"}, {"for online orders", "线上订单"},
    {"for group orders", "团购订单"}, {"in self-service areas", "自助区"}, {"at street stands", "外摆摊位"}});
// Kinds of live show and live room.
inline constexpr auto live_settings = std::to_array<Name>({
    {"outdoor shows", "户外直播"}, {"in-store shows", "门店直播"}, {"warehouse shows", "仓库直播"},
    {"orchard shows", "果园直播"}, {"greenhouse shows", "大棚直播"}, {"workshop shows", "车间直播"},
    {"market-stall shows", "市集直播"}, {"kitchen shows", "厨房直播"}, {"counter shows", "柜台直播"},
    {"studio shows", "演播间直播"}, {"small rooms", "小型直播间"}, {"green-screen rooms", "绿幕直播间"},
    {"one-phone rooms", "单机位直播间"}, {"multi-camera rooms", "多机位直播间"}, {"shared rooms", "共享直播间"},
    {"training rooms", "实训直播间"}, {"morning shows", "早间场"}, {"lunchtime shows", "午间场"},
    {"late-night shows", "深夜场"}, {"holiday shows", "节日专场"}, {"clearance shows", "清仓专场"},
    {"first-sale shows", "首发专场"}, {"single-brand shows", "品牌专场"}, {"farm-support shows", "助农专场"},
    {"guest shows", "连麦专场"}, {"two-host shows", "双人直播"}, {"relay shows", "轮班直播"},
    {"group-buying shows", "团购专场"}, {"members' shows", "会员专场"}, {"local-life shows", "本地生活专场"}});
// Whom a property office serves.
inline constexpr auto residents = std::to_array<Name>({
    {"owners", "业主"}, {"tenants", "租户"}, {"new owners", "新业主"}, {"joint owners", "共有产权业主"},
    {"owners of several flats", "多套房业主"}, {"owners who live elsewhere", "异地业主"},
    {"owners of empty flats", "空置房业主"}, {"owners of office units", "写字楼业主"},
    {"shopkeepers on the ground floor", "底商商户"}, {"long-term tenants", "长租住户"}, {"short-stay guests", "短租住客"},
    {"flat-sharers", "合租住户"}, {"families renting near a school", "陪读租户"}, {"company tenants", "企业租户"},
    {"company dormitories", "企业宿舍住户"}, {"talent-housing tenants", "人才房住户"},
    {"resettled households", "拆迁安置住户"}, {"home businesses", "居家经营住户"}, {"older residents", "老年住户"},
    {"families with children", "有孩家庭"}, {"residents living alone", "独居住户"},
    {"residents with limited mobility", "行动不便住户"}, {"residents under renovation", "装修住户"},
    {"pet owners", "养宠住户"}, {"owners of parking spaces", "车位业主"}});
// Kinds of housing estate.
inline constexpr auto housing = std::to_array<Name>({
    {"high-rise estates", "高层小区"}, {"walk-up estates", "多层小区"}, {"old estates", "老旧小区"},
    {"resettlement estates", "安置小区"}, {"public rental housing", "公租房小区"}, {"villa estates", "别墅区"},
    {"talent apartments", "人才公寓"}, {"student apartments", "学生公寓"}, {"staff dormitories", "员工宿舍"},
    {"staff compounds", "家属院"}, {"serviced apartments", "酒店式公寓"}, {"shop-and-flat blocks", "商住楼"},
    {"new estates", "新交付小区"}, {"lakeside estates", "湖景小区"}, {"open neighbourhoods", "开放式街区"},
    {"gated estates", "封闭式小区"}, {"street-side housing", "临街住宅"}, {"estates without lifts", "无电梯小区"},
    {"estates with lifts", "电梯小区"}, {"self-managed estates", "自管小区"}, {"large estates", "大型社区"},
    {"small estates", "小型楼院"}, {"mixed estates", "综合小区"}, {"estates under renewal", "改造中小区"}});
// Buildings and sites.
inline constexpr auto premises = std::to_array<Name>({
    {"schools", "学校"}, {"kindergartens", "幼儿园"}, {"hospitals", "医院"}, {"health centres", "卫生院"},
    {"care homes", "养老院"}, {"office towers", "写字楼"}, {"shopping centres", "购物中心"}, {"shopping streets", "商业街"},
    {"supermarket buildings", "大型超市"}, {"covered markets", "农贸市场"}, {"hotels", "酒店"}, {"restaurants", "餐饮场所"},
    {"factories", "厂房"}, {"warehouses", "库房"}, {"industrial parks", "产业园区"}, {"logistics parks", "物流园"},
    {"libraries", "图书馆"}, {"museums", "博物馆"}, {"exhibition halls", "展馆"}, {"sports halls", "体育馆"},
    {"cinemas", "影剧院"}, {"government offices", "机关办公楼"}, {"public service halls", "政务大厅"},
    {"banks", "银行网点"}, {"coach stations", "客运站"}, {"railway stations", "火车站"}, {"car parks", "停车场"},
    {"student halls", "学生宿舍"}, {"workers' dormitories", "职工宿舍"}, {"staff canteens", "职工食堂"},
    {"village offices", "村委会"}, {"community centres", "社区服务中心"}, {"cultural centres", "文化馆"},
    {"training centres", "培训中心"}, {"laboratories", "实验楼"}, {"car showrooms", "汽车展厅"}, {"wineries", "酒庄"},
    {"data centres", "数据中心"}, {"swimming halls", "游泳馆"}, {"bus depots", "公交场站"}, {"theatres", "剧院"},
    {"clinics", "门诊部"}});
// Sites with a supply of their own.
inline constexpr auto power_sites = std::to_array<Name>({
    {"building sites", "施工现场"}, {"pumping stations", "泵站"}, {"pump houses", "机井房"}, {"greenhouses", "温室大棚"},
    {"villages", "村庄住户"}, {"transformer rooms", "配电室"}, {"petrol stations", "加油站"},
    {"charging stations", "充电站"}, {"underground garages", "地下车库"}, {"dairy farms", "奶牛场"},
    {"goji drying sheds", "枸杞烘干房"}, {"cold stores", "冷库"}, {"solar farms", "光伏电站"}, {"night markets", "夜市"}});
// Families at home.
inline constexpr auto households = std::to_array<Name>({
    {"families with a baby", "有婴儿家庭"}, {"families with toddlers", "有幼儿家庭"},
    {"families with schoolchildren", "学龄儿童家庭"}, {"families before an exam", "备考家庭"},
    {"three generations", "三代同堂家庭"}, {"two-income families", "双职工家庭"}, {"people living alone", "独居住户"},
    {"couples", "二人家庭"}, {"older couples", "老年夫妇家庭"}, {"older people living alone", "独居老人家庭"},
    {"newlyweds", "新婚家庭"}, {"large families", "多口之家"}, {"flat-sharers", "合租住户"},
    {"families with pets", "养宠家庭"}, {"shift workers", "倒班职工家庭"}, {"frequent travellers", "常出差家庭"},
    {"home offices", "居家办公住户"}, {"households with allergies", "过敏体质家庭"},
    {"households with low-salt diets", "少盐饮食家庭"}, {"people back from hospital", "出院休养家庭"},
    {"wheelchair users", "轮椅使用者家庭"}, {"households with two homes", "两处住房家庭"},
    {"first-time clients", "首次下单家庭"}, {"regular clients", "长期客户家庭"}, {"summer-holiday families", "暑期家庭"},
    {"families that have just moved", "新搬迁家庭"}, {"busy restaurant owners", "餐饮店主家庭"},
    {"families with twins", "双胞胎家庭"}});
// Kinds of home.
inline constexpr auto homes = std::to_array<Name>({
    {"studio flats", "单身公寓"}, {"one-bedroom flats", "一居室"}, {"two-bedroom flats", "两居室"},
    {"three-bedroom flats", "三居室"}, {"large flats", "大平层"}, {"maisonettes", "复式住宅"}, {"lofts", "挑高公寓"},
    {"terraced houses", "联排住宅"}, {"villas", "独栋别墅"}, {"ground-floor flats with a yard", "一楼带院住宅"},
    {"top-floor flats", "顶层住宅"}, {"rented flats", "出租房"}, {"holiday flats", "度假公寓"},
    {"new flats", "新装修住宅"}, {"flats in old blocks", "老旧住宅"}, {"flats with wooden floors", "木地板住宅"},
    {"flats with carpets", "地毯住宅"}, {"flats with large windows", "落地窗住宅"}, {"guest houses", "民宿客房"},
    {"show flats", "样板间"}, {"small offices", "小型办公室"}, {"studios", "工作室"}, {"farmhouses", "农家院"},
    {"dormitories", "集体宿舍"}});
// How home services are booked.
inline constexpr auto visits = std::to_array<Name>({
    {"by the hour", "钟点服务"}, {"on weekly visits", "每周上门"}, {"on a monthly contract", "包月服务"},
    {"as a single job", "单次服务"}, {"as live-in work", "住家服务"}, {"on day shifts", "白班服务"},
    {"on night shifts", "夜班服务"}, {"at weekends", "周末服务"}, {"on holidays", "节假日服务"},
    {"on the first visit", "首次上门"}, {"at short notice", "临时加单"}, {"as a trial job", "试用服务"},
    {"as on-the-job training", "带教上门"}, {"on a yearly contract", "年度签约"}, {"in summer", "夏季服务"},
    {"in the heating season", "供暖季服务"}, {"before the new year", "年前服务"}, {"after a move", "搬家后服务"},
    {"as cover for a colleague", "临时替班"}, {"with the family present", "家人在场"},
    {"with the client's own supplies", "自备用品"}, {"booked online", "线上预约"}, {"through the community desk", "社区代约"},
    {"as a charity visit", "公益上门"}});
// Families with a baby.
inline constexpr auto baby_families = std::to_array<Name>({
    {"first-time parents", "新手父母"}, {"parents of two", "二孩家庭"}, {"parents of three", "三孩家庭"},
    {"families of twins", "双胞胎家庭"}, {"families of premature babies", "早产儿家庭"},
    {"families of low-weight babies", "低体重儿家庭"}, {"working parents", "双职工家庭"},
    {"grandparents at home", "祖辈同住家庭"}, {"families of babies with allergies", "过敏宝宝家庭"},
    {"families with a pet", "养宠家庭"}, {"families of fretful babies", "高需求宝宝家庭"},
    {"families of babies with jaundice", "黄疸宝宝家庭"}, {"families of babies with eczema", "湿疹宝宝家庭"},
    {"families of babies with colic", "肠胀气宝宝家庭"}, {"families of breastfed babies", "母乳喂养家庭"},
    {"families of bottle-fed babies", "人工喂养家庭"}, {"families on mixed feeding", "混合喂养家庭"},
    {"parents after a caesarean", "剖宫产家庭"}, {"parents after a natural birth", "顺产家庭"},
    {"parents back at work", "返岗父母"}, {"parents on night shifts", "夜班父母"}, {"families in rented flats", "租房家庭"},
    {"out-of-town families", "异地家庭"}, {"families of babies back from hospital", "出院宝宝家庭"}});
// Where food is made and served.
inline constexpr auto venues = std::to_array<Name>({
    {"home-style restaurants", "家常菜馆"}, {"hotpot restaurants", "火锅店"}, {"barbecue restaurants", "烧烤店"},
    {"noodle houses", "面馆"}, {"dumpling houses", "饺子馆"}, {"breakfast shops", "早餐店"}, {"snack stalls", "小吃摊"},
    {"night markets", "夜市"}, {"fast-food shops", "快餐店"}, {"chain restaurants", "连锁餐厅"},
    {"buffet restaurants", "自助餐厅"}, {"farm restaurants", "农家乐"}, {"wine-estate restaurants", "酒庄餐厅"},
    {"teahouses", "茶楼"}, {"coffee houses", "咖啡馆"}, {"hotels", "酒店餐厅"}, {"banquet halls", "宴会厅"},
    {"school canteens", "学校食堂"}, {"kindergarten kitchens", "幼儿园食堂"}, {"staff canteens", "职工食堂"},
    {"hospital canteens", "医院食堂"}, {"care-home kitchens", "养老院食堂"}, {"building-site canteens", "工地食堂"},
    {"community meal points", "社区助餐点"}, {"central kitchens", "中央厨房"},
    {"shopping-centre food courts", "商场美食城"}, {"motorway services", "高速服务区"},
    {"scenic-spot restaurants", "景区餐厅"}, {"outdoor catering", "户外配餐"}, {"conference catering", "会议用餐"},
    {"lamb restaurants", "羊肉馆"}, {"small home kitchens", "私房菜馆"}});
// Occasions to eat.
inline constexpr auto occasions = std::to_array<Name>({
    {"breakfast service", "早餐时段"}, {"the lunch rush", "午市高峰"}, {"the dinner rush", "晚市高峰"},
    {"late-night meals", "夜宵时段"}, {"wedding banquets", "婚宴"}, {"birthday parties", "生日宴"},
    {"first-month banquets", "满月宴"}, {"company dinners", "公司聚餐"}, {"tour groups", "旅游团餐"},
    {"conference meals", "会务用餐"}, {"private rooms", "包间用餐"}, {"large tables", "大桌用餐"},
    {"set meals", "套餐供应"}, {"boxed meals", "盒饭供应"}, {"holiday meals", "节日用餐"},
    {"graduation dinners", "谢师宴"}, {"school lunches", "学生营养餐"}, {"tasting events", "试菜活动"}});
// Who is cared for.
inline constexpr auto patients = std::to_array<Name>({
    {"people living alone", "独居老人"}, {"older couples", "老年夫妇"}, {"very old people", "高龄老人"},
    {"people after a stroke", "脑卒中康复者"}, {"people after hip surgery", "髋部术后老人"},
    {"people after fractures", "骨折恢复期老人"}, {"people with dementia", "失智老人"},
    {"people with Parkinson's disease", "帕金森病老人"}, {"people with diabetes", "糖尿病老人"},
    {"people with high blood pressure", "高血压老人"}, {"people with heart disease", "心脏病老人"},
    {"people with lung disease", "慢阻肺老人"}, {"people with arthritis", "关节炎老人"},
    {"people with low vision", "视力减退老人"}, {"people with hearing loss", "听力减退老人"},
    {"people who swallow with difficulty", "吞咽困难老人"}, {"bed-bound people", "卧床老人"},
    {"wheelchair users", "轮椅使用者"}, {"people with a feeding tube", "鼻饲老人"},
    {"people with a catheter", "留置导尿老人"}, {"people at risk of falling", "跌倒高风险老人"},
    {"people with poor sleep", "睡眠不佳老人"}, {"people low in spirits", "情绪低落老人"},
    {"underweight people", "营养不良老人"}, {"people just back from hospital", "出院过渡期老人"},
    {"people near the end of life", "安宁疗护老人"}, {"people new to a care home", "新入住老人"},
    {"partly dependent people", "半失能老人"}, {"fully dependent people", "失能老人"},
    {"people with memory loss", "记忆减退老人"}});
// Where care is given.
inline constexpr auto care_settings = std::to_array<Name>({
    {"care homes", "养老院"}, {"nursing homes", "护理院"}, {"day-care centres", "日间照料中心"},
    {"community care stations", "社区养老服务站"}, {"village mutual-help homes", "农村互助养老院"},
    {"memory-care units", "记忆照护区"}, {"rehabilitation wards", "康复病区"}, {"hospital wards", "医院病房"},
    {"outpatient clinics", "门诊"}, {"home visits", "居家上门"}, {"live-in care", "住家照护"},
    {"care by the hour", "钟点照护"}, {"night care", "夜间照护"}, {"respite care", "喘息服务"},
    {"emergency placements", "应急托养"}, {"family care beds", "家庭养老床位"}, {"medical care homes", "医养结合机构"},
    {"senior apartments", "老年公寓"}, {"shared rooms", "多人间照护"}, {"volunteer visits", "志愿探访"},
    {"community clinics", "社区卫生站"}, {"hospital beds at home", "家庭病床"}, {"care in summer heat", "夏季照护"},
    {"care in the heating season", "供暖季照护"}, {"weekend care", "周末照护"}, {"holiday care", "节假日照护"},
    {"care by two", "双人照护"}, {"care with the family", "家属协同照护"}, {"trial stays", "试住照护"},
    {"round-the-clock care", "全天照护"}});
// Rounds and hours of delivery.
inline constexpr auto rounds = std::to_array<Name>({
    {"high-rise estates", "高层小区"}, {"walk-ups without a lift", "无电梯楼栋"}, {"office towers", "写字楼"},
    {"shopping centres", "商圈"}, {"schools", "校园"}, {"hospitals", "医院"}, {"industrial parks", "产业园区"},
    {"villages", "乡镇线路"}, {"building sites", "工地"}, {"hotels", "酒店"}, {"covered markets", "农贸市场"},
    {"the railway station", "火车站片区"}, {"Yuehai Bay", "阅海湾片区"}, {"parcel lockers", "快递柜投递"},
    {"pick-up points", "驿站投递"}, {"community canteens", "助餐点送餐"}, {"city-wide runs", "同城线路"},
    {"lakeside areas", "湖区片区"}, {"cross-district runs", "跨区线路"}, {"night runs", "夜间线路"},
    {"early-morning runs", "清晨线路"}, {"the lunch peak", "午高峰"}, {"the evening peak", "晚高峰"},
    {"weekends", "周末时段"}, {"holidays", "节假日时段"}, {"the sales season", "大促高峰"},
    {"rain and snow", "雨雪天气"}, {"sandstorm days", "沙尘天气"}, {"summer heat", "高温天气"}, {"icy roads", "冰雪路面"},
    {"urgent orders", "加急单"}, {"booked hours", "预约时段"}, {"contact-free orders", "无接触配送"},
    {"cash on delivery", "货到付款"}, {"many stops", "多点串送"}, {"key accounts", "大客户"}, {"single customers", "散客"},
    {"returns", "退货件"}, {"fragile goods", "易碎品"}, {"fresh food", "生鲜"}, {"chilled goods", "冷藏品"},
    {"medicine", "药品"}, {"documents", "文件证照"}, {"flowers and cakes", "鲜花蛋糕"}, {"valuable goods", "贵重品"},
    {"groceries", "商超订单"}, {"new areas", "新开片区"}, {"cover for a colleague", "顶班线路"}});
// Kinds of warehouse and goods in store.
inline constexpr auto warehouses = std::to_array<Name>({
    {"parcel hubs", "快递分拨中心"}, {"online-shop warehouses", "电商仓"}, {"neighbourhood depots", "前置仓"},
    {"supermarket depots", "商超配送中心"}, {"cold stores", "冷库"}, {"freezer stores", "冷冻库"},
    {"bonded warehouses", "保税仓"}, {"medicine warehouses", "医药仓"}, {"car-part warehouses", "汽配仓"},
    {"building-material yards", "建材仓"}, {"hardware warehouses", "五金仓"}, {"book warehouses", "图书仓"},
    {"clothes warehouses", "服装仓"}, {"furniture warehouses", "家具仓"}, {"appliance warehouses", "家电仓"},
    {"tyre warehouses", "轮胎仓"}, {"grain stores", "粮库"}, {"fruit stores", "果蔬库"}, {"goji warehouses", "枸杞仓"},
    {"wine cellars", "酒庄酒窖"}, {"dairy warehouses", "乳品仓"}, {"feed warehouses", "饲料仓"},
    {"seed warehouses", "种子仓"}, {"fertiliser warehouses", "农资仓"}, {"packaging stores", "包材仓"},
    {"raw-material stores", "原料仓"}, {"finished-goods stores", "成品仓"}, {"spare-part stores", "备件仓"},
    {"returns warehouses", "退货仓"}, {"hotel stores", "酒店库房"}, {"canteen stores", "食堂库房"},
    {"emergency stores", "应急物资库"}});
// What is handled in a warehouse.
inline constexpr auto cargo = std::to_array<Name>({
    {"pallets", "托盘货"}, {"cartons", "箱装货"}, {"bagged goods", "袋装货"}, {"drums", "桶装货"}, {"rolls", "卷材"},
    {"long goods", "长条货"}, {"bulky goods", "大件货"}, {"small parcels", "小件货"}, {"fragile goods", "易碎货"},
    {"heavy goods", "重货"}, {"goods with a use-by date", "效期商品"}, {"batch-tracked goods", "批次商品"},
    {"serial-numbered goods", "序列号商品"}, {"returnable crates", "周转箱货"}, {"mixed loads", "混装货"},
    {"container loads", "集装箱货"}, {"samples", "样品"}, {"promotional goods", "促销品"}});
// Who employs office people.
inline constexpr auto organisations = std::to_array<Name>({
    {"small companies", "小微企业"}, {"property companies", "物业公司"}, {"building firms", "建筑公司"},
    {"trading companies", "贸易公司"}, {"logistics companies", "物流公司"}, {"restaurant chains", "连锁餐饮企业"},
    {"online sellers", "电商企业"}, {"housekeeping companies", "家政公司"}, {"car dealers", "汽车经销商"},
    {"factories", "制造企业"}, {"farm cooperatives", "农民合作社"}, {"wineries", "酒庄"}, {"estate agencies", "房产中介"},
    {"staffing agencies", "人力资源公司"}, {"travel agencies", "旅行社"}, {"insurance agencies", "保险代理机构"},
    {"design studios", "设计工作室"}, {"law offices", "律师事务所"}, {"tax agencies", "代账机构"},
    {"training schools", "培训机构"}, {"private schools", "民办学校"}, {"clinics", "诊所"}, {"pharmacies", "药店"},
    {"hotels", "酒店"}, {"supermarkets", "超市"}, {"software companies", "软件公司"}, {"social organisations", "社会组织"},
    {"public institutions", "事业单位"}, {"subdistrict offices", "街道办事处"}, {"community offices", "社区居委会"}});
// Departments of a company.
inline constexpr auto departments = std::to_array<Name>({
    {"head offices", "总部"}, {"branch offices", "办事处"}, {"project offices", "项目部"}, {"sales departments", "销售部"},
    {"purchasing departments", "采购部"}, {"production departments", "生产部"}, {"quality departments", "质检部"},
    {"technical departments", "技术部"}, {"research departments", "研发部"}, {"marketing departments", "市场部"},
    {"customer service departments", "客服部"}, {"finance departments", "财务部"}, {"personnel departments", "人事部"},
    {"general offices", "综合办公室"}, {"legal departments", "法务部"}, {"warehouse departments", "仓储部"},
    {"after-sales departments", "售后部"}, {"training departments", "培训部"}, {"start-up teams", "创业团队"},
    {"shared offices", "共享办公区"}, {"remote teams", "远程团队"}, {"trade unions", "工会"}});
// Whose accounts, and at what time.
inline constexpr auto account_cases = std::to_array<Name>({
    {"sole traders", "个体工商户"}, {"small-scale taxpayers", "小规模纳税人"}, {"general taxpayers", "一般纳税人"},
    {"new companies", "新设企业"}, {"companies being wound up", "清算注销企业"}, {"shops with branches", "多门店企业"},
    {"branch companies", "分公司"}, {"groups of companies", "集团公司"}, {"project companies", "项目公司"},
    {"non-profit bodies", "民办非企业单位"}, {"high-tech firms", "高新技术企业"}, {"export firms", "外贸企业"},
    {"franchisees", "加盟店"}, {"start-ups", "初创企业"}, {"seasonal businesses", "季节性企业"}, {"month end", "月末"},
    {"quarter end", "季末"}, {"year end", "年末"}, {"audits", "审计期间"}, {"handovers", "岗位交接"},
    {"catching up on old books", "旧账补录"}, {"outsourced accounts", "代账服务"}});
// Where and when goods are sold online.
inline constexpr auto platforms = std::to_array<Name>({
    {"general marketplaces", "综合电商平台"}, {"short-video shops", "短视频小店"}, {"mini-program shops", "小程序商城"},
    {"group-buying platforms", "团购平台"}, {"wholesale platforms", "批发平台"}, {"cross-border platforms", "跨境平台"},
    {"second-hand platforms", "二手平台"}, {"local-life platforms", "本地生活平台"},
    {"village e-commerce points", "农村电商站点"}, {"flagship shops", "旗舰店"}, {"franchise shops", "专营店"},
    {"new shops", "新开店铺"}, {"several shops at once", "多店铺"}, {"big sales days", "大促期间"},
    {"pre-sales", "预售活动"}, {"clearance sales", "清仓活动"}, {"seasonal goods", "应季商品"}, {"gift seasons", "礼品季"},
    {"members' clubs", "会员社群"}, {"corporate orders", "企业团购"}, {"returning customers", "老客维护"},
    {"first orders", "新客首单"}});
// Lines of work, for what everybody needs.
inline constexpr auto trades = std::to_array<Name>({
    {"property service", "物业岗位"}, {"security posts", "安保岗位"}, {"cleaning posts", "保洁岗位"},
    {"green-space posts", "绿化岗位"}, {"repair posts", "维修岗位"}, {"electrical posts", "电工岗位"},
    {"plumbing posts", "水暖岗位"}, {"workshop posts", "车间岗位"}, {"warehouse posts", "仓库岗位"},
    {"delivery posts", "配送岗位"}, {"driving posts", "驾驶岗位"}, {"shop posts", "门店岗位"},
    {"checkout posts", "收银岗位"}, {"supermarket posts", "商超岗位"}, {"kitchen posts", "后厨岗位"},
    {"dining-room posts", "餐厅岗位"}, {"canteen posts", "食堂岗位"}, {"hotel posts", "酒店岗位"},
    {"housekeeping posts", "家政岗位"}, {"infant-care posts", "育婴岗位"}, {"elder-care posts", "养老岗位"},
    {"hospital-care posts", "医院护理岗位"}, {"office posts", "文员岗位"}, {"accounts posts", "财务岗位"},
    {"front-desk posts", "前台岗位"}, {"personnel posts", "人事岗位"}, {"online-shop posts", "网店岗位"},
    {"chat-service posts", "客服岗位"}, {"live-room posts", "直播岗位"}, {"video posts", "视频岗位"},
    {"car-sales posts", "汽车销售岗位"}, {"car-repair posts", "汽修岗位"}, {"handicraft posts", "手工岗位"},
    {"training posts", "培训岗位"}, {"grid-work posts", "网格岗位"}, {"volunteer posts", "志愿岗位"}});
// Situations at any work.
inline constexpr auto work_situations = std::to_array<Name>({
    {"apprentices", "学徒"}, {"trial periods", "试用期"}, {"internships", "实习期"}, {"day shifts", "白班"},
    {"night shifts", "夜班"}, {"split shifts", "两头班"}, {"temporary work", "临时用工"}, {"seasonal work", "季节用工"},
    {"future team leaders", "储备班组长"}, {"small teams", "小团队"}, {"peak hours", "高峰时段"},
    {"posts in towns and villages", "乡镇岗位"}, {"work in public", "窗口服务"}, {"the busy season", "业务旺季"},
    {"outdoor work", "户外作业"}, {"work at clients' homes", "上门作业"}, {"work at several sites", "多点作业"},
    {"emergency cover", "应急顶岗"}, {"job rotation", "轮岗"}, {"return after a break", "重返岗位"},
    {"skills contests", "技能比武"}, {"safety month", "安全生产月"}, {"night markets", "夜市经营"},
    {"posts in industrial parks", "园区岗位"}});
// clang-format on

}  // namespace aril::sample::names::qualifiers
