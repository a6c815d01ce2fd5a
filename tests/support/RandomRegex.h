/// Random regular expressions and lines that they match about every other time.
#pragma once

#include "support/RandomCases.h"

#include <string>

namespace findling::test {

/// From a grammar of literals, classes, anchors, groups, alternation, repeats of all kinds,
/// look-around, back references, inline flags and some odd corners. Mostly valid.
std::string randomRegex(Random& random, int depth = 3);

/// A line without "\n" over the same small alphabet: some with Unicode, some with invalid bytes.
std::string randomLine(Random& random);

}  // namespace findling::test
