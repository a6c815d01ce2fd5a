/// A field that is framed in red while what it holds cannot be right.
#pragma once

#include <QLineEdit>

#include <functional>

namespace findling::gui {

class CheckedEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit CheckedEdit(QWidget* parent = nullptr);

    /// Says what is wrong with a text, or nothing. Asked after every key.
    void setCheck(std::function<QString(const QString&)> check);
    /// Frames the field until its text changes.
    void setWrong(bool wrong);
    bool isWrong() const { return m_wrong; }

    /// Completes the word behind the last comma.
    void completeWords(const QStringList& words);

signals:
    /// Enter was pressed, and not to take a completion.
    void accepted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void recheck();

    std::function<QString(const QString&)> m_check;
    bool m_wrong = false;
};

}  // namespace findling::gui
