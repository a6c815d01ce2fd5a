#include "gui/query/TimeEditor.h"

#include "core/query/Units.h"
#include "gui/query/CheckedEdit.h"
#include "gui/query/FilterText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

// Beside the words, which have ids of their own.
constexpr auto kDays = "#days"_L1;
constexpr auto kSince = "#since"_L1;
constexpr auto kBefore = "#before"_L1;

QString timeProblem(const QString& text) {
    if (text.trimmed().isEmpty()) return {};
    const auto time = parseTime(text.toStdString(), nowNanoseconds());
    return time ? QString() : QString::fromStdString(time.error().text);
}

QString dayText(const QDateEdit* edit) {
    return edit->date().toString(Qt::ISODate);
}

}  // namespace

TimeEditor::TimeEditor(FilterKind kind, QWidget* parent)
    : FilterEditor(parent),
      m_kind(kind),
      m_words(new QComboBox(this)),
      m_time(new CheckedEdit(this)),
      m_hasFrom(new QCheckBox(tr("&From"), this)),
      m_from(new QDateEdit(QDate::currentDate().addDays(-7), this)),
      m_hasTo(new QCheckBox(tr("&To"), this)),
      m_to(new QDateEdit(QDate::currentDate(), this)) {
    for (const TimeWord& word : timeWords()) m_words->addItem(word.text, word.id);
    m_words->insertSeparator(m_words->count());
    m_words->addItem(tr("between two days"), QString(kDays));
    m_words->addItem(tr("since a time"), QString(kSince));
    m_words->addItem(tr("before a time"), QString(kBefore));
    m_words->setMaxVisibleItems(m_words->count());
    m_words->setAccessibleName(filterName(kind));
    m_time->setObjectName(u"time"_s);
    m_time->setAccessibleName(tr("Time"));
    m_time->setPlaceholderText(tr("2h, 3 weeks, 2024-03-01T12:30"));
    m_time->setCheck(timeProblem);
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    for (QDateEdit* edit : {m_from, m_to}) edit->setCalendarPopup(true);
    arrange();
    connect(m_words, &QComboBox::currentIndexChanged, this, &TimeEditor::showFields);
    connect(m_hasFrom, &QCheckBox::toggled, m_from, &QWidget::setEnabled);
    connect(m_hasTo, &QCheckBox::toggled, m_to, &QWidget::setEnabled);
    connect(m_time, &CheckedEdit::accepted, this, &FilterEditor::accepted);
    setFocusProxy(m_words);
}

void TimeEditor::arrange() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_words, 0, 0, 1, 2);
    grid->addWidget(m_time, 1, 0, 1, 2);
    grid->addWidget(m_hasFrom, 2, 0);
    grid->addWidget(m_from, 2, 1);
    grid->addWidget(m_hasTo, 3, 0);
    grid->addWidget(m_to, 3, 1);
    grid->setColumnStretch(1, 1);
    m_time->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
}

/// Which entry of the list the time belongs to; one is made for a word that is not in it.
QString TimeEditor::modeOf(const TimeFilter& time) {
    if (time.isEmpty()) return u"last-7-days"_s;
    if (!time.word.isEmpty()) {
        if (m_words->findData(time.word) < 0) m_words->insertItem(0, timeText(time), time.word);
        return time.word;
    }
    const bool days =
        (time.from.isEmpty() || isDay(time.from)) && (time.to.isEmpty() || isDay(time.to));
    return days ? kDays : time.from.isEmpty() ? kBefore : kSince;
}

void TimeEditor::load(const Filters& filters) {
    const TimeFilter& time = m_kind == FilterKind::Created ? filters.created : filters.modified;
    m_loaded = time;
    m_mode = modeOf(time);
    m_words->setCurrentIndex(m_words->findData(m_mode));
    m_hasFrom->setChecked(time.isEmpty() || isDay(time.from));
    m_hasTo->setChecked(isDay(time.to));
    if (isDay(time.from)) m_from->setDate(QDate::fromString(time.from.trimmed(), Qt::ISODate));
    if (isDay(time.to)) m_to->setDate(QDate::fromString(time.to.trimmed(), Qt::ISODate));
    m_from->setEnabled(m_hasFrom->isChecked());
    m_to->setEnabled(m_hasTo->isChecked());
    if (m_mode == kSince) m_time->setText(bareEnd(time.from));
    if (m_mode == kBefore) m_time->setText(bareEnd(time.to));
    showFields();
}

TimeFilter TimeEditor::value() const {
    const QString chosen = m_words->currentData().toString();
    const QString typed = m_time->text().trimmed();
    const bool same = chosen == m_mode;
    if (chosen == kSince) {
        const bool marked = same && isMarkedEnd(m_loaded.from.trimmed());
        return {
            {}, marked && !typed.isEmpty() ? u'>' + typed : typed, same ? m_loaded.to : QString()};
    }
    if (chosen == kBefore) {  // one that came without a mark keeps to that
        const bool bare = same && !isMarkedEnd(m_loaded.to.trimmed());
        return {{}, {}, bare || typed.isEmpty() ? typed : u'<' + typed};
    }
    if (chosen != kDays) return {chosen, {}, {}};
    return {{},
            m_hasFrom->isChecked() ? dayText(m_from) : QString(),
            m_hasTo->isChecked() ? dayText(m_to) : QString()};
}

void TimeEditor::store(Filters& filters) const {
    (m_kind == FilterKind::Created ? filters.created : filters.modified) = value();
}

void TimeEditor::markWrong() {
    if (m_time->isVisibleTo(this)) m_time->setWrong(true);
}

void TimeEditor::showFields() {
    const QString chosen = m_words->currentData().toString();
    m_time->setVisible(chosen == kSince || chosen == kBefore);
    for (QWidget* widget : {static_cast<QWidget*>(m_hasFrom), static_cast<QWidget*>(m_from),
                            static_cast<QWidget*>(m_hasTo), static_cast<QWidget*>(m_to)}) {
        widget->setVisible(chosen == kDays);
    }
}

}  // namespace findling::gui
