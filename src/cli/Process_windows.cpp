#include "cli/Process.h"

#include "cli/ArgumentLimits.h"
#include "cli/WindowsCommand.h"
#include "core/base/WindowsText.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <memory>
#include <utility>
#include <windows.h>

namespace findling::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kGrace{2000};
constexpr DWORD kLook = 10;  ///< milliseconds
constexpr DWORD kPipeSize = 256 << 10;
constexpr size_t kKept = 1 << 20;  ///< captured bytes before they overflow

/// Closes what it holds.
class Handle {
public:
    explicit Handle(HANDLE handle = nullptr) : m_handle(handle) {}
    Handle(Handle&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Handle() { close(); }
    void close() {
        if (valid()) ::CloseHandle(m_handle);
        m_handle = nullptr;
    }
    bool valid() const { return m_handle && m_handle != INVALID_HANDLE_VALUE; }
    HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

SECURITY_ATTRIBUTES inheritable() {
    return {sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
}

Handle nullDevice() {
    SECURITY_ATTRIBUTES attributes = inheritable();
    return Handle(::CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE, &attributes, OPEN_EXISTING, 0,
                                nullptr));
}

/// A copy of one of our streams that a program may inherit.
Handle ownStream(DWORD which) {
    HANDLE copy = nullptr;
    const HANDLE self = ::GetCurrentProcess();
    if (!::DuplicateHandle(self, ::GetStdHandle(which), self, &copy, 0, TRUE,
                           DUPLICATE_SAME_ACCESS))
        return nullDevice();
    return Handle(copy);
}

struct Pipe {
    Handle reader, writer;

    int open() {
        SECURITY_ATTRIBUTES attributes = inheritable();
        HANDLE ours = nullptr, theirs = nullptr;
        if (!::CreatePipe(&ours, &theirs, &attributes, kPipeSize)) return lastErrorCode();
        reader = Handle(ours);
        writer = Handle(theirs);
        ::SetHandleInformation(ours, HANDLE_FLAG_INHERIT, 0);
        return 0;
    }

    /// Reads what is there without waiting; whether that was something.
    bool drain(std::string& into) const {
        DWORD available = 0;
        if (!reader.valid() ||
            !::PeekNamedPipe(reader.get(), nullptr, 0, nullptr, &available, nullptr) ||
            available == 0)
            return false;
        const size_t before = into.size();
        into.resize(before + available);
        DWORD got = 0;
        if (!::ReadFile(reader.get(), into.data() + before, available, &got, nullptr)) got = 0;
        into.resize(before + got);
        return got > 0;
    }
};

/// What a program inherits: these three and nothing else.
class StartInfo {
public:
    StartInfo(HANDLE input, HANDLE output, HANDLE errors) : m_handles{input, output, errors} {
        m_info.StartupInfo.cb = sizeof(m_info);
        m_info.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
        m_info.StartupInfo.hStdInput = input;
        m_info.StartupInfo.hStdOutput = output;
        m_info.StartupInfo.hStdError = errors;
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory = std::make_unique<char[]>(size);
        auto* list = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.get());
        if (!::InitializeProcThreadAttributeList(list, 1, 0, &size)) return;
        m_info.lpAttributeList = list;
        m_valid =
            ::UpdateProcThreadAttribute(list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST,
                                        m_handles.data(), sizeof(m_handles), nullptr, nullptr) != 0;
    }
    ~StartInfo() {
        if (m_info.lpAttributeList) ::DeleteProcThreadAttributeList(m_info.lpAttributeList);
    }
    StartInfo(const StartInfo&) = delete;
    StartInfo& operator=(const StartInfo&) = delete;

    int start(const std::wstring& program, std::wstring line, Handle& process) {
        if (!m_valid) return lastErrorCode();
        PROCESS_INFORMATION made{};
        if (!::CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE,
                              EXTENDED_STARTUPINFO_PRESENT, nullptr, nullptr, &m_info.StartupInfo,
                              &made)) {
            switch (::GetLastError()) {
                case ERROR_BAD_EXE_FORMAT: return ENOEXEC;
                case ERROR_FILENAME_EXCED_RANGE: return E2BIG;
                default: return lastErrorCode();
            }
        }
        ::CloseHandle(made.hThread);
        process = Handle(made.hProcess);
        return 0;
    }

private:
    STARTUPINFOEXW m_info{};
    std::array<HANDLE, 3> m_handles;
    std::unique_ptr<char[]> m_memory;
    bool m_valid = false;
};

int start(const std::vector<std::string>& argv, const Handle& input, HANDLE output, HANDLE errors,
          Handle& process) {
    std::vector<std::wstring> words;
    std::wstring line;
    for (const std::string& word : argv) {
        words.push_back(toWide(word));
        if (!line.empty()) line += L' ';
        line += quotedArgument(words.back());
    }
    const std::wstring program = findProgram(words.front());
    if (program.empty()) return ENOENT;
    if (!isSafeCommand(program, words)) return EINVAL;
    if (line.size() > argumentBudget()) return E2BIG;
    return StartInfo(input.get(), output, errors).start(program, std::move(line), process);
}

}  // namespace

ProcessEnd runProcess(const std::vector<std::string>& argv, bool capture, const StopToken& stop,
                      const Overflow& overflow) {
    ProcessEnd end;
    Pipe output, errors;
    if (capture) {
        end.startError = output.open();
        if (end.startError == 0) end.startError = errors.open();
        if (end.startError != 0) return end;
    } else {
        output.writer = ownStream(STD_OUTPUT_HANDLE);
        errors.writer = ownStream(STD_ERROR_HANDLE);
    }
    Handle process;
    // Programs that run side by side would fight for the input; one alone may ask the user.
    const Handle input = capture ? nullDevice() : ownStream(STD_INPUT_HANDLE);
    end.startError = start(argv, input, output.writer.get(), errors.writer.get(), process);
    if (end.startError != 0) return end;
    output.writer.close();
    errors.writer.close();
    Clock::time_point asked = Clock::time_point::max();
    bool ended = false;
    for (bool more = true; !ended || more;) {
        more = output.drain(end.output);
        more = errors.drain(end.errors) || more;
        if (overflow && end.output.size() + end.errors.size() > kKept)
            overflow(end.output, end.errors);
        if (ended) continue;
        ended = ::WaitForSingleObject(process.get(), more ? 0 : kLook) == WAIT_OBJECT_0;
        more = more || ended;  // what was written since the last look
        if (ended || !stop.requested()) continue;
        // There is no polite request here beyond the Ctrl+C that a console sends to both of us.
        if (asked == Clock::time_point::max()) asked = Clock::now();
        else if (Clock::now() - asked >= kGrace) ::TerminateProcess(process.get(), 1);
    }
    DWORD code = 0;
    ::GetExitCodeProcess(process.get(), &code);
    end.exitCode = static_cast<int>(code);
    return end;
}

}  // namespace findling::cli
