"""What a search gives back."""

from __future__ import annotations

import os
from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:  # not at run time: typing costs as much as all the rest
    from typing import Any, Dict, Iterable, List


class SearchResult(dict):  # type: ignore[type-arg]
    """One matching line: a dict whose keys are attributes too, ``r["path"]`` or ``r.path``.

    Keys:
        path: the file, as find() would give it.
        line_number: from 1.
        line_text: the whole line with its terminator. Bytes that are no UTF-8 are lone surrogates,
            as in file names: ``line_text.encode("utf-8", "surrogateescape")`` gives them back.
        matches: the matched texts, in order.

    With ``spans=True`` also:
        spans: (begin, end) of each match in ``line_text``.
        column: of the first match, in characters from 1.
        byte_offset: of the line in the file (in the decoded text, where that is UTF-16).
    """

    __slots__ = ()

    path = property(itemgetter("path"), doc="The file that the line is in.")
    line_number = property(itemgetter("line_number"), doc="Number of the line, from 1.")
    line_text = property(itemgetter("line_text"), doc="The line with its terminator.")
    matches = property(itemgetter("matches"), doc="The matched texts, in order.")

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__!r} has no {name!r}") from None

    def __repr__(self) -> str:
        return f"SearchResult({dict.__repr__(self)})"


class Results(list):  # type: ignore[type-arg]
    """The list that ``as_list=True`` and ``sort`` give, with what is to be said about it.

    Attributes:
        errors: a SearchError for every place that could not be searched.
        stats: what was seen, found and left out; see the iterator's ``stats``.
    """

    errors: List[Exception]
    stats: Dict[str, Any]

    def __init__(
        self, items: Iterable[Any], errors: List[Exception], stats: Dict[str, Any]
    ) -> None:
        super().__init__(items)
        self.errors = errors
        self.stats = stats

    def __reduce__(self) -> Any:
        return (Results, (list(self), self.errors, self.stats))


SORTS = ("name", "path", "size", "mtime")


def sort_results(results: Results, order: str, follow: bool) -> None:
    """Sorts in place; equals are in the order of their paths, lines of a file in theirs."""

    def path_of(item: Any) -> Any:
        return os.fspath(item["path"] if isinstance(item, SearchResult) else item)

    results.sort(key=path_of)
    if order == "path":
        return
    facts: Dict[Any, Any] = {}

    def rank(item: Any) -> Any:
        path = path_of(item)
        if path not in facts:
            facts[path] = _rank(path, order, follow)
        return facts[path]

    results.sort(key=rank)


def _rank(path: Any, order: str, follow: bool) -> Any:
    if order == "name":
        return os.path.basename(path)
    try:
        facts = os.stat(path, follow_symlinks=follow)
    except OSError:  # gone since it was found
        return -1
    return facts.st_size if order == "size" else facts.st_mtime_ns
