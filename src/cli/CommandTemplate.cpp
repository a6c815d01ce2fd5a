#include "cli/CommandTemplate.h"

#include "core/format/Facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

namespace findling::cli {

namespace {

constexpr bool kBackslashSeparates = std::filesystem::path::preferred_separator != '/';
constexpr std::string_view kSeparators = kBackslashSeparates ? "/\\" : "/";
constexpr std::string_view kPlaces[] = {"{}", "{/}", "{//}", "{.}", "{/.}"};
constexpr std::string_view kPlacesListed = "{} {/} {//} {.} {/.}";

Error usage(std::string text) {
    return {ErrorKind::Option, std::move(text)};
}

std::string_view withoutFinalSeparators(std::string_view path) {
    while (path.size() > 1 && kSeparators.find(path.back()) != std::string_view::npos)
        path.remove_suffix(1);
    return path;
}

/// Where the last part begins.
size_t nameStart(std::string_view path) {
    const size_t separator = path.find_last_of(kSeparators);
    return separator == std::string_view::npos || path.size() == 1 ? 0 : separator + 1;
}

std::string_view folderOf(std::string_view path) {
    const size_t start = nameStart(path);
    if (start == 0) return path.size() == 1 && path == "/" ? path : ".";
    return withoutFinalSeparators(path.substr(0, start));
}

std::string_view withoutExtension(std::string_view path) {
    const size_t start = nameStart(path);
    return path.substr(0, start + stemOf(path.substr(start)).size());
}

/// An option, a command of an editor (+), a file of further options (@).
bool hasMeaning(std::string_view text) {
    return !text.empty() && std::string_view("-+@").find(text.front()) != std::string_view::npos;
}

}  // namespace

CommandTemplate::Argument CommandTemplate::split(const std::string& word) {
    Argument out;
    std::string literal;
    for (size_t i = 0; i < word.size();) {
        const std::string_view rest = std::string_view(word).substr(i);
        const auto* place =
            std::find_if(std::begin(kPlaces), std::end(kPlaces), [&](std::string_view text) {
                return rest.substr(0, text.size()) == text;
            });
        if (place == std::end(kPlaces)) {
            literal += word[i++];
            continue;
        }
        if (!literal.empty()) out.push_back({Place::None, std::exchange(literal, {})});
        const auto number = std::distance(std::begin(kPlaces), place) + 1;
        out.push_back({static_cast<Place>(number), std::string(*place)});
        i += place->size();
    }
    if (!literal.empty() || out.empty()) out.push_back({Place::None, std::move(literal)});
    return out;
}

bool CommandTemplate::hasPlace(const Argument& argument) const {
    return std::any_of(argument.begin(), argument.end(),
                       [](const Piece& piece) { return piece.place != Place::None; });
}

Result<CommandTemplate> CommandTemplate::parse(const std::vector<std::string>& words, bool batch) {
    const char* option = batch ? "-X" : "-x";
    if (words.empty() || words.front().empty()) {
        return usage(
            fmt::format("{0} needs a command: findling --cli find ... {0} CMD ARGS...", option));
    }
    CommandTemplate out;
    for (const std::string& word : words) out.m_arguments.push_back(split(word));
    if (out.hasPlace(out.m_arguments.front())) {
        return usage(fmt::format("{} {}: a result cannot be the program that is run", option,
                                 words.front()));
    }
    const auto place = std::find_if(out.m_arguments.begin(), out.m_arguments.end(),
                                    [&](const Argument& a) { return out.hasPlace(a); });
    out.m_place = static_cast<size_t>(place - out.m_arguments.begin());
    if (place == out.m_arguments.end()) out.m_arguments.push_back({{Place::Path, "{}"}});
    if (batch) {
        if (auto ok = out.checkBatch(); !ok) return ok.error();
    }
    return out;
}

Result<void> CommandTemplate::checkBatch() const {
    for (size_t i = m_place; i < m_arguments.size(); ++i) {
        const Argument& argument = m_arguments[i];
        if (!hasPlace(argument)) continue;
        if (i != m_place) {
            return usage(fmt::format("-X puts all results in one place: only one of {} may be "
                                     "there",
                                     kPlacesListed));
        }
        if (argument.size() > 1) {
            std::string word;
            for (const Piece& piece : argument) word += piece.text;
            return usage(fmt::format("-X: in '{}' the results cannot be part of an argument; {} "
                                     "stand alone",
                                     word, kPlacesListed));
        }
    }
    return {};
}

std::string CommandTemplate::substitute(Place place, const std::string& path) {
    const std::string_view whole = withoutFinalSeparators(path);
    switch (place) {
        case Place::Name: return std::string(whole.substr(nameStart(whole)));
        case Place::Folder: return std::string(folderOf(whole));
        case Place::PathStem: return std::string(withoutExtension(whole));
        case Place::NameStem: return std::string(withoutExtension(whole.substr(nameStart(whole))));
        default: return path;
    }
}

std::string CommandTemplate::filled(size_t argument, const std::string& path) const {
    std::string out;
    for (const Piece& piece : m_arguments[argument]) {
        if (piece.place == Place::None) {
            out += piece.text;
            continue;
        }
        const std::string text = substitute(piece.place, path);
        // A path means the same with "./" in front wherever it stands; a part of one does not.
        if (hasMeaning(text) && (piece.place == Place::Path || out.empty())) out += "./";
        out += text;
    }
    return out;
}

std::vector<std::string> CommandTemplate::fill(const std::string& path) const {
    std::vector<std::string> out;
    out.reserve(m_arguments.size());
    for (size_t i = 0; i < m_arguments.size(); ++i) out.push_back(filled(i, path));
    return out;
}

std::vector<std::string> CommandTemplate::fill(const std::vector<std::string>& paths) const {
    std::vector<std::string> out;
    out.reserve(m_arguments.size() + paths.size());
    for (size_t i = 0; i < m_arguments.size(); ++i) {
        if (i != m_place) {
            out.push_back(filled(i, {}));
            continue;
        }
        for (const std::string& path : paths) out.push_back(filled(i, path));
    }
    return out;
}

}  // namespace findling::cli
