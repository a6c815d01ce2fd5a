/// How the preview shows a text, as actions for menus: wrapped, with blanks, larger or smaller, and
/// in which encoding.
#pragma once

#include <QObject>
#include <QVariantMap>

#include <string>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace findling::gui {

class PreviewOptions : public QObject {
    Q_OBJECT

public:
    /// The actions belong to `owner`, in whose window their keys work.
    explicit PreviewOptions(QWidget* owner);

    QAction* wrapAction() const { return m_wrap; }
    QAction* whitespaceAction() const { return m_whitespace; }
    QAction* zoomInAction() const { return m_zoomIn; }
    QAction* zoomOutAction() const { return m_zoomOut; }
    QAction* zoomResetAction() const { return m_zoomReset; }
    QMenu* encodingMenu() const { return m_encodings; }
    /// All of them.
    QMenu* menu() const { return m_menu; }

    int zoom() const { return m_zoom; }
    void zoomBy(int steps);

    /// For makeDecoder; empty: automatic.
    std::string encoding() const;
    /// Back to automatic, without a signal.
    void resetEncoding();

    QVariantMap state() const;
    void setState(const QVariantMap& state);

signals:
    /// Anything but the encoding.
    void changed();
    void encodingChosen();

private:
    QAction* add(QWidget* owner, const QString& text);
    void addZoom();
    void addEncodings();
    void setZoom(int steps);

    QAction* m_wrap;
    QAction* m_whitespace;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_zoomReset;
    QMenu* m_menu;
    QMenu* m_encodings;
    QActionGroup* m_encoding;
    int m_zoom = 0;  ///< points more or less than the system's font
};

}  // namespace findling::gui
