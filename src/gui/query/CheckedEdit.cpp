#include "gui/query/CheckedEdit.h"

#include "gui/results/DisplayText.h"
#include "gui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>

#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

/// Completes one word of a list and leaves those before it alone.
class ListCompleter : public QCompleter {
public:
    ListCompleter(const QStringList& words, QLineEdit* edit)
        : QCompleter(words, edit), m_edit(edit) {
        setCaseSensitivity(Qt::CaseInsensitive);
        setModelSorting(QCompleter::CaseInsensitivelySortedModel);
        setMaxVisibleItems(8);
    }

    QStringList splitPath(const QString& path) const override {
        return {path.mid(path.lastIndexOf(u',') + 1).trimmed()};
    }

    QString pathFromIndex(const QModelIndex& index) const override {
        const QString text = m_edit->text();
        const QString before = text.left(text.lastIndexOf(u',') + 1);
        const QString word = QCompleter::pathFromIndex(index);
        return before.isEmpty() ? word : before + u' ' + word;
    }

private:
    QLineEdit* m_edit;
};

}  // namespace

CheckedEdit::CheckedEdit(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textChanged, this, &CheckedEdit::recheck);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const QAbstractItemView* list = completer() ? completer()->popup() : nullptr;
        if (!list || !list->isVisible() || !list->currentIndex().isValid()) emit accepted();
    });
}

void CheckedEdit::setCheck(std::function<QString(const QString&)> check) {
    m_check = std::move(check);
    recheck();
}

void CheckedEdit::completeWords(const QStringList& words) {
    setCompleter(new ListCompleter(words, this));
}

void CheckedEdit::recheck() {
    const QString problem = m_check ? m_check(text()) : QString();
    setToolTip(problem.isEmpty() ? QString() : toolTipText(problem));
    setWrong(!problem.isEmpty());
}

void CheckedEdit::setWrong(bool wrong) {
    m_wrong = wrong;
    update();
}

void CheckedEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_wrong) paintErrorFrame(*this);
}

}  // namespace findling::gui
