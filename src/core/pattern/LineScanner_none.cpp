// Built where there is no Vectorscan: candidates come from plain text that a match must hold.
#include "core/pattern/LineScanner.h"

namespace findling {

struct ScanScratch::State {};

ScanScratch::ScanScratch() : m_state(std::make_unique<State>()) {}
ScanScratch::~ScanScratch() = default;

std::unique_ptr<LineScanner> LineScanner::vectorscan(const ScanPattern&) {
    return nullptr;
}

std::string scannerVersion() {
    return {};
}

}  // namespace findling
