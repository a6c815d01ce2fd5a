"""CPython's own tests of glob, run against ours.

They come with most interpreters but not with all (Debian: libpython3-testsuite).
"""

from __future__ import annotations

import glob as std
import sys
import types
import unittest

import pytest

import findling

test_glob = pytest.importorskip(
    "test.test_glob", reason="this Python comes without CPython's own tests"
)

# Deviations that are meant, with the reason.
SKIPPED = {
    # Written for the bug that "EF/**" gave ["EF/"] where EF is a file; gone since 3.13.
    "test_recursive_glob": sys.version_info < (3, 13),
    # Translating is the standard library's where it has it; nothing of ours to test.
    "test_translate": not hasattr(std, "translate"),
}


def shim() -> types.ModuleType:
    """The standard module with our functions in place of its own."""
    module = types.ModuleType("glob_shim")
    module.__dict__.update({k: getattr(std, k) for k in dir(std) if not k.startswith("__")})
    for name in ("glob", "iglob", "escape", "translate", "has_magic"):
        setattr(module, name, getattr(findling, name))
    return module


def cases() -> list[unittest.TestCase]:
    suite = unittest.defaultTestLoader.loadTestsFromModule(test_glob)
    return [case for group in suite for case in group]  # type: ignore[union-attr]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id().split(".", 2)[-1])
def test_like_the_standard_library(
    case: unittest.TestCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    if SKIPPED.get(case._testMethodName):
        pytest.skip("a deviation that is meant")
    monkeypatch.setattr(test_glob, "glob", shim())
    result = unittest.TestResult()
    case.run(result)
    for _, trace in result.failures + result.errors:
        pytest.fail(trace, pytrace=False)
    if result.skipped:
        pytest.skip(result.skipped[0][1])
