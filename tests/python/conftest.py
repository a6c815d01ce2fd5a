"""Helpers for all tests of the Python package."""

from __future__ import annotations

import os
import pathlib
import subprocess
from typing import Callable, Dict, Iterator, Optional

import pytest

Tree = Callable[[Dict[str, Optional[str]]], pathlib.Path]


@pytest.fixture
def tree(tmp_path: pathlib.Path) -> Tree:
    """Makes files below a fresh folder: {"a/b.txt": "text", "empty/": None}."""

    def make(entries: Dict[str, Optional[str]]) -> pathlib.Path:
        for name, text in entries.items():
            path = tmp_path / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((text or "").encode("utf-8", "surrogateescape"))
        return tmp_path

    return make


@pytest.fixture(scope="session")
def many_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pathlib.Path]:
    """40,000 names in 200 folders, to be read only: more than the queue of an iterator holds."""
    root = tmp_path_factory.mktemp("many")
    for folder in range(200):
        (root / f"d{folder}").mkdir()
        source = root / f"d{folder}" / "f0"
        source.write_text("needle\n")
        for number in range(1, 200):
            os.link(source, root / f"d{folder}" / f"f{number}")
    yield root
    # pytest keeps the last three and would take half a minute to remove them.
    subprocess.run(["rm", "-rf", str(root)], check=True)


def thread_count() -> int:
    """Threads of this process, those that Python does not know included."""
    return len(os.listdir("/proc/self/task"))
