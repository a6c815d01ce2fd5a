/// Sizes and times as people write them; one parser for all faces.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace findling {

/// "10k", "1.5 M", "2GiB", "512", "10b": bytes. k, kB and KiB are all 1024.
Result<uint64_t> parseSize(std::string_view text);

/// Nanoseconds since 1970 (negative before). Accepts
///   1700000000, 1700000000.5, @1700000000  seconds since 1970
///   2024-03-01, 20240301, 2024-03-01T12:30[:05[.5]], with Z, +02:00 or +0200; local time without a
///   zone -30m, -2h, -7d, -2w, -1mo, -1y, -45 (seconds): that long before now; "2h" and "2weeks"
///   too now, today, yesterday (midnight, local time)
/// `now` is a parameter, so that a whole query is judged at one moment.
Result<int64_t> parseTime(std::string_view text, int64_t now);

int64_t nowNanoseconds();

/// "18.2 KB": three digits, for people.
std::string formatSize(uint64_t bytes);
/// "2024-03-01 12:30:05" in local time.
std::string formatTime(int64_t nanoseconds);

}  // namespace findling
