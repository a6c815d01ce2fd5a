#include "gui/preview/PreviewHighlighter.h"

#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"

#ifdef FINDLING_HAVE_KSH
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QElapsedTimer>
#include <QHash>
#include <QMimeDatabase>

#include <mutex>
#endif

namespace findling::gui {

#ifndef FINDLING_HAVE_KSH

bool hasHighlighter() {
    return false;
}
PreviewColors highlight(const PreviewText&, bool, const Cancelled&) {
    return {};
}

#else

namespace ksh = KSyntaxHighlighting;

namespace {

constexpr qint64 kTimeBudget = 5000;  // ms

/// Loading definitions changes the repository: one user at a time.
std::mutex repositoryMutex;

ksh::Repository& repository() {
    static ksh::Repository instance;
    return instance;
}

ksh::Definition definitionFor(const PreviewText& text) {
    const QString name = displayText(view(nameOf(text.path)));
    const ksh::Definition byName = repository().definitionForFileName(name);
    if (byName.isValid()) return byName;
    // What a file is can be told by its beginning alone.
    const QByteArray start = text.firstLine == 1 ? text.text.left(1000).toUtf8() : QByteArray();
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, start);
    return repository().definitionForMimeType(type.name());
}

/// Runs over the lines and keeps what a line's formats are, as numbers.
class Collector : public ksh::AbstractHighlighter {
public:
    explicit Collector(const ksh::Theme& theme) { setTheme(theme); }

    PreviewColors run(const PreviewText& text, const Cancelled& cancelled) {
        m_clock.start();
        m_keeps = false;
        if (!pass(text.lead, cancelled)) return {};
        m_keeps = true;
        // (The lead ends with a newline, behind which there is no line of its own.)
        if (!pass(text.text + u'\n', cancelled)) return {};
        m_out.firstSpan.push_back(static_cast<uint32_t>(m_out.spans.size()));
        return std::move(m_out);
    }

protected:
    void applyFormat(int offset, int length, const ksh::Format& format) override {
        if (!m_keeps || length <= 0 || format.isDefaultTextStyle(theme())) return;
        m_out.spans.push_back({offset, length, number(format)});
    }

private:
    /// All lines of a text, each of which ends with a newline. False when cancelled.
    bool pass(QStringView text, const Cancelled& cancelled) {
        while (!text.isEmpty()) {
            if (m_keeps) m_out.firstSpan.push_back(static_cast<uint32_t>(m_out.spans.size()));
            if (m_clock.elapsed() > kTimeBudget) break;
            if (cancelled()) return false;
            const qsizetype end = text.indexOf(u'\n');
            m_state = highlightLine(text.left(end), m_state);
            text = text.mid(end + 1);
        }
        return true;
    }

    uint16_t number(const ksh::Format& format) {
        const auto known = m_numbers.constFind(format.id());
        if (known != m_numbers.constEnd()) return *known;
        QTextCharFormat out;
        if (format.hasTextColor(theme())) out.setForeground(format.textColor(theme()));
        if (format.isBold(theme())) out.setFontWeight(QFont::Bold);
        if (format.isItalic(theme())) out.setFontItalic(true);
        const auto number = static_cast<uint16_t>(m_out.formats.size());
        m_out.formats.push_back(out);
        m_numbers.insert(format.id(), number);
        return number;
    }

    PreviewColors m_out;
    ksh::State m_state;
    QElapsedTimer m_clock;
    bool m_keeps = true;  ///< of a line in the lead, only the state behind it is wanted
    QHash<int, uint16_t> m_numbers;
};

}  // namespace

bool hasHighlighter() {
    return true;
}

PreviewColors highlight(const PreviewText& text, bool dark, const Cancelled& cancelled) {
    if (text.kind != PreviewText::Kind::Text) return {};
    const std::scoped_lock lock(repositoryMutex);
    const ksh::Definition definition = definitionFor(text);
    if (!definition.isValid() || cancelled()) return {};
    Collector collector(
        repository().defaultTheme(dark ? ksh::Repository::DarkTheme : ksh::Repository::LightTheme));
    collector.setDefinition(definition);
    return collector.run(text, cancelled);
}

#endif

}  // namespace findling::gui
