/// What stands in place of the table when it is empty: how to begin, or why nothing was found.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace findling::gui {

class ResultOverlay : public QWidget {
    Q_OBJECT

public:
    /// One line with an optional button.
    struct Line {
        QString text = {};
        QString button = {};
        int id = -1;  ///< what chosen() says
    };

    explicit ResultOverlay(QWidget* parent = nullptr);
    void show(QLatin1StringView icon, const QString& title, const QString& text,
              const QList<Line>& lines);

signals:
    void chosen(int id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColors();

    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_lines = nullptr;
    QVBoxLayout* m_column;
    QString m_iconName;
};

}  // namespace findling::gui
