#include "options.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace demo {
namespace {

aril::sample::Size size_of(std::string_view name) {
  if (name == "community") return aril::sample::Size::community;
  if (name == "district") return aril::sample::Size::district;
  if (name == "city") return aril::sample::Size::city;
  throw std::invalid_argument("--size knows community, district and city, not '" + std::string(name) + "'");
}

std::uint64_t number_of(const std::string& word, const std::string& text) {
  try {
    std::size_t end = 0;
    const std::uint64_t number = std::stoull(text, &end);
    if (end == text.size() && text.front() != '-') return number;
  } catch (const std::exception&) {
  }
  throw std::invalid_argument(word + " takes a number, not '" + text + "'");
}

}  // namespace

const char* const usage =
    "usage: ./dev demo [--size community|district|city] [--seed N] [--threads N] [--k N] [--out FOLDER]\n"
    "       ./dev demo --shape [--size ...]   the sample's shape as a table\n"
    "       ./dev demo --real [FOLDER]        real occupations and real openings, from FOLDER or $ARIL_REAL_DATA\n";

Options parse(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto value = [&]() -> std::string {
      if (i + 1 == count) throw std::invalid_argument(word + " needs a value");
      return words[++i];
    };
    if (word == "--size")
      options.size = size_of(value());
    else if (word == "--seed")
      options.seed = number_of(word, value());
    else if (word == "--threads")
      options.threads = number_of(word, value());
    else if (word == "--k")
      options.k = number_of(word, value());
    else if (word == "--out")
      options.out = value();
    else if (word == "--shape")
      options.shape = true;
    else if (word == "--help")
      options.help = true;
    else if (word == "--real") {
      const char* folder = std::getenv("ARIL_REAL_DATA");
      if (i + 1 < count && words[i + 1][0] != '-')
        options.real_data = words[++i];
      else if (folder != nullptr)
        options.real_data = folder;
      else
        throw std::invalid_argument("--real needs a folder with esco/ and nyc_jobs/, or ARIL_REAL_DATA set to one");
    } else
      throw std::invalid_argument("there is no option '" + word + "'");
  }
  return options;
}

}  // namespace demo
