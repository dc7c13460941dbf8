// A large array of zeros that is read here and there. Pages that are never touched are never made; where the system gives huge pages to
// those who ask, it is asked: far fewer of them have to be looked up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace aril {

template <class Value>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<Value>, "all bits 0 has to be a value");

 public:
  ZeroedArray() = default;
  explicit ZeroedArray(std::size_t size) : values_(static_cast<Value*>(std::calloc(size + 1, sizeof(Value)))), size_(size) {
    if (!values_) throw std::bad_alloc();
    ask_for_huge_pages();
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] Value* data() noexcept { return values_.get(); }
  [[nodiscard]] const Value* data() const noexcept { return values_.get(); }
  [[nodiscard]] Value& operator[](std::size_t place) noexcept { return values_.get()[place]; }
  [[nodiscard]] const Value& operator[](std::size_t place) const noexcept { return values_.get()[place]; }

 private:
  struct Free {
    void operator()(Value* values) const noexcept {
      std::free(values);
    }  // NOLINT(cppcoreguidelines-no-malloc): calloc's zeros cost nothing
  };

  void ask_for_huge_pages() noexcept {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::uintptr_t page = std::uintptr_t{1} << 21;
    const auto from = reinterpret_cast<std::uintptr_t>(values_.get());
    const std::uintptr_t begin = (from + page - 1) / page * page;
    const std::uintptr_t end = (from + size_ * sizeof(Value)) / page * page;
    if (begin < end) (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // a wish: a refusal changes nothing
#endif
  }

  std::unique_ptr<Value, Free> values_;
  std::size_t size_ = 0;
};

}  // namespace aril
