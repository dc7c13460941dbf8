// What the name of an employer is put together from: brand, place, trade.
// Inside src/sample only; everybody else asks employer_name().
#pragma once

#include <array>

#include "aril/sample/names.hpp"

namespace aril::sample::names::table {

/// How employers of a field call what they do, as a company and as an outlet.
struct Trades {
  std::array<Name, 5> companies;
  std::array<Name, 5> outlets;
  std::string_view branch;  // what an outlet in a street is called there: 正源北街店
  std::uint8_t companies_in_ten;
};

// clang-format off
// By field.
inline constexpr auto trades = std::to_array<Trades>({
    // video
    {{{{"Media", "文化传媒"}, {"Film and Television", "影视文化"}, {"Advertising", "广告传媒"},
      {"Visual Design", "视觉设计"}, {"Digital Creative", "数字创意"}}},
     {{{"Photo Studio", "摄影工作室"}, {"Portrait House", "照相馆"}, {"Video Studio", "视频工作室"},
      {"Children's Photography", "儿童摄影"}, {"Print and Picture", "图文快印"}}}, "店", 6},
    // live_commerce
    {{{{"Live Commerce", "直播电商"}, {"Network Technology", "网络科技"}, {"Brand Management", "品牌运营"},
      {"Supply Chain", "供应链管理"}, {"New Media", "新媒体"}}},
     {{{"Live Base", "直播基地"}, {"Live Studio", "直播工作室"}, {"Selection Centre", "选品中心"},
      {"Farm Support Live Room", "助农直播间"}, {"Host Training Studio", "主播孵化工作室"}}}, "", 7},
    // property_service
    {{{{"Property Services", "物业服务"}, {"Property Management", "物业管理"}, {"Environmental Services", "环境服务"},
      {"Security Services", "保安服务"}, {"Landscaping", "园林绿化"}}},
     {{{"Property Service Centre", "物业服务中心"}, {"Property Service Station", "物业服务站"},
      {"Cleaning Services", "保洁服务部"}, {"Greening Services", "绿化服务部"},
      {"Parking Services", "停车服务部"}}}, "", 8},
    // car_sales
    {{{{"Car Sales", "汽车销售"}, {"Car Sales and Service", "汽车销售服务"}, {"New-Energy Cars", "新能源汽车"},
      {"Used Cars", "二手车经销"}, {"Car Trading", "汽车贸易"}}},
     {{{"Car Detailing", "汽车美容"}, {"Car Wash", "洗车行"}, {"Car Gallery", "汽车超市"},
      {"Tyre Shop", "轮胎行"}, {"Car Accessories", "汽车用品"}}}, "店", 5},
    // maintenance
    {{{{"Electromechanical Equipment", "机电设备"}, {"Equipment Maintenance", "设备维护"},
      {"Installation Engineering", "安装工程"}, {"Car Repair", "汽车维修"}, {"Heating Engineering", "暖通工程"}}},
     {{{"Appliance Repair", "家电维修"}, {"Phone Repair", "手机维修"}, {"Plumbing Repair", "水暖维修"},
      {"Locksmith", "开锁换锁"}, {"Quick Car Repair", "汽车快修"}}}, "店", 4},
    // electrical
    {{{{"Electric Power Engineering", "电力工程"}, {"Electrical Installation", "电气安装"},
      {"Solar Technology", "光伏科技"}, {"Intelligent Systems", "智能化工程"}, {"Charging Technology", "充电科技"}}},
     {{{"Water and Electricity Repair", "水电维修"}, {"Lighting Shop", "灯饰"}, {"Electrical Materials", "电料行"},
      {"Security Cameras", "监控安防"}, {"Electrical Hardware", "五金机电"}}}, "店", 6},
    // housekeeping
    {{{{"Housekeeping Services", "家政服务"}, {"Home Services", "家庭服务"}, {"Cleaning Services", "保洁服务"},
      {"Postnatal Services", "母婴服务"}, {"Childcare Services", "托育服务"}}},
     {{{"Housekeeping", "家政"}, {"Home Cleaning", "到家保洁"}, {"Baby Centre", "母婴生活馆"},
      {"Day Nursery", "托育园"}, {"Laundry", "洗衣"}}}, "店", 5},
    // handicraft
    {{{{"Handicrafts", "手工艺品"}, {"Clothing", "服饰"}, {"Cultural Crafts", "文创工艺"}, {"Textiles", "纺织品"},
      {"Packaging", "包装制品"}}},
     {{{"Support Workshop", "帮扶车间"}, {"Craft Workshop", "手工坊"}, {"Embroidery Workshop", "刺绣工坊"},
      {"Sewing Workshop", "缝纫工坊"}, {"Piecework Point", "来料加工点"}}}, "", 4},
    // retail
    {{{{"Trading", "商贸"}, {"Supermarkets", "超市连锁"}, {"Department Stores", "百货"}, {"Pharmacy Chain", "医药连锁"},
      {"Fresh Foods", "生鲜供应链"}}},
     {{{"Supermarket", "超市"}, {"Convenience Store", "便利店"}, {"Fruit Shop", "鲜果"}, {"Pharmacy", "大药房"},
      {"Clothing Shop", "服装"}}}, "店", 2},
    // catering
    {{{{"Catering Management", "餐饮管理"}, {"Catering Services", "餐饮服务"}, {"Food", "食品"},
      {"Hotel Management", "酒店管理"}, {"Meal Delivery", "团餐配送"}}},
     {{{"Home-Style Restaurant", "家常菜"}, {"Noodle House", "面馆"}, {"Lamb Restaurant", "羊肉馆"},
      {"Bakery", "烘焙坊"}, {"Teahouse", "茶饮"}}}, "店", 3},
    // elder_care
    {{{{"Elder Care Services", "养老服务"}, {"Health Management", "健康管理"}, {"Elder Care Industry", "康养产业"},
      {"Home Care Services", "居家照护服务"}, {"Rehabilitation Services", "康复服务"}}},
     {{{"Day Care Centre", "日间照料中心"}, {"Elder Care Home", "养老院"}, {"Care Station", "养老服务站"},
      {"Health Massage", "保健按摩馆"}, {"Meal Point", "社区助餐点"}}}, "", 4},
    // logistics
    {{{{"Logistics", "物流"}, {"Express Delivery", "快递"}, {"Supply Chain Logistics", "供应链物流"},
      {"Cold Chain", "冷链物流"}, {"Warehousing", "仓储服务"}}},
     {{{"Parcel Station", "快递驿站"}, {"Parcel Outlet", "快递营业部"}, {"Moving Services", "搬家服务部"},
      {"Delivery Station", "配送站"}, {"Freight Office", "货运部"}}}, "", 6},
    // office
    {{{{"Business Services", "商务服务"}, {"Accounting", "财务咨询"}, {"Human Resources", "人力资源"},
      {"Enterprise Management", "企业管理"}, {"Education Consulting", "教育咨询"}}},
     {{{"Bookkeeping Office", "代账服务部"}, {"Print and Copy", "文印中心"}, {"Job Agency", "职业介绍所"},
      {"Design Office", "设计工作室"}, {"Training School", "培训学校"}}}, "", 8},
    // online_shops
    {{{{"E-Commerce", "电子商务"}, {"Information Technology", "信息科技"}, {"Internet Trading", "网络商贸"},
      {"Agricultural E-Commerce", "农业电商"}, {"Cross-Border E-Commerce", "跨境电商"}}},
     {{{"E-Commerce Service Station", "电商服务站"}, {"Group-Buying Point", "团购自提点"},
      {"Online Shop Studio", "网店工作室"}, {"Local Produce Shop", "特产网店"},
      {"Image Design Studio", "电商设计工作室"}}}, "", 7},
});

// A company is registered in the region, the city or the district.
inline constexpr auto registries = std::to_array<Name>({
    {"Ningxia", "宁夏"}, {"Yinchuan", "银川"}, {"Jinfeng", "银川市金凤区"}});

// An outlet stands in a street.
inline constexpr auto streets = std::to_array<Name>({
    {"Zhengyuan North Street", "正源北街"}, {"Zhengyuan South Street", "正源南街"}, {"Baohu Middle Road", "宝湖中路"},
    {"Huanghe East Road", "黄河东路"}, {"Changcheng Middle Road", "长城中路"}, {"Beijing Middle Road", "北京中路"},
    {"Shanghai West Road", "上海西路"}, {"Mancheng North Street", "满城北街"}, {"Yinjiaqu Street", "尹家渠街"},
    {"Qinshui Avenue", "亲水大街"}, {"Tongda South Street", "通达南街"}, {"Ning'an Avenue", "宁安大街"},
    {"Kangping Road", "康平路"}, {"Zhenshui Road", "枕水路"}, {"Wanshou Road", "万寿路"}, {"Liangtian Avenue", "良田大街"}});

// A word of the region before the brand; the first names have none.
inline constexpr auto regions = std::to_array<Name>({
    {"", ""}, {"Saishang", "塞上"}, {"Fengcheng", "凤城"}, {"Hucheng", "湖城"}, {"Shuofang", "朔方"}, {"Tanglai", "唐徕"},
    {"Helan", "贺兰"}, {"Lingzhou", "灵州"}, {"Jiangnan", "江南"}, {"Yuehai", "阅海"}, {"Baohu", "宝湖"}, {"Huanghe", "黄河"},
    {"Jin'an", "金岸"}});

inline constexpr auto brands = std::to_array<Name>({
    {"Xinyuan", "鑫源"}, {"Xinda", "鑫达"}, {"Xinsheng", "鑫盛"}, {"Xintai", "鑫泰"}, {"Xincheng", "鑫诚"},
    {"Xinxiang", "鑫祥"}, {"Xinhe", "鑫和"}, {"Xinwang", "鑫旺"}, {"Xinlong", "鑫隆"}, {"Xinhai", "鑫海"},
    {"Hengrui", "恒瑞"}, {"Hengxin", "恒信"}, {"Hengsheng", "恒盛"}, {"Hengda", "恒达"}, {"Hengxiang", "恒祥"},
    {"Hengrun", "恒润"}, {"Hengtong", "恒通"}, {"Hengjia", "恒佳"}, {"Ruixiang", "瑞祥"}, {"Ruifeng", "瑞丰"},
    {"Ruihe", "瑞和"}, {"Rui'an", "瑞安"}, {"Ruikang", "瑞康"}, {"Ruide", "瑞德"}, {"Ruijing", "瑞景"}, {"Ruilin", "瑞林"},
    {"Ruichang", "瑞昌"}, {"Jiahe", "嘉和"}, {"Jiaxin", "嘉信"}, {"Jiatai", "嘉泰"}, {"Jiacheng", "嘉诚"}, {"Jiayue", "嘉悦"},
    {"Jiaheng", "嘉恒"}, {"Jiarun", "嘉润"}, {"Jiaming", "嘉铭"}, {"Jiajie", "嘉洁"}, {"Shengyuan", "盛源"},
    {"Shenghe", "盛和"}, {"Shengda", "盛达"}, {"Shenghua", "盛华"}, {"Shengjing", "盛景"}, {"Shengbang", "盛邦"},
    {"Shengde", "盛德"}, {"Hongda", "宏达"}, {"Hongyuan", "宏源"}, {"Hongsheng", "宏盛"}, {"Hongtai", "宏泰"},
    {"Hongxing", "宏兴"}, {"Hongtu", "宏图"}, {"Hongye", "宏业"}, {"Taihe", "泰和"}, {"Taifeng", "泰丰"}, {"Tairui", "泰瑞"},
    {"Taixiang", "泰祥"}, {"Taichang", "泰昌"}, {"Taining", "泰宁"}, {"Antai", "安泰"}, {"Anda", "安达"}, {"Anshun", "安顺"},
    {"Anhe", "安和"}, {"Ankang", "安康"}, {"Anjie", "安捷"}, {"Anxin", "安信"}, {"Huarui", "华瑞"}, {"Huasheng", "华盛"},
    {"Huacheng", "华诚"}, {"Hua'an", "华安"}, {"Huaxing", "华兴"}, {"Huayi", "华益"}, {"Huajing", "华景"},
    {"Huakang", "华康"}, {"Jinyuan", "金源"}, {"Jinsheng", "金盛"}, {"Jinsui", "金穗"}, {"Jinda", "金达"}, {"Jinhe", "金禾"},
    {"Jinqiao", "金桥"}, {"Jinfu", "金福"}, {"Yinhe", "银河"}, {"Yinsheng", "银盛"}, {"Yinfeng", "银丰"}, {"Yinda", "银达"},
    {"Yinshan", "银杉"}, {"Tianhe", "天和"}, {"Tianrui", "天瑞"}, {"Tiancheng", "天成"}, {"Tianrun", "天润"},
    {"Tianyou", "天佑"}, {"Tianyue", "天悦"}, {"Dexin", "德信"}, {"Derui", "德瑞"}, {"Derun", "德润"}, {"Desheng", "德盛"},
    {"Dehe", "德和"}, {"Delong", "德隆"}, {"Yong'an", "永安"}, {"Yongsheng", "永盛"}, {"Yongxin", "永信"},
    {"Yongxing", "永兴"}, {"Yongxiang", "永祥"}, {"Yongshun", "永顺"}, {"Yongchang", "永昌"}, {"Fuyuan", "福源"},
    {"Futai", "福泰"}, {"Fukang", "福康"}, {"Furui", "福瑞"}, {"Fuman", "福满"}, {"Fulai", "福来"}, {"Fule", "福乐"},
    {"Fulin", "福临"}, {"Xianghe", "祥和"}, {"Xiangrui", "祥瑞"}, {"Xiangyun", "祥云"}, {"Xiangtai", "祥泰"},
    {"Xiangshun", "祥顺"}, {"Xiangda", "祥达"}, {"Heshun", "和顺"}, {"Hexin", "和信"}, {"Hemei", "和美"}, {"Herun", "和润"},
    {"Hexing", "和兴"}, {"Heyue", "和悦"}, {"Hefeng", "和丰"}, {"Zhongcheng", "众诚"}, {"Zhongxin", "众信"},
    {"Zhongbang", "众邦"}, {"Zhonghe", "众和"}, {"Zhongyue", "众悦"}, {"Zhongda", "众达"}, {"Chengxin", "诚信"},
    {"Chengda", "诚达"}, {"Chengtai", "诚泰"}, {"Chenghe", "诚和"}, {"Chengrui", "诚瑞"}, {"Chengyuan", "诚远"},
    {"Chengye", "诚业"}, {"Qiming", "启明"}, {"Qihang", "启航"}, {"Qiyuan", "启元"}, {"Qicheng", "启程"}, {"Qiyue", "启悦"},
    {"Qizhi", "启智"}, {"Boyuan", "博远"}, {"Boya", "博雅"}, {"Botong", "博通"}, {"Boxin", "博信"}, {"Borui", "博瑞"},
    {"Boda", "博达"}, {"Bowen", "博文"}, {"Chuangxiang", "创想"}, {"Chuangyuan", "创远"}, {"Chuangjia", "创佳"},
    {"Chuanglian", "创联"}, {"Chuangzhi", "创智"}, {"Zhuoyue", "卓越"}, {"Zhuoyuan", "卓远"}, {"Zhuoxin", "卓信"},
    {"Zhuoya", "卓雅"}, {"Zhuohang", "卓航"}, {"Zhuoli", "卓立"}, {"Zhiyuan", "智远"}, {"Zhicheng", "智诚"},
    {"Zhilian", "智联"}, {"Zhida", "智达"}, {"Zhichuang", "智创"}, {"Zhihui", "智汇"}, {"Youjia", "优佳"}, {"Youpin", "优品"},
    {"Youyue", "优悦"}, {"Youlian", "优联"}, {"Youshang", "优尚"}, {"Meijia", "美佳"}, {"Meiyue", "美悦"}, {"Meijie", "美洁"},
    {"Meilin", "美林"}, {"Meiyuan", "美源"}, {"Meijing", "美景"}, {"Meirun", "美润"}, {"Lejia", "乐家"}, {"Leju", "乐居"},
    {"Letu", "乐途"}, {"Lexiang", "乐享"}, {"Leye", "乐业"}, {"Lehe", "乐禾"}, {"Yuejia", "悦家"}, {"Yuexiang", "悦享"},
    {"Yuecheng", "悦程"}, {"Yuehe", "悦和"}, {"Yuexin", "悦馨"}, {"Kangtai", "康泰"}, {"Kangyuan", "康源"},
    {"Kangyue", "康悦"}, {"Kangning", "康宁"}, {"Kangda", "康达"}, {"Kangle", "康乐"}, {"Kanghe", "康禾"},
    {"Kangxin", "康馨"}, {"Kangrui", "康瑞"}, {"Shunda", "顺达"}, {"Shun'an", "顺安"}, {"Shunxin", "顺心"},
    {"Shunhe", "顺和"}, {"Shuntong", "顺通"}, {"Shunxing", "顺兴"}, {"Shunfa", "顺发"}, {"Shunyuan", "顺源"},
    {"Tongda", "通达"}, {"Tonghe", "通和"}, {"Tongyuan", "通源"}, {"Tongshun", "通顺"}, {"Tongtai", "通泰"},
    {"Tongyu", "通宇"}, {"Feiyue", "飞跃"}, {"Feida", "飞达"}, {"Feiyang", "飞扬"}, {"Feiteng", "飞腾"}, {"Feihong", "飞虹"},
    {"Jietong", "捷通"}, {"Jiecheng", "捷诚"}, {"Jie'an", "捷安"}, {"Jiexin", "捷信"}, {"Jieyuan", "捷远"},
    {"Jieyun", "捷运"}, {"Huitong", "汇通"}, {"Huixin", "汇鑫"}, {"Huida", "汇达"}, {"Huicheng", "汇诚"}, {"Huijia", "汇佳"},
    {"Huilian", "汇联"}, {"Huijing", "汇景"}, {"Juxin", "聚鑫"}, {"Juyuan", "聚源"}, {"Jude", "聚德"}, {"Jucheng", "聚成"},
    {"Juxian", "聚贤"}, {"Jufu", "聚福"}, {"Juren", "聚仁"}, {"Juli", "聚力"}, {"Xingwang", "兴旺"}, {"Xingda", "兴达"},
    {"Xingyuan", "兴源"}, {"Xinglong", "兴隆"}, {"Xingtai", "兴泰"}, {"Xingbang", "兴邦"}, {"Xingnong", "兴农"},
    {"Wangda", "旺达"}, {"Wangyuan", "旺源"}, {"Wangjia", "旺家"}, {"Wangtai", "旺泰"}, {"Wangfu", "旺福"},
    {"Wangshun", "旺顺"}, {"Longyuan", "隆源"}, {"Longtai", "隆泰"}, {"Longda", "隆达"}, {"Longsheng", "隆盛"},
    {"Longxing", "隆兴"}, {"Changsheng", "昌盛"}, {"Changda", "昌达"}, {"Changyuan", "昌源"}, {"Changtai", "昌泰"},
    {"Changlong", "昌隆"}, {"Changrui", "昌瑞"}, {"Kaida", "凯达"}, {"Kairui", "凯瑞"}, {"Kaixuan", "凯旋"},
    {"Kaisheng", "凯盛"}, {"Kaiyuan", "凯源"}, {"Kaicheng", "凯诚"}, {"Kaixing", "凯兴"}, {"Zhenghe", "正和"},
    {"Zhengxin", "正信"}, {"Zhengxing", "正兴"}, {"Zhengde", "正德"}, {"Zhengye", "正业"}, {"Zhengyang", "正阳"},
    {"Zhengfang", "正方"}, {"Bangde", "邦德"}, {"Bangxin", "邦信"}, {"Bangtai", "邦泰"}, {"Bangda", "邦达"},
    {"Banghe", "邦和"}, {"Mingxin", "铭信"}, {"Mingda", "铭达"}, {"Mingyuan", "铭源"}, {"Mingtai", "铭泰"},
    {"Mingcheng", "铭诚"}, {"Mingyue", "铭悦"}, {"Mingjie", "铭洁"}, {"Shangpin", "尚品"}, {"Shangjia", "尚佳"},
    {"Shangde", "尚德"}, {"Shangmei", "尚美"}, {"Shangyuan", "尚源"}, {"Shangju", "尚居"}, {"Jinxiu", "锦绣"},
    {"Jincheng", "锦程"}, {"Jinhua", "锦华"}, {"Jinchen", "锦辰"}, {"Jinrui", "锦瑞"}, {"Yunshang", "云尚"},
    {"Yunchuang", "云创"}, {"Yunji", "云集"}, {"Yunfan", "云帆"}, {"Yunlian", "云联"}, {"Yunxiang", "云享"},
    {"Yunqi", "云启"}, {"Yunhe", "云禾"}, {"Xingchen", "星辰"}, {"Xinghai", "星海"}, {"Xingguang", "星光"},
    {"Chenxi", "晨曦"}, {"Chenyang", "晨阳"}, {"Chenhui", "晨辉"}, {"Chenda", "晨达"}, {"Haiyuan", "海源"},
    {"Haicheng", "海诚"}, {"Hairui", "海瑞"}, {"Haina", "海纳"}, {"Haixing", "海兴"}, {"Haida", "海达"}, {"Heyuan", "禾源"},
    {"Hejia", "禾家"}, {"Lujie", "绿洁"}, {"Lujing", "绿景"}, {"Luhe", "绿禾"}, {"Luye", "绿野"}, {"Luyuan", "绿园"},
    {"Lukang", "绿康"}, {"Qixiang", "杞乡"}, {"Qihong", "杞红"}, {"Qifu", "杞福"}, {"Chunhui", "春晖"}, {"Chunyu", "春雨"},
    {"Chunfeng", "春风"}, {"Chunhe", "春禾"}, {"Chunxiao", "春晓"}, {"Chunze", "春泽"}, {"Qiushi", "秋实"},
    {"Xiaoyue", "晓月"}, {"Jiamei", "佳美"}, {"Jiayuan", "佳源"}, {"Jiahui", "佳惠"}, {"Jiale", "佳乐"}, {"Huimin", "惠民"},
    {"Huili", "惠利"}, {"Huize", "惠泽"}, {"Huikang", "惠康"}, {"Huinong", "惠农"}, {"Min'an", "民安"}, {"Minkang", "民康"},
    {"Minle", "民乐"}, {"Minxing", "民兴"}, {"Yida", "亿达"}, {"Yiyuan", "亿源"}, {"Yijia", "亿佳"}, {"Yilian", "亿联"},
    {"Wantong", "万通"}, {"Wanshun", "万顺"}, {"Wanjia", "万佳"}, {"Wanyuan", "万源"}, {"Wantai", "万泰"}, {"Wanfu", "万福"},
    {"Wanxiang", "万象"}, {"Baishun", "百顺"}, {"Baijia", "百佳"}, {"Baihui", "百惠"}, {"Baiyuan", "百源"},
    {"Baichuan", "百川"}, {"Baijie", "百洁"}, {"Baiwei", "百味"}, {"Qianxi", "千禧"}, {"Qianxun", "千寻"},
    {"Qianshun", "千顺"}, {"Tongxin", "同心"}, {"Tongchuang", "同创"}, {"Tongcheng", "同诚"}, {"Tonghui", "同辉"},
    {"Youcheng", "友诚"}, {"Yinuo", "一诺"}, {"Yipin", "一品"}, {"Yiming", "一鸣"}, {"Yichuan", "一川"}, {"Dacheng", "大成"},
    {"Datang", "大唐"}, {"Dadi", "大地"}, {"Dongfang", "东方"}, {"Dongsheng", "东升"}, {"Dongyuan", "东源"},
    {"Dongtai", "东泰"}, {"Dongyue", "东岳"}, {"Xiling", "西岭"}, {"Nanfeng", "南风"}, {"Beichen", "北辰"},
    {"Beidou", "北斗"}, {"Beifang", "北方"}, {"Jieya", "洁雅"}, {"Jiejing", "洁净"}, {"Jiemei", "洁美"}, {"Xinya", "馨雅"},
    {"Xinjia", "馨家"}, {"Xinyue", "馨悦"}, {"Xinju", "馨居"}, {"Xinyu", "馨语"}, {"Xinning", "馨宁"}, {"Yajie", "雅洁"},
    {"Yazhi", "雅致"}, {"Yaxuan", "雅轩"}, {"Yaxin", "雅馨"}, {"Qiaojiang", "巧匠"}, {"Qiaoyi", "巧艺"}, {"Qiaozhi", "巧织"},
    {"Qiaoxiu", "巧绣"}, {"Qiaosi", "巧思"}, {"Jiangxin", "匠心"}, {"Jiangyi", "匠艺"}, {"Weiguang", "微光"},
    {"Caihong", "彩虹"}, {"Caiyun", "彩云"}, {"Caixia", "彩霞"}, {"Lanhai", "蓝海"}, {"Lantu", "蓝图"}, {"Lantian", "蓝天"},
    {"Lanjing", "蓝鲸"}, {"Landun", "蓝盾"}, {"Hongguo", "红果"}, {"Longteng", "龙腾"}, {"Tengda", "腾达"},
    {"Tengfei", "腾飞"}, {"Tengyue", "腾跃"}, {"Tengyuan", "腾远"}, {"Junda", "骏达"}, {"Junchi", "骏驰"},
    {"Junteng", "骏腾"}, {"Junye", "骏业"}, {"Chiyuan", "驰远"}, {"Chida", "驰达"}, {"Chicheng", "驰骋"}, {"Liyuan", "力源"},
    {"Licheng", "力诚"}, {"Lixing", "力行"}, {"Kexin", "科信"}, {"Keda", "科达"}, {"Keyuan", "科源"}, {"Kesheng", "科盛"},
    {"Kerui", "科瑞"}, {"Xinyi", "信义"}, {"Xinde", "信德"}, {"Ren'ai", "仁爱"}, {"Rentai", "仁泰"}, {"Renkang", "仁康"},
    {"Rende", "仁德"}, {"Yiyang", "颐养"}, {"Yikang", "颐康"}, {"Yile", "颐乐"}, {"Yinian", "颐年"}, {"Songhe", "松鹤"},
    {"Songbai", "松柏"}, {"Aijia", "爱家"}, {"Aixin", "爱心"}, {"Nuanyang", "暖阳"}, {"Nuanxin", "暖心"}, {"Nuanjia", "暖家"},
    {"Qingchuan", "晴川"}, {"Qinglang", "晴朗"}, {"Qingkong", "晴空"}, {"Langyue", "朗悦"}, {"Langcheng", "朗诚"},
    {"Langqing", "朗清"}, {"Jingtai", "景泰"}, {"Jingyuan", "景源"}, {"Jingrui", "景瑞"}, {"Jingsheng", "景盛"}});
// clang-format on

}  // namespace aril::sample::names::table
