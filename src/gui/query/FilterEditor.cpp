#include "gui/query/FilterEditor.h"

#include "core/query/Kinds.h"
#include "gui/query/CheckedEdit.h"
#include "gui/query/FilterText.h"
#include "gui/query/TimeEditor.h"
#include "gui/query/WordList.h"
#include "gui/widgets/Encodings.h"

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

QString sizeProblem(const QString& text, QChar mark) {
    if (text.trimmed().isEmpty()) return {};
    const auto size = sizeBound(text, mark);
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
        for (const auto& [types, name] : typeChoices()) {
            auto* box = new QCheckBox(name, this);
            column->addWidget(box);
            m_boxes.append({types, box});
        }
        setFocusProxy(m_boxes.first().second);
    }
    void load(const Filters& filters) override {
        for (const auto& [types, box] : m_boxes) {
            box->setChecked(std::any_of(types.begin(), types.end(), [&](EntryKind type) {
                return filters.types.contains(type);
            }));
        }
    }
    void store(Filters& filters) const override {
        filters.types.clear();
        for (const auto& [types, box] : m_boxes) {
            if (box->isChecked()) filters.types.append(types);
        }
    }

private:
    QList<std::pair<QList<EntryKind>, QCheckBox*>> m_boxes;
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
        if (id.kind == FilterKind::Extensions || id.kind == FilterKind::NotExtensions) {
            m_edit->completeWords(knownExtensions());
            m_edit->setPlaceholderText(FilterEditorText::tr("cpp, h, tar.gz"));
        } else if (id.kind == FilterKind::Excludes) {
            m_edit->setPlaceholderText(FilterEditorText::tr("build, *.min.js"));
            column->addWidget(hintLabel(
                FilterEditorText::tr("Names or patterns; a folder is left out with all it holds. A "
                                     "name with a comma goes in quotes."),
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
        if (m_id.kind != FilterKind::Excludes) m_edit->setText(joinWords(words));
        else if (m_id.index >= 0) m_edit->setText(joinWords(words.mid(m_id.index, 1)));
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
            case FilterKind::NotExtensions: return filters.notExtensions;
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
        m_low->setCheck([](const QString& text) { return sizeProblem(text, u'>'); });
        m_high->setCheck([](const QString& text) { return sizeProblem(text, u'<'); });
        for (CheckedEdit* edit : {m_low, m_high}) {
            edit->setPlaceholderText(FilterEditorText::tr("10k, 1.5M, 2 GB"));
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
    explicit DepthEditor(QWidget* parent)
        : FilterEditor(parent), m_most(new QSpinBox(this)), m_least(new QSpinBox(this)) {
        auto* form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(FilterEditorText::tr("At &most"), m_most);
        form->addRow(FilterEditorText::tr("At &least"), m_least);
        form->addRow(
            hintLabel(FilterEditorText::tr("1 is the folder itself without subfolders."), this));
        m_least->setObjectName(u"minDepth"_s);
        m_most->setObjectName(u"maxDepth"_s);
        m_least->setRange(1, 10'000);
        m_most->setRange(0, 10'000);
        m_most->setSpecialValueText(FilterEditorText::tr("no limit"));
        m_least->setAccessibleName(FilterEditorText::tr("Least depth"));
        m_most->setAccessibleName(FilterEditorText::tr("Greatest depth"));
        setFocusProxy(m_most);
    }
    void load(const Filters& filters) override {
        m_least->setValue(std::max(1, filters.minDepth));
        // Who comes to add this filter wants it to say something.
        m_most->setValue(isSet(filters, FilterKind::Depth) ? filters.maxDepth : 1);
        m_most->selectAll();
    }
    void store(Filters& filters) const override {
        filters.minDepth = m_least->value() > 1 ? m_least->value() : 0;
        filters.maxDepth = m_most->value();
    }

private:
    QSpinBox* m_most;
    QSpinBox* m_least;
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
        for (const QList<EncodingChoice>& group : encodingChoices()) {
            for (const auto& [name, language] : group) {
                if (name == "UTF-8"_L1) continue;  // needs no filter
                m_combo->addItem(name, name);
                m_combo->setItemData(m_combo->count() - 1, language, Qt::ToolTipRole);
            }
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
        case FilterKind::NotExtensions:
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
