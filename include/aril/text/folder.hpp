// Which CSV files of a folder are none of those that its reader knows.
#pragma once

#include <string>
#include <vector>

#include "aril/core/error.hpp"

namespace aril::text {

// A CSV file of another name is most likely a known one misnamed, and its rows would be lost in silence. One unknown_file each, in the order of names, with the
// nearest of `known`; whose: "the market's". A folder that can't be listed has none; names that begin with a point are passed over.
[[nodiscard]] std::vector<Problem> unknown_csv_files(const std::string& folder, const std::vector<std::string>& known,
                                                     const std::string& whose);

}  // namespace aril::text
