// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace base {

// Why the system says no (từ chối). Never an exception: the caller is expected to show it.
struct Refusal {
    std::string code;  // Stable and dotted, e.g. "organisation.reparent.cycle"; listed in tests/golden/refusals.txt.
    std::vector<std::string> args;  // Filled into the message of that code, in order: {0}, {1}, …
    std::string source;             // Article, when a rule of law refuses.

    bool operator==(const Refusal&) const = default;
};

// A value or a refusal. The API is the subset of std::expected that we use, so that moving to C++23 is one alias.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_{std::move(value)} {}
    Result(Refusal refusal) : state_{std::move(refusal)} {}

    bool has_value() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return has_value(); }

    T& operator*() & { return std::get<T>(state_); }
    const T& operator*() const& { return std::get<T>(state_); }
    T&& operator*() && { return std::get<T>(std::move(state_)); }
    T* operator->() { return &std::get<T>(state_); }
    const T* operator->() const { return &std::get<T>(state_); }

    const Refusal& error() const& { return std::get<Refusal>(state_); }
    Refusal&& error() && { return std::get<Refusal>(std::move(state_)); }

private:
    std::variant<T, Refusal> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Refusal refusal) : refusal_{std::move(refusal)} {}

    bool has_value() const { return !refusal_; }
    explicit operator bool() const { return has_value(); }
    void operator*() && {}
    const Refusal& error() const& { return *refusal_; }
    Refusal&& error() && { return *std::move(refusal_); }

private:
    std::optional<Refusal> refusal_;
};

}  // namespace base

// Unwraps a Result, or returns its refusal from the enclosing function. Write `auto x = TRY(f());`:
// binding a reference into the temporary would dangle.
#define TRY(expression)                                          \
    __extension__({                                              \
        auto try_result_ = (expression);                         \
        if (!try_result_) return std::move(try_result_).error(); \
        *std::move(try_result_);                                 \
    })
