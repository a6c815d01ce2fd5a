#include "gui/Gui.h"

#include "FindlingVersion.h"
#include "gui/MainWindow.h"
#include "gui/settings/Settings.h"
#include "gui/widgets/Theme.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

namespace findling::gui {

namespace {

using namespace Qt::StringLiterals;

void installTranslations(QApplication& application) {
    const QLocale locale;
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        application.installTranslator(qt);
    }
    auto* own = new QTranslator(&application);
    if (own->load(locale, u"findling"_s, u"_"_s, u":/i18n"_s)) application.installTranslator(own);
}

bool hasDisplay() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    }
    return false;
#else
    return true;
#endif
}

QList<QByteArray> folders(int argc, char** argv) {
    QList<QByteArray> out;
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (!argument.isEmpty() && !argument.startsWith('-')) out.append(argument);
    }
    return out;
}

}  // namespace

}  // namespace findling::gui

int findling_gui_run(int argc, char** argv) {
    using namespace findling::gui;
    using namespace Qt::StringLiterals;
    if (!hasDisplay()) {  // Qt would end the program with a page of advice
        std::fputs(
            "findling: no display for a window; for the command line: findling --cli --help\n",
            stderr);
        return 2;
    }
    const QList<QByteArray> start = folders(argc, argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Findling"_s);
    QApplication::setApplicationName(u"findling"_s);
    QApplication::setApplicationDisplayName(u"Findling"_s);
    QApplication::setApplicationVersion(QLatin1StringView(FINDLING_VERSION));
    QApplication::setWindowIcon(QIcon(u":/icons/findling.svg"_s));
    installTranslations(application);
    applyAppearance(Settings::load().appearance);
    MainWindow window(start);
    window.show();
    return QApplication::exec();
}
