#include "core/content/GzipEngine.h"

#include "core/base/SharedLibrary.h"

#include <algorithm>
#include <limits>

namespace findling {

namespace {

/// zlib's z_stream, as it has been since 1995; zlib checks its size.
struct Stream {
    const unsigned char* nextIn = nullptr;
    unsigned availableIn = 0;
    unsigned long totalIn = 0;
    unsigned char* nextOut = nullptr;
    unsigned availableOut = 0;
    unsigned long totalOut = 0;
    const char* message = nullptr;
    void* state = nullptr;
    void* allocate = nullptr;
    void* release = nullptr;
    void* opaque = nullptr;
    int dataType = 0;
    unsigned long checksum = 0;
    unsigned long reserved = 0;
};

constexpr int kOk = 0;
constexpr int kStreamEnd = 1;
constexpr int kBufferError = -5;

struct Zlib {
    SharedLibrary library{"libz.so.1", "libz.1.dylib"};
    int (*init)(Stream*, int windowBits, const char* version, int streamSize) = nullptr;
    int (*inflate)(Stream*, int flush) = nullptr;
    int (*reset)(Stream*) = nullptr;
    int (*end)(Stream*) = nullptr;
    bool complete = library.find("inflateInit2_", init) && library.find("inflate", inflate) &&
                    library.find("inflateReset", reset) && library.find("inflateEnd", end);
};

const Zlib& zlib() {
    static const Zlib library;
    return library;
}

class GzipEngine final : public DecompressorEngine {
public:
    explicit GzipEngine(CompressedInput& input) : m_input(input) {}
    ~GzipEngine() override {
        if (m_started) zlib().end(&m_stream);
    }
    GzipEngine(const GzipEngine&) = delete;
    GzipEngine& operator=(const GzipEngine&) = delete;

    bool start() {
        constexpr int kGzipOfAnyWindow = 15 + 16;
        m_started = zlib().init(&m_stream, kGzipOfAnyWindow, "1.2", sizeof m_stream) == kOk;
        return m_started;
    }

    int64_t read(char* buffer, size_t size, std::string& error) override {
        if (!m_failure.empty()) {
            error = m_failure;
            return -1;
        }
        size = std::min<size_t>(size, std::numeric_limits<int>::max());
        m_stream.nextOut = reinterpret_cast<unsigned char*>(buffer);
        m_stream.availableOut = static_cast<unsigned>(size);
        while (m_stream.availableOut > 0 && step()) {
        }
        const size_t got = size - m_stream.availableOut;
        // What came before the damage goes out first.
        if (got > 0 || m_failure.empty()) return static_cast<int64_t>(got);
        error = m_failure;
        return -1;
    }

private:
    /// One call of zlib; false at the end, or with a failure.
    bool step() {
        if (m_stream.availableIn == 0 && !fill()) return false;
        if (!m_inMember && !startMember()) return m_failure.empty();
        const int outcome = zlib().inflate(&m_stream, 0);
        if (outcome == kStreamEnd) {
            m_inMember = false;
            zlib().reset(&m_stream);
        } else if (outcome != kOk && outcome != kBufferError) {
            m_failure = m_stream.message ? std::string("damaged data: ") + m_stream.message
                                         : "damaged data";
        }
        return m_failure.empty();
    }

    bool fill() {
        const std::string_view block = m_input.next();
        m_stream.nextIn = reinterpret_cast<const unsigned char*>(block.data());
        m_stream.availableIn = static_cast<unsigned>(block.size());
        if (block.empty() && (m_inMember || m_input.error() != 0)) m_failure = "truncated data";
        return !block.empty();
    }

    /// Behind a member another may follow, or zeros, with which tapes are filled up. False if no
    /// member begins with what has been read.
    bool startMember() {
        while (m_membersSeen && m_stream.availableIn > 0 && *m_stream.nextIn == 0) {
            ++m_stream.nextIn;
            --m_stream.availableIn;
        }
        if (m_stream.availableIn == 0) return false;
        if (*m_stream.nextIn != 0x1f) {
            m_failure = "something else follows the compressed data";
            return false;
        }
        m_inMember = m_membersSeen = true;
        return true;
    }

    CompressedInput& m_input;
    Stream m_stream;
    bool m_started = false;
    bool m_inMember = false;
    bool m_membersSeen = false;
    std::string m_failure;
};

}  // namespace

bool gzipEngineAvailable() {
    return zlib().complete;
}

std::unique_ptr<DecompressorEngine> makeGzipEngine(CompressedInput& input) {
    auto engine = std::make_unique<GzipEngine>(input);
    if (!engine->start()) return nullptr;
    return engine;
}

}  // namespace findling
