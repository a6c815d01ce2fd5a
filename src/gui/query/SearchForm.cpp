#include "gui/query/SearchForm.h"

#include "core/base/Text.h"
#include "core/walk/DirHandle.h"
#include "gui/query/FilterText.h"
#include "gui/query/NameWords.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

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

/// Where to search: in what was found before, or in the folders.
std::optional<FormError> fillPlaces(const SearchForm& form, Query& query, bool look) {
    if (!form.within.isEmpty()) {
        query.files = form.within.last().paths;
        if (!query.files) query.files = std::make_shared<const std::string>();
        for (const QByteArray& folder : form.folders)
            query.filesBelow.push_back(folder.toStdString());
        return {};
    }
    for (const QByteArray& folder : form.folders) {
        const std::string path = folder.toStdString();
        FileStat facts;
        const int code = look ? statPath(path, true, facts) : 0;
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

void fillContent(const SearchForm& form, Query& query) {
    if (form.text.isEmpty()) return;
    ContentQuery content;
    content.patterns = {form.text.toStdString()};
    content.caseMode = query.nameCase;
    content.fixed = !form.regex;
    content.word = form.word;
    query.content = std::move(content);
}

/// Whether any of the filters was set; none of them is any longer.
bool unsetAll(Filters& filters, std::initializer_list<FilterKind> kinds) {
    bool any = false;
    for (const FilterKind kind : kinds) {
        any = any || isSet(filters, kind);
        unset(filters, kind);
    }
    return any;
}

bool change(bool& field, bool value) {
    return std::exchange(field, value) != value;
}

/// Links that are not followed, and what is of another type than asked for.
bool liftType(SearchForm& form) {
    if (unsetAll(form.filters, {FilterKind::Types})) return true;
    return !form.text.isEmpty() && change(form.filters.followLinks, true);
}

bool liftBinary(SearchForm& form) {
    if (form.filters.binary != BinaryFiles::Skip) return false;
    form.filters.binary = BinaryFiles::Whether;
    return true;
}

bool liftName(SearchForm& form) {
    return !std::exchange(form.name, QString()).isEmpty();
}

bool liftField(SearchForm& form, SkipReason reason) {
    Filters& filters = form.filters;
    switch (reason) {
        case SkipReason::Pattern: return liftName(form);
        case SkipReason::Type: return liftType(form);
        case SkipReason::Extension:
            return unsetAll(filters, {FilterKind::Extensions, FilterKind::NotExtensions,
                                      FilterKind::Kinds, FilterKind::NotKinds});
        // Of files that were found before, these rules are not asked again.
        case SkipReason::Hidden: return form.within.isEmpty() && change(form.hidden, true);
        case SkipReason::Ignored: return form.within.isEmpty() && change(form.ignoreRules, false);
        case SkipReason::Excluded: return unsetAll(filters, {FilterKind::Excludes});
        case SkipReason::Depth: return unsetAll(filters, {FilterKind::Depth});
        case SkipReason::Size: return unsetAll(filters, {FilterKind::Size});
        case SkipReason::Time:
            return unsetAll(filters, {FilterKind::Modified, FilterKind::Created});
        case SkipReason::Binary: return liftBinary(form);
        case SkipReason::Encoding: return unsetAll(filters, {FilterKind::Encoding});
        case SkipReason::OtherFileSystem: return unsetAll(filters, {FilterKind::SameFileSystem});
        case SkipReason::Owner:
        case SkipReason::Permissions:
        case SkipReason::VirtualFileSystem:
        case SkipReason::Vanished:
        case SkipReason::Text:
        case SkipReason::Limit: break;
    }
    return false;
}

std::optional<FormError> fill(const SearchForm& form, Query& query, int64_t now, bool look) {
    query = Query{};
    if (auto error = fillNames(form, query)) return error;
    if (auto error = fillPlaces(form, query, look)) return error;
    query.nameCase = form.matchCase ? CaseMode::Sensitive : CaseMode::Smart;
    query.hidden = form.hidden;
    query.ignore.gitRules = query.ignore.otherRules = form.ignoreRules;
    fillContent(form, query);
    std::optional<FilterError> wrong = applyFilters(form.filters, now, query);
    // Not to be taken for a filter that lets everything pass.
    if (!wrong && !form.within.isEmpty() && isSet(form.filters, FilterKind::Depth)) {
        wrong =
            FilterError{FilterKind::Depth,
                        SearchFormText::tr("within results there are no folders to count from")};
    }
    if (!wrong) return {};
    return FormError{FormError::Field::Filter,
                     SearchFormText::tr("%1: %2").arg(filterName(wrong->kind), wrong->message), -1,
                     wrong->kind};
}

}  // namespace

std::optional<FormError> toQuery(const SearchForm& form, Query& query, int64_t now) {
    return fill(form, query, now, true);
}

std::optional<FormError> toQueryUnseen(const SearchForm& form, Query& query) {
    return fill(form, query, nowNanoseconds(), false);
}

SearchForm formWithin(const SearchForm& before, const WithinStep& step) {
    SearchForm form = before;
    if (step.form) form.within = step.form->within;  // the fields may have gone on since then
    form.within.append(step);
    form.name.clear();
    form.text.clear();
    // The files have passed the filters, but still must be read as they were.
    for (const FilterKind kind : kFilterKinds) {
        if (!isAboutReading(kind)) unset(form.filters, kind);
    }
    return form;
}

FormError formError(const SearchForm& form, const Error& error) {
    const QString reason = QString::fromStdString(toValidUtf8(error.text));
    if (error.kind == ErrorKind::Path && !form.within.isEmpty()) {
        return {FormError::Field::Folders,
                SearchFormText::tr("%1: %2").arg(displayText(error.subject), reason), -1};
    }
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

bool lift(SearchForm& form, SkipReason reason) {
    SearchForm lifted = form;
    if (!liftField(lifted, reason)) return false;
    if (lifted.isEmpty() && !form.isEmpty()) return false;  // it would ask for nothing any longer
    form = lifted;
    return true;
}

}  // namespace findling::gui
