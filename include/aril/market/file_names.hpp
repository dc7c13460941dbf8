// The files of a market's folder by name, for readers of what may lie beside them.
#pragma once

#include <array>
#include <string_view>

namespace aril {

// `io` reads them, and holds where it is compiled that these are all.
inline constexpr std::array<std::string_view, 11> market_file_names{"market.csv",
                                                                    "modes.csv",
                                                                    "areas.csv",
                                                                    "grids.csv",
                                                                    "travel.csv",
                                                                    "skills.csv",
                                                                    "occupations.csv",
                                                                    "employers.csv",
                                                                    "residents.csv",
                                                                    "postings.csv",
                                                                    "protected_attributes.csv"};

}  // namespace aril
