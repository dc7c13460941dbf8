// What narrows a skill, second half: what it is done on.
// Inside src/sample only; names_qualifiers.cpp says which lists narrow which group of skills.
#pragma once

#include <array>

#include "aril/sample/names.hpp"

namespace aril::sample::names::qualifiers {

// clang-format off
// What is filmed and edited.
inline constexpr auto film_subjects = std::to_array<Name>({
    {"people's stories", "人物故事"}, {"shop visits", "探店"}, {"tutorials", "教程"}, {"weddings", "婚礼"},
    {"graduations", "毕业季"}, {"birthday parties", "生日会"}, {"company films", "企业宣传片"},
    {"public-service films", "公益宣传片"}, {"product films", "产品短片"}, {"cooking", "美食制作"},
    {"travel in Ningxia", "宁夏旅行"}, {"village life", "乡村生活"}, {"lake scenery", "湖城风光"},
    {"street snacks", "街头小吃"}, {"vineyards", "葡萄园"}, {"goji fields", "枸杞田"}, {"community news", "社区资讯"},
    {"neighbourhood stories", "邻里故事"}, {"job openings", "岗位推介"}, {"flat viewings", "房源展示"},
    {"car reviews", "汽车评测"}, {"unboxings", "开箱体验"}, {"before and after", "改造对比"},
    {"school events", "校园活动"}, {"children's shows", "少儿演出"}, {"sports days", "运动会"}, {"online lessons", "网课"},
    {"museum tours", "博物馆导览"}, {"craft workshops", "手工课堂"}, {"farm harvests", "农场采收"},
    {"science talks", "科普讲解"}, {"health advice", "健康科普"}, {"square dancing", "广场舞"}, {"pets", "萌宠日常"},
    {"interviews", "人物访谈"}, {"festival greetings", "节日祝福"}});
// What is sold online and on air.
inline constexpr auto goods = std::to_array<Name>({
    {"goji berries", "枸杞"}, {"wine from the Helan foothills", "贺兰山东麓葡萄酒"}, {"Tan lamb", "滩羊肉"},
    {"Lingwu jujubes", "灵武长枣"}, {"gravel-field melons", "硒砂瓜"}, {"Ningxia rice", "宁夏大米"},
    {"milk and yoghurt", "乳制品"}, {"mixed-tea gift packs", "八宝茶"}, {"honey", "蜂蜜"}, {"apples", "苹果"},
    {"coarse grains", "杂粮"}, {"dried fruit and nuts", "干果"}, {"potatoes", "土豆"}, {"vegetables", "时令蔬菜"},
    {"frozen noodles", "速冻面食"}, {"chilli sauce", "辣椒酱"}, {"snacks", "休闲零食"}, {"drinks", "饮料冲调"},
    {"cooking oil", "粮油"}, {"clothes", "服装"}, {"shoes", "鞋靴"}, {"bags", "箱包"}, {"bedding", "家纺"},
    {"cosmetics", "美妆"}, {"skin care", "护肤品"}, {"washing products", "洗护用品"}, {"kitchenware", "厨具"},
    {"small appliances", "小家电"}, {"lamps", "灯具"}, {"furniture", "家具"}, {"toys", "玩具"}, {"stationery", "文具"},
    {"books", "图书"}, {"baby goods", "母婴用品"}, {"pet goods", "宠物用品"}, {"sports goods", "运动户外"},
    {"phone accessories", "手机配件"}, {"car accessories", "汽车用品"}, {"handicrafts", "手工艺品"},
    {"souvenirs", "文创礼品"}, {"seedlings and flowers", "花卉绿植"}, {"farm tools", "农具"}});
// Kinds of vehicle.
inline constexpr auto cars = std::to_array<Name>({
    {"compact cars", "紧凑型轿车"}, {"family saloons", "家用轿车"}, {"executive cars", "商务轿车"},
    {"family SUVs", "家用SUV"}, {"small SUVs", "小型SUV"}, {"seven-seaters", "七座车"}, {"people carriers", "商务MPV"},
    {"off-road cars", "越野车"}, {"pickups", "皮卡"}, {"electric cars", "纯电车型"}, {"plug-in hybrids", "插电混动车型"},
    {"hybrids", "油电混动车型"}, {"range-extended cars", "增程车型"}, {"micro electric cars", "微型电动车"},
    {"vans", "面包车"}, {"light trucks", "轻型货车"}, {"micro trucks", "微型卡车"}, {"refrigerated vans", "冷藏车"},
    {"camper vans", "房车"}, {"minibuses", "中巴车"}, {"taxis", "出租车"}, {"ride-hailing cars", "网约车"},
    {"driving-school cars", "教练车"}, {"company fleets", "企业车队"}, {"station wagons", "旅行车"},
    {"demonstration cars", "试驾车"}, {"imported cars", "进口车"}, {"sports cars", "运动型轿车"}});
// Who comes to a car dealer.
inline constexpr auto car_clients = std::to_array<Name>({
    {"first-time owners", "首购客户"}, {"trade-in customers", "置换客户"}, {"families", "家庭客户"},
    {"young customers", "年轻客户"}, {"companies", "企业客户"}, {"small-business owners", "个体经营客户"},
    {"ride-hailing drivers", "网约车司机"}, {"new drivers", "新手司机"}, {"farm customers", "农户客户"},
    {"county customers", "县域客户"}, {"out-of-town customers", "外地客户"}, {"walk-in customers", "到店客户"},
    {"telephone customers", "来电客户"}, {"online customers", "线上客户"}, {"regular customers", "老客户"},
    {"referred customers", "转介绍客户"}, {"group buyers", "团购客户"}, {"members", "会员客户"},
    {"live-stream customers", "直播间客户"}, {"staff of large firms", "大企业员工客户"},
    {"second-car buyers", "增购客户"}, {"weekend customers", "周末客户"}, {"year-end customers", "年末客户"},
    {"car-show customers", "车展客户"}, {"delivery firms", "配送企业"}, {"building firms", "施工企业"},
    {"farm cooperatives", "合作社客户"}, {"car clubs", "车友会"}, {"car-hire companies", "租车公司"},
    {"public fleets", "公务用车单位"}, {"school fleets", "校车用户"}, {"holiday customers", "节假日客户"}});
// Occasions of vehicle work.
inline constexpr auto car_jobs = std::to_array<Name>({
    {"the first service", "首次保养"}, {"minor services", "小保养"}, {"major services", "大保养"},
    {"pre-trip checks", "出行前检查"}, {"checks before inspection", "年检前检查"}, {"winter checks", "冬季检查"},
    {"summer checks", "夏季检查"}, {"accident cars", "事故车"}, {"insurance jobs", "保险维修"},
    {"warranty jobs", "质保维修"}, {"recalls", "召回维修"}, {"roadside help", "道路救援"}, {"home visits", "上门服务"},
    {"quick service", "快修快保"}, {"used-car preparation", "二手车整备"}, {"high-mileage cars", "高里程车"},
    {"old cars", "老旧车辆"}, {"flooded cars", "涉水车"}, {"fleet contracts", "车队合同"}, {"repeat repairs", "返修车"},
    {"pick-up and return", "取送车服务"}, {"night jobs", "夜间抢修"}, {"training vehicles", "实训车辆"},
    {"quotations", "维修报价"}});
// Faults and jobs of devices.
inline constexpr auto device_jobs = std::to_array<Name>({
    {"no power", "不通电"}, {"intermittent faults", "时好时坏"}, {"error codes", "故障代码"}, {"overheating", "过热"},
    {"unusual noise", "异响"}, {"burnt smell", "烧焦异味"}, {"water damage", "进水受潮"}, {"dust blockage", "积尘堵塞"},
    {"worn parts", "零件老化"}, {"loose contacts", "接触不良"}, {"control boards", "控制主板"},
    {"power supplies", "电源部件"}, {"switches and buttons", "开关按键"}, {"sensors", "传感器"},
    {"wiring inside", "内部线路"}, {"displays", "显示面板"}, {"cracked housings", "外壳破损"}, {"seals", "密封部件"},
    {"old models", "老旧机型"}, {"latest models", "新款机型"}, {"smart models", "智能机型"},
    {"imported models", "进口机型"}, {"commercial models", "商用机型"}, {"compact models", "小型机"},
    {"second-hand devices", "二手机"}, {"warranty jobs", "保修期内"}, {"jobs out of warranty", "保修期外"},
    {"home visits", "上门服务"}, {"counter repairs", "到店送修"}, {"pick-up repairs", "取送维修"},
    {"remote diagnosis", "远程诊断"}, {"same-day jobs", "当日急修"}, {"weekend jobs", "周末维修"},
    {"village visits", "下乡维修"}, {"community repair days", "社区便民维修"}, {"hotel rooms", "酒店客房"},
    {"student dormitories", "学生宿舍"}, {"restaurant kitchens", "餐饮后厨"}, {"offices", "办公场所"},
    {"rented flats", "出租房"}, {"older people's homes", "老年家庭"}, {"small shops", "沿街小店"},
    {"hospital wards", "病房"}, {"schools", "学校"}, {"quotations", "检测报价"}, {"dismantling", "拆机"},
    {"final tests", "整机测试"}, {"repeat repairs", "二次返修"}, {"spare-part matching", "配件选配"},
    {"upkeep contracts", "维保合同"}});
// Machines in works and buildings.
inline constexpr auto machines = std::to_array<Name>({
    {"conveyors", "输送机"}, {"fans", "风机"}, {"water pumps", "水泵"}, {"air compressors", "空压机"},
    {"packing machines", "包装机"}, {"filling lines", "灌装线"}, {"bottling lines", "葡萄酒灌装线"},
    {"dairy lines", "乳品生产线"}, {"goji drying lines", "枸杞烘干线"}, {"flour mills", "面粉机组"},
    {"noodle machines", "面条机"}, {"baking ovens", "烘焙烤箱"}, {"labelling machines", "贴标机"},
    {"coding machines", "喷码机"}, {"palletisers", "码垛机"}, {"sorting lines", "分拣线"}, {"lathes", "车床"},
    {"milling machines", "铣床"}, {"drilling machines", "钻床"}, {"grinding machines", "磨床"}, {"presses", "冲床"},
    {"bending machines", "折弯机"}, {"shears", "剪板机"}, {"laser cutters", "激光切割机"},
    {"numerical-control machines", "数控机床"}, {"injection moulders", "注塑机"}, {"sewing machines", "缝纫设备"},
    {"embroidery machines", "绣花机"}, {"cutting tables", "裁床"}, {"printing machines", "印刷机"}, {"mixers", "搅拌机"},
    {"crushers", "破碎机"}, {"vibrating screens", "振动筛"}, {"gearboxes", "减速机"}, {"hydraulic stations", "液压站"},
    {"overhead cranes", "行车"}, {"goods lifts", "货梯"}, {"forklifts", "叉车"}, {"chillers", "冷水机组"},
    {"cooling towers", "冷却塔"}, {"air-handling units", "空调机组"}, {"boilers", "锅炉辅机"},
    {"heat exchangers", "换热机组"}, {"water-treatment plants", "水处理设备"}, {"dust collectors", "除尘器"},
    {"industrial robots", "工业机器人"}, {"commercial kitchens", "商用厨房设备"}, {"laundry machines", "洗涤设备"},
    {"car-wash machines", "洗车机"}, {"irrigation plants", "灌溉设备"}});
// What is sewn and embroidered.
inline constexpr auto sewn_things = std::to_array<Name>({
    {"cushion covers", "抱枕套"}, {"curtains", "窗帘"}, {"tablecloths", "桌布"}, {"aprons", "围裙"}, {"insoles", "鞋垫"},
    {"cloth shoes", "布鞋"}, {"canvas bags", "帆布袋"}, {"handkerchiefs", "手帕"}, {"scarves", "围巾"}, {"hats", "帽子"},
    {"gloves", "手套"}, {"baby clothes", "婴儿服"}, {"children's clothes", "童装"}, {"school uniforms", "校服"},
    {"work clothes", "工装"}, {"stage costumes", "演出服"}, {"doll clothes", "娃娃衣"}, {"bed sheets", "床单"},
    {"quilts", "被子"}, {"pillowcases", "枕套"}, {"seat cushions", "坐垫"}, {"wall hangings", "壁挂"}, {"tea mats", "茶席"},
    {"sachets", "香包"}, {"phone pouches", "手机袋"}, {"purses", "零钱包"}, {"bookmarks", "书签"}, {"badges", "徽章"},
    {"cotton cloth", "棉布"}, {"linen", "麻布"}, {"silk", "丝绸"}, {"denim", "牛仔布"}, {"woollen cloth", "毛呢"},
    {"felt cloth", "毛毡布"}, {"knitted cloth", "针织布"}, {"lace", "蕾丝"}});
// Kinds of piecework order.
inline constexpr auto orders = std::to_array<Name>({
    {"sample orders", "打样单"}, {"small batches", "小批量订单"}, {"large batches", "大批量订单"},
    {"urgent orders", "加急订单"}, {"export orders", "外贸订单"}, {"custom orders", "定制订单"}, {"repeat orders", "返单"},
    {"gift orders", "礼品订单"}, {"school orders", "学校订单"}, {"hotel orders", "酒店订单"},
    {"tourist-shop orders", "景区订单"}, {"online-shop orders", "网店订单"}, {"reworked pieces", "返修件"},
    {"exhibition pieces", "展陈件"}, {"training pieces", "练习件"}, {"charity-sale pieces", "义卖件"}});
// What folk crafts show.
inline constexpr auto motifs = std::to_array<Name>({
    {"peony motifs", "牡丹图案"}, {"lotus motifs", "荷花图案"}, {"pomegranate motifs", "石榴图案"},
    {"goji motifs", "枸杞图案"}, {"grape motifs", "葡萄图案"}, {"sunflower motifs", "向日葵图案"},
    {"reed motifs", "芦苇图案"}, {"poplar motifs", "胡杨图案"}, {"magpie motifs", "喜鹊图案"},
    {"phoenix motifs", "凤凰图案"}, {"crane motifs", "仙鹤图案"}, {"butterfly motifs", "蝴蝶图案"},
    {"goldfish motifs", "金鱼图案"}, {"sheep motifs", "滩羊图案"}, {"camel motifs", "骆驼图案"},
    {"rabbit motifs", "兔子图案"}, {"zodiac animals", "十二生肖图案"}, {"cartoon animals", "卡通动物图案"},
    {"auspicious clouds", "祥云图案"}, {"waves", "水波图案"}, {"Helan Mountain scenes", "贺兰山图案"},
    {"Yellow River scenes", "黄河图案"}, {"lake-city scenes", "湖城图案"}, {"old-street scenes", "老街图案"},
    {"lanterns", "灯笼图案"}, {"good-luck characters", "福字图案"}, {"wedding characters", "喜字图案"},
    {"snowflakes", "雪花图案"}, {"geometric patterns", "几何图案"}, {"fruit baskets", "果篮图案"}});
// What folk crafts are for.
inline constexpr auto craft_uses = std::to_array<Name>({
    {"shop windows", "橱窗装饰"}, {"photo props", "拍摄道具"}, {"wall decorations", "墙饰"},
    {"housewarming gifts", "乔迁贺礼"}, {"graduation gifts", "毕业礼物"}, {"company gifts", "企业伴手礼"},
    {"community fairs", "社区市集"}, {"festival decorations", "节庆装饰"}, {"birthday gifts", "生日礼物"},
    {"first-month gifts", "满月礼物"}, {"classroom kits", "课堂材料包"}, {"museum shops", "博物馆文创"},
    {"wedding decorations", "婚庆装饰"}, {"table decorations", "桌面摆件"}});
// What is assembled and packed at home.
inline constexpr auto packed_things = std::to_array<Name>({
    {"goji berries", "枸杞"}, {"jujubes", "红枣"}, {"raisins", "葡萄干"}, {"walnuts", "核桃"}, {"sunflower seeds", "瓜子"},
    {"tea blends", "八宝茶"}, {"herbal sachets", "草本茶包"}, {"dried vegetables", "脱水蔬菜"}, {"mixed grains", "杂粮"},
    {"spices", "调味料"}, {"soap", "手工皂"}, {"candles", "香薰蜡烛"}, {"cosmetics samples", "化妆品小样"},
    {"hair ties", "发圈"}, {"hairpins", "发卡"}, {"buttons", "纽扣"}, {"zips", "拉链"}, {"toys", "玩具"},
    {"building bricks", "拼装积木"}, {"dolls", "玩偶"}, {"balloons", "气球"}, {"paper bags", "纸袋"}, {"gift boxes", "礼盒"},
    {"greeting cards", "贺卡"}, {"envelopes", "信封"}, {"stationery sets", "文具套装"}, {"pens", "中性笔"},
    {"key rings", "钥匙扣"}, {"earphones", "耳机"}, {"charging cables", "充电线"}, {"wire harnesses", "线束"},
    {"small lamps", "小夜灯"}, {"plastic flowers", "仿真花"}, {"masks", "口罩"}});
// What is cooked.
inline constexpr auto ingredients = std::to_array<Name>({
    {"Tan lamb", "滩羊肉"}, {"mutton offal", "羊杂"}, {"beef", "牛肉"}, {"chicken", "鸡肉"}, {"duck", "鸭肉"},
    {"Yellow River carp", "黄河鲤鱼"}, {"freshwater fish", "淡水鱼"}, {"shrimps", "虾类"}, {"eggs", "蛋类"},
    {"bean curd", "豆腐"}, {"starch noodles", "粉条"}, {"potatoes", "土豆"}, {"cabbage", "白菜"}, {"aubergines", "茄子"},
    {"peppers", "辣椒"}, {"tomatoes", "番茄"}, {"leafy vegetables", "叶菜"}, {"mushrooms", "菌菇"}, {"lily bulbs", "百合"},
    {"goji shoots", "枸杞芽"}, {"wild sand onions", "沙葱"}, {"frozen food", "冷冻食材"}});
// Ways to offer dough and drinks.
inline constexpr auto menu_kinds = std::to_array<Name>({
    {"home-style portions", "家庭装"}, {"small portions", "小份装"}, {"gift boxes", "礼盒装"},
    {"festival specials", "节令款"}, {"children's menus", "儿童款"}, {"older people's menus", "老年款"},
    {"light menus", "轻食款"}, {"breakfast menus", "早餐款"}, {"members' menus", "会员款"}, {"late-night menus", "夜宵款"},
    {"takeaway", "外卖款"}, {"summer menus", "夏季款"}, {"winter menus", "冬季款"}, {"new recipes", "新品研发"},
    {"house specials", "招牌款"}, {"franchise recipes", "加盟配方"}, {"group orders", "团体订单"},
    {"self-service counters", "自助档口"}, {"hands-on classes", "体验课"}, {"goji recipes", "枸杞风味"}});
// clang-format on

}  // namespace aril::sample::names::qualifiers
