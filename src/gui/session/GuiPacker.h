/// Packs results into PackedRows on the search thread that found them.
#pragma once

#include "gui/session/PackedRows.h"

#include <memory>

namespace findling::gui {

class GuiPacker : public RowPacker {
public:
    void entry(const Entry& entry) override;
    void beginFile(const Entry& entry) override;
    void match(const Entry& entry, const Match& match) override;
    void endFile(const Entry& entry, const FileEnd& end) override;
    size_t bytes() const override;
    std::unique_ptr<Rows> take() override;

private:
    PackedFile& addFile(const Entry& entry);
    PackedFile& currentFile();
    void addText(PackedMatch& packed, std::string_view line, const Match& match);

    std::unique_ptr<PackedRows> m_rows;
    uint32_t m_linesOfFile = 0;  ///< kept of the file that is open
};

}  // namespace findling::gui
