"""Findling finds files and text: fast, by many rules, and honest about what it left out.

    >>> import findling
    >>> for path in findling.find("*.py", "src", mtime_after="-7d"):
    ...     print(path)
    >>> for hit in findling.search(r"TODO|FIXME", "*.py"):
    ...     print(hit.path, hit.line_number, hit.matches)

find() and search() walk in parallel, obey .gitignore and stream their results; glob() and iglob()
are those of the standard library. Nothing is printed, ever; no thread runs before the first search.
"""

from __future__ import annotations

import atexit
import os

from . import _core
from ._arguments import build_request
from ._errors import (
    FindlingError,
    PatternError,
    SearchError,
    TraversalNotSupportedError,
    make_error,
    raise_error,
)
from ._glob import glob, iglob, translate
from ._results import SORTS, Results, SearchResult, sort_results

TYPE_CHECKING = False
if TYPE_CHECKING:  # not at run time: typing costs as much as all the rest
    from typing import Any

__all__ = [
    "find",
    "glob",
    "iglob",
    "search",
    "parse_size",
    "escape",
    "has_magic",
    "translate",
    "FindlingError",
    "PatternError",
    "Results",
    "SearchError",
    "SearchResult",
    "TraversalNotSupportedError",
    "VexyGlobError",
]
__version__: str = _core.version

VexyGlobError = FindlingError

# Where users find them, and pickle too.
_public: tuple[type, ...] = (
    FindlingError,
    PatternError,
    SearchError,
    TraversalNotSupportedError,
    Results,
    SearchResult,
)
for _type in _public:
    _type.__module__ = __name__


def _make_path(text: str) -> Any:
    from pathlib import Path  # not at import: it costs as much as all the rest

    return Path(text)


_core.set_hooks(SearchResult, _make_path, make_error, raise_error)
# Before the interpreter goes, its threads must have.
atexit.register(_core.close_all)


def find(
    pattern: Any = "*",
    root: Any = ".",
    *,
    content: Any = None,
    file_type: Any = None,
    extension: Any = None,
    kind: Any = None,
    exclude: Any = None,
    max_depth: Any = None,
    min_depth: Any = 0,
    min_size: Any = None,
    max_size: Any = None,
    mtime_after: Any = None,
    mtime_before: Any = None,
    atime_after: Any = None,
    atime_before: Any = None,
    ctime_after: Any = None,
    ctime_before: Any = None,
    changed_after: Any = None,
    changed_before: Any = None,
    hidden: bool = False,
    ignore_git: bool = False,
    custom_ignore_files: Any = None,
    case_sensitive: Any = None,
    follow_symlinks: bool = False,
    same_file_system: bool = False,
    sort: Any = None,
    threads: Any = None,
    as_path: bool = False,
    as_list: bool = False,
    spans: bool = False,
    text: bool = False,
    on_error: Any = "skip",
) -> Any:
    """Find files and folders; with ``content``, the lines in them that match.

    Returns an iterator of paths (or of SearchResult) that streams while the search runs. It has
    ``errors``, ``stats`` and ``close()``, works in a ``with`` statement, and ends its search when
    it is dropped. Paths begin with ``root``, unless that is ``"."``.

    Args:
        pattern: a glob, or several in a list. Without "/" it is for the name at any depth, with
            "/" for the whole path below the root. ``*``, ``?`` and ``[...]`` stop at "/"; ``**``
            is any number of folders; ``{a,b}`` is either.
        root: a folder or file, or several in a list. bytes give bytes.
        content: a regular expression (PCRE2); a match never spans lines.
        file_type: "f" file, "d" folder, "l" link, "x" executable, "e" empty, "p", "s", "b", "c".
        extension: with or without its dot; several in a list.
        kind: names of sets of files, as "cpp", "python", "image" or "archive"; several in a list.
        exclude: globs of what to leave out; an excluded folder is not entered.
        max_depth, min_depth: 1 is what lies in the root itself.
        min_size, max_size: bytes, or a text like "10k", "1.5M"; folders pass.
        mtime_after, mtime_before: last modification, both ends included: seconds since 1970,
            datetime, date, timedelta (ago), or a text like "2024-03-01", "-7d", "yesterday".
        atime_*, ctime_*, changed_*: the same for the last access, the creation (where it is unknown
            the entry is no result, and counted as skipped) and the last change of the inode.
        hidden: names that begin with a dot, too.
        ignore_git: obey no .gitignore, .ignore or .fdignore (``custom_ignore_files`` still hold).
        custom_ignore_files: files with rules as in a .gitignore, relative to the root.
        case_sensitive: for pattern and content. None: only where there is an upper-case letter.
        follow_symlinks: enter linked folders, read linked files.
        same_file_system: stay on the file system of the root.
        sort: "name", "path", "size" or "mtime"; gives a list.
        threads: how many; None is one per core.
        as_path: pathlib.Path objects.
        as_list: a list (with ``errors`` and ``stats``) in place of the iterator.
        spans: results of a content search also have spans, column and byte_offset.
        text: search binary files as if they were text.
        on_error: "skip" collects what could not be searched in ``errors``; "raise" raises the
            first; a callable is called with each SearchError.

    Raises:
        PatternError: an invalid glob or regular expression.
        SearchError: no such root (an OSError).
        TypeError, ValueError: an argument that cannot be understood.
        TraversalNotSupportedError: a wish that this version cannot grant.
    """
    return _find(pattern, root, dict(locals()))


def search(content_regex: Any, pattern: Any = "*", root: Any = ".", **kwargs: Any) -> Any:
    """Find the lines that match a regular expression: find() with ``content``.

    Yields a SearchResult per matching line. Takes all keyword arguments of find().
    """
    if content_regex is None:
        raise TypeError("content_regex must be a str, not NoneType")
    if "content" in kwargs:
        raise TypeError("search() got the content twice: as content_regex and as content")
    return find(pattern, root, content=content_regex, **kwargs)


def parse_size(text: str) -> int:
    """The number of bytes that a text like "10k", "1.5 MB" or "2GiB" means; k is 1024.

    Raises:
        ValueError: it is no size.
    """
    if not isinstance(text, str):
        raise TypeError(f"a size is a str, not {type(text).__name__}")
    return _core.parse_size(os.fsencode(text))


def _find(pattern: Any, root: Any, options: dict[str, Any]) -> Any:
    sort = options["sort"]
    if sort is not None and sort not in SORTS:
        raise ValueError(f"Invalid sort option: {sort!r}; there are {', '.join(SORTS)}")
    on_error = options["on_error"]
    if on_error == "skip":
        handler = None
    elif on_error == "raise":
        handler = _raise
    elif callable(on_error):
        handler = on_error
    else:
        raise ValueError(f'on_error must be "skip", "raise" or a callable, not {on_error!r}')
    request, bytes_paths = build_request(pattern, root, options)
    results = request.start(bytes_paths, bool(options["as_path"]), bool(options["spans"]), handler)
    if sort is None and not options["as_list"]:
        return results
    with results:
        items = results._drain()
        found = Results(items, results.errors, results.stats)
    if sort is not None:
        sort_results(found, sort, bool(options["follow_symlinks"]))
    return found


def _raise(error: SearchError) -> None:
    raise error


def __getattr__(name: str) -> Any:
    # From the standard library, and only when asked for: it imports re and more.
    if name in ("escape", "has_magic"):
        import glob as std

        return getattr(std, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
