// Piecework lots: what is made or packed at the doorstep, what a unit pays, how many somebody with practice does in a day.
#include <array>

#include "names_occupation_table.hpp"

namespace aril::sample::names {
namespace {

constexpr std::uint16_t embroiderer = table::occupation_named("Embroiderer");
constexpr std::uint16_t knitter = table::occupation_named("Knitter");
constexpr std::uint16_t assembler = table::occupation_named("Home assembler");
constexpr std::uint16_t crafter = table::occupation_named("Folk-craft maker");

// clang-format off
constexpr auto rows = std::to_array<PieceworkLot>({
    {{"Embroidered insoles", "绣花鞋垫"}, {"pair", "双"}, 2600, 2, embroiderer},
    {{"Embroidered sachets", "刺绣香包"}, {"piece", "个"}, 600, 9, embroiderer},
    {{"Cross-stitch bookmarks", "十字绣书签"}, {"piece", "枚"}, 500, 11, embroiderer},
    {{"Patchwork cushion covers", "拼布抱枕套"}, {"piece", "个"}, 1800, 3, embroiderer},
    {{"Sewing on shirt buttons", "衬衫钉扣"}, {"shirt", "件"}, 40, 150, embroiderer},
    {{"Chinese-knot car pendants", "中国结车挂"}, {"piece", "个"}, 250, 22, knitter},
    {{"Tassel key rings", "流苏钥匙扣"}, {"piece", "个"}, 90, 60, knitter},
    {{"Crocheted flower brooches", "钩针小花胸针"}, {"piece", "枚"}, 180, 30, knitter},
    {{"Crocheted dolls", "钩针玩偶"}, {"piece", "个"}, 1500, 4, knitter},
    {{"Hand-knitted baby socks", "手织宝宝袜"}, {"pair", "双"}, 800, 7, knitter},
    {{"Beaded bracelets", "串珠手链"}, {"piece", "条"}, 120, 48, knitter},
    {{"Felt pincushions", "羊毛毡针插"}, {"piece", "个"}, 350, 15, knitter},
    {{"Paper-cut window flowers", "剪纸窗花"}, {"sheet", "张"}, 300, 18, crafter},
    {{"Wheat-straw greeting cards", "麦秆画贺卡"}, {"card", "张"}, 700, 8, crafter},
    {{"Gourd pendants with pyrography", "烙画葫芦挂件"}, {"piece", "个"}, 1200, 5, crafter},
    {{"Silk-flower hair clips", "绢花发夹"}, {"piece", "个"}, 220, 26, crafter},
    {{"Wicker fruit baskets", "柳编果篮"}, {"piece", "个"}, 1600, 4, crafter},
    {{"Goji gift-box folding", "枸杞礼盒折叠"}, {"box", "个"}, 18, 300, assembler},
    {{"Goji berry sorting", "枸杞挑选"}, {"kilogram", "公斤"}, 200, 27, assembler},
    {{"Mixed-tea packing", "八宝茶分装"}, {"packet", "包"}, 9, 550, assembler},
    {{"Threading paper-bag handles", "手提纸袋穿绳"}, {"bag", "个"}, 10, 500, assembler},
    {{"Charging-cable bundling", "充电线绑扎"}, {"cable", "根"}, 6, 850, assembler},
    {{"Wire-harness plugging", "线束插接"}, {"harness", "根"}, 25, 210, assembler},
    {{"Small-toy assembly", "小玩具组装"}, {"piece", "个"}, 15, 360, assembler},
    {{"Labelling sauce jars", "酱料瓶贴标"}, {"jar", "瓶"}, 5, 1000, assembler},
    {{"Hair-tie making", "发圈制作"}, {"piece", "个"}, 20, 280, assembler},
    {{"Trimming threads on school uniforms", "校服剪线头"}, {"garment", "件"}, 35, 150, assembler},
    {{"Inserting leaflets", "宣传册夹页"}, {"booklet", "册"}, 4, 1200, assembler},
});
// clang-format on

}  // namespace

std::span<const PieceworkLot> piecework_lots() noexcept { return rows; }

}  // namespace aril::sample::names
