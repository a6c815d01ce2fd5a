"""The standard library's glob as the authority: its own code, with two rules put in by hand.

"**" does not enter a link that leads back to where it came through (the library runs around until
the system says ELOOP), and "file/**" is empty, as since Python 3.13.
"""

from __future__ import annotations

import glob
import importlib.util
import os
from typing import Any, Iterator, Tuple


def _load() -> Any:
    spec = importlib.util.spec_from_file_location("glob_authority", glob.__file__)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_std = _load()


def _identity(path: Any) -> Tuple[int, int]:
    facts = os.stat(path)
    return facts.st_dev, facts.st_ino


def _rlistdir(
    dirname: Any, dir_fd: Any, dironly: bool, include_hidden: bool = False, chain: Any = None
) -> Iterator[Any]:
    here = dirname or (os.curdir if isinstance(dirname, str) else os.fsencode(os.curdir))
    if not os.path.isdir(here):
        return
    if chain is None:
        chain = [_identity(here)]
    for name in _std._listdir(dirname, dir_fd, dironly):
        if not include_hidden and _std._ishidden(name):
            continue
        yield name
        path = _std._join(dirname, name) if dirname else name
        try:
            identity = _identity(path)
        except OSError:
            continue
        if os.path.islink(path) and identity in chain:
            continue
        for below in _rlistdir(path, dir_fd, dironly, include_hidden, [*chain, identity]):
            yield _std._join(name, below)


def _glob2(
    dirname: Any, pattern: Any, dir_fd: Any, dironly: bool, include_hidden: bool = False
) -> Iterator[Any]:
    if not dirname or _std._isdir(dirname, dir_fd):
        yield pattern[:0]
    yield from _rlistdir(dirname, dir_fd, dironly, include_hidden)


_std._rlistdir = _rlistdir
_std._glob2 = _glob2
reference = _std.iglob
