/// The window's one exported function: the program finds it in the library by name.
#pragma once

#if defined(_WIN32)
#define FINDLING_GUI_EXPORT __declspec(dllexport)
#else
#define FINDLING_GUI_EXPORT __attribute__((visibility("default")))
#endif

/// Runs the window until it is closed. Arguments are folders to start in. Returns the exit code.
extern "C" FINDLING_GUI_EXPORT int findling_gui_run(int argc, char** argv);
