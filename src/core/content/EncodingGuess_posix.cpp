#include "core/content/EncodingGuess.h"

#include "core/base/SharedLibrary.h"
#include "core/base/Text.h"
#include "core/content/TextDecoder.h"

#include <algorithm>
#include <memory>

namespace findling {

namespace {

/// uchardet's few functions, as its header has had them since its first release.
struct Uchardet {
    using Detector = void*;
    SharedLibrary library{"libuchardet.so.0", "libuchardet.0.dylib"};
    Detector (*create)() = nullptr;
    void (*destroy)(Detector) = nullptr;
    int (*handleData)(Detector, const char*, size_t) = nullptr;
    void (*dataEnd)(Detector) = nullptr;
    const char* (*charset)(Detector) = nullptr;
    bool complete =
        library.find("uchardet_new", create) && library.find("uchardet_delete", destroy) &&
        library.find("uchardet_handle_data", handleData) &&
        library.find("uchardet_data_end", dataEnd) && library.find("uchardet_get_charset", charset);
};

const Uchardet& uchardet() {
    static const Uchardet library;
    return library;
}

/// Whether this is UTF-8, but for a character that the end of the block may have cut.
bool isUtf8(std::string_view head) {
    constexpr size_t kShortest = 1024;  // below that it is the end of the file
    if (isValidUtf8(head)) return true;
    if (head.size() < kShortest) return false;
    size_t tail = 1;
    while (tail < 3 && (static_cast<unsigned char>(head[head.size() - tail]) & 0xc0) == 0x80) {
        ++tail;
    }
    const auto first = static_cast<unsigned char>(head[head.size() - tail]);
    const size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    return tail < length && isValidUtf8(head.substr(0, head.size() - tail));
}

/// Bytes that text in no encoding that is guessed holds: rather a binary file.
bool hasControls(std::string_view head) {
    return std::any_of(head.begin(), head.end(), [](char c) {
        constexpr std::string_view kInText = "\b\t\n\v\f\r\x1a\x1b";
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && kInText.find(c) == std::string_view::npos) || byte == 0x7f;
    });
}

std::string nameFrom(const Uchardet& library, std::string_view head) {
    const std::unique_ptr<void, void (*)(void*)> detector(library.create(), library.destroy);
    if (!detector || library.handleData(detector.get(), head.data(), head.size()) != 0) return {};
    library.dataEnd(detector.get());
    const char* name = library.charset(detector.get());
    return name ? name : "";
}

/// Whether the text is what the guess says, as far as one can tell.
bool bearsOut(const std::string& name, std::string_view head) {
    // Text in these would not have come this far: the one is tried before, the others need NULs.
    if (isUtf8Name(name) || name.starts_with("UTF-") || name == "ASCII") return false;
    const auto decoder = makeDecoder(name);
    if (!decoder) return false;
    std::string text;
    (*decoder)->decode(head, false, text);
    return (*decoder)->replaced() == 0;
}

}  // namespace

std::string guessEncoding(std::string_view head) {
    if (isUtf8(head) || hasControls(head) || !uchardet().complete) return {};
    std::string name = nameFrom(uchardet(), head);
    return !name.empty() && bearsOut(name, head) ? name : std::string();
}

bool encodingGuessAvailable() {
    return uchardet().complete;
}

}  // namespace findling
