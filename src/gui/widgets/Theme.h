/// Colours and fonts that carry meaning, for light and dark, and the choice between the two.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QHeaderView;
class QWidget;
class QString;

namespace findling::gui {

enum class Appearance { System, Light, Dark };

struct Colors {
    QColor match;         ///< behind a match
    QColor currentMatch;  ///< behind the current one
    QColor frame;         ///< around the current one
    QColor muted;         ///< text of lesser weight: folders, line numbers
    QColor error;
    QColor link;
    QColor line;   ///< thin separators
    QColor panel;  ///< chips, gutter
};

bool isDark(const QPalette& palette);
Colors colors(const QPalette& palette);
/// `weight` of 255 is all `a`.
QColor mixed(const QColor& a, const QColor& b, int weight);
QFont fixedFont();
/// A table's header as part of the table: flat, with room around its words.
void flattenHeader(QHeaderView* header);
/// Around a field whose text is wrong; for its paintEvent().
void paintErrorFrame(QWidget& field);

/// Sets style and palette of the application. System keeps the platform's own palette; where the
/// platform brings no style, Fusion with our palette is used.
void applyAppearance(Appearance appearance);

QString appearanceName(Appearance appearance);
Appearance appearanceFromName(const QString& name);

}  // namespace findling::gui
