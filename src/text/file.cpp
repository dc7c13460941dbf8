#include "aril/text/file.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(ErrorCode code, const std::string& path, std::error_code reason) {
  throw Error{code,
              {.file = path, .field = {}},
              code == ErrorCode::file_not_readable ? "a file that can be read" : "a place to write a file",
              reason.message()};
}

std::error_code last_error() { return {errno, std::generic_category()}; }

// A name nobody uses: the file is created only where there was none, so two writers never share one.
std::pair<File, std::string> create_beside(const std::string& path) {
  constexpr int most_names = 1000;
  for (int number = 0; number < most_names; ++number) {
    std::string name = path + ".part" + std::to_string(number);
    if (File file{std::fopen(name.c_str(), "wbx")}) return {std::move(file), std::move(name)};
    if (errno != EEXIST) break;
  }
  fail(ErrorCode::file_not_writable, path, last_error());
}

std::error_code write_all(File file, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return last_error();
  // Closing flushes, and a full disk may show only here.
  return std::fclose(file.release()) == 0 ? std::error_code{} : last_error();
}

}  // namespace

std::string read_file(const std::string& path) {
  constexpr std::size_t least_chunk = 65536;
  const File file{std::fopen(path.c_str(), "rb")};
  if (!file) fail(ErrorCode::file_not_readable, path, last_error());
  std::error_code no_size;  // a pipe has none
  const std::uintmax_t expected = std::filesystem::file_size(path, no_size);
  std::string bytes;
  std::size_t used = 0;
  // One byte more than expected, so that the end of the file shows in the first read.
  bytes.resize(no_size ? least_chunk : static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const std::size_t wanted = bytes.size() - used;
    const std::size_t got = std::fread(bytes.data() + used, 1, wanted, file.get());
    used += got;
    if (got < wanted) break;
    bytes.resize(used * 2 + least_chunk);
  }
  if (std::ferror(file.get()) != 0) fail(ErrorCode::file_not_readable, path, last_error());
  bytes.resize(used);
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
  auto [file, name] = create_beside(path);
  std::error_code reason = write_all(std::move(file), bytes);
  if (!reason) std::filesystem::rename(name, path, reason);
  if (!reason) return;
  std::error_code ignored;  // the first reason is the one to tell
  std::filesystem::remove(name, ignored);
  fail(ErrorCode::file_not_writable, path, reason);
}

}  // namespace aril::text
