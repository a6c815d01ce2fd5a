/// Turns the lines of a file into those of a PreviewText: decoded, cut where they are very long,
/// and with the matches of the search marked at their places in what is shown.
#pragma once

#include "gui/preview/PreviewFile.h"
#include "gui/preview/PreviewText.h"

#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace findling::gui {

/// Longer lines are cut: laying out one line of a megabyte takes a text widget a minute.
inline constexpr size_t kLongestLine = 4096;

class PreviewLines {
public:
    PreviewLines(PreviewText& out, const PreviewTarget& target, const PreviewFile& file);

    /// A line in front of those that are shown, for its colours alone.
    void addLead(std::string_view line);
    /// A line without its end. `cutFront`: so many bytes in front of it are not there; `cutBack`:
    /// nor is its end.
    void add(std::string_view line, uint64_t cutFront = 0, bool cutBack = false);

private:
    /// Places in a line: begin and end of each match, ascending.
    using Offsets = std::vector<size_t>;

    struct Piece {
        std::string_view text;
        bool cutFront = false;
        bool cutBack = false;
    };

    std::string_view decoded(std::string_view line);
    Offsets searched(uint64_t number, size_t lineSize, uint64_t cutFront);
    Offsets shownAt(Offsets offsets, std::string_view line, uint64_t cutFront);
    Offsets shownBytes(Offsets offsets, std::string_view line);
    void append(const Piece& piece, Offsets offsets, size_t lineSize);

    PreviewText& m_out;
    const PreviewReading& m_reading;
    const Decoding& m_shown;
    const Decoding& m_searched;
    bool m_keepsMatches;
    std::unique_ptr<TextDecoder> m_decoder;
    std::string m_decoded;
    /// To find places of the one in the other; null for bytes as they are.
    std::unique_ptr<TextDecoder> m_mapFrom;
    std::unique_ptr<TextDecoder> m_mapTo;
    std::map<uint64_t, const PreviewMatch*> m_matches;
    std::vector<std::pair<uint64_t, uint64_t>> m_carried;  ///< matches that go on in this line
};

}  // namespace findling::gui
