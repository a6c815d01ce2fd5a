"""Errors come at the call, as the right type, and name what is wrong."""

from __future__ import annotations

import errno
import os
import pathlib
import pickle
from typing import Any

import pytest

import findling


@pytest.mark.parametrize(
    ("kwargs", "pattern"),
    [
        ({"pattern": "[a"}, "[a"),
        ({"pattern": "*", "exclude": "{a"}, "{a"),
        ({"pattern": "*", "content": "a(b"}, "a(b"),
    ],
)
def test_pattern_errors(kwargs: dict[str, Any], pattern: str) -> None:
    with pytest.raises(findling.PatternError) as caught:
        findling.find(**kwargs)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, findling.VexyGlobError)
    assert caught.value.pattern == pattern
    assert repr(pattern) in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is findling.PatternError
    assert (again.pattern, str(again)) == (pattern, str(caught.value))


def test_the_offset_is_named() -> None:
    with pytest.raises(findling.PatternError, match="offset 3"):
        findling.search("a(b")


@pytest.mark.parametrize("root", ["nope", b"nope", pathlib.Path("nope"), ["nope"]])
def test_missing_root(root: Any) -> None:
    with pytest.raises(findling.SearchError) as caught:
        findling.find("*", root)
    assert isinstance(caught.value, OSError)
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == "nope"
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.errno, again.filename) == (errno.ENOENT, "nope")


@pytest.mark.parametrize(
    "kwargs",
    [
        {"file_type": "y"},
        {"min_size": "many"},
        {"min_size": -1},
        {"max_depth": -1},
        {"threads": -1},
        {"mtime_after": "someday"},
        {"ctime_before": "someday"},
        {"mtime_after": float("nan")},
        {"sort": "colour"},
        {"on_error": "shout"},
        {"root": []},
        {"root": "a\0b"},
    ],
)
def test_value_errors(kwargs: dict[str, Any]) -> None:
    with pytest.raises(ValueError) as caught:
        findling.find(**kwargs)
    assert not isinstance(caught.value, findling.FindlingError)
    assert "--" not in str(caught.value)  # no talk of command line options


@pytest.mark.parametrize(
    "kwargs",
    [
        {"pattern": None},
        {"pattern": 3},
        {"root": None},
        {"root": 3},
        {"root": ["a", b"b"]},
        {"content": 3},
        {"max_depth": "1"},
        {"max_depth": True},
        {"min_size": 1.5},
        {"mtime_after": object()},
        {"extension": 3},
        {"nonsense": 1},
    ],
)
def test_type_errors(kwargs: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        findling.find(**kwargs)


def test_search_needs_a_regex() -> None:
    with pytest.raises(TypeError):
        findling.search(None)
    with pytest.raises(TypeError):
        findling.search("a", content="b")


@pytest.fixture
def loop(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder that cannot be walked in full, by anybody: root reads what it likes."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file").touch()
    os.symlink("..", tmp_path / "a" / "up")
    return tmp_path


def test_nested_errors_are_collected(loop: pathlib.Path) -> None:
    iterator = findling.find("*", loop, follow_symlinks=True)
    assert f"{loop}/a/file" in set(iterator)
    (error,) = iterator.errors
    assert isinstance(error, findling.SearchError)
    assert error.filename == f"{loop}/a/up"
    assert error.errno == errno.ELOOP
    assert iterator.stats["errors"] == 1
    found = findling.find("*", loop, follow_symlinks=True, as_list=True)
    assert [error.filename for error in found.errors] == [f"{loop}/a/up"]


def test_nested_errors_raise(loop: pathlib.Path) -> None:
    iterator = findling.find("*", loop, follow_symlinks=True, on_error="raise")
    with pytest.raises(findling.SearchError):
        list(iterator)
    assert list(iterator) == []
    with pytest.raises(findling.SearchError):
        findling.find("*", loop, follow_symlinks=True, on_error="raise", as_list=True)


def test_nested_errors_are_handed_over(loop: pathlib.Path) -> None:
    seen: list[findling.SearchError] = []
    assert list(findling.find("*", loop, follow_symlinks=True, on_error=seen.append))
    assert [error.errno for error in seen] == [errno.ELOOP]

    def refuse(error: findling.SearchError) -> None:
        raise KeyError(error.filename)

    with pytest.raises(KeyError):
        list(findling.find("*", loop, follow_symlinks=True, on_error=refuse))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_unreadable_folder(tmp_path: pathlib.Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    found = findling.find("*", tmp_path, as_list=True)
    assert found == [f"{tmp_path}/closed"]
    assert [error.errno for error in found.errors] == [errno.EACCES]


def test_exception_family() -> None:
    assert findling.VexyGlobError is findling.FindlingError
    for kind in (findling.PatternError, findling.SearchError, findling.TraversalNotSupportedError):
        assert issubclass(kind, findling.FindlingError)
        assert kind.__module__ == "findling"
