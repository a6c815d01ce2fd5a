/// Sets the time zone of the process for as long as the object lives.
#pragma once

#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

namespace findling::test {

class Zone {
public:
    explicit Zone(const char* rule) {
        if (const char* old = std::getenv("TZ")) m_old = old;
        setenv("TZ", rule, 1);
        tzset();
    }
    ~Zone() {
        if (m_old) setenv("TZ", m_old->c_str(), 1);
        else unsetenv("TZ");
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

private:
    std::optional<std::string> m_old;
};

// Rules written out, so that the tests need no zone database.
inline constexpr const char* kBerlin = "CET-1CEST,M3.5.0,M10.5.0/3";
inline constexpr const char* kNewYork = "EST5EDT,M3.2.0,M11.1.0";
inline constexpr const char* kKathmandu = "NPT-5:45";

}  // namespace findling::test
