#include "core/walk/Folder.h"

#include "core/walk/VirtualFileSystem.h"

#include <algorithm>
#include <cerrno>
#include <vector>

namespace findling {

namespace {

/// One openat() takes a path of less than PATH_MAX; some bytes are left for safety.
constexpr size_t kMaxStep = 3800;

}  // namespace

std::string absolutePath(std::string_view path, std::string& here) {
    if (path.substr(0, 1) == "/") return std::string(path);
    if (here.empty()) here = realPath(".");
    while (path.substr(0, 2) == "./") path.remove_prefix(2);
    return here + (here == "/" ? "" : "/") + std::string(path);
}

std::string WalkRoot::prefix() const {
    if (path == ".") return {};
    return path.back() == '/' ? path : path + "/";
}

Folder::Folder(std::shared_ptr<Folder> parent, std::string name, const WalkRoot& root,
               OpenFolders& open)
    : m_parent(std::move(parent)),
      m_name(std::move(name)),
      m_root(root),
      m_open(open),
      m_depth(m_parent ? m_parent->m_depth + 1 : 0) {}

Folder::~Folder() {
    close();
    // A chain of thousands of folders would be destroyed by recursion: instead each parent of which
    // this was the last user gives up its own before it goes. (Nothing here may need memory.)
    std::shared_ptr<Folder> parent = std::move(m_parent);
    while (parent && parent.use_count() == 1) {
        // use_count() is a relaxed load. Another thread may have let go only just now, and what it
        // read has to come before our write: the release of a second reference acquires that.
        std::shared_ptr<Folder>(parent).reset();
        parent = std::move(parent->m_parent);
    }
}

std::string Folder::relativePath() const {
    size_t length = 0;
    for (const Folder* f = this; f->m_parent; f = f->m_parent.get()) length += f->m_name.size() + 1;
    std::string out(length, '/');
    for (const Folder* f = this; f->m_parent; f = f->m_parent.get()) {
        length -= f->m_name.size() + 1;
        std::copy(f->m_name.begin(), f->m_name.end(), out.begin() + static_cast<ptrdiff_t>(length));
    }
    return out;
}

int Folder::open(bool follow) {
    int code = 0;
    if (!m_parent) {
        m_handle = DirHandle::openRoot(m_root.path, code);
    } else {
        DirHandle temporary;
        const DirHandle* parent = m_parent->usableHandle(temporary, follow, code);
        if (!parent) return code;
        m_handle = parent->openChild(m_name, follow, code);
    }
    if (m_handle.isOpen()) m_open.m_count.fetch_add(1, std::memory_order_relaxed);
    return m_handle.isOpen() ? 0 : code;
}

void Folder::close() {
    if (!m_handle.isOpen()) return;
    m_handle.close();
    m_open.m_count.fetch_sub(1, std::memory_order_relaxed);
}

void Folder::decideSharing() {
    m_shared = !m_parent || m_open.mayStay();
    if (!m_shared) return;
    addUser();
    // The root has a user for ever: everything can be reopened from there.
    if (!m_parent) addUser();
}

void Folder::finishListing() {
    if (m_shared) removeUser();
    else close();
}

void Folder::addUser() {
    if (m_shared) m_users.fetch_add(1, std::memory_order_relaxed);
}

bool Folder::wholeReads(const DirHandle& handle) const {
    const int8_t known = m_wholeReads.load(std::memory_order_relaxed);
    if (known >= 0) return known != 0;
    const bool whole = hasWholeReads(handle);
    m_wholeReads.store(whole ? 1 : 0, std::memory_order_relaxed);
    return whole;
}

bool Folder::tryAddUser() {
    if (!m_shared) return false;
    int users = m_users.load(std::memory_order_relaxed);
    while (users > 0) {
        if (m_users.compare_exchange_weak(users, users + 1, std::memory_order_acquire)) return true;
    }
    return false;
}

void Folder::removeUser() {
    if (m_shared && m_users.fetch_sub(1, std::memory_order_acq_rel) == 1) close();
}

const DirHandle* Folder::usableHandle(DirHandle& temporary, bool follow, int& code) {
    if (m_shared) return &m_handle;
    // Up to the nearest folder that is open and stays so, then down again in long steps.
    std::vector<const Folder*> chain{this};
    Folder* above = m_parent.get();
    while (above && !above->tryAddUser()) {
        chain.push_back(above);
        above = above->m_parent.get();
    }
    if (!above) {
        code = EBADF;
        return nullptr;
    }
    const DirHandle* from = &above->m_handle;
    while (!chain.empty()) {
        std::string step;
        while (!chain.empty() &&
               (step.empty() || step.size() + chain.back()->m_name.size() < kMaxStep)) {
            if (!step.empty()) step += '/';
            step += chain.back()->m_name;
            chain.pop_back();
        }
        DirHandle next = from->openChild(step, follow, code);
        if (!next.isOpen()) {
            from = nullptr;
            break;
        }
        temporary = std::move(next);
        from = &temporary;
    }
    above->removeUser();
    return from;
}

}  // namespace findling
