"""find(): patterns, filters and the forms of its results."""

from __future__ import annotations

import datetime as dt
import os
import pathlib
import subprocess
import time
from typing import Any

import pytest

import findling
from conftest import Tree


def names(*args: Any, **kwargs: Any) -> list[str]:
    return sorted(findling.find(*args, **kwargs))


@pytest.fixture
def project(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    root = tree(
        {
            "a.py": "print()\n",
            "README.md": "x" * 3000,
            "readme.md": "",
            "src/b.py": "",
            "src/deep/c.PY": "",
            "src/deep/notes.txt": "",
            ".hidden/d.py": "",
            "build/e.py": "",
            "empty/": None,
        }
    )
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.py", ["a.py", "build/e.py", "src/b.py", "src/deep/c.PY"]),
        ("b.py", ["src/b.py"]),
        ("src/*.py", ["src/b.py"]),
        ("src/**/*.py", ["src/b.py", "src/deep/c.PY"]),
        ("{a,b}.py", ["a.py", "src/b.py"]),
        ("[!ae].py", ["src/b.py", "src/deep/c.PY"]),
        ("README.md", ["README.md"]),
        ("readme.md", ["README.md", "readme.md"]),
        ("de*/", ["src/deep"]),
        ("nothing", []),
        (["a.py", "*.txt"], ["a.py", "src/deep/notes.txt"]),
    ],
)
def test_patterns(project: pathlib.Path, pattern: Any, expected: list[str]) -> None:
    assert names(pattern) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"hidden": True, "pattern": "d.py"}, [".hidden/d.py"]),
        ({"file_type": "d"}, ["build", "empty", "src", "src/deep"]),
        ({"file_type": "f", "max_depth": 1}, ["README.md", "a.py", "readme.md"]),
        ({"min_depth": 3}, ["src/deep/c.PY", "src/deep/notes.txt"]),
        ({"extension": "txt"}, ["src/deep/notes.txt"]),
        ({"kind": "python", "exclude": "build"}, ["a.py", "src/b.py", "src/deep/c.PY"]),
        ({"kind": ["markdown", "text"], "extension": "txt"}, ["src/deep/notes.txt"]),
        ({"extension": [".txt", "md"]}, ["README.md", "readme.md", "src/deep/notes.txt"]),
        ({"exclude": "src", "pattern": "*.py"}, ["a.py", "build/e.py"]),
        ({"exclude": ["src", "build"], "pattern": "*.py"}, ["a.py"]),
        ({"min_size": 3000, "file_type": "f"}, ["README.md"]),
        ({"min_size": "2k", "file_type": "f"}, ["README.md"]),
        # A size is a question to files: folders pass it.
        ({"min_size": 3001}, ["build", "empty", "src", "src/deep"]),
        ({"case_sensitive": True, "pattern": "readme.md"}, ["readme.md"]),
        ({"case_sensitive": False, "pattern": "README.MD"}, ["README.md", "readme.md"]),
        ({"pattern": "*.py", "threads": 1, "max_depth": 1}, ["a.py"]),
    ],
)
def test_filters(project: pathlib.Path, options: dict[str, Any], expected: list[str]) -> None:
    assert names(**options) == expected


def test_roots(project: pathlib.Path) -> None:
    assert names("*.py", "src") == ["src/b.py", "src/deep/c.PY"]
    assert names("b.py", "src/") == ["src/b.py"]
    assert names("b.py", project / "src") == [f"{project}/src/b.py"]
    assert names("*.py", ["build", "src/deep"]) == ["build/e.py", "src/deep/c.PY"]
    assert names("*.py", [".", "src"], max_depth=1) == ["a.py", "src/b.py"]
    assert names("*", "a.py") == ["a.py"]
    assert names("*.py", b"src") == [b"src/b.py", b"src/deep/c.PY"]


def test_forms_of_results(project: pathlib.Path) -> None:
    paths = list(findling.find("b.py", as_path=True))
    assert paths == [pathlib.Path("src/b.py")]
    assert isinstance(paths[0], pathlib.Path)
    found = findling.find("b.py", as_list=True)
    assert isinstance(found, list)
    assert found == ["src/b.py"]
    assert found.errors == []
    assert found.stats["results"] == 1
    assert found.stats["end"] == "finished"


def test_skipped_entries_are_counted(project: pathlib.Path) -> None:
    assert findling.find("*.py", as_list=True).stats["skipped"]["hidden"] == 1


