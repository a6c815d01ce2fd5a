"""SearchResult, the lists, parse_size() and what the documentation tools see."""

from __future__ import annotations

import copy
import inspect
import json
import pathlib
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import findling
from conftest import Tree


@pytest.fixture
def hit(tree: Tree) -> findling.SearchResult:
    root = tree({"a": "a needle\n"})
    (result,) = findling.search("needle", root=root, spans=True)
    assert isinstance(result, findling.SearchResult)
    return result


def test_dict_and_attributes(hit: findling.SearchResult) -> None:
    assert isinstance(hit, dict)
    for key, value in hit.items():
        assert getattr(hit, key) == value
    assert hit["matches"] == hit.matches == ["needle"]
    with pytest.raises(AttributeError):
        hit.nothing
    with pytest.raises(AttributeError):
        hit.path = "other"  # type: ignore[misc]
    assert json.loads(json.dumps(hit)) == {**hit, "spans": [[2, 8]]}


def test_pickle_and_copy(hit: findling.SearchResult) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(hit, protocol))
        assert type(again) is findling.SearchResult
        assert again == hit
        assert again.path == hit.path
    assert copy.deepcopy(hit) == hit


def test_lists_pickle(tree: Tree) -> None:
    found = findling.find("*", tree({"a": ""}), as_list=True)
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.errors, again.stats) == (found, found.errors, found.stats)


def test_parse_size() -> None:
    assert findling.parse_size("10k") == 10240
    assert findling.parse_size("1.5 MiB") == 1536 * 1024
    for bad in ("", "k", "ten", "-1"):
        with pytest.raises(ValueError):
            findling.parse_size(bad)
    with pytest.raises(TypeError):
        findling.parse_size(10)  # type: ignore[arg-type]


@given(st.integers(0, 2**53), st.sampled_from(["", "b", "B"]))
def test_parse_size_of_whole_bytes(number: int, unit: str) -> None:
    assert findling.parse_size(f"{number}{unit}") == number


def test_signatures() -> None:
    parameters = inspect.signature(findling.find).parameters
    assert list(parameters)[:2] == ["pattern", "root"]
    assert parameters["min_depth"].default == 0
    for name in set(findling.__all__) - {"has_magic"}:  # the standard library's own has none
        assert getattr(findling, name).__doc__, name


def test_the_stub_knows_every_name() -> None:
    stub = (pathlib.Path(findling.__file__).parent / "__init__.pyi").read_text()
    for name in findling.__all__:
        assert re.search(rf"\b{name}\b", stub), name
    arguments = inspect.signature(findling.find).parameters
    for name in arguments:
        assert re.search(rf"\b{name}:", stub), name


GLOB_TEXT = st.text(alphabet="ab.*?[]!^-/é\n", max_size=8)


@given(GLOB_TEXT, st.text(alphabet="ab.*-/é\n", max_size=6), st.booleans(), st.booleans())
def test_translate_without_the_standard_librarys(
    pattern: str, path: str, recursive: bool, hidden: bool
) -> None:
    """What older Pythons get agrees with what newer ones have."""
    import glob as std

    from findling._glob import _translate

    if not hasattr(std, "translate"):
        pytest.skip("this Python has no glob.translate")
    ours = re.compile(_translate(pattern, recursive, hidden, "/"))
    theirs = re.compile(
        std.translate(pattern, recursive=recursive, include_hidden=hidden, seps="/")
    )
    assert bool(ours.match(path)) == bool(theirs.match(path)), (pattern, path)
