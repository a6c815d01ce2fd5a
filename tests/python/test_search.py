"""search(): lines, matches, and where they are."""

from __future__ import annotations

import itertools
import pathlib
import re
import subprocess

import pytest

import findling
from conftest import Tree


def test_lines_and_matches(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree({"a.txt": "one TODO two TODO\r\nnothing\nTODO", "b.txt": "done\n"}))
    hits = findling.search("TODO", sort="path")
    assert hits == [
        {
            "path": "a.txt",
            "line_number": 1,
            "line_text": "one TODO two TODO\r\n",
            "matches": ["TODO", "TODO"],
        },
        {"path": "a.txt", "line_number": 3, "line_text": "TODO", "matches": ["TODO"]},
    ]


def test_real_matches_of_a_regex(tree: Tree) -> None:
    root = tree({"a": "x=12, y=345\n"})
    (hit,) = findling.search(r"\d+(?=\D|$)", root=root)
    assert hit.matches == ["12", "345"]


def test_search_is_find_with_content(tree: Tree) -> None:
    root = tree({"a.py": "needle\n", "a.txt": "needle\n"})
    by_search = findling.search("needle", "*.py", root, as_list=True)
    by_find = findling.find("*.py", root, content="needle", as_list=True)
    assert by_search == by_find
    assert [hit.path for hit in by_search] == [f"{root}/a.py"]


def test_spans(tree: Tree) -> None:
    text = "first\né日本 needle \udcff needle\n"
    root = tree({"a": text})
    (hit,) = findling.search("needle", root=root, spans=True)
    assert hit.line_text == "é日本 needle \udcff needle\n"
    assert [hit.line_text[begin:end] for begin, end in hit.spans] == hit.matches
    assert hit.matches == ["needle", "needle"]
    assert hit.column == 5
    assert hit.byte_offset == len(b"first\n")
    (plain,) = findling.search("needle", root=root)
    assert set(plain) == {"path", "line_number", "line_text", "matches"}


def test_case(tree: Tree) -> None:
    root = tree({"a": "Needle\nneedle\n"})

    def lines(regex: str, **options: bool) -> list[int]:
        return [hit.line_number for hit in findling.search(regex, root=root, **options)]

    assert lines("needle") == [1, 2]
    assert lines("Needle") == [1]
    assert lines("needle", case_sensitive=True) == [2]
    assert lines("NEEDLE", case_sensitive=False) == [1, 2]
    # An escape is no upper-case letter.
    assert lines(r"needle\b\S*") == [1, 2]


def test_bytes(tree: Tree) -> None:
    root = tree({"a": "caf\udce9 needle\n"})
    (hit,) = findling.search(b"needle", "*", bytes(root))
    assert hit.path == bytes(root) + b"/a"
    assert hit.line_text.encode("utf-8", "surrogateescape") == b"caf\xe9 needle\n"


def test_binary_files(tree: Tree) -> None:
    root = tree({"a.bin": "needle\0\n"})
    walked = findling.search("needle", root=root, as_list=True)
    assert walked == []
    assert walked.stats["skipped"] == {"binary": 1}
    named = findling.search("needle", root=root / "a.bin", as_list=True)
    assert named == []
    assert "binary" in str(named.errors[0])
    assert findling.search("needle", root=root, text=True, as_list=True)[0].matches == ["needle"]


def test_lines_of_a_file_follow_each_other(tmp_path: pathlib.Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}").write_text("needle\n" * (20_000 if number % 10 == 0 else 10))
    groups = itertools.groupby(findling.search("needle", root=tmp_path), key=lambda hit: hit.path)
    lines = {}
    for path, hits in groups:
        assert path not in lines
        lines[path] = [hit.line_number for hit in hits]
    assert len(lines) == 40
    for numbers in lines.values():
        assert numbers == list(range(1, len(numbers) + 1))
    assert sum(map(len, lines.values())) == 4 * 20_000 + 36 * 10


def test_same_as_grep() -> None:
    """Over the standard library, against grep."""
    root = pathlib.Path(re.__file__).parent.parent
    command = ["grep", "-rnI", "--include=*.py", "-E", "def (test_|_)[a-z]+", str(root)]
    expected = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\n")[:-1]
    hits = findling.search(
        "def (test_|_)[a-z]+",
        "*.py",
        root,
        hidden=True,
        ignore_git=True,
        file_type="f",
        case_sensitive=True,
    )
    found = [
        f"{hit.path}:{hit.line_number}:{hit.line_text}".encode("utf-8", "surrogateescape")
        for hit in hits
    ]
    assert len(expected) > 1000
    assert sorted(line[:-1] if line.endswith(b"\n") else line for line in found) == sorted(expected)
