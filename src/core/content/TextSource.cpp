#include "core/content/TextSource.h"

#include "core/content/Decompressor.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace findling {

namespace {

constexpr size_t kPiece = 64 * 1024;

/// Moves what was made ahead into the reader's buffer.
size_t moveOut(std::string& from, size_t& begin, char* buffer, size_t size) {
    const size_t count = std::min(size, from.size() - begin);
    std::memcpy(buffer, from.data() + begin, count);
    begin += count;
    if (begin == from.size()) {
        from.clear();
        begin = 0;
    }
    return count;
}

}  // namespace

// Functions are copied by std::function: what they hold is shared, and used by one reader alone.

TextSource prefixed(std::string first, TextSource source) {
    struct State {
        std::string first;
        size_t begin;
        TextSource source;
    };
    auto state = std::make_shared<State>(State{std::move(first), 0, std::move(source)});
    return [state](char* buffer, size_t size, ReadFailure& failure) -> int64_t {
        if (!state->first.empty())
            return static_cast<int64_t>(moveOut(state->first, state->begin, buffer, size));
        return state->source(buffer, size, failure);
    };
}

TextSource decompressed(TextSource source) {
    auto failed = std::make_shared<ReadFailure>();
    auto decompressor = std::make_shared<Decompressor>(
        [source = std::move(source), failed](char* buffer, size_t size, int& code) {
            const int64_t got = source(buffer, size, *failed);
            code = failed->code;
            return got;
        });
    return [decompressor, failed](char* buffer, size_t size, ReadFailure& failure) {
        std::string error;
        const int64_t got = decompressor->read(buffer, size, error);
        if (got < 0) {
            failure = *failed;
            if (!failure.any()) failure.text = error;
        }
        return got;
    };
}

TextSource decoded(TextSource source, std::unique_ptr<TextDecoder> decoder) {
    struct State {
        TextSource source;
        std::unique_ptr<TextDecoder> decoder;
        std::string raw = std::string(kPiece, '\0');
        std::string text = {};
        size_t begin = 0;
        bool ended = false;
        ReadFailure failure = {};
    };
    auto state = std::make_shared<State>(State{std::move(source), std::move(decoder)});
    return [state](char* buffer, size_t size, ReadFailure& failure) -> int64_t {
        State& s = *state;
        while (s.text.empty() && !s.ended) {
            const int64_t got = s.source(s.raw.data(), s.raw.size(), s.failure);
            s.ended = got <= 0;
            s.decoder->decode({s.raw.data(), static_cast<size_t>(std::max<int64_t>(got, 0))},
                              s.ended, s.text);
        }
        if (!s.text.empty()) return static_cast<int64_t>(moveOut(s.text, s.begin, buffer, size));
        // What was read before a failure is handed over first.
        failure = s.failure;
        return failure.any() ? -1 : 0;
    };
}

}  // namespace findling
