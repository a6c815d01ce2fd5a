#include "support/FormattedSearch.h"

#include "core/search/Search.h"

#include <stdexcept>

namespace findling::test {

namespace {

class FormatSink : public Sink {
public:
    FormatSink(const FormatStyle& style, Detail detail, bool content)
        : m_style(style), m_detail(detail), m_content(content), m_formatter(makeFormatter(style)) {}

    struct Text : Rows {
        std::string bytes;
    };
    struct Packer : RowPacker {
        explicit Packer(const FormatStyle& style) : formatter(makeFormatter(style)) {}
        std::string& out() {
            if (!rows) rows = std::make_unique<Text>();
            return rows->bytes;
        }
        void entry(const Entry& e) override { formatter->entry(out(), e); }
        void beginFile(const Entry& e) override { formatter->beginFile(out(), e); }
        void match(const Entry& e, const Match& m) override { formatter->match(out(), e, m); }
        void endFile(const Entry& e, const FileEnd& end) override {
            formatter->endFile(out(), e, end);
        }
        size_t bytes() const override { return rows ? rows->bytes.size() : 0; }
        std::unique_ptr<Rows> take() override { return std::move(rows); }
        std::unique_ptr<Formatter> formatter;
        std::unique_ptr<Text> rows;
    };

    Detail detail() const override { return m_detail; }
    bool wholeFiles() const override { return true; }
    std::unique_ptr<RowPacker> packer() override { return std::make_unique<Packer>(m_style); }
    void deliver(Batch batch, const StopToken&) override {
        if (batch.rows) text += static_cast<Text&>(*batch.rows).bytes;
    }
    void finished(const Summary& summary) override {
        if (m_content) m_formatter->summary(text, summary);
    }

    std::string text;

private:
    FormatStyle m_style;
    Detail m_detail;
    bool m_content;
    std::unique_ptr<Formatter> m_formatter;
};

}  // namespace

std::string formatted(Query query, const FormatStyle& style, Detail detail) {
    query.threads = 1;
    FormatSink sink(style, detail, query.content.has_value());
    if (auto ok = Search::run(query, sink); !ok) throw std::runtime_error(describe(ok.error()));
    return sink.text;
}

std::string formattedIn(const TempTree& tree, Query query, const FormatStyle& style,
                        Detail detail) {
    query.roots = {tree.path()};
    std::string text = formatted(std::move(query), style, detail);
    const std::string prefix = tree.path() + "/";
    for (size_t at = 0; (at = text.find(prefix, at)) != std::string::npos;)
        text.erase(at, prefix.size());
    return text;
}

}  // namespace findling::test
