/// The menu bar of a window and its shortcuts.
#pragma once

namespace findling::gui {

class MainWindow;

void addMenus(MainWindow& window);

}  // namespace findling::gui
