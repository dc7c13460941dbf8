// A borrowed callable: two pointers, no allocation. For loop bodies that are called once a block and do not outlive the call.
#pragma once

#include <type_traits>
#include <utility>

namespace aril {

template <class Signature>
class FunctionView;

template <class Result, class... Arguments>
class FunctionView<Result(Arguments...)> {
 public:
  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionView> && std::is_invocable_r_v<Result, Callable&, Arguments...>)
      FunctionView(Callable&& callable)
  noexcept  // NOLINT(google-explicit-constructor): a view is made by passing the callable
      : object_(const_cast<void*>(static_cast<const void*>(&callable))), call_([](void* object, Arguments... arguments) -> Result {
          return (*static_cast<std::remove_reference_t<Callable>*>(object))(std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const { return call_(object_, std::forward<Arguments>(arguments)...); }

 private:
  void* object_;
  Result (*call_)(void*, Arguments...);
};

}  // namespace aril
