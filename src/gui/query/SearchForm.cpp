#include "gui/query/SearchForm.h"

#include "core/base/Text.h"
#include "core/walk/DirHandle.h"
#include "gui/query/NameWords.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>

#include <algorithm>

namespace findling::gui {

namespace {

struct SearchFormText {
    Q_DECLARE_TR_FUNCTIONS(SearchFormText)
};

/// Bytes of UTF-8 counted in QChars.
qsizetype charOffset(const QString& text, size_t bytes) {
    return QString::fromUtf8(text.toUtf8().left(static_cast<qsizetype>(bytes))).size();
}

QString atCharacter(const QString& reason, qsizetype offset, qsizetype length) {
    if (offset < 0) return reason;
    if (offset >= length) return SearchFormText::tr("%1, at the end").arg(reason);
    return SearchFormText::tr("%1, at character %2").arg(reason).arg(offset + 1);
}

std::optional<FormError> fillNames(const SearchForm& form, Query& query) {
    const QByteArray typed = form.name.toUtf8();
    NameWords words =
        nameWords(std::string_view(typed.constData(), static_cast<size_t>(typed.size())));
    const auto error = [](const QString& message, qsizetype offset = -1) {
        return FormError{FormError::Field::Name, message, offset};
    };
    for (const std::string& glob : words.globs) {
        const auto compiled = Glob::compile(glob, CaseMode::Smart);
        if (compiled) continue;
        qsizetype offset = -1;
        if (compiled.error().offset && !words.literal) {
            const auto blanks = std::find_if(form.name.begin(), form.name.end(),
                                             [](QChar c) { return !c.isSpace(); }) -
                                form.name.begin();
            offset = blanks + charOffset(form.name.trimmed(), *compiled.error().offset);
        }
        const QString reason = QString::fromStdString(compiled.error().text);
        return error(
            SearchFormText::tr("Name: %1").arg(atCharacter(reason, offset, form.name.size())),
            offset);
    }
    query.namesAll = std::move(words.globs);
    return {};
}

std::optional<FormError> fillFolders(const SearchForm& form, Query& query) {
    query.roots.clear();
    for (const QByteArray& folder : form.folders) {
        const std::string path = folder.toStdString();
        FileStat facts;
        const int code = statPath(path, true, facts);
        if (code != 0) {
            const Problem problem = systemProblem(path, {}, code);
            return FormError{FormError::Field::Folders,
                             SearchFormText::tr("Folder %1: %2")
                                 .arg(displayText(path), QString::fromLocal8Bit(problem.text))};
        }
        query.roots.push_back(path);
    }
    if (!query.roots.empty()) return {};
    return FormError{FormError::Field::Folders, SearchFormText::tr("Choose a folder to search in"),
                     -1};
}

}  // namespace

std::optional<FormError> toQuery(const SearchForm& form, Query& query) {
    query = Query{};
    if (auto error = fillNames(form, query)) return error;
    if (auto error = fillFolders(form, query)) return error;
    query.nameCase = form.matchCase ? CaseMode::Sensitive : CaseMode::Smart;
    query.hidden = form.hidden;
    query.ignore.gitRules = query.ignore.otherRules = form.ignoreRules;
    if (form.text.isEmpty()) return {};
    ContentQuery content;
    content.patterns = {form.text.toStdString()};
    content.caseMode = query.nameCase;
    content.fixed = !form.regex;
    content.word = form.word;
    query.content = std::move(content);
    return {};
}

FormError formError(const SearchForm& form, const Error& error) {
    const QString reason = QString::fromStdString(toValidUtf8(error.text));
    if (error.kind == ErrorKind::Path) {
        return {FormError::Field::Folders,
                SearchFormText::tr("Folder %1: %2").arg(displayText(error.subject), reason), -1};
    }
    if (error.kind == ErrorKind::Pattern && !form.text.isEmpty()) {
        const qsizetype offset = error.offset ? charOffset(form.text, *error.offset) : -1;
        return {FormError::Field::Text,
                SearchFormText::tr("Text: %1").arg(atCharacter(reason, offset, form.text.size())),
                offset};
    }
    const auto field = form.text.isEmpty() ? FormError::Field::Name : FormError::Field::Text;
    return {field, reason, -1};
}

}  // namespace findling::gui
