// The short lists of words that rows choose from and that stand in no table of names.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "aril/market/records.hpp"
#include "aril/sample/names.hpp"

namespace aril::sample {

// Metres a minute as the crow flies, stops and lights counted in.
struct ModePlan {
  std::string_view id;
  names::Name name;
  std::int64_t metres_per_minute;
};
inline constexpr std::array<ModePlan, 4> modes{{{"walk", {"On foot", "步行"}, 75},
                                                {"bicycle", {"By bicycle", "骑行"}, 200},
                                                {"bus", {"By bus", "公交"}, 330},
                                                {"car", {"By car", "驾车"}, 500}}};
inline constexpr std::array<std::int64_t, 7> travel_limits{10, 15, 20, 30, 45, 60, 90};

// Papers that many people have, whatever their trade.
inline constexpr std::array<std::string_view, 5> everyday_credentials{"health_certificate", "driving_c1", "putonghua", "clean_record",
                                                                      "computer_rank"};

inline constexpr std::array<std::string_view, 6> ethnicities{"Han", "Hui", "Manchu", "Mongol", "Dongxiang", "Tibetan"};
inline constexpr std::array<std::string_view, 2> sexes{"female", "male"};
inline constexpr std::array<std::string_view, 5> age_groups{"16-24", "25-34", "35-44", "45-54", "55-64"};
inline constexpr std::array<std::string_view, 4> religions{"none", "Islam", "Buddhism", "Christianity"};
inline constexpr std::array<std::string_view, 4> disabilities{"none", "mobility", "hearing", "sight"};
inline constexpr std::array<std::string_view, 5> origins{"Yinchuan", "Guyuan", "Wuzhong", "Shizuishan", "another province"};

[[nodiscard]] inline Titles titles_of(const names::Name& name) { return {std::string(name.en), std::string(name.zh)}; }
[[nodiscard]] inline Titles titles_of(names::OwnedName name) { return {std::move(name.en), std::move(name.zh)}; }

}  // namespace aril::sample
