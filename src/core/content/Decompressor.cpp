#include "core/content/Decompressor.h"

#include "core/content/DecompressorEngine.h"

#include <cerrno>
#include <system_error>

namespace findling {

namespace {

using namespace std::literals;

constexpr size_t kHead = 10;  ///< the longest mark, that of bzip2

bool isBzip2(std::string_view head) {
    if (head.size() < 4 || !head.starts_with("BZh") || head[3] < '1' || head[3] > '9') return false;
    // Text may start like that. What follows is a block, or the end of an empty file.
    const std::string_view block = head.substr(4, 6);
    return "1AY&SY"sv.starts_with(block) || "\x17\x72\x45\x38\x50\x90"sv.starts_with(block);
}

}  // namespace

Compression compressionOf(std::string_view head) {
    if (head.starts_with("\x1f\x8b\x08"sv)) return Compression::Gzip;
    if (isBzip2(head)) return Compression::Bzip2;
    if (head.starts_with("\xfd\x37zXZ\0"sv)) return Compression::Xz;
    if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return Compression::Zstd;
    if (head.starts_with("\x04\x22\x4d\x18"sv)) return Compression::Lz4;
    if (head.starts_with("\x1f\x9d"sv)) return Compression::Compress;
    if (head.starts_with("\x5d\0\0"sv)) return Compression::Lzma;
    return Compression::None;
}

bool isCompressed(std::string_view head) {
    const Compression compression = compressionOf(head);
    return compression != Compression::None && compression != Compression::Lzma;
}

bool canDecompress(std::string_view head) {
    return whyNoEngine(compressionOf(head)).empty();
}

void CompressedInput::read() {
    if (m_atEnd) return;
    int code = 0;
    int64_t got = -1;
    try {
        got = m_source(m_block.data() + m_size, m_block.size() - m_size, code);
    } catch (...) {
        // Its caller may be a library in C, which nothing can be thrown through.
        code = ENOMEM;
    }
    if (got > 0) m_size += static_cast<size_t>(got);
    else m_atEnd = true;
    if (got < 0) m_error = code != 0 ? code : EIO;
}

std::string_view CompressedInput::peek() {
    while (m_size < kHead && !m_atEnd) read();
    m_peeked = true;
    return {m_block.data(), m_size};
}

std::string_view CompressedInput::next() {
    if (!m_peeked) {
        m_size = 0;
        read();
    }
    m_peeked = false;
    return {m_block.data(), m_size};
}

struct Decompressor::State {
    explicit State(Source source) : input(std::move(source)) {}

    void start() {
        started = true;
        const Compression compression = compressionOf(input.peek());
        failure = whyNoEngine(compression);
        if (failure.empty()) engine = makeEngine(compression, input);
        if (failure.empty() && !engine) failure = "out of memory";
    }

    CompressedInput input;
    std::unique_ptr<DecompressorEngine> engine;
    bool started = false;
    bool atEnd = false;
    std::string failure;
};

Decompressor::Decompressor(Source source) : m_state(std::make_unique<State>(std::move(source))) {}
Decompressor::~Decompressor() = default;
Decompressor::Decompressor(Decompressor&&) noexcept = default;
Decompressor& Decompressor::operator=(Decompressor&&) noexcept = default;

int64_t Decompressor::read(char* buffer, size_t size, std::string& error) {
    State& state = *m_state;
    if (!state.started) state.start();
    if (state.failure.empty()) {
        if (state.atEnd || size == 0) return 0;
        const int64_t got = state.engine->read(buffer, size, state.failure);
        if (got > 0) return got;
        state.atEnd = got == 0;
        if (got == 0) return 0;
    }
    // Whatever the library makes of it, the reason is that the source could not be read.
    if (const int code = state.input.error()) {
        state.failure = std::generic_category().message(code);
    }
    error = state.failure;
    return -1;
}

int Decompressor::sourceError() const {
    return m_state->input.error();
}

}  // namespace findling
