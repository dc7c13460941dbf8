// A callable that is kept, or none. What std::function is, without what <functional> costs the includer. Copies share the callable.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "aril/core/shared.hpp"

namespace aril {

template <class Signature>
class Callback;

template <class Result, class... Arguments>
class Callback<Result(Arguments...)> {
 public:
  Callback() = default;
  Callback(std::nullptr_t) noexcept {}  // NOLINT(google-explicit-constructor): so that {nullptr, ...} works
  // An empty std::function and a null pointer give an empty callback.
  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, Callback> &&
           std::is_invocable_r_v<Result, std::remove_cvref_t<Callable>&, Arguments...>)
      Callback(Callable&& callable) {  // NOLINT(google-explicit-constructor): a callback is made by passing the callable
    if constexpr (requires { callable == nullptr; }) {
      if (callable == nullptr) return;
    }
    held_ = Shared<Base>::template made_as<Held<std::remove_cvref_t<Callable>>>(std::forward<Callable>(callable));
  }

  Result operator()(Arguments... arguments) const { return held_->call(std::forward<Arguments>(arguments)...); }
  [[nodiscard]] explicit operator bool() const noexcept { return static_cast<bool>(held_); }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual Result call(Arguments... arguments) = 0;
  };
  template <class Callable>
  struct Held final : Base {
    explicit Held(Callable&& given) : callable(std::move(given)) {}
    explicit Held(const Callable& given) : callable(given) {}
    Result call(Arguments... arguments) override { return callable(std::forward<Arguments>(arguments)...); }
    Callable callable;
  };
  Shared<Base> held_;
};

}  // namespace aril
