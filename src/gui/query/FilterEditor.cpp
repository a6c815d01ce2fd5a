#include "gui/query/FilterEditor.h"

#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "gui/query/CheckedEdit.h"
#include "gui/query/FilterText.h"
#include "gui/query/TimeEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct FilterEditorText {
    Q_DECLARE_TR_FUNCTIONS(FilterEditorText)
};

QLabel* hintLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString sizeProblem(const QString& text) {
    if (text.trimmed().isEmpty()) return {};
    const auto size = parseSize(text.toStdString());
    return size ? QString() : QString::fromStdString(size.error().text);
}

QStringList kindNames() {
    QStringList out;
    for (const FileKind& kind : fileKinds())
        out.append(QString::fromUtf8(kind.name.data(), static_cast<qsizetype>(kind.name.size())));
    return out;
}

/// The extensions that the kinds of files know, without those that are patterns themselves.
QStringList knownExtensions() {
    QStringList out;
    for (const FileKind& kind : fileKinds()) {
        const QString patterns =
            QString::fromUtf8(kind.patterns.data(), static_cast<qsizetype>(kind.patterns.size()));
        for (const QString& pattern : patterns.split(u' ', Qt::SkipEmptyParts)) {
            const QString extension = pattern.mid(2);
            const bool plain = std::none_of(extension.begin(), extension.end(), [](QChar c) {
                return c == u'*' || c == u'[' || c == u'?' || c == u'{';
            });
            if (pattern.startsWith("*."_L1) && plain) out.append(extension.toLower());
        }
    }
    out.sort(Qt::CaseInsensitive);
    out.removeDuplicates();
    return out;
}

class TypesEditor : public FilterEditor {
public:
    explicit TypesEditor(QWidget* parent) : FilterEditor(parent) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        for (const auto& [type, name] : typeChoices()) {
            auto* box = new QCheckBox(name, this);
            column->addWidget(box);
            m_boxes.append({type, box});
        }
        setFocusProxy(m_boxes.first().second);
    }
    void load(const Filters& filters) override {
        for (const auto& [type, box] : m_boxes) box->setChecked(filters.types.contains(type));
    }
    void store(Filters& filters) const override {
        filters.types.clear();
        for (const auto& [type, box] : m_boxes) {
            if (box->isChecked()) filters.types.append(type);
        }
    }

private:
    QList<std::pair<EntryKind, QCheckBox*>> m_boxes;
};

/// Words between commas: extensions, kinds of files, or names to leave out.
class WordsEditor : public FilterEditor {
public:
    WordsEditor(FilterId id, QWidget* parent)
        : FilterEditor(parent), m_id(id), m_edit(new CheckedEdit(this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_edit);
        m_edit->setObjectName(u"words"_s);
        m_edit->setAccessibleName(filterName(id.kind));
        m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
        if (id.kind == FilterKind::Extensions) {
            m_edit->completeWords(knownExtensions());
            m_edit->setPlaceholderText(FilterEditorText::tr("cpp, h, tar.gz"));
        } else if (id.kind == FilterKind::Excludes) {
            m_edit->setPlaceholderText(FilterEditorText::tr("build, *.min.js"));
            column->addWidget(hintLabel(
                FilterEditorText::tr("Names or patterns; a folder is left out with all it holds."),
                this));
        } else {
            m_edit->completeWords(kindNames());
            m_edit->setPlaceholderText(FilterEditorText::tr("image, python, document"));
        }
        setFocusProxy(m_edit);
        connect(m_edit, &CheckedEdit::accepted, this, &FilterEditor::accepted);
    }
    void load(const Filters& filters) override {
        Filters copy = filters;
        const QStringList& words = list(copy);
        if (m_id.kind != FilterKind::Excludes) m_edit->setText(words.join(", "_L1));
        else if (m_id.index >= 0) m_edit->setText(words.value(m_id.index));
        m_edit->selectAll();
    }
    void store(Filters& filters) const override {
        QStringList typed = splitWords(m_edit->text());
        QStringList& words = list(filters);
        if (m_id.kind == FilterKind::Excludes) {  // this chip's words amid those of the others
            const qsizetype count = words.size();
            const qsizetype at = m_id.index >= 0 ? std::min(m_id.index, count) : count;
            typed = words.mid(0, at) + typed + words.mid(m_id.index >= 0 ? at + 1 : at);
            typed.removeDuplicates();
        }
        words = typed;
    }
    void markWrong() override { m_edit->setWrong(true); }

private:
    QStringList& list(Filters& filters) const {
        switch (m_id.kind) {
            case FilterKind::Extensions: return filters.extensions;
            case FilterKind::Kinds: return filters.kinds;
            case FilterKind::NotKinds: return filters.notKinds;
            default: return filters.excludes;
        }
    }

