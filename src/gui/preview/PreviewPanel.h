/// The preview beside the results: one file, its matches marked, and the way from one to the next.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <memory>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace findling {
struct ContentQuery;
}

namespace findling::gui {

class ElidedLabel;
class PreviewEdit;
class PreviewImageView;
class PreviewLoader;
class PreviewOptions;

class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget* parent = nullptr);

    void show(const PreviewTarget& target);
    void clear();
    /// "12 of 39"; a total of 0 shows nothing.
    void setPosition(quint64 ordinal, quint64 total);
    /// The search whose results are shown from here on: how it reads files, and the groups of its
    /// pattern, which get colours. Null: none.
    void setQuery(const ContentQuery* query);

    /// For menus; they have their keys from the start.
    QAction* wrapAction() const;
    QAction* whitespaceAction() const;
    QAction* zoomInAction() const;
    QAction* zoomOutAction() const;
    QAction* zoomResetAction() const;
    /// How this one file is decoded; the next one is guessed again.
    QMenu* encodingMenu() const;

    /// What the user chose of these, but for the encoding.
    QVariantMap viewState() const;
    void setViewState(const QVariantMap& state);

    PreviewEdit* edit() const { return m_edit; }
    PreviewImageView* imageView() const { return m_image; }
    /// What is loaded now; null while nothing is.
    const PreviewText* text() const { return m_text.get(); }
    QString note() const;
    QString position() const;
    bool isColored() const { return m_colored; }
    QToolButton* nextButton() const { return m_next; }
    QToolButton* previousButton() const { return m_previous; }
    QToolButton* optionsButton() const { return m_more; }

signals:
    void nextWanted();
    void previousWanted();
    void shown();
    void viewStateChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHeader(QHBoxLayout* header);
    void buildMessage();
    void connectOptions();
    void applyOptions();
    void showNote();
    void load();
    void accept(std::shared_ptr<const PreviewText> text);
    void goToMatch();
    bool shows(const PreviewTarget& target) const;

    ElidedLabel* m_path;
    ElidedLabel* m_note;
    QLabel* m_position;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_more;
    PreviewEdit* m_edit;
    PreviewImageView* m_image;
    QLabel* m_message;
    PreviewOptions* m_options;
    PreviewLoader* m_loader;
    QTimer m_delay;  ///< arrowing through the list loads only where it rests
    PreviewTarget m_target;
    QByteArray m_loading;      ///< the file that was asked for last
    PreviewReading m_reading;  ///< as the search read, and the user chose
    PreviewReading m_loaded;   ///< how the text on the screen was read
    std::shared_ptr<const PreviewText> m_text;
    bool m_dark = false;
    bool m_colored = false;
};

}  // namespace findling::gui
