/// How facts of a file read in a cell of the table.
#pragma once

#include "core/walk/FileStat.h"
#include "gui/results/FileFacts.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <string_view>

namespace findling::gui {

class ResultFiles;

/// A cell of a file in a column of ResultModel, as far as the search has told of it; what only the
/// disk knows is not valid.
QVariant cellText(const ResultFiles& files, uint32_t file, int column);
/// The same of what the disk has told.
QVariant factText(const FileFacts::Facts& facts, int column);

/// "today 14:03" near the present, else the date.
QString shortTime(int64_t nanoseconds);
QString longTime(int64_t nanoseconds);
/// "18.2 KB", with the locale's decimal point.
QString shortSize(uint64_t bytes);

/// Digits in groups, as the locale has them.
QString number(uint64_t value);
/// "Folder", "Link", or "C file" for a name.
QString typeText(FileType type, std::string_view name);
/// "rwxr-x---", with s and t as ls writes them.
QString permissionText(uint32_t mode);

}  // namespace findling::gui
