#include "gui/widgets/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPainter>
#include <QString>
#include <QStyle>
#include <QStyleFactory>

#include <iterator>
#include <utility>

namespace findling::gui {

namespace {

using namespace Qt::StringLiterals;

struct PaletteRow {
    QPalette::ColorRole role;
    QRgb light, dark;
};

constexpr PaletteRow kPalette[] = {
    {QPalette::Window, 0xfff4f4f6, 0xff202124},
    {QPalette::WindowText, 0xff1d1e21, 0xffe4e5e8},
    {QPalette::Base, 0xffffffff, 0xff18191b},
    {QPalette::AlternateBase, 0xfff8f8fa, 0xff1d1e20},
    {QPalette::Text, 0xff1d1e21, 0xffe4e5e8},
    {QPalette::Button, 0xfffbfbfc, 0xff2d2e32},
    {QPalette::ButtonText, 0xff1d1e21, 0xffe4e5e8},
    {QPalette::BrightText, 0xffffffff, 0xffffffff},
    {QPalette::Highlight, 0xff2f6fde, 0xff2c5faf},
    {QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    {QPalette::Link, 0xff1f5fc9, 0xff82b1ff},
    {QPalette::LinkVisited, 0xff6b4fc9, 0xffb39ddb},
    {QPalette::ToolTipBase, 0xffffffff, 0xff2d2e32},
    {QPalette::ToolTipText, 0xff1d1e21, 0xffe4e5e8},
    {QPalette::PlaceholderText, 0xff7b7e85, 0xff8b8e95},
    {QPalette::Light, 0xffffffff, 0xff3a3b40},
    {QPalette::Midlight, 0xffececef, 0xff313237},
    {QPalette::Mid, 0xffd5d6da, 0xff3f4046},
    {QPalette::Dark, 0xffb4b6bc, 0xff121314},
    {QPalette::Shadow, 0xff8d8f96, 0xff000000},
};

QPalette ownPalette(bool dark) {
    QPalette palette;
    for (const PaletteRow& row : kPalette) {
        const QRgb rgb = dark ? row.dark : row.light;
        palette.setColor(row.role, QColor::fromRgba(rgb));
    }
    const QColor faint = QColor::fromRgba(dark ? 0xff6b6e75 : 0xffa0a3aa);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    return palette;
}

struct Remembered {
    QPalette palette;
    QString style;
};

/// What the platform gave before anything was changed.
const Remembered& platform() {
    static const Remembered remembered{QApplication::palette(), QApplication::style()->name()};
    return remembered;
}

constexpr std::pair<Appearance, const char*> kNames[] = {
    {Appearance::System, "system"}, {Appearance::Light, "light"}, {Appearance::Dark, "dark"}};

}  // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor mixed(const QColor& a, const QColor& b, int weight) {
    const auto mix = [weight](int x, int y) { return (x * weight + y * (255 - weight)) / 255; };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

Colors colors(const QPalette& palette) {
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const bool dark = isDark(palette);
    Colors out;
    out.match = QColor::fromRgb(dark ? 0x5B4A12 : 0xFFE9A8);
    out.currentMatch = QColor::fromRgb(dark ? 0x8A6A00 : 0xFFB84D);
    out.frame = QColor::fromRgb(dark ? 0xFFD666 : 0x9A5B00);
    out.muted = mixed(text, base, 160);
    out.error = QColor::fromRgb(dark ? 0xFF8A80 : 0xB3261E);
    out.link = palette.color(QPalette::Link);
    out.line = mixed(text, palette.color(QPalette::Window), 36);
    out.panel = mixed(text, palette.color(QPalette::Window), 16);
    return out;
}

QFont fixedFont() {
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

void flattenHeader(QHeaderView* header) {
    header->setStyleSheet(
        u"QHeaderView { background: palette(window); }"
        "QHeaderView::section { background: palette(window); color: palette(window-text);"
        " border: none; border-bottom: 1px solid palette(mid); padding: 4px 8px; }"_s);
}

void applyAppearance(Appearance appearance) {
    const Remembered& own = platform();
    // On a desktop without a theme of its own Qt falls back to Fusion in its standard palette.
    const bool bare = own.style == "fusion"_L1 &&
                      QApplication::style()->standardPalette().color(QPalette::Window) ==
                          own.palette.color(QPalette::Window);
    if (appearance == Appearance::System && !bare) {
        if (QApplication::style()->name() != own.style) QApplication::setStyle(own.style);
        QApplication::setPalette(own.palette);
        return;
    }
    // Native styles draw their own colours, whatever the palette says; Fusion obeys.
    if (QApplication::style()->name() != "fusion"_L1) {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    const bool dark =
        appearance == Appearance::Dark || (appearance == Appearance::System && isDark(own.palette));
    QApplication::setPalette(ownPalette(dark));
}

QString appearanceName(Appearance appearance) {
    for (const auto& [value, name] : kNames) {
        if (value == appearance) return QString::fromLatin1(name);
    }
    return {};
}

Appearance appearanceFromName(const QString& name) {
    for (const auto& [value, known] : kNames) {
        if (name == QLatin1StringView(known)) return value;
    }
    return Appearance::System;
}

void paintErrorFrame(QWidget& field) {
    QPainter painter(&field);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors(field.palette()).error, 1.5));
    painter.drawRoundedRect(QRectF(field.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
}

}  // namespace findling::gui
