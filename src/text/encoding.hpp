// Which encoding bytes that should be UTF-8 look like: a hint for an error, no promise.
#pragma once

#include <string_view>

namespace aril::text {

// A byte order mark of UTF-16, or zeros as every other one of the first bytes, as ASCII has them there.
[[nodiscard]] bool looks_like_utf16(std::string_view text) noexcept;

// Every byte above ASCII stands in a pair that GBK has, most of them common Chinese characters, and they are not mostly UTF-8.
// Cost: reads it all.
[[nodiscard]] bool looks_like_gbk(std::string_view text) noexcept;

}  // namespace aril::text
