// Shared ownership: a copy is a pointer and a count. What std::shared_ptr is, without what that costs the includer: <memory> takes longer to read than
// everything of ours that a service needs.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace aril {
namespace detail {

// What several own. Threads: safe.
class Owned {
 public:
  Owned() = default;
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  virtual ~Owned();
  void take() noexcept;
  void give_up() noexcept;  // the last one destroys it

 private:
  std::size_t owners_ = 1;
};

}  // namespace detail

// Threads: as std::shared_ptr: any number may copy one, and one at a time may change it. The value may be of a type that is only declared; `made` needs it.
template <class T>
class Shared {
 public:
  Shared() = default;
  template <class... Arguments>
  [[nodiscard]] static Shared made(Arguments&&... arguments) {
    return made_as<T>(std::forward<Arguments>(arguments)...);
  }
  // Kind: T, or what derives from it.
  template <class Kind, class... Arguments>
  [[nodiscard]] static Shared made_as(Arguments&&... arguments) {
    auto* const holder = new Holder<Kind>(std::forward<Arguments>(arguments)...);
    Shared shared;
    shared.value_ = &holder->value;
    shared.owned_ = holder;
    return shared;
  }
  Shared(const Shared& other) noexcept : value_(other.value_), owned_(other.owned_) {
    if (owned_ != nullptr) owned_->take();
  }
  Shared(Shared&& other) noexcept : value_(std::exchange(other.value_, nullptr)), owned_(std::exchange(other.owned_, nullptr)) {}
  // Of something derived, or that may still be changed elsewhere.
  template <class Other>
  requires std::is_convertible_v<Other*, T*> Shared(Shared<Other> other)
  noexcept  // NOLINT(google-explicit-constructor): as of a pointer
      : value_(std::exchange(other.value_, nullptr)), owned_(std::exchange(other.owned_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(value_, other.value_);
    std::swap(owned_, other.owned_);
    return *this;
  }
  ~Shared() {
    if (owned_ != nullptr) owned_->give_up();
  }

  [[nodiscard]] T& operator*() const noexcept { return *value_; }
  [[nodiscard]] T* operator->() const noexcept { return value_; }
  [[nodiscard]] T* get() const noexcept { return value_; }
  [[nodiscard]] explicit operator bool() const noexcept { return value_ != nullptr; }

 private:
  template <class Other>
  friend class Shared;
  template <class Kind>
  struct Holder final : detail::Owned {
    template <class... Arguments>
    explicit Holder(Arguments&&... arguments) : value(std::forward<Arguments>(arguments)...) {}
    Kind value;
  };

  T* value_ = nullptr;
  detail::Owned* owned_ = nullptr;
};

}  // namespace aril
