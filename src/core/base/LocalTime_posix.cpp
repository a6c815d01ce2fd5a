#include "core/base/LocalTime.h"

namespace findling {

std::tm localTime(int64_t secondsSince1970) {
    const auto time = static_cast<std::time_t>(secondsSince1970);
    std::tm out{};
    localtime_r(&time, &out);
    return out;
}

}  // namespace findling
