/// Errors as values: a Result holds what was asked for or the Error that says why not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace findling {

enum class ErrorKind : uint8_t {
    Pattern,      ///< an invalid glob or regular expression
    Option,       ///< a value that an option cannot take
    Path,         ///< a file or folder that is missing or cannot be read
    Unsupported,  ///< a wish that this build or this kind of search cannot grant
};

/// Why something could not be done, in words for the user.
struct Error {
    ErrorKind kind = ErrorKind::Option;
    std::string text;                   ///< what is wrong and, where known, the way out
    std::string subject = {};           ///< the pattern, value or path it is about
    std::optional<size_t> offset = {};  ///< byte in subject where it goes wrong
    int code = 0;                       ///< errno, where the system said no
};

/// One line for the user: "invalid regex 'a(b' at offset 3: missing closing parenthesis".
std::string describe(const Error& error);

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    T& operator*() { return std::get<0>(m_state); }
    const T& operator*() const { return std::get<0>(m_state); }
    T* operator->() { return &std::get<0>(m_state); }
    const T* operator->() const { return &std::get<0>(m_state); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

}  // namespace findling