    FilterId m_id;
    CheckedEdit* m_edit;
};

class SizeEditor : public FilterEditor {
public:
    explicit SizeEditor(QWidget* parent)
        : FilterEditor(parent), m_low(new CheckedEdit(this)), m_high(new CheckedEdit(this)) {
        auto* form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(FilterEditorText::tr("At &least"), m_low);
        form->addRow(FilterEditorText::tr("At &most"), m_high);
        m_low->setObjectName(u"minSize"_s);
        m_high->setObjectName(u"maxSize"_s);
        m_low->setAccessibleName(FilterEditorText::tr("Smallest size"));
        m_high->setAccessibleName(FilterEditorText::tr("Largest size"));
        for (CheckedEdit* edit : {m_low, m_high}) {
            edit->setPlaceholderText(FilterEditorText::tr("10k, 1.5M, 2 GB"));
            edit->setCheck(sizeProblem);
            connect(edit, &CheckedEdit::accepted, this, &FilterEditor::accepted);
        }
        setFocusProxy(m_low);
    }
    void load(const Filters& filters) override {
        m_low->setText(filters.minSize);
        m_high->setText(filters.maxSize);
        m_low->selectAll();
    }
    void store(Filters& filters) const override {
        filters.minSize = m_low->text().trimmed();
        filters.maxSize = m_high->text().trimmed();
    }
    void markWrong() override {
        if (!m_low->isWrong() && !m_high->isWrong()) m_high->setWrong(true);
    }

private:
    CheckedEdit* m_low;
    CheckedEdit* m_high;
};

class DepthEditor : public FilterEditor {
public:
    explicit DepthEditor(QWidget* parent) : FilterEditor(parent), m_spin(new QSpinBox(this)) {
        auto* form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(FilterEditorText::tr("&Levels"), m_spin);
        form->addRow(
            hintLabel(FilterEditorText::tr("1 is the folder itself without subfolders."), this));
        m_spin->setRange(1, 9999);
        m_spin->setAccessibleName(FilterEditorText::tr("Levels"));
        setFocusProxy(m_spin);
    }
    void load(const Filters& filters) override {
        m_spin->setValue(std::max(1, filters.maxDepth));
        m_spin->selectAll();
    }
    void store(Filters& filters) const override { filters.maxDepth = m_spin->value(); }

private:
    QSpinBox* m_spin;
};

class BinaryEditor : public FilterEditor {
public:
    explicit BinaryEditor(QWidget* parent) : FilterEditor(parent), m_combo(new QComboBox(this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_combo);
        m_combo->addItem(FilterEditorText::tr("Leave them out"), int(BinaryFiles::Skip));
        m_combo->addItem(FilterEditorText::tr("Tell only whether they match"),
                         int(BinaryFiles::Whether));
        m_combo->addItem(FilterEditorText::tr("Search them as text"), int(BinaryFiles::AsText));
        m_combo->setAccessibleName(filterName(FilterKind::Binary));
        setFocusProxy(m_combo);
    }
    void load(const Filters& filters) override {
        // Who comes to add this filter does not want what holds anyway.
        const auto shown =
            filters.binary == BinaryFiles::Skip ? BinaryFiles::Whether : filters.binary;
        m_combo->setCurrentIndex(m_combo->findData(int(shown)));
    }
    void store(Filters& filters) const override {
        filters.binary = static_cast<BinaryFiles>(m_combo->currentData().toInt());
    }

private:
    QComboBox* m_combo;
};

