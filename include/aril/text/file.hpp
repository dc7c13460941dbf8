// Whole files in and out of memory. Owns no format: bytes are kept as they are.
#pragma once

#include <string>
#include <string_view>

namespace aril::text {

// Errors: file_not_readable, which names the file and the system's reason.
[[nodiscard]] std::string read_file(const std::string& path);

// Writes to a new name beside `path` and renames it, so that a reader sees the old file or the new one, never half of it. What stood at
// `path` is replaced, a link too. Errors: file_not_writable, after which `path` is untouched and the new name is gone.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace aril::text