def test_ignore_files(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({".ignore": "*.log\n", "a.log": "", "b.txt": "", "rules": "*.txt\n"})
    monkeypatch.chdir(root)
    assert names("*") == ["b.txt", "rules"]
    assert names("*", ignore_git=True) == ["a.log", "b.txt", "rules"]
    assert names("*", ignore_git=True, custom_ignore_files="rules") == ["a.log", "rules"]


def test_times(tree: Tree) -> None:
    root = tree({"old": "", "new": ""})
    moment = dt.datetime(2024, 3, 1, 12, 30, 5, 250000, tzinfo=dt.timezone.utc)
    seconds = moment.timestamp()
    os.utime(root / "old", ns=(0, int(moment.timestamp()) * 10**9 + 250_000_000))

    def found(**times: Any) -> list[str]:
        return sorted(path.name for path in findling.find("*", root, as_path=True, **times))

    # Both ends belong to the range, in every form.
    for form in (seconds, moment, "2024-03-01T12:30:05.25Z", f"@{seconds}"):
        assert found(mtime_before=form) == ["old"], form
        assert found(mtime_after=form) == ["new", "old"], form
    assert found(mtime_before=int(seconds)) == []
    assert found(mtime_after=dt.date(2024, 3, 3)) == ["new"]
    assert found(mtime_after=dt.timedelta(hours=1)) == ["new"]
    assert found(mtime_before="-1h") == ["old"]
    assert found(mtime_after=-5) == ["new", "old"]
    naive = dt.datetime.fromtimestamp(seconds)
    assert found(mtime_before=naive) == ["old"]
    assert found(mtime_after=time.time() + 3600) == []


def test_other_times(tree: Tree) -> None:
    root = tree({"old": "", "new": ""})
    os.utime(root / "old", (1000, 2000))  # last access, last modification

    def found(**times: Any) -> list[str]:
        return sorted(path.name for path in findling.find("*", root, as_path=True, **times))

    assert found(atime_before=1000) == ["old"]
    assert found(atime_before=999) == []
    assert found(atime_after=1001) == ["new"]
    # Nobody can set these two back.
    assert found(changed_after="-1h") == ["new", "old"]
    assert found(changed_before="-1h") == []
    assert found(ctime_before="-1h") == []
    assert found(ctime_after=time.time() + 3600) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("path", ["b", "d/a", "d/c"]),
        ("name", ["d/a", "b", "d/c"]),
        ("size", ["d/c", "b", "d/a"]),
        ("mtime", ["d/a", "d/c", "b"]),
    ],
)
def test_sort(tree: Tree, monkeypatch: pytest.MonkeyPatch, order: str, expected: list[str]) -> None:
    root = tree({"b": "22", "d/a": "22", "d/c": "1"})
    monkeypatch.chdir(root)
    for name, moment in (("b", 300), ("d/a", 100), ("d/c", 100)):
        os.utime(name, (moment, moment))
    assert findling.find("*", file_type="f", sort=order) == expected


def test_links(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree({"d/a": ""}))
    os.symlink("d", "l")
    assert names("a") == ["d/a"]
    assert names("a", follow_symlinks=True) == ["d/a", "l/a"]
    assert names("*", file_type="l") == ["l"]


def test_names_that_are_not_utf8(tmp_path: pathlib.Path) -> None:
    name = b"caf\xe9\n\xff.txt"
    (pathlib.Path(os.fsdecode(tmp_path)) / os.fsdecode(name)).write_text("needle")
    (path,) = findling.find("*.txt", tmp_path)
    assert os.fsencode(path).endswith(b"/" + name)
    assert pathlib.Path(path).read_text() == "needle"
    assert list(findling.find(os.fsdecode(name), tmp_path)) == [path]
    assert list(findling.find("*", os.fsencode(tmp_path))) == [os.fsencode(path)]
    (hit,) = findling.search("needle", root=tmp_path)
    assert hit.path == path


def test_same_as_find(tmp_path: pathlib.Path) -> None:
    """The whole tree of the standard library, against find(1)."""
    root = os.path.dirname(os.__file__)
    command = ["find", root, "-mindepth", "1", "-name", "*.py", "-print0"]
    expected = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\0")[:-1]
    found = findling.find("*.py", os.fsencode(root), hidden=True, ignore_git=True, as_list=True)
    assert len(expected) > 100
    assert sorted(found) == sorted(expected)
