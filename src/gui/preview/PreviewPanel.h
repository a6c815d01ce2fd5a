/// The preview beside the results: one file, its matches marked, and the way from one to the next.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace findling::gui {

class ElidedLabel;
class PreviewEdit;
class PreviewLoader;

class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget* parent = nullptr);

    void show(const PreviewTarget& target);
    void clear();
    /// "12 of 39"; a total of 0 shows nothing.
    void setPosition(quint64 ordinal, quint64 total);

    PreviewEdit* edit() const { return m_edit; }
    /// What is loaded now; null while nothing is.
    const PreviewText* text() const { return m_text.get(); }
    QString note() const;
    QString position() const;
    bool isColored() const { return m_colored; }
    QToolButton* nextButton() const { return m_next; }
    QToolButton* previousButton() const { return m_previous; }

signals:
    void nextWanted();
    void previousWanted();
    void shown();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHeader(QHBoxLayout* header);
    void load();
    void accept(std::shared_ptr<const PreviewText> text);
    void goToMatch();
    bool shows(const PreviewTarget& target) const;

    ElidedLabel* m_path;
    QLabel* m_note;
    QLabel* m_position;
    QToolButton* m_previous;
    QToolButton* m_next;
    PreviewEdit* m_edit;
    QLabel* m_message;
    PreviewLoader* m_loader;
    QTimer m_delay;  ///< arrowing through the list loads only where it rests
    PreviewTarget m_target;
    std::shared_ptr<const PreviewText> m_text;
    bool m_dark = false;
    bool m_colored = false;
};

}  // namespace findling::gui
