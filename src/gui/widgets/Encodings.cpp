#include "gui/widgets/Encodings.h"

#include <QCoreApplication>

namespace findling::gui {

namespace {

struct EncodingsText {
    Q_DECLARE_TR_FUNCTIONS(EncodingsText)
};

struct Row {
    const char* name;      ///< null: here begins another group
    const char* language;  ///< null: the name says it all
};

constexpr Row kRows[] = {
    {"UTF-8", nullptr},
    {"UTF-16LE", nullptr},
    {"UTF-16BE", nullptr},
    {nullptr, nullptr},
    {"Windows-1252", QT_TRANSLATE_NOOP("EncodingsText", "Western European")},
    {"ISO-8859-1", QT_TRANSLATE_NOOP("EncodingsText", "Western European")},
    {"ISO-8859-15", QT_TRANSLATE_NOOP("EncodingsText", "Western European")},
    {"Windows-1250", QT_TRANSLATE_NOOP("EncodingsText", "Central European")},
    {"ISO-8859-2", QT_TRANSLATE_NOOP("EncodingsText", "Central European")},
    {"Windows-1251", QT_TRANSLATE_NOOP("EncodingsText", "Cyrillic")},
    {"KOI8-R", QT_TRANSLATE_NOOP("EncodingsText", "Cyrillic")},
    {"CP866", QT_TRANSLATE_NOOP("EncodingsText", "Cyrillic")},
    {"Windows-1253", QT_TRANSLATE_NOOP("EncodingsText", "Greek")},
    {"Windows-1254", QT_TRANSLATE_NOOP("EncodingsText", "Turkish")},
    {"Windows-1255", QT_TRANSLATE_NOOP("EncodingsText", "Hebrew")},
    {"Windows-1256", QT_TRANSLATE_NOOP("EncodingsText", "Arabic")},
    {nullptr, nullptr},
    {"Shift_JIS", QT_TRANSLATE_NOOP("EncodingsText", "Japanese")},
    {"EUC-JP", QT_TRANSLATE_NOOP("EncodingsText", "Japanese")},
    {"GB18030", QT_TRANSLATE_NOOP("EncodingsText", "Chinese")},
    {"Big5", QT_TRANSLATE_NOOP("EncodingsText", "Chinese")},
    {"EUC-KR", QT_TRANSLATE_NOOP("EncodingsText", "Korean")},
    {nullptr, nullptr},
    {"CP437", QT_TRANSLATE_NOOP("EncodingsText", "DOS")},
    {"CP850", QT_TRANSLATE_NOOP("EncodingsText", "DOS")},
};

}  // namespace

QList<QList<EncodingChoice>> encodingChoices() {
    QList<QList<EncodingChoice>> groups(1);
    for (const Row& row : kRows) {
        if (!row.name) {
            groups.append(QList<EncodingChoice>());
            continue;
        }
        groups.last().append({QString::fromLatin1(row.name),
                              row.language ? EncodingsText::tr(row.language) : QString()});
    }
    return groups;
}

}  // namespace findling::gui
