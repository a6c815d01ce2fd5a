/// A command that is run on results: words with places for paths.
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace findling::cli {

/// A command with places for a result's path: {} the path, {/} its last part, {//} the folder it
/// is in, {.} and {/.} the same two without extension. Without any, the path follows at the end.
/// What is put in is always part of one argument, and never looks like an option.
class CommandTemplate {
public:
    /// `batch`: for many results at once, all in the place of one argument.
    static Result<CommandTemplate> parse(const std::vector<std::string>& words, bool batch);

    const std::string& program() const { return m_arguments.front().front().text; }
    std::vector<std::string> fill(const std::string& path) const;
    /// For a batch: the argument with the place is there once for each path.
    std::vector<std::string> fill(const std::vector<std::string>& paths) const;
    /// What a path becomes in a batch.
    std::string argumentFor(const std::string& path) const { return filled(m_place, path); }

private:
    enum class Place : uint8_t { None, Path, Name, Folder, PathStem, NameStem };
    struct Piece {
        Place place = Place::None;
        std::string text;  ///< as it was written
    };
    using Argument = std::vector<Piece>;  ///< at least one piece

    static Argument split(const std::string& word);
    static std::string substitute(Place place, const std::string& path);
    std::string filled(size_t argument, const std::string& path) const;
    Result<void> checkBatch() const;
    bool hasPlace(const Argument& argument) const;

    std::vector<Argument> m_arguments;
    size_t m_place = 0;  ///< the first argument with a place
};

}  // namespace findling::cli
