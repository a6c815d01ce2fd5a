"""Importing is quick and leaves no trace."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import findling


def run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_no_output_and_no_thread() -> None:
    done = run("import os, findling; assert len(os.listdir('/proc/self/task')) == 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_heavy_modules_stay_away() -> None:
    done = run(
        "import sys; before = set(sys.modules); import findling;"
        "print(*sorted({'re', 'typing', 'pathlib', 'datetime', 'subprocess', 'glob', 'inspect'}"
        " & (set(sys.modules) - before)))"
    )
    assert done.stdout.split() == []


def test_quick() -> None:
    code = "import time; t = time.perf_counter(); import findling; print(time.perf_counter() - t)"
    # Loose: it is 4 ms with compiled files on an idle machine.
    assert min(float(run(code).stdout) for _ in range(5)) < 0.1


def test_exit_with_a_search_underway(tmp_path: object) -> None:
    began = time.monotonic()
    done = run("import findling; it = findling.find('*', '/usr', hidden=True); next(it)")
    assert (done.returncode, done.stderr) == (0, "")
    # Also where nobody drops it: a cycle that is never collected.
    done = run(
        "import findling, gc; gc.disable(); x = []; x.append(x);"
        "x.append(findling.find('*', '/usr', hidden=True)); next(x[1]); del x"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - began < 20


def test_version() -> None:
    assert findling.__version__.count(".") == 2


def test_command_line(tmp_path: os.PathLike[str]) -> None:
    (tmp_path / "a.txt").write_text("needle\n")  # type: ignore[operator]
    command = [sys.executable, "-m", "findling"]
    found = subprocess.run([*command, "find", "*.txt", str(tmp_path)], capture_output=True)
    assert found.stdout == os.fsencode(tmp_path) + b"/a.txt\n"
    missing = subprocess.run([*command, "search", "nothing", str(tmp_path)], capture_output=True)
    assert missing.returncode == 1
    wrong = subprocess.run([*command, "find", "[", str(tmp_path)], capture_output=True)
    assert wrong.returncode == 2
    assert wrong.stderr
