#include "core/search/Versions.h"

#include "FindlingVersion.h"
#include "core/pattern/LineScanner.h"
#include "core/pattern/Regex.h"

#include <fmt/core.h>
#include <utf8proc.h>

namespace findling {

std::string programVersion() {
    return FINDLING_VERSION;
}

std::string libraryVersions() {
    const std::string scanner = scannerVersion();
    return fmt::format("PCRE2 {} (JIT {}), {}, fmt {}.{}.{}, utf8proc {}", regexEngineVersion(),
                       regexHasJit() ? "on" : "off", scanner.empty() ? "no Vectorscan" : scanner,
                       FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100,
                       utf8proc_version());
}

}  // namespace findling
