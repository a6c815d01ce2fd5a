/// Searching within results: what an earlier search has found, and which search that was.
#pragma once

#include <QtGlobal>

#include <memory>
#include <string>

namespace findling::gui {

struct SearchForm;

struct WithinStep {
    std::shared_ptr<const SearchForm> form = {};    ///< found the files; has the steps before it
    std::shared_ptr<const std::string> paths = {};  ///< of the files, with a NUL behind each
    qsizetype files = 0;

    /// The same step, not one that found the same.
    friend bool operator==(const WithinStep&, const WithinStep&) = default;
};

}  // namespace findling::gui
