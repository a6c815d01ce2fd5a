/// A filter is a question about an entry and what it costs to answer; cheap ones are asked first.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Result.h"
#include "core/walk/Entry.h"

#include <functional>
#include <string>
#include <vector>

namespace findling {

enum class Cost : uint8_t {
    Name,  ///< the listing tells
    Path,  ///< the path below the root has to be put together
    Stat,  ///< the system has to be asked about the entry
    Open,  ///< the entry has to be opened
};

enum class Answer : uint8_t { Yes, No, Unknown };

struct Filter {
    Cost cost = Cost::Name;
    SkipReason reason = SkipReason::Pattern;
    std::string rule;  ///< for explanations: "is not larger than 10 KB"
    /// Unknown: its facts cannot be read, and `code` is errno.
    std::function<Answer(const Entry&, int& code)> accepts;
};

}  // namespace findling
