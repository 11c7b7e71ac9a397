#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace attentarium {

template <typename Signature>
class FunctionReference;

/// A borrowed callable: like `std::function`, but owns nothing and never allocates.
template <typename Result, typename... Arguments>
class FunctionReference<Result(Arguments...)> {
  public:
    template <typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionReference>)
        FunctionReference(Callable&& callable)  // NOLINT: meant to convert
        : m_object(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          m_call([](void* object, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(object))(std::forward<Arguments>(arguments)...);
          }) {}

    Result operator()(Arguments... arguments) const { return m_call(m_object, std::forward<Arguments>(arguments)...); }

  private:
    void* m_object;
    Result (*m_call)(void*, Arguments...);
};

}  // namespace attentarium
