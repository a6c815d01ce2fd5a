/// The commands that a command line wants to be run on results.
#pragma once

#include "cli/CommandTemplate.h"
#include "core/base/Result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace findling::cli {

struct Commands {
    std::vector<CommandTemplate> templates;  ///< run for a result one after the other
    bool batch = false;                      ///< each takes many results
    size_t batchSize = 0;                    ///< at most, 0 = as many as fit

    bool empty() const { return templates.empty(); }
};

/// Takes `-x CMD ARGS... ;`, `-X CMD ARGS... ;` (--exec, --exec-batch; the last ";" may be left
/// out) and `--batch-size N` out of the arguments of find, so that the options of a command are not
/// taken for ours.
Result<Commands> takeCommands(std::vector<std::string>& args);

}  // namespace findling::cli
