// What an opening asks and a resident states, beside skills: credentials, languages, needs.
#include <array>

#include "names_credential_table.hpp"

namespace aril::sample::names {
namespace {

// clang-format off
constexpr auto language_rows = std::to_array<Coded>({
    {"zh", {"Mandarin", "普通话"}},
    {"zh-x-ningxia", {"Ningxia dialect", "宁夏方言"}},
    {"yue", {"Cantonese", "粤语"}},
    {"csl", {"Chinese Sign Language", "中国手语"}},
    {"en", {"English", "英语"}},
    {"ar", {"Arabic", "阿拉伯语"}},
    {"ja", {"Japanese", "日语"}},
    {"ko", {"Korean", "韩语"}},
    {"ru", {"Russian", "俄语"}},
    {"fr", {"French", "法语"}},
    {"de", {"German", "德语"}},
    {"es", {"Spanish", "西班牙语"}},
});

constexpr auto need_rows = std::to_array<Coded>({
    {"step_free", {"Step-free access", "无障碍通道"}},
    {"accessible_toilet", {"Accessible toilet", "无障碍卫生间"}},
    {"doorstep", {"Work close to home", "家门口就业"}},
    {"seated_work", {"Work that can be done seated", "可坐着干的活"}},
    {"no_heavy_lifting", {"No heavy lifting", "不搬重物"}},
    {"quiet", {"A quiet place", "安静环境"}},
    {"screen_reader", {"Software that a screen reader can read", "支持读屏软件"}},
    {"large_print", {"Large print", "大字版材料"}},
    {"sign_language", {"Sign language at work", "手语沟通"}},
    {"written_instructions", {"Instructions in writing", "书面工作指引"}},
    {"flexible_breaks", {"Breaks when needed", "弹性休息"}},
    {"short_shifts", {"Short shifts", "短班次"}},
});
// clang-format on

}  // namespace

std::span<const Credential> credentials() noexcept { return table::credentials; }
std::span<const Coded> languages() noexcept { return language_rows; }
std::span<const Coded> needs() noexcept { return need_rows; }

}  // namespace aril::sample::names
