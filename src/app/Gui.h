/// Loads the window's library, which alone links Qt, and runs it.
#pragma once

namespace findling::app {

/// The window's exit code; 2 with a line on standard error where the window is not installed.
int runGui(int argc, char** argv);

}  // namespace findling::app
