#!/usr/bin/env python3
"""Who may include whom. Prints every #include that points the wrong way and exits 1.

app -> gui, cli -> core; python -> core and cli/Cli.h; gui and cli never include one another.
Inside core only leftwards, along CORE_ORDER. Qt belongs to src/gui and tests/gui.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE_ORDER = "base pattern walk filter query content index search format".split()
MAY_INCLUDE = {
    "core": {"core"},
    "cli": {"core", "cli"},
    "gui": {"core", "gui"},
    "app": {"core", "cli", "gui", "app"},
    "python": {"core", "python"},
}
# Generated into the build folder, so it has no folder below src/.
GENERATED = {"FindlingVersion.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT = re.compile(r"Q[A-Z]\w*$|Qt[A-Z]\w*/|KSyntaxHighlighting/|q[a-z]+\.h$")


def includes(path):
    """(line number, bracket, name) of every #include in a file."""
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[1], match[2]


def layer_error(path, name):
    """Why the file may not include "name", or None."""
    here = path.relative_to(ROOT / "src").parts
    target = pathlib.PurePosixPath(name).parts
    if name in GENERATED:
        return None
    if len(target) < 2 or target[0] not in MAY_INCLUDE:
        # AUTOMOC and AUTOUIC make these two in the build folder.
        if here[0] == "gui" and (name.startswith("ui_") or name.endswith(".moc")):
            return None
        return 'write the path from src/, as in "core/base/Result.h"'
    if here[0] == "python" and name == "cli/Cli.h":
        return None
    if target[0] not in MAY_INCLUDE.get(here[0], set()):
        return f"{here[0]} may not include {target[0]}"
    if here[0] == target[0] == "core" and len(here) > 2:  # files right in core/ see all of it
        mine, theirs = here[1], target[1] if len(target) > 2 else None
        if mine not in CORE_ORDER:
            return f"core/{mine} has no place in CORE_ORDER of {pathlib.Path(__file__).name}"
        if theirs not in CORE_ORDER[: CORE_ORDER.index(mine) + 1]:
            return f"core/{mine} may not include core/{theirs or target[1]}"
    return None


def offenders():
    files = [p for top in ("src", "tests") for p in (ROOT / top).rglob("*")]
    for path in sorted(p for p in files if p.suffix in {".cpp", ".h"}):
        top, *rest = path.relative_to(ROOT).parts
        for number, bracket, name in includes(path):
            where = f"{path.relative_to(ROOT)}:{number}: {name}: "
            if QT.match(name) and rest[0] != "gui":
                yield where + "Qt belongs to src/gui and tests/gui"
            elif bracket == '"' and top == "src":
                if error := layer_error(path, name):
                    yield where + error


def main():
    found = list(offenders())
    print("\n".join(found) if found else "layers: every include points the right way")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
