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
    const QByteArray start = text.text.left(1000).toUtf8();
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(name, start);
    return repository().definitionForMimeType(type.name());
}

/// Runs over the lines and keeps what a line's formats are, as numbers.
class Collector : public ksh::AbstractHighlighter {
public:
    explicit Collector(const ksh::Theme& theme) { setTheme(theme); }

    PreviewColors run(const PreviewText& text, const Cancelled& cancelled) {
        QElapsedTimer clock;
        clock.start();
        ksh::State state;
        qsizetype begin = 0;
        while (begin <= text.text.size()) {
            m_out.firstSpan.push_back(static_cast<uint32_t>(m_out.spans.size()));
            if (clock.elapsed() > kTimeBudget) break;
            if (cancelled()) return {};
            qsizetype end = text.text.indexOf(u'\n', begin);
            if (end < 0) end = text.text.size();
            state = highlightLine(QStringView(text.text).mid(begin, end - begin), state);
            begin = end + 1;
        }
        m_out.firstSpan.push_back(static_cast<uint32_t>(m_out.spans.size()));
        return std::move(m_out);
    }

protected:
    void applyFormat(int offset, int length, const ksh::Format& format) override {
        if (length <= 0 || format.isDefaultTextStyle(theme())) return;
        m_out.spans.push_back({offset, length, number(format)});
    }

private:
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
