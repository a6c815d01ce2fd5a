"""glob() against the standard library on random trees: same paths, as often, in the same order."""

from __future__ import annotations

import os
import pathlib
import random
import sys
from collections import Counter
from itertools import islice
from typing import Any, List

import pytest

import findling
from glob_reference import reference

# include_hidden and root_dir came later.
NEW = sys.version_info >= (3, 11)
TREES = 200
MOST = 3000

NAMES = [
    b"a", b"b", b"ab", b"A", b"aab", b"x.py", b"y.py", b".h", b".hid", b"[", b"]", b"[a]", b"^",
    b"!", b"-", b"a-b", b"*", b"?", b"a\nb", b"\n", b"\\", b"\xff", b"a\x80", b"\xed\xa0\x80",
    "é".encode(), "日本".encode(), b"**", b"{a,b}", b"~", b" ", b"..a", b"a.", b"c\xc3",
]  # fmt: skip
PARTS = [
    "*", "**", "?", "??", "a*", "*a", "*b*", "*.py", "[ab]", "[!ab]", "[^a]", "[]]", "[!]]", "[a-]",
    "[-a]", "[", "[a", "a[", ".*", ".h*", "[.]h", "..", ".", "", "a", "b", "x.py", ".h", "***",
    "a**", "**a", "[b-a]", "[!b-a]", "[b-a!c]", "[a-c-e]", "[\\]", "\\*", "é", "?\n?", "[\udc80-\udcff]",
    "*\udcff", "[[]a]", "[*]", "[?]", "[é-本]*", "{a,b}", "a\udc80", "?[!\udc80]", "*/", "[--a]",
]  # fmt: skip


def make_tree(rng: random.Random, root: bytes, depth: int = 0, links: Any = None) -> None:
    links = [4] if links is None else links  # more of them, and ** has ways without number
    for name in rng.sample(NAMES, rng.randint(0 if depth else 6, 8)):
        path = os.path.join(root, name)
        kind = rng.random()
        if kind < 0.35 and depth < 4:
            os.mkdir(path)
            make_tree(rng, path, depth + 1, links)
        elif kind < 0.5 and links[0] > 0:
            links[0] -= 1
            targets = [b".", b"..", b"a", b"b", b"../..", b"../a", b"nope", name, b"x.py"]
            os.symlink(rng.choice(targets), path)
        else:
            open(path, "wb").close()


def random_pattern(rng: random.Random, root: str) -> str:
    parts = [rng.choice(PARTS) for _ in range(rng.randint(1, 4))]
    if parts.count("**") > 1 and rng.random() < 0.8:  # with links these grow beyond all bounds
        parts = [part for part in parts if part != "**"] + ["**"]
    pattern = rng.choice(["/", "/", "/", "//"]).join(parts)
    pattern = pattern.lstrip("/") or "*"  # the machine's own root is never the same twice
    start = rng.random()
    if start < 0.1:
        return os.path.join(root, pattern)
    return "./" + pattern if start < 0.2 else pattern


def same(pattern: Any, **options: Any) -> None:
    """Compares from the first result on; with links in loops there may be no end to them."""
    expected: List[Any] = list(islice(reference(pattern, **options), MOST))
    with findling.iglob(pattern, **options) as iterator:
        found: List[Any] = list(islice(iterator, MOST))
    assert Counter(found) == Counter(expected), (pattern, options)
    assert found == expected, ("the order differs", pattern, options)
    assert all(type(path) is type(pattern) for path in found)
    if len(expected) < MOST:
        assert findling.glob(pattern, **options) == expected


@pytest.mark.parametrize("number", range(TREES))
def test_same_as_the_standard_library(
    number: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = int(os.environ.get("FINDLING_SEED", "20240301")) * 1000 + number
    print(f"FINDLING_SEED={seed // 1000}, tree {number}")
    rng = random.Random(seed)
    root = tmp_path / "1" / "2" / "3"  # so that links to ../.. stay among these
    root.mkdir(parents=True)
    make_tree(rng, os.fsencode(root))
    monkeypatch.chdir(root)
    for _ in range(40):
        pattern: Any = random_pattern(rng, str(root))
        options: Any = {"recursive": rng.random() < 0.7}
        if NEW:
            options["include_hidden"] = rng.random() < 0.3
            if rng.random() < 0.3:
                options["root_dir"] = rng.choice([".", "a", str(root), "nope", "x.py", "b/"])
        if rng.random() < 0.3:
            pattern = os.fsencode(pattern)
            if "root_dir" in options:
                options["root_dir"] = os.fsencode(options["root_dir"])
        same(pattern, **options)


@pytest.mark.skipif(not NEW, reason="dir_fd needs Python 3.10, include_hidden 3.11")
def test_below_an_open_folder(tmp_path: pathlib.Path) -> None:
    rng = random.Random(7)
    make_tree(rng, os.fsencode(tmp_path))
    (tmp_path / "sub").mkdir()
    make_tree(rng, os.fsencode(tmp_path / "sub"))
    descriptor = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(200):
            # No links here that a loop guard by path, as in the reference, could not see.
            pattern = "/".join(rng.choice([p for p in PARTS if p != "**"]) for _ in range(2))
            root_dir = rng.choice([None, "sub", "nope", str(tmp_path)])
            same(pattern, dir_fd=descriptor, root_dir=root_dir, recursive=True)
    finally:
        os.close(descriptor)
