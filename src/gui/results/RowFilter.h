/// The quick filter over results: a text that a path or one of its lines has to hold.
#pragma once

#include "core/pattern/Regex.h"
#include "gui/results/ResultFiles.h"

#include <memory>
#include <string>

namespace findling::gui {

class RowFilter {
public:
    /// Plain text; without capital letters it ignores case. Null for an empty text.
    static std::shared_ptr<const RowFilter> make(const std::string& text);

    /// One thread's half.
    class Use {
    public:
        explicit Use(std::shared_ptr<const RowFilter> filter) : m_filter(std::move(filter)) {}
        explicit operator bool() const { return m_filter != nullptr; }
        /// Whether the name or the folder below the root holds the text: then all lines stay.
        bool path(const ResultFiles& files, uint32_t file);
        bool line(const ResultFiles& files, uint32_t file, uint32_t line);

    private:
        bool holds(std::string_view text);

        std::shared_ptr<const RowFilter> m_filter;
        RegexScratch m_scratch;
        std::string m_path;
    };

private:
    std::shared_ptr<const Regex> m_regex;
};

}  // namespace findling::gui
