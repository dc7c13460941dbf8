#include "aril/text/file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <string>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

class FileTest : public testing::Test {
 protected:
  FileTest() { std::filesystem::create_directories(folder_); }
  ~FileTest() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::ptrdiff_t files() const { return std::distance(std::filesystem::directory_iterator(folder_), {}); }

 private:
  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("aril_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

void expect_error(ErrorCode code, const std::string& file, const std::function<void()>& act) {
  try {
    act();
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code);
    EXPECT_EQ(error.where().file, file);
    EXPECT_FALSE(error.problems().front().found.empty());
  }
}

TEST_F(FileTest, ReadsBackWhatWasWritten) {
  using namespace std::string_literals;
  for (const std::string& bytes : {""s, "a\r\nb\0c\xFF"s, std::string(300'000, 'x')}) {
    write_file(path("a"), bytes);
    EXPECT_EQ(read_file(path("a")), bytes);
    EXPECT_EQ(files(), 1);
  }
}

TEST_F(FileTest, NamesAFileThatIsNotThere) {
  expect_error(ErrorCode::file_not_readable, path("none"), [this] { (void)read_file(path("none")); });
}

TEST_F(FileTest, DoesNotReadAFolder) {
  expect_error(ErrorCode::file_not_readable, path(""), [this] { (void)read_file(path("")); });
}

TEST_F(FileTest, DoesNotWriteWhereThereIsNoFolder) {
  expect_error(ErrorCode::file_not_writable, path("none/a"), [this] { write_file(path("none/a"), "x"); });
}

TEST_F(FileTest, LeavesNothingBehindWhereItCannotReplace) {
  std::filesystem::create_directories(path("taken/inside"));
  expect_error(ErrorCode::file_not_writable, path("taken"), [this] { write_file(path("taken"), "x"); });
  EXPECT_EQ(files(), 1);
}

TEST_F(FileTest, LeavesAnotherWritersUnfinishedFileAlone) {
  write_file(path("a.part0"), "another's");
  write_file(path("a"), "mine");
  EXPECT_EQ(read_file(path("a.part0")), "another's");
  EXPECT_EQ(read_file(path("a")), "mine");
}

}  // namespace
}  // namespace aril::text