class EncodingEditor : public FilterEditor {
public:
    explicit EncodingEditor(QWidget* parent) : FilterEditor(parent), m_combo(new QComboBox(this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_combo);
        column->addWidget(hintLabel(
            FilterEditorText::tr("UTF-8, and files with a mark, are known without this."), this));
        m_edit = new CheckedEdit(m_combo);
        m_combo->setEditable(true);
        m_combo->setLineEdit(m_edit);
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->addItem(FilterEditorText::tr("Guess where it is not UTF-8"), u"auto"_s);
        m_combo->addItem(FilterEditorText::tr("Bytes as they are"), u"none"_s);
        for (const auto* name : {"Windows-1252", "ISO-8859-1", "ISO-8859-15", "Windows-1250",
                                 "Windows-1251", "KOI8-R", "Shift_JIS", "EUC-JP", "GB18030", "Big5",
                                 "EUC-KR", "UTF-16LE", "UTF-16BE", "CP437", "CP850"}) {
            m_combo->addItem(QString::fromLatin1(name), QString::fromLatin1(name));
        }
        m_combo->setAccessibleName(filterName(FilterKind::Encoding));
        m_edit->setAccessibleName(filterName(FilterKind::Encoding));
        setFocusProxy(m_combo);
        connect(m_edit, &CheckedEdit::accepted, this, &FilterEditor::accepted);
    }
    void load(const Filters& filters) override {
        const int known = m_combo->findData(filters.encoding, Qt::UserRole, Qt::MatchFixedString);
        m_combo->setCurrentIndex(filters.encoding.isEmpty() ? 0 : known);
        if (known < 0 && !filters.encoding.isEmpty()) m_combo->setEditText(filters.encoding);
        m_edit->selectAll();
    }
    void store(Filters& filters) const override {
        const QString typed = m_combo->currentText().trimmed();
        const int known = m_combo->findText(typed, Qt::MatchFixedString);
        filters.encoding = known >= 0 ? m_combo->itemData(known).toString() : typed;
    }
    void markWrong() override { m_edit->setWrong(true); }

private:
    QComboBox* m_combo;
    CheckedEdit* m_edit;
};

/// For what is only on or off.
class SwitchEditor : public FilterEditor {
public:
    SwitchEditor(FilterKind kind, QWidget* parent)
        : FilterEditor(parent), m_kind(kind), m_box(new QCheckBox(filterName(kind), this)) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_box);
        setFocusProxy(m_box);
    }
    void load(const Filters& filters) override { m_box->setChecked(isSet(filters, m_kind)); }
    void store(Filters& filters) const override { setSwitch(filters, m_kind, m_box->isChecked()); }

private:
    FilterKind m_kind;
    QCheckBox* m_box;
};

}  // namespace

FilterEditor* FilterEditor::make(FilterId id, QWidget* parent) {
    switch (id.kind) {
        case FilterKind::Types: return new TypesEditor(parent);
        case FilterKind::Extensions:
        case FilterKind::Kinds:
        case FilterKind::NotKinds:
        case FilterKind::Excludes: return new WordsEditor(id, parent);
        case FilterKind::Size: return new SizeEditor(parent);
        case FilterKind::Modified:
        case FilterKind::Created: return new TimeEditor(id.kind, parent);
        case FilterKind::Depth: return new DepthEditor(parent);
        case FilterKind::Binary: return new BinaryEditor(parent);
        case FilterKind::Encoding: return new EncodingEditor(parent);
        case FilterKind::FollowLinks:
        case FilterKind::SameFileSystem:
        case FilterKind::Compressed:
        case FilterKind::Multiline: break;
    }
    return new SwitchEditor(id.kind, parent);
}

}  // namespace findling::gui
