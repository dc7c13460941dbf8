// Townships, communities and the estates in them, as compile-time tables; the names are in the style of the district.
// Inside src/sample only; everybody else asks townships(), communities() and estates().
#pragma once

#include <array>
#include <initializer_list>

#include "aril/sample/names.hpp"

namespace aril::sample::names::table {

struct EstateRow {
  Name name;
  Parts parts = Parts::zones;
  std::uint16_t grids = 0;
};

struct CommunityRow {
  Name name;
  std::uint16_t township = 0;
  Few<EstateRow, 8> estates;
};

consteval Few<EstateRow, 8> hold(std::initializer_list<EstateRow> rows) {
  Few<EstateRow, 8> out;
  for (const EstateRow& row : rows) out.items[out.count++] = row;
  return out;
}

using enum Parts;

// clang-format off
enum TownshipIndex : std::uint16_t {
  mancheng_beijie, huanghe_donglu, changcheng_zhonglu, beijing_zhonglu, shanghai_xilu, helanshan_zhonglu, liangtian, fengdeng
};

inline constexpr auto townships = std::to_array<Township>({
    {{"Mancheng Beijie Subdistrict", "满城北街街道"}, "640106001", 42797, 38.505, 106.185},
    {{"Huanghe Donglu Subdistrict", "黄河东路街道"}, "640106002", 56528, 38.478, 106.200},
    {{"Changcheng Zhonglu Subdistrict", "长城中路街道"}, "640106003", 72606, 38.458, 106.235},
    {{"Beijing Zhonglu Subdistrict", "北京中路街道"}, "640106004", 32964, 38.486, 106.240},
    {{"Shanghai Xilu Subdistrict", "上海西路街道"}, "640106005", 42577, 38.503, 106.250},
    {{"Helanshan Zhonglu Subdistrict", "贺兰山中路街道"}, "640106006", 36000, 38.530, 106.225},
    {{"Liangtian Town", "良田镇"}, "640106100", 22160, 38.435, 106.165},
    {{"Fengdeng Town", "丰登镇"}, "640106101", 12922, 38.565, 106.190},
});

// An estate's number is that of its unit grids.
inline constexpr auto communities = std::to_array<CommunityRow>({
    {{"Manchun Community", "满春社区"}, mancheng_beijie, hold({
         {{"Manchun Jiayuan", "满春家园"}, zones, 4}, {{"Manchun Garden", "满春花园"}, phases, 4},
         {{"Manchun Yaju", "满春雅居"}, phases, 5}, {{"Mancheng Estate", "满城小区"}, zones, 3},
         {{"Yinghuayuan", "盈华园"}, phases, 4}, {{"Woollen Mill Compound", "毛纺厂家属院"}, yards, 4},
         {{"Xingzhou North Street Frontage", "兴洲北街沿街"}, street, 3}, {{"Chunhuili", "春晖里"}, lanes, 3}})},
    {{"Shuangqukou Community", "双渠口社区"}, mancheng_beijie, hold({
         {{"Shuangqukou Estate", "双渠口小区"}, zones, 4}, {{"Shuangqu Garden", "双渠花园"}, phases, 4},
         {{"Qupan Renjia", "渠畔人家"}, zones, 5}, {{"Textile Estate", "纺织小区"}, zones, 5},
         {{"Cotton Mill Compound", "棉纺厂家属院"}, yards, 3}, {{"Xinchang West Road Frontage", "新昌西路沿街"}, road, 3},
         {{"Qujingyuan", "渠景苑"}, zones, 3}, {{"Fengzeli", "丰泽里"}, lanes, 3}})},
    {{"Luojiazhuang Community", "罗家庄社区"}, mancheng_beijie, hold({
         {{"Luojiazhuang Estate", "罗家庄小区"}, zones, 5}, {{"Luozhuang Yayuan", "罗庄雅苑"}, phases, 4},
         {{"Jinxiu Jiayuan", "锦绣家园"}, zones, 4}, {{"Jinsheng Garden", "金盛花园"}, phases, 5},
         {{"Meter Works Compound", "电表厂家属院"}, yards, 3},
         {{"Mancheng North Street Frontage", "满城北街沿街"}, street, 2}, {{"Ankangli", "安康里"}, lanes, 2},
         {{"Jiaheyuan", "嘉禾苑"}, zones, 4}})},
    {{"Ju'an Community", "居安社区"}, mancheng_beijie, hold({
         {{"Ju'an Jiayuan", "居安家园"}, zones, 4}, {{"Ju'an Garden", "居安花园"}, phases, 5},
         {{"Antai Jiayuan", "安泰家园"}, zones, 5}, {{"Taihe Mingdi", "泰和名邸"}, phases, 5},
         {{"Bearing Works Compound", "轴承厂家属院"}, yards, 3}, {{"Wencui Road Frontage", "文萃路沿街"}, road, 2},
         {{"Ju'anli", "居安里"}, lanes, 3}, {{"Leju Yayuan", "乐居雅苑"}, phases, 3}})},
    {{"Wenchang Community", "文昌社区"}, mancheng_beijie, hold({
         {{"Wenchang Garden", "文昌花园"}, phases, 3}, {{"Wenchang Yayuan", "文昌雅苑"}, phases, 4},
         {{"Shuxiangyuan", "书香苑"}, zones, 4}, {{"Wenchang North Street Frontage", "文昌北街沿街"}, street, 3},
         {{"Second Middle School Compound", "二中家属院"}, yards, 4}, {{"Wenhua Yaju", "文华雅居"}, phases, 5},
         {{"Chongwenli", "崇文里"}, lanes, 3}, {{"Hanlinyuan", "翰林园"}, phases, 4}})},
    {{"Xinchang Community", "新昌社区"}, mancheng_beijie, hold({
         {{"Xinchang Jiayuan", "新昌家园"}, zones, 4}, {{"Xinchang Estate", "新昌小区"}, zones, 4},
         {{"Xinchang East Road Frontage", "新昌东路沿街"}, road, 3}, {{"Changsheng Garden", "昌盛花园"}, phases, 5},
         {{"Changdayuan", "昌达苑"}, zones, 4}, {{"Transport Company Compound", "运输公司家属院"}, yards, 4},
         {{"Jiqingli", "吉庆里"}, lanes, 3}, {{"Ruixiang Jiayuan", "瑞祥家园"}, zones, 3}})},
    {{"Xingzhou Community", "兴洲社区"}, mancheng_beijie, hold({
         {{"Xingzhou Garden", "兴洲花园"}, phases, 4}, {{"Xingzhou Jiayuan", "兴洲家园"}, zones, 5},
         {{"Xingzhou South Street Frontage", "兴洲南街沿街"}, street, 2}, {{"Luzhou Renjia", "绿洲人家"}, zones, 4},
         {{"Luzhou Xincheng", "绿洲新城"}, zones, 3}, {{"Shazhouyuan", "沙洲苑"}, zones, 3},
         {{"Geological Team Compound", "地质队家属院"}, yards, 4}, {{"Kaisheng Huating", "凯盛华庭"}, phases, 4}})},
    {{"Futong Community", "福通社区"}, mancheng_beijie, hold({
         {{"Futong Jiayuan", "福通家园"}, zones, 5}, {{"Futong Estate", "福通小区"}, zones, 5},
         {{"Fuxingyuan", "福星苑"}, zones, 4}, {{"Wufu Jiayuan", "五福家园"}, zones, 3}, {{"Fuzeli", "福泽里"}, lanes, 3},
         {{"Supply Cooperative Estate", "供销小区"}, zones, 4},
         {{"Sugar and Wine Company Compound", "糖酒公司家属院"}, yards, 4},
         {{"Fuzhou North Street Frontage", "福州北街沿街"}, street, 2}})},
    {{"Yi'an Community", "怡安社区"}, mancheng_beijie, hold({
         {{"Yi'an Jiayuan", "怡安家园"}, zones, 5}, {{"Yijing Garden", "怡景花园"}, phases, 4},
         {{"Yixinyuan", "怡心园"}, phases, 4}, {{"Yiheyuan", "怡和苑"}, zones, 4},
         {{"Rubber Works Compound", "橡胶厂家属院"}, yards, 4}, {{"Ping'anli", "平安里"}, lanes, 3},
         {{"Jing'an Yaju", "静安雅居"}, phases, 3}, {{"Yinjiaqu North Street Frontage", "尹家渠北街沿街"}, street, 3}})},
    {{"Beiyuan Community", "北苑社区"}, mancheng_beijie, hold({
         {{"Beiyuan Estate", "北苑小区"}, zones, 5}, {{"Beiyuan Yaju", "北苑雅居"}, phases, 4},
         {{"Beichen Garden", "北辰花园"}, phases, 4}, {{"Beifang Jiayuan", "北方家园"}, zones, 3},
         {{"Tractor Works Compound", "拖拉机厂家属院"}, yards, 4}, {{"Wangshanyuan", "望山苑"}, zones, 4},
         {{"Helanshan West Road Frontage", "贺兰山西路沿街"}, road, 3}, {{"Shanyu Mingting", "山屿名庭"}, phases, 3}})},
    {{"Wuli Hupan Community", "五里湖畔社区"}, huanghe_donglu, hold({
         {{"Wuli Hupan", "五里湖畔"}, phases, 5}, {{"Wuli Jiayuan", "五里家园"}, zones, 3},
         {{"Huwan Jiayuan", "湖湾家园"}, zones, 2}, {{"Hupan Jiayuan", "湖畔嘉苑"}, phases, 5},
         {{"Lishuiyuan", "丽水苑"}, zones, 4}, {{"Huxin Yaju", "湖心雅居"}, phases, 5},
         {{"Hydrology Team Compound", "水文队家属院"}, yards, 2}, {{"Trade and Industry Estate", "工商小区"}, zones, 3}})},
    {{"Funingcheng Community", "福宁城社区"}, huanghe_donglu, hold({
         {{"Funingcheng", "福宁城"}, phases, 4}, {{"Funing Jiayuan", "福宁家园"}, zones, 2},
         {{"Ningxinyuan", "宁馨苑"}, zones, 4}, {{"Ninghe Garden", "宁和花园"}, phases, 4},
         {{"Futai Mingdi", "福泰名邸"}, phases, 5}, {{"Grain and Oil Estate", "粮油小区"}, zones, 5},
         {{"Flour Mill Compound", "面粉厂家属院"}, yards, 4}, {{"Wanshou Road Frontage", "万寿路沿街"}, road, 2}})},
    {{"Kangping Community", "康平社区"}, huanghe_donglu, hold({
         {{"Kangping Jiayuan", "康平家园"}, zones, 5}, {{"Kangping Garden", "康平花园"}, phases, 4},
         {{"Kangping Road Frontage", "康平路沿街"}, road, 3}, {{"Kangleli", "康乐里"}, lanes, 3},
         {{"Kangqiao Yaju", "康桥雅居"}, phases, 5}, {{"Kangtaiyuan", "康泰苑"}, zones, 4},
         {{"Herb Company Compound", "药材公司家属院"}, yards, 3}, {{"Renheli", "仁和里"}, lanes, 3}})},
    {{"Zhenshui Community", "枕水社区"}, huanghe_donglu, hold({
         {{"Zhenshui Jiayuan", "枕水家园"}, zones, 5}, {{"Zhenshui Garden", "枕水花园"}, phases, 5},
         {{"Zhenshui Road Frontage", "枕水路沿街"}, road, 3}, {{"Tingtaoyuan", "听涛苑"}, zones, 2},
         {{"Shuiyun Mingdi", "水韵名邸"}, phases, 4}, {{"Qinghe Yayuan", "清荷雅苑"}, phases, 3},
         {{"Waterworks Compound", "自来水公司家属院"}, yards, 4}, {{"Bishui Yuntian", "碧水云天"}, phases, 4}})},
    {{"Pingfuqiao Community", "平伏桥社区"}, huanghe_donglu, hold({
         {{"Pingfuqiao Estate", "平伏桥小区"}, zones, 4}, {{"Qiaopan Renjia", "桥畔人家"}, zones, 3},
         {{"Jinqiaoyuan", "金桥苑"}, zones, 4}, {{"Hongqiao Garden", "虹桥花园"}, phases, 4},
         {{"Qiaonan Jiayuan", "桥南家园"}, zones, 4}, {{"Shiqiaoli", "石桥里"}, lanes, 2},
         {{"Bus Company Compound", "公交公司家属院"}, yards, 4}, {{"Xinqiao Yayuan", "新桥雅苑"}, phases, 4}})},
    {{"Tiedong Community", "铁东社区"}, huanghe_donglu, hold({
         {{"Tiedong Estate", "铁东小区"}, zones, 5}, {{"Railway Estate", "铁路小区"}, zones, 3},
         {{"Railway Compound", "铁路家属院"}, yards, 4}, {{"Zhanqian Jiayuan", "站前家园"}, zones, 5},
         {{"Zhanqian Road Frontage", "站前路沿街"}, road, 2}, {{"Tongtu Garden", "通途花园"}, phases, 5},
         {{"Rolling Stock Depot Compound", "车辆段家属院"}, yards, 4}, {{"Dongzhanli", "东站里"}, lanes, 2}})},
    {{"Kangju Community", "康居社区"}, huanghe_donglu, hold({
         {{"Kangjuyuan", "康居苑"}, zones, 3}, {{"Kangju Jiayuan", "康居家园"}, zones, 4},
         {{"Anju Jiayuan", "安居家园"}, zones, 4}, {{"Huimin Jiayuan", "惠民家园"}, zones, 5},
         {{"Minsheng Garden", "民生花园"}, phases, 4}, {{"Huizeli", "惠泽里"}, lanes, 3},
         {{"Housing Office Estate", "房管小区"}, zones, 4}, {{"Hemeiyuan", "和美苑"}, zones, 3}})},
    {{"Yucai Community", "育才社区"}, huanghe_donglu, hold({
         {{"Yucaiyuan", "育才园"}, phases, 4}, {{"Yucai Estate", "育才小区"}, zones, 5},
         {{"Yucai Road Frontage", "育才路沿街"}, road, 2}, {{"Taoliyuan", "桃李苑"}, zones, 4},
         {{"Teachers College Compound", "师范家属院"}, yards, 3}, {{"Xueyuan Mingdi", "学苑名邸"}, phases, 3},
         {{"Qiming Garden", "启明花园"}, phases, 4}, {{"Yuanding Jiayuan", "园丁家园"}, zones, 5}})},
    {{"Jinyu Community", "金宇社区"}, huanghe_donglu, hold({
         {{"Jinyu Mingting", "金宇名庭"}, phases, 5}, {{"Jinyu Garden", "金宇花园"}, phases, 5},
         {{"Jinshuiwan", "金水湾"}, phases, 3}, {{"Jinsuiyuan", "金穗苑"}, zones, 3}, {{"Jinse Jiayuan", "金色家园"}, zones, 5},
         {{"Metallurgy Estate", "冶金小区"}, zones, 4}, {{"Metal Company Compound", "金属公司家属院"}, yards, 3},
         {{"Jin'anli", "金安里"}, lanes, 2}})},
    {{"Chunxiao Community", "春晓社区"}, huanghe_donglu, hold({
         {{"Chunxiaoyuan", "春晓园"}, phases, 3}, {{"Chunxiao Garden", "春晓花园"}, phases, 4},
         {{"Chunheli", "春和里"}, lanes, 2}, {{"Chunjiang Yaju", "春江雅居"}, phases, 5},
         {{"Yingchun Jiayuan", "迎春家园"}, zones, 4}, {{"Chunhuayuan", "春华苑"}, zones, 4},
         {{"Horticulture Farm Compound", "园艺场家属院"}, yards, 4},
         {{"Huanghe East Road Frontage", "黄河东路沿街"}, road, 3}})},
    {{"Heping Community", "和平社区"}, huanghe_donglu, hold({
         {{"Hepingli", "和平里"}, lanes, 3}, {{"Heping Estate", "和平小区"}, zones, 3}, {{"Heyuefu", "和悦府"}, phases, 3},
         {{"Hefeng Yaju", "和风雅居"}, phases, 5}, {{"Hexie Jiayuan", "和谐家园"}, zones, 4},
         {{"Hele Garden", "和乐花园"}, phases, 5}, {{"Printing Works Compound", "印刷厂家属院"}, yards, 4},
         {{"Harbin Road Frontage", "哈尔滨路沿街"}, road, 3}})},
    {{"Tongda Community", "通达社区"}, huanghe_donglu, hold({
         {{"Tongda Jiayuan", "通达家园"}, zones, 5}, {{"Tongda Garden", "通达花园"}, phases, 5},
         {{"Tongda North Street Frontage", "通达北街沿街"}, street, 2}, {{"Transport Estate", "交通小区"}, zones, 5},
         {{"Tongheyuan", "通和苑"}, zones, 2}, {{"Hongda Mingdi", "鸿达名邸"}, phases, 4},
         {{"Car Repair Works Compound", "汽修厂家属院"}, yards, 4}, {{"Shundali", "顺达里"}, lanes, 3}})},
    {{"Changcheng Garden Community", "长城花园社区"}, changcheng_zhonglu, hold({
         {{"Changcheng Garden", "长城花园"}, phases, 4}, {{"Changcheng Jiayuan", "长城家园"}, zones, 4},
         {{"Changcheng Estate", "长城小区"}, zones, 5}, {{"Changcheng Middle Road Frontage", "长城中路沿街"}, road, 3},
         {{"Chang'anli", "长安里"}, lanes, 2}, {{"Xiongguanyuan", "雄关苑"}, zones, 4},
         {{"Building Workers Compound", "建工家属院"}, yards, 4}, {{"Changqing Yaju", "长青雅居"}, phases, 4}})},
    {{"Baohu Community", "宝湖社区"}, changcheng_zhonglu, hold({
         {{"Baohuwan", "宝湖湾"}, phases, 4}, {{"Baohu Shui'an", "宝湖水岸"}, phases, 4},
         {{"Baohu Jiayuan", "宝湖家园"}, zones, 5}, {{"Baohu Gongguan", "宝湖公馆"}, phases, 3},
         {{"Baohu Middle Road Frontage", "宝湖中路沿街"}, road, 3}, {{"Baohu Garden", "宝湖花园"}, phases, 4},
         {{"Parks Office Estate", "园林小区"}, zones, 3}, {{"Water Bureau Compound", "水利家属院"}, yards, 3}})},
    {{"Yinhu Community", "银湖社区"}, changcheng_zhonglu, hold({
         {{"Yinhuwan", "银湖湾"}, phases, 4}, {{"Yinhu Mingdi", "银湖名邸"}, phases, 3},
         {{"Yinhu Garden", "银湖花园"}, phases, 5}, {{"Yinhu Estate", "银湖小区"}, zones, 3},
         {{"Yinhu Yayuan", "银湖雅苑"}, phases, 5}, {{"Yinxingyuan", "银杏苑"}, zones, 3},
         {{"Hubin Jiayuan", "湖滨家园"}, zones, 5}, {{"Yuxiuli", "毓秀里"}, lanes, 2}})},
    {{"Qinghe Community", "清和社区"}, changcheng_zhonglu, hold({
         {{"Qingheyuan", "清和园"}, phases, 3}, {{"Qinghe Jiayuan", "清和家园"}, zones, 5},
         {{"Qingfeng Yayuan", "清风雅苑"}, phases, 4}, {{"Qingpingli", "清平里"}, lanes, 3},
         {{"Qingyayuan", "清雅苑"}, zones, 3}, {{"Power Estate", "电力小区"}, zones, 4},
         {{"Power Bureau Compound", "供电局家属院"}, yards, 3}, {{"Qinglin Garden", "清林花园"}, phases, 5}})},
    {{"Lijing Community", "丽景社区"}, changcheng_zhonglu, hold({
         {{"Lijing Garden", "丽景花园"}, phases, 4}, {{"Lijing Hupan", "丽景湖畔"}, phases, 4},
         {{"Lijing Jiayuan", "丽景家园"}, zones, 3}, {{"Lidu Mingdi", "丽都名邸"}, phases, 4},
         {{"Liriyuan", "丽日苑"}, zones, 4}, {{"Liziyuan", "丽子园"}, phases, 3}, {{"Meijing Yaju", "美景雅居"}, phases, 4},
         {{"Weather Bureau Estate", "气象小区"}, zones, 4}})},
    {{"Zhengyuan Community", "正源社区"}, changcheng_zhonglu, hold({
         {{"Zhengyuan Jiayuan", "正源家园"}, zones, 4}, {{"Zhengyuan Gongguan", "正源公馆"}, phases, 5},
         {{"Zhengyuan Mingdi", "正源名邸"}, phases, 4}, {{"Zhengyuan South Street Frontage", "正源南街沿街"}, street, 3},
         {{"Zhengfeng Garden", "正丰花园"}, phases, 3}, {{"Zhengdeli", "正德里"}, lanes, 3},
         {{"Zhengheyuan", "正和苑"}, zones, 3}, {{"Sugar Works Compound", "糖厂家属院"}, yards, 4}})},
    {{"Forest Park Community", "森林公园社区"}, changcheng_zhonglu, hold({
         {{"Senlin Gongguan", "森林公馆"}, phases, 2}, {{"Senlin Hupan", "森林湖畔"}, phases, 4},
         {{"Linyu Garden", "林语花园"}, phases, 4}, {{"Fenglin Garden", "枫林花园"}, phases, 5},
         {{"Linxi Yaju", "林溪雅居"}, phases, 4}, {{"Qingsongyuan", "青松苑"}, zones, 4},
         {{"Forestry Compound", "林业家属院"}, yards, 3}, {{"Luyin Jiayuan", "绿荫家园"}, zones, 4}})},
    {{"Tanglai Community", "唐徕社区"}, changcheng_zhonglu, hold({
         {{"Tanglai Jiayuan", "唐徕家园"}, zones, 5}, {{"Tanglai Shui'an", "唐徕水岸"}, phases, 4},
         {{"Tanglai Garden", "唐徕花园"}, phases, 4}, {{"Tangyun Huating", "唐韵华庭"}, phases, 5},
         {{"Lai'anli", "徕安里"}, lanes, 2}, {{"Qudong Estate", "渠东小区"}, zones, 3},
         {{"Liu'an Renjia", "柳岸人家"}, zones, 3}, {{"Canal Office Compound", "渠管处家属院"}, yards, 4}})},
    {{"Qizihu Community", "七子湖社区"}, changcheng_zhonglu, hold({
         {{"Qizi Hupan", "七子湖畔"}, phases, 4}, {{"Qixing Garden", "七星花园"}, phases, 4},
         {{"Lianhu Jiayuan", "连湖家园"}, zones, 3}, {{"Lianhu Shui'an", "连湖水岸"}, phases, 3},
         {{"Huyunyuan", "湖韵苑"}, zones, 4}, {{"Huguangli", "湖光里"}, lanes, 3}, {{"Liantang Yaju", "莲塘雅居"}, phases, 5},
         {{"Fish Farm Compound", "渔场家属院"}, yards, 4}})},
    {{"Liupanshan Community", "六盘山社区"}, changcheng_zhonglu, hold({
         {{"Liupanshan Road Frontage", "六盘山路沿街"}, road, 2}, {{"Liupan Garden", "六盘花园"}, phases, 5},
         {{"Shanshui Jiayuan", "山水家园"}, zones, 3}, {{"Shanshui Mingting", "山水名庭"}, phases, 5},
         {{"Panlongyuan", "盘龙苑"}, zones, 4}, {{"Red Flag Estate", "红旗小区"}, zones, 5},
         {{"Building Material Works Compound", "建材厂家属院"}, yards, 3}, {{"Gaoyuanli", "高原里"}, lanes, 2}})},
    {{"Taikang Community", "泰康社区"}, changcheng_zhonglu, hold({
         {{"Taikang Jiayuan", "泰康家园"}, zones, 5}, {{"Taikang Street Frontage", "泰康街沿街"}, street, 3},
         {{"Tai'an Garden", "泰安花园"}, phases, 4}, {{"Taihe Yayuan", "泰和雅苑"}, phases, 3},
         {{"Tailaili", "泰来里"}, lanes, 3}, {{"Yongtai Jiayuan", "永泰家园"}, zones, 5},
         {{"Medicine Estate", "医药小区"}, zones, 4}, {{"Tainingyuan", "泰宁苑"}, zones, 3}})},
    {{"Wuli Shuixiang Community", "五里水乡社区"}, changcheng_zhonglu, hold({
         {{"Wuli Shuixiang", "五里水乡"}, phases, 5}, {{"Shuixiang Renjia", "水乡人家"}, zones, 3},
         {{"Shuixiang Garden", "水乡花园"}, phases, 4}, {{"Jiangnanli", "江南里"}, lanes, 2},
         {{"Linshui Yaju", "临水雅居"}, phases, 5}, {{"Shuiyunyuan", "水云苑"}, zones, 3},
         {{"Hetang Jiayuan", "荷塘家园"}, zones, 4}, {{"Qinhu Mingdi", "亲湖名邸"}, phases, 4}})},
    {{"Yingnan Community", "盈南社区"}, changcheng_zhonglu, hold({
         {{"Yingnan Jiayuan", "盈南家园"}, zones, 5}, {{"Yingnan Estate", "盈南小区"}, zones, 5},
         {{"Yingnan Garden", "盈南花园"}, phases, 5}, {{"Yingfengyuan", "盈丰苑"}, zones, 3},
         {{"Yingmanli", "盈满里"}, lanes, 3}, {{"Yingcui Yaju", "盈翠雅居"}, phases, 3},
         {{"Fuzhou South Street Frontage", "福州南街沿街"}, street, 3}, {{"Motor Works Compound", "电机厂家属院"}, yards, 3}})},
    {{"Yingbei Community", "盈北社区"}, changcheng_zhonglu, hold({
         {{"Yingbei Jiayuan", "盈北家园"}, zones, 3}, {{"Yingbei Estate", "盈北小区"}, zones, 4},
         {{"Yingfu Garden", "盈福花园"}, phases, 5}, {{"Yingrui Mingdi", "盈瑞名邸"}, phases, 3},
         {{"Yingzeyuan", "盈泽苑"}, zones, 4}, {{"Yingting Yaju", "盈庭雅居"}, phases, 5},
         {{"Instrument Works Compound", "仪表厂家属院"}, yards, 3},
         {{"Tongda South Street Frontage", "通达南街沿街"}, street, 3}})},
    {{"Zijinghua Community", "紫荆花社区"}, beijing_zhonglu, hold({
         {{"Zijing Garden", "紫荆花园"}, phases, 3}, {{"Zijing Jiayuan", "紫荆家园"}, zones, 5},
         {{"Zijing Yaju", "紫荆雅居"}, phases, 4}, {{"Ziweiyuan", "紫薇园"}, phases, 4},
         {{"Ziyun Huating", "紫云华庭"}, phases, 4}, {{"Zixiali", "紫霞里"}, lanes, 2},
         {{"Newspaper Compound", "报社家属院"}, yards, 4}, {{"Beijing Middle Road Frontage", "北京中路沿街"}, road, 3}})},
    {{"People's Square Community", "人民广场社区"}, beijing_zhonglu, hold({
         {{"People's Square East Street Frontage", "人民广场东街沿街"}, street, 3},
         {{"People's Square West Street Frontage", "人民广场西街沿街"}, street, 3},
         {{"Shimin Jiayuan", "市民家园"}, zones, 4}, {{"Guangchang Mingdi", "广场名邸"}, phases, 4},
         {{"Dushi Mingting", "都市名庭"}, phases, 4}, {{"Shiji Garden", "世纪花园"}, phases, 4},
         {{"Zhengyuan Estate", "政苑小区"}, zones, 5}, {{"Government Offices Compound", "机关家属院"}, yards, 3}})},
    {{"Yinjiaqu Community", "尹家渠社区"}, beijing_zhonglu, hold({
         {{"Yinjiaqu Estate", "尹家渠小区"}, zones, 5}, {{"Yinjiaqu South Street Frontage", "尹家渠南街沿街"}, street, 3},
         {{"Yinqu Jiayuan", "尹渠家园"}, zones, 4}, {{"Qingqu Garden", "清渠花园"}, phases, 5},
         {{"Quxiuyuan", "渠秀苑"}, zones, 2}, {{"Commerce Estate", "商贸小区"}, zones, 5},
         {{"Department Store Compound", "百货公司家属院"}, yards, 3}, {{"Yongxingli", "永兴里"}, lanes, 3}})},
    {{"Ning'an Community", "宁安社区"}, beijing_zhonglu, hold({
         {{"Ning'an Jiayuan", "宁安家园"}, zones, 4}, {{"Ning'an Garden", "宁安花园"}, phases, 4},
         {{"Ning'an Avenue Frontage", "宁安大街沿街"}, street, 3}, {{"Ningjingyuan", "宁静园"}, phases, 4},
         {{"Anheyuan", "安和园"}, phases, 4}, {{"Ningyuanli", "宁远里"}, lanes, 3},
         {{"Foreign Trade Company Compound", "外贸公司家属院"}, yards, 4}, {{"Ningtai Yayuan", "宁泰雅苑"}, phases, 4}})},
    {{"Huayanhu Community", "化雁湖社区"}, beijing_zhonglu, hold({
         {{"Yanhu Jiayuan", "雁湖家园"}, zones, 5}, {{"Yanhu Shui'an", "雁湖水岸"}, phases, 3},
         {{"Hongyanwan", "鸿雁湾"}, phases, 2}, {{"Yanming Garden", "雁鸣花园"}, phases, 4},
         {{"Yanqiyuan", "雁栖苑"}, zones, 2}, {{"Luhuawan", "芦花湾"}, phases, 3}, {{"Hu'an Yaju", "湖岸雅居"}, phases, 5},
         {{"Hudong Estate", "湖东小区"}, zones, 5}})},
    {{"Cuiliu Community", "翠柳社区"}, beijing_zhonglu, hold({
         {{"Cuiliuyuan", "翠柳苑"}, zones, 4}, {{"Cuiliu Jiayuan", "翠柳家园"}, zones, 4},
         {{"Cuihu Garden", "翠湖花园"}, phases, 4}, {{"Liuyinli", "柳荫里"}, lanes, 2},
         {{"Luliu Renjia", "绿柳人家"}, zones, 4}, {{"Cuiping Mingdi", "翠屏名邸"}, phases, 3},
         {{"Forest Farm Compound", "林场家属院"}, yards, 4}, {{"Cuizhu Yaju", "翠竹雅居"}, phases, 5}})},
    {{"Square East Community", "广场东社区"}, beijing_zhonglu, hold({
         {{"Dongfang Garden", "东方花园"}, phases, 2}, {{"Dongfang Jiayuan", "东方家园"}, zones, 5},
         {{"Guangming Estate", "光明小区"}, zones, 5}, {{"Broadcasting Compound", "广电家属院"}, yards, 4},
         {{"Press Estate", "新闻小区"}, zones, 4}, {{"Jinfeng Mingdi", "金凤名邸"}, phases, 4},
         {{"Dongshengli", "东升里"}, lanes, 3}, {{"Chaoyangyuan", "朝阳苑"}, zones, 3}})},
    {{"Diannong Community", "典农社区"}, beijing_zhonglu, hold({
         {{"Diannong Garden", "典农花园"}, phases, 4}, {{"Diannong Shui'an", "典农水岸"}, phases, 2},
         {{"Hepan Jiayuan", "河畔家园"}, zones, 5}, {{"Farm Science Estate", "农科小区"}, zones, 4},
         {{"Academy of Agriculture Compound", "农科院家属院"}, yards, 4}, {{"Hexiangyuan", "禾香苑"}, zones, 4},
         {{"Daoxiangyuan", "稻香园"}, phases, 4}, {{"Maixiangli", "麦香里"}, lanes, 3}})},
    {{"Xuefu Community", "学府社区"}, beijing_zhonglu, hold({
         {{"Xuefuyuan", "学府苑"}, zones, 3}, {{"Xuefu Jiayuan", "学府家园"}, zones, 3},
         {{"Xuefu Garden", "学府花园"}, phases, 4}, {{"Boyayuan", "博雅苑"}, zones, 3},
         {{"Daxue Xincheng", "大学新城"}, zones, 4}, {{"Xueyuan Road Frontage", "学院路沿街"}, road, 2},
         {{"Education Estate", "教育小区"}, zones, 5}, {{"Zhiyuan Mingdi", "智苑名邸"}, phases, 5}})},
    {{"First Building Company Community", "建一公司社区"}, shanghai_xilu, hold({
         {{"First Building Company Compound", "建一公司家属院"}, yards, 4}, {{"Jianyi Estate", "建一小区"}, zones, 5},
         {{"Construction Estate", "建设小区"}, zones, 5}, {{"Jianye Jiayuan", "建业家园"}, zones, 4},
         {{"Installation Company Compound", "安装公司家属院"}, yards, 3},
         {{"Brickworks Compound", "砖瓦厂家属院"}, yards, 3}, {{"Shanghai West Road Frontage", "上海西路沿街"}, road, 3},
         {{"Jian'an Garden", "建安花园"}, phases, 3}})},
    {{"Qingshuiwan Community", "清水湾社区"}, shanghai_xilu, hold({
         {{"Qingshuiwan Estate", "清水湾小区"}, zones, 4}, {{"Qingshui Jiayuan", "清水家园"}, zones, 3},
         {{"Qingshui Garden", "清水花园"}, phases, 4}, {{"Qingquanli", "清泉里"}, lanes, 3},
         {{"Jingshuiyuan", "净水苑"}, zones, 3}, {{"Wanjing Yaju", "湾景雅居"}, phases, 4},
         {{"Bibo Mingdi", "碧波名邸"}, phases, 5}, {{"Qinglanfu", "清澜府"}, phases, 4}})},
    {{"Yinxinyuan South Community", "银新苑南社区"}, shanghai_xilu, hold({
         {{"Yinxin Nanyuan", "银新南苑"}, phases, 3}, {{"Yinxin Jiayuan", "银新家园"}, zones, 5},
         {{"Yinhe Garden", "银河花园"}, phases, 2}, {{"Yinxing Yaju", "银星雅居"}, phases, 5},
         {{"Yintai Huating", "银泰华庭"}, phases, 3}, {{"Yintongli", "银通里"}, lanes, 3},
         {{"Post and Telecom Estate", "邮电小区"}, zones, 5}, {{"Post and Telecom Compound", "邮电家属院"}, yards, 4}})},
    {{"Yinxinyuan North Community", "银新苑北社区"}, shanghai_xilu, hold({
         {{"Yinxin Beiyuan", "银新北苑"}, phases, 5}, {{"Yinsheng Jiayuan", "银盛家园"}, zones, 3},
         {{"Yinling Garden", "银铃花园"}, phases, 4}, {{"Yinqiao Estate", "银桥小区"}, zones, 3},
         {{"Yinhai Mingdi", "银海名邸"}, phases, 3}, {{"Yinguangli", "银光里"}, lanes, 3},
         {{"Electronics Works Compound", "电子厂家属院"}, yards, 3}, {{"Yinxue Yaju", "银雪雅居"}, phases, 5}})},
    {{"Xinheyuan Community", "馨和苑社区"}, shanghai_xilu, hold({
         {{"Xinheyuan", "馨和苑"}, zones, 4}, {{"Xinyuan", "馨园"}, phases, 4}, {{"Xinya Garden", "馨雅花园"}, phases, 4},
         {{"Xinxiang Jiayuan", "馨香家园"}, zones, 3}, {{"Wenxin Jiayuan", "温馨家园"}, zones, 4},
         {{"Kangxinli", "康馨里"}, lanes, 3}, {{"Baihe Garden", "百合花园"}, phases, 4}, {{"Lantingyuan", "兰亭苑"}, zones, 4}})},
    {{"Bishui Lantian Community", "碧水蓝天社区"}, shanghai_xilu, hold({
         {{"Bishui Lantian", "碧水蓝天"}, phases, 4}, {{"Bishuiwan", "碧水湾"}, phases, 4},
         {{"Bishui Jiayuan", "碧水家园"}, zones, 4}, {{"Lantian Garden", "蓝天花园"}, phases, 4},
         {{"Lanshan Mingdi", "蓝山名邸"}, phases, 4}, {{"Qingchuanli", "晴川里"}, lanes, 2},
         {{"Yunjingyuan", "云景苑"}, zones, 3}, {{"Survey Estate", "测绘小区"}, zones, 5}})},
    {{"Oulu Jingdian Community", "欧陆经典社区"}, shanghai_xilu, hold({
         {{"Oulu Jingdian", "欧陆经典"}, phases, 5}, {{"Fengdan Garden", "枫丹花园"}, phases, 5},
         {{"Dushi Garden", "都市花园"}, phases, 4}, {{"Jingdian Yaju", "经典雅居"}, phases, 3},
         {{"Danfengyuan", "丹枫苑"}, zones, 3}, {{"Zhuoyue Mingdi", "卓越名邸"}, phases, 4},
         {{"Dalian West Road Frontage", "大连西路沿街"}, road, 3}, {{"Mingliu Jiayuan", "名流家园"}, zones, 3}})},
    {{"Jinghu Village", "景湖村"}, shanghai_xilu, hold({
         {{"Jinghu Village", "景湖村"}, groups, 5}, {{"Jinghu Jiayuan", "景湖家园"}, zones, 4},
         {{"Jinghu Garden", "景湖花园"}, phases, 5}, {{"Jinghufu", "景湖府"}, phases, 4},
         {{"Hujing Yaju", "湖景雅居"}, phases, 4}, {{"Jingtaili", "景泰里"}, lanes, 2},
         {{"Zhengyuan North Street Frontage", "正源北街沿街"}, street, 3}, {{"Guanhuyuan", "观湖苑"}, zones, 3}})},
    {{"Yinfeng Village", "银丰村"}, shanghai_xilu, hold({
         {{"Yinfeng Village", "银丰村"}, groups, 4}, {{"Yinfeng Jiayuan", "银丰家园"}, zones, 4},
         {{"Yinfeng Garden", "银丰花园"}, phases, 5}, {{"Fengshengyuan", "丰盛苑"}, zones, 2},
         {{"Fengyuli", "丰裕里"}, lanes, 3}, {{"Fenghua Yaju", "丰华雅居"}, phases, 3},
         {{"Shenyang West Road Frontage", "沈阳西路沿街"}, road, 3}, {{"Ruifeng Jiayuan", "瑞丰家园"}, zones, 5}})},
    {{"Yuehai Community", "阅海社区"}, helanshan_zhonglu, hold({
         {{"Yuehaiwan", "阅海湾"}, phases, 3}, {{"Yuehai Shui'an", "阅海水岸"}, phases, 4},
         {{"Yuehai Yaju", "阅海雅居"}, phases, 4}, {{"Yuehai Jiayuan", "阅海家园"}, zones, 4},
         {{"Yuehai Renjia", "阅海人家"}, zones, 5}, {{"Yuelanfu", "阅澜府"}, phases, 3},
         {{"Helanshan Middle Road Frontage", "贺兰山中路沿街"}, road, 3}, {{"Yuejing Garden", "阅景花园"}, phases, 4}})},
    {{"Lanshan Community", "览山社区"}, helanshan_zhonglu, hold({
         {{"Lanshan Jiayuan", "览山家园"}, zones, 4}, {{"Lanshan Garden", "览山花园"}, phases, 5},
         {{"Lancuiyuan", "览翠苑"}, zones, 3}, {{"Guanshanfu", "观山府"}, phases, 4}, {{"Shanjuli", "山居里"}, lanes, 2},
         {{"Wangyue Mingdi", "望岳名邸"}, phases, 4}, {{"Yunjingfu", "云璟府"}, phases, 3},
         {{"Shanyu Yaju", "山语雅居"}, phases, 5}})},
    {{"Aiyihe Community", "艾依河社区"}, helanshan_zhonglu, hold({
         {{"Aiyi Shuijun", "艾依水郡"}, phases, 5}, {{"Aiyi Hepan", "艾依河畔"}, phases, 5},
         {{"Aiyi Jiayuan", "艾依家园"}, zones, 4}, {{"Yishui Garden", "依水花园"}, phases, 3},
         {{"Hebin Yayuan", "河滨雅苑"}, phases, 5}, {{"Sha'ouwan", "沙鸥湾"}, phases, 3},
         {{"Dalian Middle Road Frontage", "大连中路沿街"}, road, 2}, {{"Yugeli", "渔歌里"}, lanes, 3}})},
    {{"Qinshui Community", "亲水社区"}, helanshan_zhonglu, hold({
         {{"Qinshui Jiayuan", "亲水家园"}, zones, 5}, {{"Qinshui Garden", "亲水花园"}, phases, 4},
         {{"Qinshui Avenue Frontage", "亲水大街沿街"}, street, 2}, {{"Shui'an Renjia", "水岸人家"}, zones, 4},
         {{"Shuimuyuan", "水木苑"}, zones, 3}, {{"Zhulangli", "逐浪里"}, lanes, 2}, {{"Lanting Yaju", "澜庭雅居"}, phases, 5},
         {{"Hucheng Gongguan", "湖城公馆"}, phases, 4}})},
    {{"Xingshui Community", "兴水社区"}, helanshan_zhonglu, hold({
         {{"Xingshui Jiayuan", "兴水家园"}, zones, 5}, {{"Xingshui Garden", "兴水花园"}, phases, 4},
         {{"Xingshui Road Frontage", "兴水路沿街"}, road, 2}, {{"Hucheng Shuijun", "湖城水郡"}, phases, 5},
         {{"Ludao Mingdi", "鹭岛名邸"}, phases, 5}, {{"Yueyawan", "月牙湾"}, phases, 4}, {{"Xingheyuan", "星河苑"}, zones, 3},
         {{"Lanyuefu", "揽月府"}, phases, 2}})},
    {{"Haitang Community", "海棠社区"}, helanshan_zhonglu, hold({
         {{"Haitang Garden", "海棠花园"}, phases, 4}, {{"Haitang Jiayuan", "海棠家园"}, zones, 4},
         {{"Tangyuefu", "棠悦府"}, phases, 4}, {{"Haitangli", "海棠里"}, lanes, 3}, {{"Fangcaoyuan", "芳草苑"}, zones, 4},
         {{"Yulanyuan", "玉兰园"}, phases, 3}, {{"Xiangxie Yaju", "香榭雅居"}, phases, 5},
         {{"Jinan Road Frontage", "济南路沿街"}, road, 3}})},
    {{"Heshun New Village", "和顺新村"}, liangtian, hold({
         {{"Heshun New Village", "和顺新村"}, groups, 5}, {{"Heshun Garden", "和顺花园"}, phases, 3},
         {{"Heshun Yayuan", "和顺雅苑"}, phases, 5}, {{"Liangtian Jiayuan", "良田家园"}, zones, 5},
         {{"Liangtian Estate", "良田小区"}, zones, 3}, {{"Liangtian Avenue Frontage", "良田大街沿街"}, street, 3},
         {{"Shunheli", "顺和里"}, lanes, 2}, {{"Tianyuan Renjia", "田园人家"}, zones, 4}})},
    {{"Yuanzi Village", "园子村"}, liangtian, hold({
         {{"Yuanzi Village", "园子村"}, groups, 3}, {{"Yuanfeng Jiayuan", "园丰家园"}, zones, 5},
         {{"Orchard Estate", "果园小区"}, zones, 3}, {{"Liyuan Yaju", "梨园雅居"}, phases, 4},
         {{"Flower Nursery Estate", "花圃小区"}, zones, 3}, {{"Caiyuan Renjia", "菜园人家"}, zones, 5},
         {{"Xinglinyuan", "杏林苑"}, zones, 4}, {{"Yuandongli", "园东里"}, lanes, 2}})},
    {{"Jinxing Village", "金星村"}, liangtian, hold({
         {{"Jinxing Village", "金星村"}, groups, 7}, {{"Jinxing Jiayuan", "金星家园"}, zones, 4},
         {{"Jinxing Garden", "金星花园"}, phases, 2}, {{"Xingguangli", "星光里"}, lanes, 3},
         {{"Jinqiuyuan", "金秋苑"}, zones, 4}, {{"Jinshawan", "金沙湾"}, phases, 2},
         {{"Chenxing Estate", "晨星小区"}, zones, 5}, {{"Xinghai Yaju", "星海雅居"}, phases, 3}})},
    {{"Xingyuan Village", "兴源村"}, liangtian, hold({
         {{"Xingyuan Village", "兴源村"}, groups, 6}, {{"Xingyuan Jiayuan", "兴源家园"}, zones, 3},
         {{"Xingyuan Garden", "兴源花园"}, phases, 4}, {{"Yuanquanli", "源泉里"}, lanes, 3},
         {{"Xingwang Estate", "兴旺小区"}, zones, 4}, {{"Quanshui Renjia", "泉水人家"}, zones, 3},
         {{"Xingnongyuan", "兴农苑"}, zones, 4}, {{"Heyuan Yaju", "和源雅居"}, phases, 3}})},
    {{"Botanical Garden Village", "植物园村"}, liangtian, hold({
         {{"Botanical Garden Village", "植物园村"}, groups, 6}, {{"Baihuayuan", "百花园"}, phases, 3},
         {{"Dingxiang Garden", "丁香花园"}, phases, 2}, {{"Meigui Garden", "玫瑰花园"}, phases, 4},
         {{"Mudanyuan", "牡丹园"}, phases, 4}, {{"Shazao Garden", "沙枣花园"}, phases, 3},
         {{"Horticulture Estate", "园艺小区"}, zones, 4}, {{"Fanglin Jiayuan", "芳林家园"}, zones, 4}})},
    {{"Yongfeng Village", "永丰村"}, fengdeng, hold({
         {{"Yongfeng Village", "永丰村"}, groups, 6}, {{"Yongfeng Jiayuan", "永丰家园"}, zones, 5},
         {{"Yongfeng Garden", "永丰花园"}, phases, 4}, {{"Fengdeng Jiayuan", "丰登家园"}, zones, 4},
         {{"Fengdeng Estate", "丰登小区"}, zones, 3}, {{"Yongkangli", "永康里"}, lanes, 2},
         {{"Daohua Renjia", "稻花人家"}, zones, 3}, {{"Fengdeng Road Frontage", "丰登路沿街"}, road, 2}})},
    {{"Xinfeng Village", "新丰村"}, fengdeng, hold({
         {{"Xinfeng Village", "新丰村"}, groups, 6}, {{"Xinfeng Jiayuan", "新丰家园"}, zones, 4},
         {{"Xinfeng Garden", "新丰花园"}, phases, 5}, {{"Suifengyuan", "穗丰苑"}, zones, 4},
         {{"Fengshouli", "丰收里"}, lanes, 2}, {{"Grain Station Compound", "粮站家属院"}, yards, 3},
         {{"Guyu Yaju", "谷雨雅居"}, phases, 2}, {{"Granary Estate", "粮库小区"}, zones, 4}})},
    {{"Lianfeng Village", "联丰村"}, fengdeng, hold({
         {{"Lianfeng Village", "联丰村"}, groups, 5}, {{"Lianfeng Jiayuan", "联丰家园"}, zones, 3},
         {{"Lianfeng Garden", "联丰花园"}, phases, 4}, {{"Fengrunyuan", "丰润苑"}, zones, 3},
         {{"Fengleli", "丰乐里"}, lanes, 3}, {{"Unity Estate", "团结小区"}, zones, 4},
         {{"Yutang Renjia", "鱼塘人家"}, zones, 4}, {{"Lianhe Yaju", "联合雅居"}, phases, 4}})},
});
// clang-format on

}  // namespace aril::sample::names::table
