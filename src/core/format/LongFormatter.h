/// Names with their facts in columns, as ls -l shows them, but for the count of links:
///   -rw-r--r-- root     root          18234 2024-03-01 12:30 path
/// Contents come as TextFormatter shows them.
#pragma once

#include "core/format/TextFormatter.h"

namespace findling {

class LongFormatter : public TextFormatter {
public:
    using TextFormatter::TextFormatter;

    void entry(std::string& out, const Entry& entry) override;

private:
    void target(std::string& out, const Entry& entry) const;
};

}  // namespace findling
