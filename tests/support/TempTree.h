/// A folder with known contents that lives as long as the object: what most tests search in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace findling::test {

/// One thing to make. Paths are bytes, relative, and their folders are made on the way.
/// {"a/b.c", "text"} is a file, {"a/"} a folder.
struct Node {
    enum class Kind { File, Folder, Link, Fifo };

    Node(std::string_view at, std::string_view text = {});
    Kind kind;
    std::string path;
    std::string content;  ///< of a file; the target of a link
};

Node link(std::string_view path, std::string_view target);
Node fifo(std::string_view path);

class TempTree {
public:
    TempTree(std::initializer_list<Node> nodes = {});
    ~TempTree();
    TempTree(const TempTree&) = delete;
    TempTree& operator=(const TempTree&) = delete;

    void add(const Node& node);
    void setMode(std::string_view path, unsigned mode);
    void setTime(std::string_view path, int64_t nanoseconds);

    /// The folder itself, absolute, without links and without a "/" at its end.
    const std::string& path() const { return m_path; }
    std::string path(std::string_view below) const { return m_path + "/" + std::string(below); }

private:
    void makeFolders(const std::string& path);
    std::string m_path;
};

}  // namespace findling::test
